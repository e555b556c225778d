/**
 * The long word lists as the extension has them: in a file of their own, which the worker reads when somebody's text is about to be
 * looked at, and not each time it starts. Without them nothing is judged: asking too early stops the work.
 */
import * as v from 'valibot';
import type { ListName } from './lijsten.ts';

const list = v.pipe(v.string(), v.minLength(1_000));
const Lists = v.strictObject({
  surnames: list,
  places: list,
  towns: list,
  firstNames: list,
  everydayWords: list,
  vocabulary: list,
  vocabularyElsewhere: list,
  namesOfThings: list,
});

let held: Readonly<Record<ListName, string>> | undefined;
let reading: Promise<void> | undefined;

export function listOf(name: ListName): string {
  if (!held) throw new Error('the word lists have not been read');
  return held[name];
}

/** Waits until the lists are there. What could not be read is tried again at the next call. */
export function readLists(read: () => Promise<unknown>): Promise<void> {
  reading ??= hold(read).catch((error: unknown) => {
    reading = undefined;
    throw error;
  });
  return reading;
}

async function hold(read: () => Promise<unknown>): Promise<void> {
  held = v.parse(Lists, await read());
}
