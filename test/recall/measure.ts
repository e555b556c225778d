/** How much of what is marked in the test set is removed, and how much of what is removed was marked. */
import type { Comment } from './compose.ts';

/** A piece of a text that a tool takes out. */
export interface Taken {
  readonly start: number;
  readonly end: number;
  /** In the words of the test set. */
  readonly kind: string;
}
export type Tool = (text: string) => readonly Taken[];

export interface Tally {
  marked: number;
  /** Marked, and wholly gone. */
  found: number;
  taken: number;
  /** Taken, and mostly marked. */
  right: number;
}
export interface Measured {
  readonly kinds: ReadonlyMap<string, Tally>;
  readonly all: Tally;
  /** D3's validated patterns together: what has a form of its own. */
  readonly patterns: Tally;
  /** Comments in which nothing may change. */
  readonly keepLines: number;
  readonly damaged: readonly string[];
  /** Marked pieces that were left standing, wholly or in part; and pieces taken without reason. For tuning, of invented texts. */
  readonly missed: readonly string[];
  readonly wrong: readonly string[];
}

const patternKinds: ReadonlySet<string> = new Set(
  'e-mail telefoon bsn iban postcode kenteken geboortedatum profiel vermelding'.split(' '),
);

const empty = (): Tally => ({ marked: 0, found: 0, taken: 0, right: 0 });
const isSign = (char: string | undefined): boolean => char !== undefined && /[\p{L}\p{N}]/u.test(char);

/** `counts`: kinds that the tool is asked for; others are not held against it. */
export function measure(comments: readonly Comment[], tool: Tool): Measured {
  const kinds = new Map<string, Tally>();
  const of = (kind: string): Tally => kinds.get(kind) ?? kinds.set(kind, empty()).get(kind) ?? empty();
  const damaged: string[] = [];
  const missed: string[] = [];
  const wrong: string[] = [];
  let keepLines = 0;
  for (const { id, text, spans } of comments) {
    const taken = tool(text);
    if (spans.length === 0) {
      keepLines += 1;
      if (taken.length > 0) damaged.push(`${id} ${text}`);
    }
    for (const span of spans) {
      const isFound = isCovered(text, span, taken);
      of(span.kind).marked += 1;
      if (isFound) of(span.kind).found += 1;
      else missed.push(`${id} ${span.kind}: ${text.slice(span.start, span.end)} | ${text}`);
    }
    for (const one of taken) {
      const isRight = mostlyWithin(text, one, spans);
      of(one.kind).taken += 1;
      if (isRight) of(one.kind).right += 1;
      else wrong.push(`${id} ${one.kind}: ${text.slice(one.start, one.end)} | ${text}`);
    }
  }
  const all = sum([...kinds.values()]);
  const patterns = sum([...kinds].filter(([kind]) => patternKinds.has(kind)).map(([, tally]) => tally));
  return { kinds, all, patterns, keepLines, damaged, missed, wrong };
}

/** No letter or digit of it is left. */
function isCovered(text: string, span: { start: number; end: number }, taken: readonly Taken[]): boolean {
  for (let i = span.start; i < span.end; i += 1) {
    if (isSign(text[i]) && !taken.some(({ start, end }) => i >= start && i < end)) return false;
  }
  return true;
}

function mostlyWithin(text: string, { start, end }: Taken, spans: Comment['spans']): boolean {
  let within = 0;
  let signs = 0;
  for (let i = start; i < end; i += 1) {
    if (!isSign(text[i])) continue;
    signs += 1;
    if (spans.some((span) => i >= span.start && i < span.end)) within += 1;
  }
  return within * 2 > signs;
}

const sum = (tallies: readonly Tally[]): Tally =>
  tallies.reduce(
    (total, one) => ({
      marked: total.marked + one.marked,
      found: total.found + one.found,
      taken: total.taken + one.taken,
      right: total.right + one.right,
    }),
    empty(),
  );

export const recallOf = ({ found, marked }: Tally): number => (marked === 0 ? 1 : found / marked);
export const precisionOf = ({ right, taken }: Tally): number => (taken === 0 ? 1 : right / taken);

/** Recall weighs twice as much as precision: what is missed cannot be called back. */
export function f2(tally: Tally): number {
  const [p, r] = [precisionOf(tally), recallOf(tally)];
  return p + r === 0 ? 0 : (5 * p * r) / (4 * p + r);
}

/** Wilson's score interval at 95%. */
export function wilson(hits: number, total: number): readonly [number, number] {
  if (total === 0) return [0, 1];
  const z = 1.96;
  const share = hits / total;
  const centre = share + (z * z) / (2 * total);
  const spread = z * Math.sqrt((share * (1 - share)) / total + (z * z) / (4 * total * total));
  const scale = 1 + (z * z) / total;
  return [Math.max(0, (centre - spread) / scale), Math.min(1, (centre + spread) / scale)];
}
