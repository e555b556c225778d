import { describe, expect, it } from 'vitest';
import type { Capture } from '../../../lib/model/capture.ts';
import type { Draft } from '../../../lib/model/draft.ts';
import { classify } from '../../../lib/privacy/classify.ts';
import { gate } from '../../../lib/privacy/gate.ts';
import { identities, writerIdentities } from '../../../lib/privacy/identities.ts';
import { strip } from '../../../lib/privacy/strip.ts';
import type { HiddenPerson, Stripped } from '../../../lib/privacy/strip.ts';
import { besidesLetter, isLetterFile, withWriter } from '../../../lib/privacy/writer.ts';
import { account, draft, item, key, person, policy } from './sample.ts';

// People are invented.
const fenna = person({
  name: 'Fenna Kanariezoon',
  handle: 'fenna_kanarie',
  ids: ['9007199254740993117'],
  urls: ['https://x.com/fenna_kanarie'],
});
const wijnand = person({ name: 'Wijnand van ’t Kanariënest', handle: 'wijnandkn' });
const employee = person({ name: 'Ambtenaar Kanariepiet', handle: 'kanariepiet', isEmployee: true });

const post = '1900000000000000001';
/** Fenna asked, Wijnand said something of it, the ministry answered, and then Fenna wrote her letter. */
const page = (): Draft =>
  draft(
    [fenna, wijnand, employee],
    [
      item({ id: '70', author: 1, text: 'Waar blijft mijn beschikking?', parent: { id: post, method: 'markup' } }),
      item({
        id: '71',
        author: 2,
        text: 'Goede vraag Fenna, ik (Wijnand van ’t Kanariënest) wacht ook',
        times: { shown: '3 u', markup: '2026-11-20T08:01:02.345Z' },
        counts: { likes: '17' },
        mentions: [1],
        parent: { id: '70', method: 'markup' },
      }),
      item({
        id: '72',
        author: 0,
        url: 'https://x.com/minvoorbeeld/status/72',
        text: 'Beste @fenna_kanarie, schrijf ons.',
        mentions: [1],
        parent: { id: '71', method: 'markup' },
      }),
      item({
        id: '73',
        author: 1,
        url: 'https://x.com/fenna_kanarie/status/73',
        times: { shown: '1 u', markup: '2026-11-20T09:10:11.000Z' },
        text: 'Hierbij maak ik bezwaar. Mijn buurman Wijnand van ’t Kanariënest en mevrouw Hendriks-Bakker weten ervan. Bel 06-12345678. Groet, Fenna K.',
        mentions: [1],
        parent: { id: '72', method: 'markup' },
      }),
    ],
  );

const roles = (of: Draft) => classify(of, policy, account);
const base = { policy, account, keepReactions: true, keepProfile: false, media: new Map(), key };

async function letter(of = page()): Promise<{ stripped: Stripped; of: Draft }> {
  const stripped = await strip({ ...base, draft: of, roles: withWriter(roles(of), 1), letters: { letter: '73' } });
  return { stripped, of };
}

describe('a citizen’s letter', () => {
  it('keeps its writer: name, account, address, words and moment', async () => {
    const { stripped } = await letter();
    const { reactions, people } = stripped;
    expect(people.find(({ role }) => role === 'schrijver')).toEqual({
      key: 'schrijver',
      role: 'schrijver',
      name: 'Fenna Kanariezoon',
      handle: 'fenna_kanarie',
      url: 'https://x.com/fenna_kanarie',
    });
    expect(reactions.map(({ kind, author }) => [kind, author])).toEqual([
      ['reactie', 'schrijver'],
      ['reactie', 'reageerder-1'],
      ['antwoord-overheid', 'account-minvoorbeeld'],
      ['burgerbrief', 'schrijver'],
    ]);
    expect(reactions[3]).toMatchObject({
      platformId: '73',
      url: 'https://x.com/fenna_kanarie/status/73',
      times: { markup: '2026-11-20T09:10:11.000Z' },
    });
    expect(reactions[3]?.text).toContain('Groet, Fenna K.');
  });

  it('keeps nobody else, not in the letter either', async () => {
    const { stripped, of } = await letter();
    const text = stripped.reactions[3]?.text ?? '';
    expect(text).toContain('buurman [Reageerder 1]');
    expect(text).not.toContain('Hendriks');
    const all = JSON.stringify(stripped);
    expect(all).not.toMatch(/wijnand|kanari.nest|kanariepiet/i);
    expect(gate(all, identities(of, withWriter(roles(of), 1)))).toMatchObject({ ok: true });
  });

  it('lets what the writer tells to be answered stand, and asks a person to look at it', async () => {
    const { stripped } = await letter();
    expect(stripped.reactions[3]?.text).toContain('06-12345678');
    expect(stripped.review.map(({ where, rule }) => [where, rule])).toContainEqual(['reactie-0003', 'patroon.telefoon']);
  });

  it('names the writer in the writer’s own words only', async () => {
    const { stripped, of } = await letter();
    expect(stripped.reactions[1]?.text).toBe('Goede vraag [schrijver], ik ([Reageerder 1]) wacht ook');
    expect(stripped.reactions[2]?.text).toBe('Beste [schrijver], schrijf ons.');
    const writer = writerIdentities(of, withWriter(roles(of), 1));
    const rest = besidesLetter(stripped as unknown as Capture); // only people and reactions are looked at
    expect(gate(JSON.stringify(rest), writer)).toMatchObject({ ok: true });
    expect(gate(JSON.stringify(stripped), writer)).toMatchObject({ ok: false });
  });

  it('takes from others’ words the moments and counts by which they are found again', async () => {
    const { stripped } = await letter();
    expect(stripped.reactions[1]).toMatchObject({ times: {}, counts: {}, media: [] });
    expect(JSON.stringify(stripped)).not.toContain('08:01:02');
  });

  it('is refused where the writer is not known, is ours, or is whoever captures', () => {
    const known = roles(page());
    for (const sighting of [undefined, 0, 3])
      expect(() => withWriter(known, sighting)).toThrow(expect.objectContaining({ code: 'letter-not-possible' }));
  });

  it('stands in its own files of the package, and its writer in no other', () => {
    const dir = 'BB-20261120-abcdef/data/BB-20261120-abcdef/burgerbrief-BB-20261120-abcdef';
    const name = 'burgerbrief-BB-20261120-abcdef';
    for (const ending of ['.mdto.xml', '-gegevens.json', '-weergave.html'])
      expect(isLetterFile(`${dir}/${name}${ending}`)).toBe(true);
    for (const path of [
      `${dir}/${name}-gegevens.json.bestand.mdto.xml`,
      'BB-1/bag-info.txt',
      `${dir}/bericht-1.mdto.xml`,
      `${dir}/${name}-schermafbeelding.png.bestand.mdto.xml`,
    ])
      expect(isLetterFile(path)).toBe(false);
  });
});

describe('the dossier a letter was taken from', () => {
  const references = new Map([
    ['73', { caseNumber: 'Z-2026-17' }],
    ['70', {}],
  ]);
  const dossier = (onHidden?: (people: readonly HiddenPerson[]) => void) =>
    strip({ ...base, draft: page(), roles: roles(page()), letters: { references }, ...(onHidden && { onHidden }) });

  it('keeps a reference in its place in the thread, with the case and nothing else', async () => {
    const { reactions, ledger } = await dossier();
    expect(reactions.map(({ key: name, parent }) => [name, parent?.key])).toEqual([
      ['verwijzing-01', 'bericht-1900000000000000001'],
      ['reactie-0001', 'verwijzing-01'],
      ['antwoord-72', 'reactie-0001'],
      ['verwijzing-02', 'antwoord-72'],
    ]);
    expect(reactions[3]).toEqual({
      key: 'verwijzing-02',
      kind: 'verwijzing',
      parent: { key: 'antwoord-72', method: 'markup' },
      times: {},
      media: [],
      counts: {},
      hashtags: [],
      links: [],
      reference: { caseNumber: 'Z-2026-17' },
    });
    expect(ledger.filter(({ kind }) => kind === 'burgerbrief').map(({ where }) => where)).toEqual([
      'verwijzing-01',
      'verwijzing-02',
    ]);
  });

  it('names the writer nowhere, and does not say which pseudonym wrote the letter', async () => {
    const stripped = await dossier();
    const all = JSON.stringify(stripped);
    expect(all).not.toMatch(/fenna|kanarie/i);
    expect(all).not.toContain('bezwaar');
    expect(gate(all, identities(page(), roles(page())))).toMatchObject({ ok: true });
    expect(stripped.reactions.filter(({ kind }) => kind === 'verwijzing').every(({ author }) => author === undefined)).toBe(true);
  });

  it('puts the letter in nobody’s sealed way back', async () => {
    let keys: string[] = [];
    await dossier((people) => (keys = people.flatMap(({ items }) => items.map(({ key: name }) => name))));
    expect(keys).toEqual(['reactie-0001']);
  });
});
