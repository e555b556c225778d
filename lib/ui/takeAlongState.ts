/** "Alles meenemen": packs one after another what is nowhere else yet, and saves it as one file. Can be stopped until the file is made. */
import { computed, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import { Failure, asFailure } from '../model/failure.ts';
import type { FailureCode, Told } from '../model/failure.ts';
import type { CaptureSummary } from '../model/job.ts';
import type { PackedFile, TakenCapture } from '../model/recovery.ts';
import type { Ask } from './ask.ts';

/** What makes the file: where the bytes are and how they are saved is no business of the screen. */
export interface Packer {
  /** Whether these bytes are still what they are called. */
  readonly isWhole: (file: PackedFile) => Promise<boolean>;
  /** Answers once the browser has written the file. */
  readonly save: (
    captures: readonly TakenCapture[],
  ) => Promise<{ readonly fileName: string; readonly bytes: number; readonly manifest: string }>;
}

export type TakeAlongProgress =
  | { readonly at: 'waiting' }
  | { readonly at: 'packing'; readonly done: number; readonly all: number; readonly isStopping: boolean }
  | { readonly at: 'writing' }
  | { readonly at: 'stopped' }
  /** Not one could be packed. */
  | { readonly at: 'nothing'; readonly missing: readonly Missing[] }
  | {
      readonly at: 'done';
      readonly fileName: string;
      readonly bytes: number;
      readonly packed: number;
      readonly missing: readonly Missing[];
    }
  | ({ readonly at: 'failed' } & Told);
type Missing = Extract<TakenCapture, { missing: FailureCode }>;

export interface TakeAlongState {
  readonly progress: ReadonlySignal<TakeAlongProgress>;
  /** Also what stands as a file on this computer. */
  readonly withSaved: ReadonlySignal<boolean>;
  readonly chosen: ReadonlySignal<readonly CaptureSummary[]>;
  readonly chooseSaved: (withSaved: boolean) => void;
  readonly start: () => Promise<void>;
  readonly stop: () => void;
}

const nowhereElse: ReadonlySet<string> = new Set(['stripped', 'reviewed', 'sealed']);

export function createTakeAlongState(
  ask: Ask,
  packer: Packer,
  captures: ReadonlySignal<readonly CaptureSummary[]>,
): TakeAlongState {
  const progress = signal<TakeAlongProgress>({ at: 'waiting' });
  const withSaved = signal(false);
  const chosen = computed(() =>
    captures.value.filter(({ state }) => nowhereElse.has(state) || (withSaved.value && state === 'delivered')),
  );

  /** Undefined when it was stopped. */
  async function pack(wanted: readonly CaptureSummary[]): Promise<TakenCapture[] | undefined> {
    const taken: TakenCapture[] = [];
    for (const capture of wanted) {
      if (isStopping()) return undefined;
      progress.value = { at: 'packing', done: taken.length, all: wanted.length, isStopping: false };
      taken.push(await packOne(ask, packer, capture));
    }
    return isStopping() ? undefined : taken;
  }
  function isStopping(): boolean {
    return progress.value.at === 'packing' && progress.value.isStopping;
  }
  async function run(): Promise<TakeAlongProgress> {
    const taken = await pack(chosen.value);
    if (!taken) return { at: 'stopped' };
    const missing = taken.filter((one) => 'missing' in one);
    const packed = taken.length - missing.length;
    if (packed === 0) return { at: 'nothing', missing };
    progress.value = { at: 'writing' };
    const { fileName, bytes, manifest } = await packer.save(taken);
    await ask('tookAlong', { fileName, packed, missing: missing.length, manifest });
    return { at: 'done', fileName, bytes, packed, missing };
  }
  return {
    progress,
    withSaved,
    chosen,
    chooseSaved(also) {
      withSaved.value = also;
    },
    async start() {
      if (['packing', 'writing'].includes(progress.value.at) || chosen.value.length === 0) return;
      try {
        progress.value = await run();
      } catch (error) {
        const { code, detail } = asFailure(error);
        progress.value = { at: 'failed', code, detail };
      }
    },
    stop() {
      if (progress.value.at === 'packing') progress.value = { ...progress.value, isStopping: true };
    },
  };
}

async function packOne(ask: Ask, packer: Packer, { id, state }: CaptureSummary): Promise<TakenCapture> {
  try {
    const { files } = await ask('sealCapture', { id });
    for (const file of files) if (!(await packer.isWhole(file))) throw new Failure('storage-failed', { reason: 'damaged' });
    return { id, state, files };
  } catch (error) {
    return { id, state, missing: asFailure(error).code };
  }
}
