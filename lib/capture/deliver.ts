import type { Draft, DraftHead, DraftItem } from '../model/draft.ts';
import { Failure, asFailure } from '../model/failure.ts';

/** The worker's side, as the content script needs it. */
export interface Receiver {
  part(part: number, items: DraftItem[]): Promise<void>;
  /** Numbers of slices the worker lost (it was stopped meanwhile), or nothing when the capture is stored. */
  done(parts: number, head: DraftHead): Promise<{ stored: string } | { lost: number[] }>;
}

/** Well under the 64 MiB a message may weigh. */
const maxSliceCharacters = 4_000_000;
/** A worker that loses everything this often has another problem. */
const maxRounds = 6;

/** Hands the draft to the worker in slices; what a stopped worker lost is sent again, because only this page has it (D3). */
export async function deliver(draft: Draft, receiver: Receiver): Promise<string> {
  const { items, ...head } = draft;
  const slices = slice(items);
  let missing = slices.map((_, index) => index);
  for (let round = 0; round < maxRounds; round++) {
    const answer = await attempt(slices, missing, head, receiver);
    if (answer && 'stored' in answer) return answer.stored;
    missing = answer ? answer.lost : slices.map((_, index) => index);
  }
  throw new Failure('interrupted');
}

/** `undefined`: the worker went away in the middle; the next round starts it again. */
async function attempt(slices: DraftItem[][], missing: number[], head: DraftHead, receiver: Receiver) {
  try {
    for (const index of missing) await receiver.part(index, slices[index] ?? []);
    return await receiver.done(slices.length, head);
  } catch (error) {
    if (isInterrupted(error)) return undefined;
    throw error;
  }
}

function isInterrupted(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'interrupted';
}

function slice(items: readonly DraftItem[]): DraftItem[][] {
  const slices: DraftItem[][] = [[]];
  let size = 0;
  for (const item of items) {
    const weight = JSON.stringify(item).length;
    if (size + weight > maxSliceCharacters && slices.at(-1)?.length) {
      slices.push([]);
      size = 0;
    }
    slices.at(-1)?.push(item);
    size += weight;
  }
  return slices;
}

/** Why a capture could not go on, as the worker is told: a bug by no more than that it is one. */
export function toldCode(error: unknown): 'nothing-found' | 'navigated' | 'page-not-understood' | 'unexpected' {
  const { code } = asFailure(error);
  return code === 'nothing-found' || code === 'navigated' || code === 'page-not-understood' ? code : 'unexpected';
}
