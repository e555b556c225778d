/** Folding and squashing for what most names, accounts and addresses are made of: ASCII, of which nothing but the case changes. */
import { foldText as foldAny } from './fold.ts';
import { squash as squashAny } from './squash.ts';
import type { Pattern } from './squash.ts';

/** Printable signs but the accent, with one space at most between them. */
const isPlain = /^[!-_a-~]+(?: [!-_a-~]+)*$/;

/** `foldText` of `fold.ts`, for many thousands of short texts. */
export const foldText = (text: string): string => (isPlain.test(text) ? text.toLowerCase() : foldAny(text));

const isSquashed = /^[a-z0-9]*$/;
const isAscii = /^[ -~]*$/;

/** `squash` of `squash.ts`, likewise. */
export function squash(folded: string): string {
  if (isSquashed.test(folded)) return folded;
  return isAscii.test(folded) ? folded.replace(/[^A-Za-z0-9]+/g, '') : squashAny(folded);
}

/** `patternOf` of `squash.ts`, likewise. */
export function patternOf(words: readonly string[]): Pattern {
  if (words.length === 1) return { squashed: squash(words[0] ?? ''), splits: [] };
  let squashed = '';
  const splits: number[] = [];
  for (const word of words) {
    const plain = squash(word);
    if (plain === '') continue;
    if (squashed !== '') splits.push(squashed.length);
    squashed += plain;
  }
  return { squashed, splits };
}
