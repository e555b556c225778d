/** What is due, and the runs that come of it (R9, R26). */
import { signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { Changes } from '../model/changes.ts';
import { asFailure } from '../model/failure.ts';
import type { Failure } from '../model/failure.ts';
import type { Due, Run } from '../model/run.ts';
import type { RunDeps, RunState } from './runState.ts';
import { createRunState } from './runState.ts';
import { seedsOf } from './seeds.ts';

export interface WorkState {
  readonly due: ReadonlySignal<readonly Due[]>;
  readonly runs: RunState;
  /** R26: by capture, what a repeat found; `null` where there is nothing to compare with. */
  readonly changes: ReadonlySignal<ReadonlyMap<string, Changes | null>>;
  readonly trouble: ReadonlySignal<Failure | undefined>;
  readonly open: () => Promise<void>;
  /** Reads what changed in the captures of this run. */
  readonly compare: (run: Run) => Promise<void>;
  /** What is still to be captured of corporate accounts: addresses for a crawler. */
  readonly seeds: () => Promise<readonly string[] | undefined>;
  /** Captures these again, now; within the click. Answers with the run. */
  readonly repeat: (captures: readonly { readonly id: string; readonly url: string }[]) => Promise<Run | undefined>;
}

export function createWorkState(deps: RunDeps): WorkState {
  const { ask } = deps;
  const due = signal<readonly Due[]>([]);
  const changes = signal<ReadonlyMap<string, Changes | null>>(new Map());
  const trouble = signal<Failure | undefined>(undefined);
  const runs = createRunState(deps);
  const guarded = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
    trouble.value = undefined;
    try {
      return await work();
    } catch (error) {
      trouble.value = asFailure(error);
      return undefined;
    }
  };
  return {
    due,
    runs,
    changes,
    trouble,
    open: async () => {
      await guarded(async () => {
        const [found] = await Promise.all([ask('listDue', {}), runs.open()]);
        due.value = found;
      });
    },
    compare: async ({ steps }) => {
      await guarded(async () => {
        for (const { capture } of steps) {
          if (capture === undefined || changes.value.has(capture)) continue;
          const found = await ask('getChanges', { id: capture });
          changes.value = new Map([...changes.value, [capture, found]]);
        }
      });
    },
    seeds: () => guarded(async () => seedsOf((await ask('getPolicy', {})).policy.accounts, due.value)),
    repeat: (captures) =>
      guarded(async () => {
        await deps.requestPermission([...new Set(captures.map(({ url }) => `https://${new URL(url).host}/*`))]);
        const run = await ask('repeatCaptures', { ids: captures.map(({ id }) => id) });
        const asked = new Set(captures.map(({ id }) => id));
        due.value = due.value.filter((one) => one.kind === 'ronde' || !asked.has(one.capture));
        return run;
      }),
  };
}
