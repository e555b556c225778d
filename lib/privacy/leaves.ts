/** Text spread over several nodes, redacted as the one text a reader sees. */
import { merged } from './findings.ts';
import type { Finding } from './findings.ts';
import type { Redactor } from './redactor.ts';
import { countUpTo, overlaps } from './spans.ts';
import { neutralise } from './tokens.ts';

export interface Leaf {
  text: string;
  /** Placed by us: not looked at. */
  readonly isFixed: boolean;
}

/** Changes the leaves; gives what was removed. */
export function redactLeaves(leaves: readonly Leaf[], redactor: Redactor, isStripped = false): Finding[] {
  if (leaves.every((leaf) => leaf.text.trim() === '')) return [];
  if (!isStripped) put(leaves, neutralise(leaves.map((leaf) => leaf.text).join('')));
  return repeatedly(leaves, redactor, () => findAcross(leaves, redactor));
}

/**
 * A known name that begins at the end of one block and goes on in the next, after `redactLeaves` over each of them. Twice: as a
 * reader sees it, and as it stands when the tags are taken out.
 */
export function redactBlocks(blocks: readonly (readonly Leaf[])[], redactor: Redactor): Finding[] {
  const filled = blocks.filter((leaves) => leaves.some((leaf) => leaf.text.trim() !== ''));
  if (filled.length < 2) return [];
  const apart = filled.flatMap((block) => [...block, { text: '\n', isFixed: true }]);
  return [apart, filled.flat()].flatMap((leaves) =>
    repeatedly(leaves, redactor, () => redactor.findKnown(leaves.map((leaf) => leaf.text).join(''))),
  );
}

const MOST_ROUNDS = 6;

/** What is left after a replacement may have become readable by it. What never ends goes as a whole. */
function repeatedly(leaves: readonly Leaf[], redactor: Redactor, find: () => readonly Finding[]): Finding[] {
  let removed: Finding[] = [];
  for (let round = 0; ; round += 1) {
    const found = find().filter((finding) => !finding.isDoubtful);
    if (found.length === 0) return removed;
    removed = removed.concat(found);
    if (round < MOST_ROUNDS) replace(leaves, found, redactor);
    else for (const leaf of leaves) leaf.text = '';
  }
}

/** Same text, same lengths: back into the nodes. */
function put(leaves: readonly Leaf[], text: string): void {
  let at = 0;
  for (const leaf of leaves) {
    const { length } = leaf.text;
    leaf.text = text.slice(at, at + length);
    at += length;
  }
}

/** Twice: as if the nodes touched ("Fen" + "na"), and as if a space stood between them ("@fenna" + "2u"). */
function findAcross(leaves: readonly Leaf[], redactor: Redactor): Finding[] {
  const touching = leaves.map((leaf) => leaf.text).join('');
  if (leaves.length < 2) return [...redactor.find(touching)];
  let next = 0;
  const starts = leaves.map((leaf) => {
    const start = next;
    next += leaf.text.length + 1;
    return start;
  });
  const spaced = redactor.find(leaves.map((leaf) => leaf.text).join(' ')).map((finding) => ({
    ...finding,
    start: finding.start - spacesBefore(starts, finding.start),
    end: finding.end - spacesBefore(starts, finding.end),
  }));
  const known = redactor.findKnown(touching);
  // what the space found is the better reading of a pattern: "@fenna" and "2u" are two things
  const isRead = overlaps([...spaced, ...known]);
  const patterns = redactor.find(touching).filter((one) => !isRead(one));
  const found = [...known, ...spaced, ...patterns].filter((finding) => finding.end > finding.start);
  // what only seems glued because the nodes touch is no longer so when the name is gone
  const loose = found.filter(({ isGlued }) => !isGlued);
  return merged(loose.some(({ isDoubtful }) => !isDoubtful) ? loose : found);
}

const spacesBefore = (starts: readonly number[], at: number): number => Math.max(0, countUpTo(starts, at) - 1);

/** The token stands in the node where the finding begins; the rest of it goes from the others. */
function replace(leaves: readonly Leaf[], found: readonly Finding[], redactor: Redactor): void {
  let at = 0;
  let next = 0;
  for (const leaf of leaves) {
    const from = at;
    const to = from + leaf.text.length;
    at = to;
    while (next < found.length && (found[next]?.end ?? 0) <= from) next += 1;
    let text = '';
    let done = from;
    for (let index = next; index < found.length; index += 1) {
      const finding = found[index];
      if (!finding || finding.start >= to) break;
      text += leaf.text.slice(done - from, Math.max(finding.start, from) - from);
      if (finding.start >= from) text += redactor.instead(finding);
      done = Math.min(finding.end, to);
    }
    leaf.text = text + leaf.text.slice(done - from);
  }
}
