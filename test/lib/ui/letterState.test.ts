// All people in this file are invented.
import { describe, expect, it } from 'vitest';
import type { LetterTerms } from '../../../lib/model/letter.ts';
import { Failure } from '../../../lib/model/failure.ts';
import { proposedKind } from '../../../lib/ui/letterKind.ts';
import { createLetterState } from '../../../lib/ui/letterState.ts';
import { pretendWorker } from './worker.ts';

const reactions = [
  { item: '1', author: 'Zoë Öztürk @zoe', text: 'Mooi bericht' },
  { item: '2', author: 'Fenna Kanariezoon @fenna', text: 'Ik maak bezwaar', isPicked: true as const },
  { item: '3', author: '', text: '' },
];
const today = Date.parse('2026-11-20T12:00:00Z');

async function opened(answer: unknown = reactions, teams: readonly string[] = [], terms: LetterTerms = {}) {
  const letter = createLetterState(
    pretendWorker({ listReactions: answer }).ask,
    7,
    () => today,
    () => ({ teams, terms }),
  );
  await letter.open();
  return letter;
}

describe('choosing a citizen’s letter', () => {
  it('begins with the reaction that was pointed at on the page', async () => {
    const letter = await opened();
    expect(letter.draft.value.item).toBe('2');
    expect(letter.shown.value.map(({ item }) => item)).toEqual(['2', '1', '3']);
  });

  it('searches in names and words, and never hides what is chosen', async () => {
    const letter = await opened();
    letter.find('öztürk');
    expect(letter.shown.value.map(({ item }) => item)).toEqual(['2', '1']);
  });

  it('proposes the term the law gives for the kind, and lets it be changed', async () => {
    const letter = await opened();
    letter.change({ kind: 'bezwaar' });
    expect(letter.draft.value.answerBy).toBe('2027-01-01');
    letter.change({ answerBy: '2026-12-15' });
    letter.change({ team: 'Juridische zaken' });
    expect(letter.draft.value.answerBy).toBe('2026-12-15');
    letter.change({ kind: 'overig' });
    expect(letter.draft.value.answerBy).toBe('');
  });

  it('keeps to the terms the organisation set, and to the law for the other kinds', async () => {
    const letter = await opened(reactions, [], { klacht: 10, overig: 14 });
    const terms = (['klacht', 'overig', 'aanvraag'] as const).map((kind) => {
      letter.change({ kind });
      return letter.draft.value.answerBy;
    });
    expect(terms).toEqual(['2026-11-30', '2026-12-04', '2027-01-15']);
  });

  it('fills in what the letter looks like and who gets most of them, so that one press is left', async () => {
    const letter = await opened(reactions, ['Juridische zaken', 'Publieksvoorlichting']);
    expect(letter.proposed.value).toBe('bezwaar');
    expect(letter.question()).toEqual({
      tabId: 7,
      item: '2',
      kind: 'bezwaar',
      team: 'Juridische zaken',
      answerBy: '2027-01-01',
    });
  });

  it('proposes again for another reaction, until a person said what it is', async () => {
    const letter = await opened();
    letter.change({ item: '1' });
    expect(letter.draft.value).toMatchObject({ kind: 'overig', answerBy: '' });
    letter.change({ kind: 'klacht' });
    letter.change({ item: '2' });
    expect(letter.draft.value).toMatchObject({ item: '2', kind: 'klacht', answerBy: '2027-01-01' });
    expect(letter.proposed.value).toBeUndefined();
  });

  it.each([
    ['Ik wil hierbij bezwaar maken, en dit is ook een klacht', 'bezwaar'],
    ['Ik dien een klacht in over uw loket', 'klacht'],
    ['Graag doe ik een aanvraag voor een voorbeeldtoeslag', 'aanvraag'],
    ['Op grond van de Woo verzoek ik u om stukken', 'aanvraag'],
    ['Beste minister, wat vindt u hiervan?', 'overig'],
  ])('takes the words for what they are: %s', (text, kind) => {
    expect(proposedKind(text)).toBe(kind);
  });

  it('points out what is missing before it asks anything', async () => {
    const letter = await opened([{ item: '1', author: 'Zoë', text: 'x' }]);
    expect(letter.question()).toBeUndefined();
    expect(letter.isPointingOut.value).toBe(true);
    expect(letter.missing.value).toEqual(['item', 'kind', 'team']);
    letter.change({ item: '1', kind: 'klacht', team: ' Klachten ', caseNumber: 'voor <Fenna>' });
    expect(letter.missing.value).toEqual(['caseNumber']);
    letter.change({ caseNumber: ' Z-1 ' });
    expect(letter.question()).toEqual({
      tabId: 7,
      item: '1',
      kind: 'klacht',
      team: 'Klachten',
      caseNumber: 'Z-1',
      answerBy: '2027-01-01',
    });
  });

  it('forgets who was on the page when it is closed', async () => {
    const letter = await opened();
    letter.close();
    expect(letter.reactions.value).toBeUndefined();
    expect(letter.draft.value).toEqual({ team: '', caseNumber: '', answerBy: '' });
  });

  it('says why the page could not be read', async () => {
    const letter = await opened(new Failure('page-not-understood'));
    expect(letter.trouble.value?.code).toBe('page-not-understood');
    expect(letter.reactions.value).toBeUndefined();
  });
});
