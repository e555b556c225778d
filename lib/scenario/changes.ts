/**
 * R26: recognises the same post or reaction in two captures of one post, without any identifier: own items by their own
 * number, third parties' by moment and words. Pseudonyms are left out of the comparison: they differ from capture to capture
 * (D5). docs/decisions/0009 says why.
 */
import type { Capture, CapturedItem } from '../model/capture.ts';
import type { ChangedItem, Changes } from '../model/changes.ts';
import type { EarlierPackage } from '../model/evidence.ts';
import { bestTime } from '../model/time.ts';
import { profileChanges } from './profileChanges.ts';

export function changesBetween(earlier: Capture, later: Capture, facts: EarlierPackage): Changes {
  const [before, after] = [itemsOf(earlier), itemsOf(later)];
  const pairs = [byNumber, byMomentAndWords, byMoment, byWords].reduce<readonly Pair[]>(
    (found, way) => [...found, ...pairUp(rest(before, found, 'before'), rest(after, found, 'after'), way)],
    [],
  );
  const fresh = rest(after, pairs, 'after');
  const notChosenAgain = reactionsUnknownTo(later, earlier);
  const gone = rest(before, pairs, 'before').filter((item) => !notChosenAgain.has(item));
  // a profile shows the last posts: older ones leave the page without being gone
  const wasWhole = earlier.completeness.state === 'OK' && !later.profile;
  const isCertain = wasWhole && later.completeness.state === 'OK';
  const notChosenThen = reactionsUnknownTo(earlier, later);
  const isNew = (item: CapturedItem) =>
    (wasWhole && !notChosenThen.has(item)) || (bestTime(item.times)?.iso ?? '') > earlier.clock.ended;
  const edited = pairs.filter((pair) => wordsOf(pair.before) !== wordsOf(pair.after));
  return {
    earlier: facts,
    ...(earlier.profile && later.profile && { profile: profileChanges(earlier, later) }),
    added: fresh.filter(isNew).map(told),
    firstSeen: fresh.filter((item) => !isNew(item)).map(told),
    edited: edited.map((pair) => ({ ...told(pair.after), ...(pair.before.text !== undefined && { before: pair.before.text }) })),
    removed: isCertain ? gone.map(told) : [],
    notSeenAgain: isCertain ? [] : gone.map(told),
    unchanged: pairs.length - edited.length,
    isCertain,
  };
}

/** Outside scenario B the reactions that are there, are there because a person pointed at them: of the others it knows nothing. */
function reactionsUnknownTo(other: Capture, { reactions }: Capture): ReadonlySet<CapturedItem> {
  return new Set(other.choice.scenario === 'B' ? [] : reactions);
}

interface Pair {
  readonly before: CapturedItem;
  readonly after: CapturedItem;
}
/** What is the same in both; undefined where this item has no such thing. */
type Way = (item: CapturedItem) => string | undefined;

const byNumber: Way = ({ platformId }) => platformId;
const byMomentAndWords: Way = (item) => (momentOf(item) === undefined ? undefined : `${momentOf(item)}\n${wordsOf(item)}`);
/** The same second with other words: edited. Two in one second are told apart by the way before this one, or not at all. */
const byMoment: Way = (item) => momentOf(item);
/** Where the page shows no exact moment. Short words like "Eens!" are written by many. */
const byWords: Way = (item) => (wordsOf(item).length >= 25 ? wordsOf(item) : undefined);

function pairUp(before: readonly CapturedItem[], after: readonly CapturedItem[], way: Way): Pair[] {
  const [left, right] = [grouped(before, way), grouped(after, way)];
  return [...left].flatMap(([same, [one, ...others]]) => {
    const [other, ...more] = right.get(same) ?? [];
    return one && other && others.length === 0 && more.length === 0 && one.kind === other.kind
      ? [{ before: one, after: other }]
      : [];
  });
}

function grouped(items: readonly CapturedItem[], way: Way): Map<string, CapturedItem[]> {
  return Map.groupBy(
    items.filter((item) => way(item) !== undefined),
    (item) => way(item) ?? '',
  );
}

function rest(items: readonly CapturedItem[], pairs: readonly Pair[], side: keyof Pair): CapturedItem[] {
  const found = new Set(pairs.map((pair) => pair[side]));
  return items.filter((item) => !found.has(item));
}

function itemsOf({ posts, reactions }: Capture): CapturedItem[] {
  return [...posts, ...reactions];
}

/** To the second: finer parts come and go with how the moment was known. */
function momentOf({ times }: CapturedItem): string | undefined {
  const found = bestTime(times);
  return found && Number.isFinite(Date.parse(found.iso)) ? new Date(found.iso).toISOString().slice(0, 19) : undefined;
}

/** Without the numbers of pseudonyms. */
function wordsOf({ text = '' }: CapturedItem): string {
  return text
    .replace(/\[Reageerder \d+\]/g, '[Reageerder]')
    .replace(/\s+/g, ' ')
    .trim();
}

function told(item: CapturedItem): ChangedItem {
  const posted = bestTime(item.times)?.iso;
  return {
    key: item.key,
    isThirdParty: item.kind === 'reactie',
    ...(posted !== undefined && { posted }),
    ...(item.text !== undefined && { text: item.text }),
  };
}
