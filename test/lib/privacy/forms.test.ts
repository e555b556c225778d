/** The disguises B1–B24 of the catalogue, for somebody known from the page. Everybody here is invented. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { classify } from '../../../lib/privacy/classify.ts';
import { gate } from '../../../lib/privacy/gate.ts';
import { identities, sharedForms } from '../../../lib/privacy/identities.ts';
import { redactor } from '../../../lib/privacy/redactor.ts';
import { account, draft, person, policy } from './sample.ts';

const page = draft(
  [
    person({
      name: 'Fenna Kanariezoon',
      handle: 'fenna_kanarie_zq7',
      ids: ['9007199254740993117'],
      urls: ['https://x.com/fenna_kanarie_zq7'],
    }),
    person({ name: 'Zoë Brøndsted-Öztürk', handle: 'zoebo_test' }),
    person({ name: 'Wijnand van ’t Kanariënest', handle: 'wijnand_knest' }),
    person({ name: 'Roos de Wit', handle: 'roos' }),
    person({ name: 'Bo', handle: 'bo' }),
  ],
  [],
);
const roles = classify(page, policy, account);
const fresh = () => redactor({ forms: sharedForms(page, roles), roles, detectors: [], label: () => 'Reageerder 1' });
const redact = (text: string): string => fresh().redact(text).text;
const base64 = (text: string, skip = 0): string => Buffer.from('x'.repeat(skip) + text, 'utf8').toString('base64');

describe('somebody known from the page is taken out of text', () => {
  it.each([
    ['B1 case', 'zegt FENNA KANARIEZOON of fennaKanariezoon', /fenna|kanarie/i],
    ['B2 marks', 'ook Zoe Brondsted-Ozturk en Zoë Brøndsted-Öztürk'.normalize('NFD'), /br.?o.?ndsted/i],
    ['B3 ligature and quotes', "zie Wĳnand van ' t Kanarienest en wijnand\u00A0van ‘t Kanariënest", /w(?:ĳ|ij)nand|kanari/i],
    ['B4 order', 'aan Kanariezoon, Fenna en F. Kanariezoon', /fenna|kanarie/i],
    ['B4 possessive, diminutive', "Fenna's fiets, Fennaatje en Kanariezoons huis", /fenna|kanarie/i],
    ['B5 percent', 'q=Fenna%20Kanariezoon en Fenna%2520Kanariezoon', /fenna|kanarie/i],
    ['B6 entities', '&#70;&#101;&#110;&#110;&#97; Kanariezoo&#x6e;', /kanarie|#70|#x6e/i],
    ['B7 JSON', String.raw`"\u0046\u0065\u006e\u006e\u0061 Kanariezoon"`, /kanarie|u0046/i],
    ['B8 back-slash', String.raw`\x46enna Kanariezoon`, /enna|kanarie/i],
    ['B9 invisible', 'F\u200be\u00adn\u2060na Kana\u200driezoon', /n\u2060|riezoon/],
    ['B10 strike-through', Array.from('Kanariezoon', (char) => `${char}\u0336`).join(''), /z\u0336o/],
    ['B12 hashtag, slug, mail', '#fennakanariezoon fenna-kanariezoon fenna.kanariezoon@voorbeeld.example', /fenna|kanarie/i],
    ['B13 width, mathematical', 'Ｋａｎａｒｉｅｚｏｏｎ 𝐊𝐚𝐧𝐚𝐫𝐢𝐞𝐳𝐨𝐨𝐧', /ｚｏｏｎ|𝐳𝐨𝐨𝐧/u],
    ['B14 homoglyphs', 'Kаnаriеzооn', /riеz/],
    ['B15 spaced', 'K a n a r i e z o o n en f.e.n.n.a_k.a.n.a.r.i.e_z.q.7', /o o n|r\.i\.e/],
    ['B17 backwards', 'noozeiranaK annef', /zeirana/],
    ['B17 backwards word by word', 'anneF noozeiranaK', /zeirana/],
    ['rot13', 'Sraan Xnanevrmbba en sraan_xnanevr_md7', /xnanevr/i],
    ['atbash', 'Uvmmz Pzmzirvallm', /pzmz/i],
    ['B22 id with a prefix', 'urn:li:person:9007199254740993117 en 9007199254740993117', /9007199/],
    ['B22 id rounded', '9007199254740993000', /9007199/],
  ])('%s', (_, text, left) => {
    expect(redact(text)).not.toMatch(left);
    expect(text).toMatch(left); // the pattern sees it when it is there
  });
});

const stopped = (text: string): boolean => !gate(text, identities(page, roles)).ok;

describe('the gate stops what no rule took out', () => {
  it.each([
    ['B11 over elements', '<b>Kanarie</b><i>zoon</i>'],
    ['B18 base64 at three offsets', [0, 1, 2].map((skip) => base64('Fenna Kanariezoon', skip)).join(' ')],
    ['B18 hexadecimal', Buffer.from('Fenna Kanariezoon').toString('hex')],
    ['B22 an id as a number', '{"id":9007199254740993117}'],
    ['a name in a file', '{"naam":"Fenna Kanariezoon"}'],
  ])('%s', (_, text) => expect(stopped(text)).toBe(true));

  it('lets everything else through', () => {
    expect(stopped('{"tekst":"Rode roos, een wit huis en Bo als woord"}')).toBe(false);
    expect(stopped(createHash('sha256').update('iemand anders').digest('hex'))).toBe(false);
  });
});

describe('short and everyday names', () => {
  it('do not black out every rose', () => {
    expect(redact('Een roos is een roos, en wit is wit.')).toBe('Een roos is een roos, en wit is wit.');
  });

  it('go where the text treats them as somebody', () => {
    expect(redact('Wat Roos de Wit zegt, en @bo ook.')).not.toMatch(/roos|@bo/i);
  });

  it('are shown to a person when it may be either', () => {
    expect(fresh().redact('Roos is mooi vandaag.').doubtful).toHaveLength(1);
  });
});

describe('somebody whom the page only names in passing', () => {
  const said = draft(
    [person({ name: 'Trelmo Heekraat' }), person({ name: 'Nederlandse Post' }), person({ handle: 'trelmo_84' })],
    [],
  );
  const saidRoles = classify(said, policy, account);
  const saidRedactor = redactor({
    forms: sharedForms(said, saidRoles),
    roles: saidRoles,
    detectors: [],
    label: () => 'Reageerder 1',
  });

  it.each(['net als trelmo heekraat zei', 'Heekraat, Trelmo', 'volgens trelmo_84 niet'])('is taken out of "%s"', (text) => {
    expect(saidRedactor.redact(text).removed).toHaveLength(1);
  });

  it.each(['Heekraat is ook een straat', 'de nederlandse post komt'])('is not read into "%s"', (text) => {
    expect(saidRedactor.redact(text).text).toBe(text);
  });

  it('does not stop a capture, for it may be a thing', () => {
    expect(gate('trelmo heekraat', identities(said, saidRoles)).ok).toBe(true);
  });
});

it('tells whose name it is, also when the page names that person in passing too', () => {
  const twice = draft(
    [
      person({ name: 'Trelmo Heekraat', handle: 'trelmo', urls: ['https://x.com/trelmo'] }),
      person({ name: 'Trelmo Heekraat', handle: 'heekraat', urls: ['https://x.com/heekraat'] }),
      person({ name: 'Brulmo Stijbastig', handle: 'brulmo_84', urls: ['https://x.com/brulmo_84'] }),
      person({ handle: 'brulmo__84' }),
    ],
    [],
  );
  const all = sharedForms(twice, classify(twice, policy, account));
  expect(all.find(({ squashed }) => squashed === 'brulmo84')?.persons).toHaveLength(1);
});
