import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classify } from '../../../lib/privacy/classify.ts';
import { gate } from '../../../lib/privacy/gate.ts';
import { identities } from '../../../lib/privacy/identities.ts';
import { searchedBefore } from '../../../lib/privacy/searched.ts';
import { account, draft, item, person, policy } from './sample.ts';

// People are invented.
const fenna = person({ name: 'Fenna Kanariezoon', handle: 'fenna_kanarie_zq7', ids: ['9007199254740993117'] });
const page = draft([fenna], [item({ id: '1900000000000000077', author: 0 })]);
const known = identities(page, classify(page, policy, account));

const filling = Array.from({ length: 60 }, (_, at) => `Regel ${at} van een lang stuk tekst.`);
const markup = (rows: readonly string[]): string => `<ol>${rows.map((row) => `<li><p>${row}</p></li>`).join('\n')}</ol>`;
const json = (rows: readonly string[]): string => JSON.stringify({ reactions: rows }, undefined, 2);

describe('what was searched before', () => {
  it.each([
    ['markup', markup],
    ['JSON', json],
  ])('is left out of the next file, in %s, once nothing was found in it', (_name, make) => {
    const freshIn = searchedBefore();
    const first = freshIn(make(filling));
    expect(first.text).toContain('Regel 7 ');
    expect(freshIn(make(filling)).text).toContain('Regel 7 '); // not remembered yet
    first.remember();
    const next = freshIn(make([...filling, 'Iets nieuws.'])).text;
    expect(next).not.toContain('Regel 7 ');
    expect(next).toContain('Iets nieuws.');
  });

  it('is told once where a file says it twice', () => {
    const { text } = searchedBefore()(markup([...filling, ...filling]));
    expect(text.split('Regel 7 ')).toHaveLength(2);
  });

  it('is nothing in what is no markup and no JSON, or in what is both', () => {
    for (const whole of [filling.join('\n').repeat(3), json([...filling, 'a < b', '</p>', 'c > d'])]) {
      const freshIn = searchedBefore();
      freshIn(whole).remember();
      expect(freshIn(whole).text).toBe(whole);
    }
  });

  it('tells the place of a hit in the file as it is', () => {
    const { ok } = gate(json(filling), known);
    const found = gate(json([...filling, 'Groet van Fenna Kanariezoon']), known);
    expect(ok).toBe(true);
    expect(found).toEqual({ ok: false, hits: [{ where: 'reactions[60]', kind: 'naam' }] });
  });
});

/** Pieces of which names are made, and of what can stand in and around them. */
const scrap = fc.constantFrom(
  'Fenna',
  'Kanariezoon',
  ' ',
  'fenna_',
  'kanarie_zq7',
  '9007199254',
  '740993117',
  'een woord',
  '\n',
  ', ',
  '"',
  '":',
  '\\',
  '<b>',
  '</b>',
  '<span class="x">',
  '</span>',
  '<p>',
  '</p>',
  '</li>',
  '<div title="',
  '">',
  '</',
  '>',
  '<',
  '<!-- ',
  ' -->',
  'RmVubmEgS2FuYX',
  'JpZXpvb24',
  '&#70;',
  '%46',
  'enna',
);
const scraps = fc.array(scrap, { maxLength: 12 }).map((parts) => parts.join(''));
const texts = fc.array(scraps, { minLength: 1, maxLength: 6 }).chain((rows) =>
  fc.constantFrom(
    markup([...filling, ...rows]),
    json([...filling, ...rows]),
    `${json(filling).slice(0, -2)}, ${rows.join(', ')}`, // hostile, and no JSON at all
  ),
);

describe('the gate, having searched other files before', () => {
  it('finds in a file what it finds when that is the first', () =>
    fc.assert(
      fc.property(fc.array(texts, { minLength: 2, maxLength: 5 }), (files) => {
        const busy = structuredClone(known);
        for (const file of files) expect(gate(file, busy)).toEqual(gate(file, structuredClone(known)));
      }),
      { numRuns: 300 },
    ));
});
