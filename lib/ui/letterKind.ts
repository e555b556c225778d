import type { LetterKind } from '../model/letter.ts';

/** In the order of their weight: who objects may also complain, and the term for an objection is the one that must not be missed. */
const signs: readonly (readonly [LetterKind, RegExp])[] = [
  ['bezwaar', /\bbezwaar|\bobjection\b|\bobject to\b/iu],
  ['klacht', /\bklacht|\bklaag\b|\bcomplain/iu],
  ['aanvraag', /\baanvra(?:ag|gen)|\bverzoek|\bapplication\b|\bapply for\b/iu],
];

/** What kind of letter its first words make it look like. A proposal: the person who sends it on decides. */
export function proposedKind(text: string): LetterKind {
  return signs.find(([, sign]) => sign.test(text))?.[0] ?? 'overig';
}
