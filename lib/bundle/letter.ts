/** R11: how the package of a citizen's letter describes it. Only the letter's own description names its writer (D6). */
import type { Capture } from '../model/capture.ts';
import { platformNames } from '../model/platform.ts';
import { mdtoTerm } from './codelists.ts';
import type { Informatieobject } from './mdto.ts';
import { oneLine } from './names.ts';
import { holder, writer } from './parties.ts';
import { letterKindNames } from './sentences.ts';

export function letterDescription(capture: Capture): Pick<Informatieobject, 'omschrijving' | 'betrokkene'> {
  const { letter, reactions, platform } = capture;
  const item = reactions.find(({ key }) => key === letter?.item);
  if (!letter || !item) return { betrokkene: holder(capture) };
  const place = item.url === undefined ? platformNames[platform] : `${platformNames[platform]}, ${item.url}`;
  return {
    omschrijving: `${letterKindNames[letter.kind]} op ${place}.\n${item.text ?? '[De tekst is niet gevonden.]'}`,
    betrokkene: [...holder(capture), ...writer(capture)],
  };
}

/** To the case, in the package of the letter and in the dossier that keeps a reference (R11). */
export function letterRelations(caseNumber: string | undefined): Informatieobject['gerelateerd'] {
  if (caseNumber === undefined) return [];
  const naar = { naam: oneLine(`Zaak ${caseNumber}`), identificatie: { kenmerk: caseNumber, bron: 'Zaaksysteem' } };
  return [{ naar, relatie: mdtoTerm('relatie', 'Refereert aan') }];
}

/** For the account and the view: what was said of the letter when it was taken. */
export function letterFacts({ letter }: Capture): readonly (readonly [string, string])[] {
  if (!letter) return [];
  return [
    ['Soort', letterKindNames[letter.kind]],
    ['Behandelend team', letter.team],
    ['Zaaknummer', letter.caseNumber ?? 'nog niet bekend'],
    ...(letter.answerBy === undefined ? [] : [['Beantwoorden vóór', letter.answerBy] as const]),
  ];
}
