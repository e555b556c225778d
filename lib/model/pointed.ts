/** R9, R11, R12: what a person points at on the page itself, beside the reactions. */
import * as v from 'valibot';

/** `mee`: it comes along with the capture of the page. `vraag`: it does so with what we answered, and not without (R12). */
const alongs = ['vraag', 'mee'] as const;
export type Along = (typeof alongs)[number];
/** `brief`: a citizen's letter, which becomes a capture of its own (R11). */
export const pointings = ['brief', ...alongs] as const;
export type Pointing = (typeof pointings)[number];

/** As a reader found it: a platform's id, so a person's; in memory only (D3). */
const item = v.pipe(v.string(), v.minLength(1), v.maxLength(4_000));
export const PointedAt = v.strictObject({ item, as: v.picklist(alongs) });
export type PointedAt = v.InferOutput<typeof PointedAt>;

/** More than anybody points at by hand. */
export const mostPointed = 500;

/** How many of each. */
export type PointedCount = Readonly<Record<Along, number>>;

/** In a capture: which reaction, as what, and our answers to it; by key. */
export interface PointedItem {
  readonly key: string;
  readonly as: Along;
  readonly answers: readonly string[];
}

const words = v.pipe(v.string(), v.maxLength(200));

/** What the controls on the page say: in the user's language, by `{number}`, `{total}` and `{marked}`, and nothing of anybody. */
export const WebcareWords = v.strictObject({
  name: words,
  count: words,
  help: words,
  label: words,
  brief: words,
  vraag: words,
  mee: words,
  stop: words,
});
export type WebcareWords = v.InferOutput<typeof WebcareWords>;
