/**
 * The one seam between the worker and what can fail beneath it: storage, network, clock, locks and messages. Counts every call, and
 * lets one fail, or the worker die there, as SQLite's tests do: n = 1, 2, 3 … until a run passes without a failure.
 */
import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

export type Kind = 'storage' | 'network' | 'clock' | 'lock' | 'message';

/** `fails`: this call only. `full`: this write and every later one. `dies`: nothing gets through any more. `once-more`: a second asker comes in here. */
export type Manner = 'fails' | 'full' | 'dies' | 'jumps' | 'once-more';

export interface Armed {
  readonly kinds: readonly Kind[];
  readonly at: number;
  readonly manner: Manner;
  /** What happens at the call, besides or instead of failing. */
  readonly also?: () => void;
}

let armed: Armed | undefined;
let seen = 0;
let isDead = false;
let isFull = false;

/** From now on calls are counted. */
export function arm(next: Armed): void {
  armed = next;
  seen = 0;
  isDead = false;
  isFull = false;
}

/** How many calls there were; after this nothing fails. */
export function disarm(): number {
  armed = undefined;
  isDead = false;
  isFull = false;
  return seen;
}

const refusals = {
  fails: () => new DOMException('the disk did not answer', 'UnknownError'),
  full: () => new DOMException('no room', 'QuotaExceededError'),
  dies: () => new DOMException('the worker is gone', 'AbortError'),
} as const;

/** Called before everything that goes out; throws where the fault is. */
export function through(kind: Kind, isWrite = false): void {
  if (isDead && kind !== 'clock') throw refusals.dies(); // also what imitates the browser looks at the clock, and that lives on
  if (isFull && isWrite) throw refusals.full();
  if (!armed?.kinds.includes(kind)) return;
  seen++;
  if (seen !== armed.at) return;
  const { manner, also } = armed;
  also?.();
  if (manner === 'jumps' || manner === 'once-more') return;
  isDead = manner === 'dies';
  isFull = manner === 'full';
  if (manner === 'full' && !isWrite) return;
  throw refusals[manner]();
}

const reads = ['get', 'getAll', 'count', 'openCursor', 'getAllKeys'] as const;
const writes = ['put', 'add', 'delete', 'clear'] as const;

type Loose = Record<string, (...given: unknown[]) => unknown>;

function guard(target: object, names: readonly string[], kind: Kind, isWrite: boolean): void {
  const loose = target as Loose; // whatever stands there is called as it was
  for (const name of names) {
    const real = loose[name];
    if (typeof real !== 'function') continue;
    loose[name] = function guarded(this: unknown, ...given: unknown[]) {
      through(kind, isWrite);
      return Reflect.apply(real, this, given);
    };
  }
}

function guardAsync(target: object, names: readonly string[], kind: Kind, isWrite: boolean): void {
  const loose = target as Loose; // as above
  for (const name of names) {
    const real = loose[name];
    if (typeof real !== 'function') continue;
    loose[name] = async function guarded(this: unknown, ...given: unknown[]) {
      through(kind, isWrite);
      return Reflect.apply(real, this, given);
    };
  }
}

/** Puts the seam in place, for good: once in a test file. */
export function installSeam(): void {
  for (const store of [IDBObjectStore.prototype, IDBIndex.prototype]) guard(store, reads, 'storage', false);
  guard(IDBObjectStore.prototype, writes, 'storage', true);
  guard(IDBDatabase.prototype, ['transaction'], 'storage', false);
  for (const area of [fakeBrowser.storage.local, fakeBrowser.storage.session]) {
    guardAsync(area, ['get'], 'storage', false);
    guardAsync(area, ['set', 'remove'], 'storage', true);
  }
  const realFetch = globalThis.fetch;
  globalThis.fetch = async (...given) => {
    through('network');
    return realFetch(...given);
  };
  const RealDate = Date;
  vi.stubGlobal(
    'Date',
    class extends RealDate {
      constructor(...given: [] | [string | number | Date]) {
        if (given.length > 0) super(...(given as [string]));
        else super(RealDate.now() + offset());
      }
      static override now(): number {
        return RealDate.now() + offset();
      }
    },
  );
}

let offsetMs = 0;
export function setClock(ms: number): void {
  offsetMs = ms;
}
function offset(): number {
  through('clock');
  return offsetMs;
}
