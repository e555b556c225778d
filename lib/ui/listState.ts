/** The captures of this installation: found, ticked, and dealt with many at a time. */
import { batch, computed, signal } from '@preact/signals';
import type { ReadonlySignal, Signal } from '@preact/signals';
import { asFailure } from '../model/failure.ts';
import type { FailureCode } from '../model/failure.ts';
import type { CaptureSummary } from '../model/job.ts';
import type { Ask } from './ask.ts';
import { choicesIn, countByState, filtered, noFilter } from './filter.ts';
import type { ListFilter, WorkStateName } from './filter.ts';
import { load } from './loaded.ts';
import type { Loaded } from './loaded.ts';
import { isSavedAsFile } from './review.ts';

export type BulkAct = 'export' | 'deliver' | 'delete';

/** Something done to many: how far, and with which it did not work. */
export interface Bulk {
  readonly act: BulkAct;
  readonly all: number;
  readonly done: number;
  readonly failed: readonly { readonly id: string; readonly code: FailureCode }[];
  readonly isOver: boolean;
}

export interface ListState {
  readonly loaded: ReadonlySignal<Loaded<readonly CaptureSummary[]>>;
  /** Absent while the first are on the screen and the rest is still on its way. */
  readonly isWhole: ReadonlySignal<boolean>;
  /** Empty until they are read. */
  readonly all: ReadonlySignal<readonly CaptureSummary[]>;
  readonly filter: ReadonlySignal<ListFilter>;
  readonly found: ReadonlySignal<readonly CaptureSummary[]>;
  readonly choices: ReadonlySignal<ReturnType<typeof choicesIn>>;
  readonly counts: ReadonlySignal<Readonly<Record<WorkStateName, number>>>;
  /** How many are not out of the browser yet. */
  readonly inside: ReadonlySignal<number>;
  readonly ticked: ReadonlySignal<ReadonlySet<string>>;
  readonly bulk: ReadonlySignal<Bulk | undefined>;
  readonly open: () => Promise<void>;
  readonly change: (part: Partial<ListFilter>) => void;
  readonly clear: () => void;
  readonly tick: (ids: readonly string[], isOn: boolean) => void;
  /** To everything ticked, one after another; `reason` with `delete`. */
  readonly run: (act: BulkAct, reason?: string) => Promise<void>;
}

/** So many are on the screen at once; the others follow in stretches that a message carries easily. */
const firstStretch = 100;
const stretch = 2_000;

export function createListState(ask: Ask, loaded: Signal<Loaded<readonly CaptureSummary[]>>): ListState {
  const isWhole = signal(false);
  const filter = signal(noFilter);
  const ticked = signal<ReadonlySet<string>>(new Set());
  const bulk = signal<Bulk | undefined>(undefined);
  const all = computed(() => (loaded.value.at === 'loaded' ? loaded.value.value : []));
  const found = computed(() => filtered(all.value, filter.value));

  let revision: string | undefined;

  async function open(): Promise<void> {
    await load(loaded, async () => {
      const now = await ask('capturesRevision', {});
      if (now === revision) return all.value; // the same list: nothing is drawn or counted anew
      const first = await ask('listCaptures', { limit: firstStretch });
      const isAll = first.length < firstStretch;
      // what is on the screen stays until all of it was read again
      if (!isWhole.value) loaded.value = { at: 'loaded', value: first };
      const list = isAll ? first : [...first, ...(await rest(ask, first))];
      isWhole.value = true;
      revision = now; // what changed while it was read is read the next time
      return list;
    });
    if (ticked.value.size === 0) return;
    const there = new Set(all.value.map(({ id }) => id));
    ticked.value = new Set([...ticked.value].filter((id) => there.has(id)));
  }
  return {
    loaded,
    isWhole,
    all,
    filter,
    found,
    choices: computed(() => choicesIn(all.value)),
    counts: computed(() => countByState(all.value)),
    inside: computed(() => all.value.filter((capture) => !isSavedAsFile(capture)).length),
    ticked,
    bulk,
    open,
    change(part) {
      filter.value = { ...filter.value, ...part };
    },
    clear() {
      filter.value = noFilter;
    },
    tick(ids, isOn) {
      const chosen = new Set(ids);
      ticked.value = new Set([...[...ticked.value].filter((id) => !chosen.has(id)), ...(isOn ? ids : [])]);
    },
    async run(act, reason = '') {
      const ids = [...ticked.value];
      if (bulk.value?.isOver === false || ids.length === 0) return;
      bulk.value = { act, all: ids.length, done: 0, failed: [], isOver: false };
      for (const id of ids) bulk.value = told(bulk.value, await tried(id, () => once(ask, act, id, reason)));
      batch(() => {
        const failed = bulk.value?.failed ?? [];
        ticked.value = new Set(failed.map(({ id }) => id));
        if (bulk.value) bulk.value = { ...bulk.value, isOver: true };
      });
      await open();
    },
  };
}

/** Everything older, by moment; the border itself comes twice and is kept once. */
async function rest(ask: Ask, first: readonly CaptureSummary[]): Promise<CaptureSummary[]> {
  const seen = new Set(first.map(({ id }) => id));
  const found: CaptureSummary[] = [];
  for (let before = first.at(-1)?.capturedAt; before !== undefined;) {
    const older = await ask('listCaptures', { before, limit: stretch });
    const fresh = older.filter(({ id }) => !seen.has(id));
    for (const one of fresh) seen.add(one.id);
    found.push(...fresh);
    before = older.length < stretch || fresh.length === 0 ? undefined : older.at(-1)?.capturedAt;
  }
  return found;
}

async function once(ask: Ask, act: BulkAct, id: string, reason: string): Promise<void> {
  if (act === 'delete') await ask('deleteCapture', { id, reason });
  else if (act === 'deliver') await ask('deliverCapture', { id });
  else await ask('exportCapture', { id });
}

async function tried(id: string, work: () => Promise<void>): Promise<Bulk['failed'][number] | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    return { id, code: asFailure(error).code };
  }
}

function told(bulk: Bulk, failure: Bulk['failed'][number] | undefined): Bulk {
  return { ...bulk, done: bulk.done + 1, failed: failure ? [...bulk.failed, failure] : bulk.failed };
}
