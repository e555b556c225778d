/** The texts of a capture that a person may look at (R9), each with its place: of an item, or of a part of it. */
import type { Capture, CapturedItem, CapturedProfile } from './capture.ts';

/** Beside its own text an item has a quoted one, a warning and what pictures and films say; a profile has fields. */
export const textParts = ['citaat', 'waarschuwing', 'beeld', 'veld'] as const;
export type TextPart = 'citaat' | 'waarschuwing' | `beeld-${number}` | `veld-${number}`;

/** `bericht-1`, `bericht-1/citaat`: keys hold no stroke. */
export const placeOf = (key: string, part: TextPart): string => `${key}/${part}`;
export const itemOf = (place: string): string => place.split('/')[0] ?? place;
export const partOf = (place: string): string | undefined => place.split('/')[1]?.replace(/-\d+$/, '');

interface PlacedText {
  readonly where: string;
  readonly text: string;
}

/** In the order of the thread. */
export function reviewTexts({ posts, reactions, profile }: Pick<Capture, 'posts' | 'reactions' | 'profile'>): PlacedText[] {
  return [...(profile ? ofProfile(profile) : []), ...[...posts, ...reactions].flatMap(ofItem)];
}

function ofItem({ key, text = '', contentWarning, quote, media }: CapturedItem): PlacedText[] {
  const parts: PlacedText[] = [{ where: key, text }];
  if (contentWarning !== undefined) parts.push({ where: placeOf(key, 'waarschuwing'), text: contentWarning });
  if (quote?.text !== undefined) parts.push({ where: placeOf(key, 'citaat'), text: quote.text });
  media.forEach((one, index) => {
    const said = one.state === 'text' ? one.text : one.alt;
    if (said !== undefined) parts.push({ where: placeOf(key, `beeld-${index}`), text: said });
  });
  return parts;
}

const ofProfile = ({ key, description = '', fields }: CapturedProfile): PlacedText[] => [
  { where: key, text: description },
  ...fields.map(({ value }, index) => ({ where: placeOf(key, `veld-${index}`), text: value })),
];
