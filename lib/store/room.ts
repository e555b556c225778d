import { Failure, asFailure } from '../model/failure.ts';
import { closeDatabase } from './database.ts';

/** What a browser writes besides what we give it (LevelDB turns 4 MB of its log into a file at once), with room to spare. */
const leastBytes = 16_000_000;

/**
 * F10: a browser has many names for a disk that is full; how much room there is, it says. `bytes`: what had to be kept.
 * What is for want of room says how much is needed, and how much there is. Anything else thrown is what `asFailure` makes of it.
 */
export async function asStoreFailure(error: unknown, bytes = 0): Promise<Failure> {
  const failure = asFailure(error);
  const isFull = failure.code === 'storage-full';
  if (isFull && 'neededBytes' in failure.detail) return failure;
  if (!isFull && (failure.code !== 'storage-failed' || 'reason' in failure.detail)) return failure; // with a reason it is about what stands there
  const left = await room();
  if (left === undefined ? isFull : left < bytes + leastBytes) return full(error, bytes, left);
  // it was full, and the browser still says so of the connection it has
  if (isFull || isCutOff(error)) closeDatabase();
  return isFull ? new Failure('storage-failed', {}, { cause: error }) : failure;
}

/**
 * Refuses before anything is written where it would not fit: a browser whose disk is full to the last byte may throw away the whole
 * store when it opens it again (seen in Chromium, 2026-11-22).
 */
export async function untilFits(bytes = 0): Promise<void> {
  const left = await room();
  if (left !== undefined && left < bytes + leastBytes) throw full(undefined, bytes, left);
}

/** Writes these bytes, where they fit; when that fails, it is the store's failure, which knows how many they were. */
export async function written<T>(bytes: number, write: () => Promise<T>): Promise<T> {
  await untilFits(bytes);
  try {
    return await write();
  } catch (error) {
    const isNameless = asFailure(error).code === 'unexpected';
    throw await asStoreFailure(isNameless ? new Failure('storage-failed', {}, { cause: error }) : error, bytes);
  }
}

function full(cause: unknown, bytes: number, left: number | undefined): Failure {
  const detail = { neededBytes: bytes + leastBytes, ...(left !== undefined && { leftBytes: Math.max(0, left) }) };
  return new Failure('storage-full', detail, { cause });
}

/**
 * A connection that the browser gave up (seen 2026-11-22, on a disk that was full for a while) stays so, also when there is room again:
 * the next question makes a new one.
 */
function isCutOff(error: unknown): boolean {
  const inner = error instanceof Error && 'inner' in error ? error.inner : undefined;
  return [error, inner].some((one) => one instanceof Error && cutOff.has(one.name));
}
const cutOff: ReadonlySet<string> = new Set(['OpenFailedError', 'DatabaseClosedError', 'UnknownError']);

async function room(): Promise<number | undefined> {
  try {
    const { usage = 0, quota } = await navigator.storage.estimate();
    return quota === undefined ? undefined : quota - usage;
  } catch {
    return undefined; // it does not say: the failure stays what it was
  }
}
