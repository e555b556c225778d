import { createHash } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import { classify } from '../../../lib/privacy/classify.ts';
import { gate, gateInTurns, gateOfSerialised } from '../../../lib/privacy/gate.ts';
import { identities } from '../../../lib/privacy/identities.ts';
import { account, draft, item, person, policy } from './sample.ts';

// People are invented.
const fenna = person({
  name: 'Fenna Kanariezoon',
  handle: 'fenna_kanarie_zq7',
  ids: ['9007199254740993117'],
  urls: ['https://x.com/fenna_kanarie_zq7'],
});
const roos = person({ name: 'Roos de Wit', handle: 'rooskz5' });
const bo = person({ name: 'Bo', handle: 'bo' });
const page = draft([fenna, roos, bo], [item({ id: '1900000000000000077', author: 1 })]);
const known = identities(page, classify(page, policy, account));

const filled = (length: number) => 'een woord '.repeat(length / 10 + 1).slice(0, length);

describe('who is looked for', () => {
  const roles = classify(page, policy, account);

  it('is told once for a page, so that what searches is made once', () =>
    expect(identities(page, roles)).toBe(identities(page, roles)));

  it('is told anew for another page', () => {
    const other = draft([fenna, roos, bo], [item({ id: '1900000000000000088', author: 1 })]);
    expect(identities(other, roles)).not.toEqual(identities(page, roles));
  });
});

describe('the gate', () => {
  it.each([
    'fenna kanariezoon',
    'KANARIEZOON, FENNA',
    'F.e.n.n.a K.a.n.a.r.i.e.z.o.o.n',
    'Fеnnа Kаnаriеzооn',
    '#fennakanariezoon',
    'https://example.org/fenna-kanariezoon?x=1',
    'Fenna%20Kanariezoon',
    'Fenna%2520Kanariezoon',
    '&#70;enna Kanariezoon',
    String.raw`\u0046enna_kanarie_zq7`,
    `{"a":"groet\\nKanariezoon"}`,
    'urn:li:person:9007199254740993117',
    'bericht 1900000000000000077',
    btoa('Fenna Kanariezoon'),
    btoa('xFenna Kanariezoon'),
    btoa('xy fenna_kanarie_zq7 z'),
    Buffer.from('Fenna Kanariezoon').toString('hex'),
    'dank @bo',
    '@rooskz5',
    '<b>Fen</b><i>na</i></p>',
  ])('stops %j', (text) => {
    expect(gate(text, known).ok).toBe(false);
  });

  it.each([
    'Roos zijn rood en de bakker is dicht',
    'Bo',
    'Fennario',
    'Ministerie van Voorbeeld @minvoorbeeld Anna Voorbeeld',
    '{"role":"derde","label":"Reageerder 3"}',
  ])('lets %j pass: short, everyday or our own (G2)', (text) => {
    expect(gate(text, known)).toMatchObject({ ok: true, identities: 3 });
  });

  it('shows the place and the kind, never the value', () => {
    const result = gate(JSON.stringify({ reactions: [{ text: 'niets' }, { text: 'a', quote: { text: 'Fenna' } }] }), known);
    expect(result).toEqual({ ok: false, hits: [{ where: 'reactions[1].quote.text', kind: 'naam' }] });
  });

  it('does not show a key of the page as a place', () => {
    const result = gate('{"fenna_kanarie_zq7":{"Fenna":"Fenna"}}', known);
    expect(JSON.stringify(result).toLowerCase()).not.toContain('fenna');
  });

  it('finds what stands on the edge of two pieces', () => {
    expect(gate(['aaa Fenna Kanar', 'iezoon bbb'], known).ok).toBe(false);
    expect(gate(`${'x '.repeat(500_010)}Fenna Kanariezoon${' x'.repeat(1_000_000)}`, known).ok).toBe(false);
  });

  it('says the same in turns, and gives others theirs in a long text', async () => {
    const long = `${'x '.repeat(500_010)}Fenna Kanariezoon${' x'.repeat(1_000_000)}`;
    const breathe = vi.fn<() => Promise<void>>(async () => {});
    expect(await gateInTurns(long, known, breathe)).toEqual(gate(long, known));
    expect(breathe.mock.calls.length).toBeGreaterThan(10);
  });

  it('takes no half of a word for a name, wherever a long text is cut to be searched', () => {
    for (const edge of [20_000, 22_000]) {
      for (let shift = 0; shift < 12; shift += 1) {
        const before = filled(edge - shift);
        for (const word of ['fennabis', 'bisfenna']) expect(gate(`${before} ${word} ${filled(9_000)}`, known).ok).toBe(true);
        for (const name of ['Fenna Kanariezoon', 'fenna_kanarie_zq7'])
          expect(gate(`${before} ${name} ${filled(9_000)}`, known).ok).toBe(false);
      }
    }
  });

  it('takes no element and the word after it for a name, and reads a name over elements all the same', () => {
    const other = draft([person({ name: 'Fleur Span', handle: 'fleurspan' })], []);
    const fleur = identities(other, classify(other, policy, account));
    expect(gate('<p><span class="pseudoniem">[Reageerder 1]</span> fleurspa\n</p>', fleur)).toMatchObject({ ok: true });
    for (const left of ['<p><b>Fleur</b> <i>Span</i></p>', '<p>Fle<b>ur Span</b></p>', '<p title="Fleur Span">x</p>'])
      expect(gate(left, fleur)).toMatchObject({ ok: false });
  });

  it('stops on the draft itself: every identity was alive before stripping (S5)', () => {
    const result = gate(JSON.stringify(page), known);
    expect(result.ok).toBe(false);
    const kinds = new Set(result.ok ? [] : result.hits.map((hit) => hit.kind));
    expect([...kinds].toSorted()).toEqual(['accountnaam', 'naam', 'platform-id', 'profielverwijzing']);
  });

  it('works with identities that were kept as JSON, on text and on bytes', () => {
    const kept: unknown = JSON.parse(JSON.stringify(known));
    const bytes = new TextEncoder().encode('Groet, Fenna Kanariezoon');
    expect(gateOfSerialised(bytes, kept).ok).toBe(false);
    expect(gateOfSerialised(Uint8Array.from([0, 255, 216, ...bytes, 0, 200]), kept).ok).toBe(false);
    expect(gateOfSerialised('niets', kept).ok).toBe(true);
    expect(gateOfSerialised('niets', { version: 2 }).ok).toBe(false);
  });

  it('tells a wrapped name and a hash at every place and in every file, also when it was met before', () => {
    const hash = createHash('sha256').update('fenna_kanarie_zq7').digest('hex');
    for (const piece of [btoa('Fenna Kanariezoon'), hash])
      for (let file = 0; file < 2; file += 1)
        expect(gate(`["${piece}", "niets", "${piece}"]`, known)).toEqual({
          ok: false,
          hits: ['[0]', '[2]'].map((where) => ({ where, kind: 'versleuteld' })),
        });
  });

  it('finds a name in base64 and in hexadecimal, but not in what only has its letters in a row', () => {
    const said = Buffer.from('groet van Fenna Kanariezoon');
    for (const text of [said.toString('base64'), said.toString('hex')]) expect(gate(`"${text}"`, known).ok).toBe(false);
    const scattered = Buffer.from(Array.from('FennaKanariezoon').join('\u00A7'));
    for (const text of [scattered.toString('base64'), scattered.toString('hex')]) expect(gate(`"${text}"`, known).ok).toBe(true);
  });

  it('does not take noise for names', () => {
    let seed = 7;
    const noise = Uint8Array.from({ length: 2_000_000 }, () => (seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31) >> 16);
    expect(gateOfSerialised(noise, known).ok).toBe(true);
  });
});
