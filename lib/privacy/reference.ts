/** R11: in a stored capture a reaction makes way for a reference to the process it went to. Its words are gone for good. */
import type { Capture, CapturedItem } from '../model/capture.ts';
import { Failure } from '../model/failure.ts';
import type { LetterReference } from '../model/letter.ts';
import { itemOf } from '../model/reviewTexts.ts';

export function withReference(capture: Capture, where: string, { caseNumber }: LetterReference): Capture {
  const item = capture.reactions.find(({ key }) => key === where);
  if (item?.kind !== 'reactie') throw new Failure('not-found', { object: 'reactie' });
  const key = nextKey(capture);
  const reference: CapturedItem = {
    key,
    kind: 'verwijzing',
    ...(item.parent && { parent: item.parent }),
    times: {},
    media: [],
    counts: {},
    hashtags: [],
    links: [],
    reference: { ...(caseNumber !== undefined && { caseNumber }) },
  };
  const moved = (one: CapturedItem): CapturedItem => (one.parent?.key === where ? { ...one, parent: { ...one.parent, key } } : one);
  const rest = capture.ledger.filter((line) => line.where !== where);
  return {
    ...capture,
    posts: capture.posts.map(moved),
    reactions: capture.reactions.map((one) => (one === item ? reference : moved(one))),
    review: capture.review.filter((point) => itemOf(point.where) !== where),
    ledger: [...rest, { kind: 'burgerbrief', where: key, field: 'text', rule: 'R11.burgerbrief', count: 1 }],
  };
}

function nextKey({ reactions }: Capture): string {
  const numbers = reactions.flatMap(({ key }) => /^verwijzing-(\d+)$/.exec(key)?.[1] ?? []).map(Number);
  return `verwijzing-${String(Math.max(0, ...numbers) + 1).padStart(2, '0')}`;
}
