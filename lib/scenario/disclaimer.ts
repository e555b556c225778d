/** R30: whether a profile says that what is written there is kept. By its words, so "niet gezien" is no proof that it is not there. */
import type { CapturedProfile } from '../model/capture.ts';
import type { DisclaimerSeen } from '../model/disclaimer.ts';

const what = String.raw`\b(?:bericht(?:en)?|reacties?|antwoorden|posts?|tweets?|alles|wat u|wat je|messages?|comments?|repl(?:y|ies)|what you)\b`;
const kept = String.raw`\b(?:bewaren|bewaard|bewaart|gearchiveerd|archiveren|opgeslagen|vastgelegd|archived?|retained|stored|kept|recorded)\b`;
/** In one sentence; an address may stand between. */
const between = String.raw`(?:[^.!?\n]|\.(?=\S)){0,80}?`;
const says = new RegExp(
  `${what}${between}${kept}|${kept}${between}${what}|\\bdisclaimer\\b|\\bprivacyverklaring\\b|\\bprivacy statement\\b`,
  'iu',
);

export function disclaimerOn({
  description = '',
  fields,
  links,
}: Pick<CapturedProfile, 'description' | 'fields' | 'links'>): DisclaimerSeen {
  const texts = [description, ...fields.flatMap(({ label, value }) => [label, value]), ...links];
  return texts.some((text) => says.test(text)) ? 'gezien' : 'niet gezien';
}
