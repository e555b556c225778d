import { existsSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Draft, DraftPerson } from '../../../lib/model/draft.ts';
import type { FragmentNode } from '../../../lib/model/fragment.ts';
import { classify } from '../../../lib/privacy/classify.ts';
import { gate } from '../../../lib/privacy/gate.ts';
import { identities, sharedForms } from '../../../lib/privacy/identities.ts';
import { redactor } from '../../../lib/privacy/redactor.ts';
import { strip } from '../../../lib/privacy/strip.ts';
import type { Stripped } from '../../../lib/privacy/strip.ts';
import { bare, readings } from './oracle.ts';
import { account, draft, item, key, person, policy } from './sample.ts';

async function stripped(page: Draft): Promise<Stripped> {
  return strip({
    draft: page,
    roles: classify(page, policy, account),
    policy,
    account,
    keepReactions: true,
    keepProfile: true,
    media: new Map(),
    key,
  });
}
const gateOf = (page: Draft, value: unknown) => gate(JSON.stringify(value), identities(page, classify(page, policy, account)));

/** One text in every place of an item where a page can put it; the author is somebody else. */
function planted(people: readonly DraftPerson[], text: string, split: number): Draft {
  const links = URL.canParse(`https://voorbeeld.example/${encodeURIComponent(text)}`)
    ? [`https://voorbeeld.example/${encodeURIComponent(text)}`]
    : [];
  const nodes: FragmentNode = {
    tag: 'div',
    children: [
      {
        tag: 'p',
        children: ['Dank ', { tag: 'b', children: [text.slice(0, split)] }, { tag: 'i', children: [text.slice(split)] }, '.'],
      },
      { tag: 'span', role: 'label', children: [`Als antwoord op ${text}`] },
      { tag: 'a', children: [text], ...(links[0] && { href: links[0] }) },
    ],
  };
  const words = `Wat ${text} zegt klopt niet. (${text})`;
  const common = {
    text: words,
    contentWarning: text,
    hashtags: [text],
    links,
    fragment: nodes,
    media: [
      { kind: 'image' as const, alt: words },
      { kind: 'card' as const, text: words },
    ],
  };
  const quote = { text: words, times: { shown: text }, media: [] };
  return draft(
    [person({ name: 'Ander Mens', handle: 'ander_mens_9' }), ...people],
    [
      item({ id: '21', author: 1, ...common, quote }),
      item({ id: '22', author: 0, ...common }),
      item({ id: '23', author: 2, times: { shown: text } }),
    ],
    { profile: { account: 0, description: words, fields: [{ label: text, value: words }], links, mentions: [], fragment: nodes } },
  );
}

// People are invented: letters put together at random.
const word = (min: number, max: number) =>
  fc.string({ unit: fc.constantFrom(...Array.from('abdefghiklmnoprstuvzéëöşğ')), minLength: min, maxLength: max });
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const someone = fc
  .record({ first: word(6, 9), last: word(5, 9).map((text) => `${text}kzq`), number: fc.integer({ min: 10, max: 9999 }) })
  .map(({ first, last, number }) => ({
    name: `${capital(first)} van der ${capital(last)}`,
    handle: `${bare(first)}_${bare(last)}${number}`,
    first: capital(first),
    last: capital(last),
  }));
const disguise = fc.constantFrom<(text: string) => string>(
  (text) => text,
  (text) => text.toUpperCase(),
  (text) => text.toLowerCase(),
  (text) => text.normalize('NFD'),
  (text) => Array.from(text).join('\u200b'),
  (text) => Array.from(text).join('\u00ad'),
  (text) => text.replace(/ /g, '\u00a0'),
  (text) => text.replace(/ /g, '-'),
  (text) => text.replace(/ /g, ''),
  (text) => Array.from(text).join(' '),
  (text) => Array.from(text.replace(/ /g, '')).join('.'),
  (text) => text.replace(/e/g, 'е').replace(/o/g, 'о').replace(/a/g, 'а'),
  (text) => encodeURIComponent(text),
  (text) =>
    Array.from(text)
      .map((char) => `&#${char.codePointAt(0)};`)
      .join(''),
  (text) => `@${text}`,
  (text) => `#${text}`,
  (text) => `${text}’s`,
  (text) => `https://x.com/${encodeURIComponent(text)}?s=20`,
);

describe('strip', () => {
  it('leaves no form of a person known from the structure, wherever and however it stands', async () => {
    await fc.assert(
      fc.asyncProperty(
        someone,
        disguise,
        fc.constantFrom('name', 'handle', 'last', 'reversed', 'initial'),
        fc.double({ min: 0, max: 1, noNaN: true }),
        async (who, dress, form, where) => {
          const forms = {
            name: who.name,
            handle: who.handle,
            last: who.last,
            reversed: `${who.last}, ${who.first}`,
            initial: `${who.first[0]}. van der ${who.last}`,
          };
          const text = dress(forms[form]);
          const page = planted([person({ name: who.name, handle: who.handle })], text, Math.floor(where * text.length));
          const result = await stripped(page);
          const left = readings(result).map(bare).join(' ');
          expect([left.includes(bare(who.handle)), left.includes(bare(who.last))]).toEqual([false, false]);
          expect(gateOf(page, result)).toMatchObject({ ok: true });
          expect(gateOf(page, page).ok).toBe(false); // it was alive before
        },
      ),
      { numRuns: 150 },
    );
  }, 120_000);

  it('is stopped by the gate when the search for known people is switched off (S6)', () => {
    const page = planted([person({ name: 'Fenna Kanariezoon', handle: 'fenna_kanarie' })], 'Kanariezoon, Fenna', 5);
    const roles = classify(page, policy, account);
    const text = page.items[1]?.text ?? '';
    const blind = redactor({ forms: [], roles, detectors: [], label: () => 'Reageerder 1' });
    expect(gateOf(page, { text: blind.redact(text).text }).ok).toBe(false);
    const whole = redactor({ forms: sharedForms(page, roles), roles, detectors: [], label: () => 'Reageerder 1' });
    expect(gateOf(page, { text: whole.redact(text).text }).ok).toBe(true);
  });

  it('gives the same for the same draft, key and settings', async () => {
    await fc.assert(
      fc.asyncProperty(someone, async (who) => {
        const page = planted([person({ name: who.name, handle: who.handle })], who.name, 3);
        expect(JSON.stringify(await stripped(page))).toBe(JSON.stringify(await stripped(structuredClone(page))));
      }),
      { numRuns: 10 },
    );
  });
});

const file = '../shared/data/leak-canaries/canaries.json';
const isThere = existsSync(file);
if (!isThere) console.warn(`OVERGESLAGEN: ${file} ontbreekt, de kanaries zijn niet geplant`);
interface Canary {
  id: string;
  name: string;
  handle: string;
  uid: string;
  avatar: string;
  permalink: string;
  email?: string;
  needles: Record<string, Record<string, string>>;
  name_forms: Record<string, string>;
  plant: Record<string, string>;
  plant_handle?: Record<string, string>;
}

// The cast is invented.
describe.skipIf(!isThere)('canaries', () => {
  const { persons }: { persons: Canary[] } = isThere ? JSON.parse(readFileSync(file, 'utf8')) : { persons: [] };
  const cast = persons.filter(({ id }) => ['P1', 'P2', 'P4'].includes(id));
  const asPerson = ({ name, handle, uid, avatar }: Canary): DraftPerson =>
    person({
      name,
      handle,
      ids: [uid],
      urls: [`https://x.com/${handle}`],
      avatars: [`https://pbs.twimg.com/profile_images/${uid}/${avatar}.jpg`],
    });
  /** Counted apart in the catalogue (B16), or not a form of a name but a hash or code of it, which this issue does not read in text. */
  const later =
    /leet|split_in_comment|split_in_tags|initials|md5|sha|mojibake|rot13|quoted|mime|css|utf16|hex|base64|json_in_json|js_x|gravatar|typo/;
  const disguises = cast.flatMap((one) =>
    [one.needles['name'], one.needles['handle'], one.name_forms, one.plant, one.plant_handle].flatMap((set) =>
      Object.entries(set ?? {}).flatMap(([form, text]) => (later.test(form) ? [] : [{ who: one, id: one.id, form, text }])),
    ),
  );

  it.each(disguises)('$id as $form leaves nothing ($text)', async ({ who, text }) => {
    const result = await stripped(planted([asPerson(who)], text, Math.floor(text.length / 2)));
    const left = readings(result);
    const words = left.map(bare).join(' ');
    for (const needle of [who.name, who.handle, who.name_forms['last_only'] ?? who.name])
      expect(words.includes(bare(needle))).toBe(false);
    for (const raw of [
      ...Object.values(who.needles['name'] ?? {}),
      ...Object.values(who.needles['handle'] ?? {}),
      who.uid,
      who.avatar,
    ])
      expect(left.join('\n').includes(raw)).toBe(false);
    expect(left.join('\n').includes('Ministerie van Voorbeeld')).toBe(true);
  });

  it('plants at least the forms this issue is about', () => {
    expect(disguises.length).toBeGreaterThan(60);
  });

  it('keeps the ministry and the minister (K1, K2) in a text full of others', async () => {
    const page = planted(
      cast.map(asPerson),
      'Minister Anna Voorbeeld (@annavoorbeeld) van het Ministerie van Voorbeeld @minvoorbeeld',
      20,
    );
    const { reactions } = await stripped(page);
    expect(reactions[0]?.text).toBe(page.items[1]?.text);
  });

  it('is stopped by the gate for each of the cast when nothing is stripped (S6)', () => {
    const page = planted(cast.map(asPerson), 'niets', 2);
    const known = identities(page, classify(page, policy, account));
    for (const one of cast) {
      for (const place of [
        { text: one.name },
        { a: `https://x.com/${one.handle}` },
        { id: one.uid },
        { src: `${one.avatar}.jpg` },
      ]) {
        expect(gate(JSON.stringify(place), known).ok).toBe(false);
      }
    }
  });
});
