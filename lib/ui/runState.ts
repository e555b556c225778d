/** Runs through chosen posts (R9, R26), as the worker tells of them while they go. */
import { computed, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import { asFailure } from '../model/failure.ts';
import type { Failure } from '../model/failure.ts';
import type { Run } from '../model/run.ts';
import type { Ask } from './ask.ts';

export interface RunDeps {
  readonly ask: Ask;
  /** Tells of every step of a run. */
  readonly watch: (onChange: (run: Run) => void) => void;
  /** Must be called within the click: after a restart the browser may have taken the permission back. */
  readonly requestPermission: (origins: readonly string[]) => Promise<boolean>;
}

export type RunAct = 'pause' | 'resume' | 'retry' | 'end';

export interface RunState {
  /** Newest first; absent until they were asked for. */
  readonly runs: ReadonlySignal<readonly Run[] | undefined>;
  /** The one that is going or waits for somebody; else the one that ended while this was open. */
  readonly current: ReadonlySignal<Run | undefined>;
  readonly trouble: ReadonlySignal<Failure | undefined>;
  readonly open: () => Promise<void>;
  readonly steer: (run: Run, act: RunAct, tabId?: number) => Promise<void>;
  /** The report of a run that ended has been read. */
  readonly dismiss: () => void;
}

export function createRunState({ ask, watch, requestPermission }: RunDeps): RunState {
  const runs = signal<readonly Run[] | undefined>(undefined);
  const ended = signal<string | undefined>(undefined);
  const trouble = signal<Failure | undefined>(undefined);
  const put = (run: Run) => {
    const others = (runs.value ?? []).filter(({ id }) => id !== run.id);
    runs.value = [run, ...others].toSorted((one, other) => other.startedAt.localeCompare(one.startedAt));
    ended.value = run.state === 'ended' ? run.id : undefined;
  };
  watch(put);
  return {
    runs,
    current: computed(() => runs.value?.find(({ id, state }) => state !== 'ended' || id === ended.value)),
    trouble,
    async open() {
      try {
        runs.value = await ask('listRuns', {});
      } catch (error) {
        trouble.value = asFailure(error);
      }
    },
    async steer({ id, steps }, act, tabId) {
      trouble.value = undefined;
      const origins = [...new Set(steps.map(({ post }) => `https://${new URL(post.url).host}/*`))];
      try {
        if (act === 'resume' || act === 'retry') await requestPermission(origins);
        put(await ask('steerRun', { id, act, ...(tabId !== undefined && { tabId }) }));
      } catch (error) {
        trouble.value = asFailure(error);
      }
    },
    dismiss() {
      ended.value = undefined;
    },
  };
}
