/** The forms of others beside what is ours: a name of ours stays, also where somebody else is called so. */
import { fold } from './fold.ts';
import type { Form } from './forms.ts';
import type { SharedForm } from './gathered.ts';
import { foldText, patternOf } from './plain.ts';
import { finder } from './squash.ts';
import { isEveryday, isParticle } from './words.ts';

/** What is wholly ours is nobody else's; what stands inside a text of ours ("Voorbeeld") is only sure in context. */
export function besideOurs(all: readonly SharedForm[], keep: readonly string[]): SharedForm[] {
  const squashed = keep.map((text) => patternOf([foldText(text)]).squashed);
  const whole = new Set(squashed);
  const isWithin = within(squashed.join('\n'));
  const perhaps = all.filter((form) => isWithin(form.squashed));
  const hits = finder(perhaps)(fold(keep.join('\n\u2022\u2022\u2022\u2022\u2022\n')));
  const inside = new Set(hits.map((hit) => perhaps[hit.pattern]));
  const isUnsure = (form: SharedForm): boolean => isFirm(form) && (inside.has(form) || isAroundOurs(form, whole));
  return all.flatMap((form) => {
    if (whole.has(form.squashed)) return [];
    return isUnsure(form) ? [{ ...form, strength: 'context' as const }] : [form];
  });
}

/** "in/minvoorbeeld": our own account with a small word before it, as "LinkedIn minvoorbeeld" has. */
function isAroundOurs({ squashed, splits }: Form, ours: ReadonlySet<string>): boolean {
  if (splits.length === 0) return ours.has(squashed);
  const pieces = [0, ...splits].map((start, index) => squashed.slice(start, splits[index]));
  return (
    pieces.some((piece) => ours.has(piece)) && pieces.every((piece) => ours.has(piece) || isEveryday(piece) || isParticle(piece))
  );
}

const isFirm = ({ strength }: Form): boolean => strength === 'sure' || strength === 'firm';

/** Does it stand in the text? Of many thousands nearly none do, and most of those have a beginning that is nowhere in it. */
function within(text: string): (squashed: string) => boolean {
  const beginnings = new Uint8Array(65_536);
  for (let at = 0; at + 3 <= text.length; at += 1) beginnings[beginningOf(text, at)] = 1;
  return (squashed) => (squashed.length < 3 || beginnings[beginningOf(squashed, 0)] === 1) && text.includes(squashed);
}

/** Three letters in one number; some share theirs with others. */
const beginningOf = (text: string, at: number): number =>
  (Math.imul(Math.imul(text.charCodeAt(at), 31) + text.charCodeAt(at + 1), 961) + text.charCodeAt(at + 2)) & 0xffff;
