/** What stands in the place of something removed: fixed words, so that nothing of its length or first letter is left (D3). */
import { fold } from './fold.ts';

export const tokens = {
  persoon: '[persoon]',
  medewerker: '[medewerker]',
  mail: '[e-mailadres]',
  telefoon: '[telefoonnummer]',
  bsn: '[bsn]',
  iban: '[iban]',
  adres: '[adres]',
  kenteken: '[kenteken]',
  geboortedatum: '[geboortedatum]',
  profiel: '[profiel]',
  nummer: '[nummer]',
  zaaknummer: '[zaaknummer]',
  koppeling: '[koppeling]',
  schrijver: '[schrijver]',
} as const;
export type Token = (typeof tokens)[keyof typeof tokens];

const words = [...Object.values(tokens).map((token) => token.slice(1, -1)), 'reageerder', 'naam'].map((word) =>
  word.replace('-', '-?'),
);
const imitation = new RegExp(`\\[[ \\n]?(?:${words.join('|')})(?: ?\\d{1,9})?[ \\n]?\\]`, 'g');

/** Words of the page in our brackets get round ones, so that a reader can tell what we removed from what was written (A39). */
export function neutralise(text: string): string {
  if (!/[\p{Ps}&%\\]/u.test(text)) return text;
  const folded = fold(text);
  const units = text.split('');
  for (const match of folded.text.matchAll(imitation)) {
    units[folded.starts[match.index] ?? 0] = '(';
    units[folded.starts[match.index + match[0].length - 1] ?? 0] = ')';
  }
  return units.join('');
}
