/** T14–T17, T25, T28: what reads or writes others' text, tried with whatever there is. Everybody is invented. */
import * as fc from 'fast-check';
import JSZip from 'jszip';
import * as v from 'valibot';
import { beforeAll, describe, expect, it } from 'vitest';
import { csv } from '../../lib/bundle/csv.ts';
import { openPackage } from '../../lib/bundle/verify/open.ts';
import { isSafePath } from '../../lib/bundle/verify/safe-path.ts';
import { XmlProblem, readXml } from '../../lib/bundle/verify/xml-read.ts';
import { legalText, withAttributes, xml, xmlDocument } from '../../lib/bundle/xml.ts';
import { EscrowFile, EscrowKey } from '../../lib/model/escrow.ts';
import { Policy, defaultPolicy } from '../../lib/model/policy.ts';
import { classify } from '../../lib/privacy/classify.ts';
import { gate } from '../../lib/privacy/gate.ts';
import { identities, sharedForms } from '../../lib/privacy/identities.ts';
import { redactor } from '../../lib/privacy/redactor.ts';
import { account, draft, person, policy } from '../lib/privacy/sample.ts';
import { brokenBy } from './cases.ts';

const text = fc.string({ unit: 'binary', maxLength: 60 });
const patience = { timeout: 240_000 };

describe('the XML writer', () => {
  it('gives any text back as it was, but for what XML cannot hold (T16)', patience, async () => {
    expect(
      await brokenBy(
        fc.property(text, text, (body, attribute) => {
          const read = readXml(xmlDocument(withAttributes(xml('a', xml('b', body)), { c: attribute.replace(/[\r\n\t]/g, ' ') })));
          return read.children.length === 1 && (read.children[0]?.text ?? '') === legalText(body);
        }),
        20_000,
      ),
    ).toBeUndefined();
  });

  it('has a reader that refuses what is no XML by name, and hangs on nothing (T16)', patience, async () => {
    const pieces = fc.constantFrom(
      '<a>',
      '</a>',
      '<a/>',
      '<!DOCTYPE a [',
      '<!ENTITY x SYSTEM "file:///etc/passwd">',
      '&x;',
      '&#0;',
      ']]>',
      '<![CDATA[',
      '<?xml',
      '<!--',
      '-->',
      '"',
      "'",
      ' b="1"',
      'é',
      '\u0000',
    );
    expect(
      await brokenBy(
        fc.property(fc.array(fc.oneof(pieces, text), { maxLength: 12 }), (parts) => {
          try {
            readXml(parts.join(''));
            // what stands within a comment, an instruction or CDATA does nothing
            return !parts
              .join('')
              .replaceAll(/<!--.*?-->|<\?.*?\?>|<!\[CDATA\[.*?\]\]>/gs, '')
              .includes('<!DOCTYPE');
          } catch (error) {
            return error instanceof XmlProblem;
          }
        }),
        15_000,
      ),
    ).toBeUndefined();
  });
});

describe('the table for spreadsheets', () => {
  it('has one row and one cell for any text, and no formula (T17)', patience, async () => {
    expect(
      await brokenBy(
        fc.property(
          fc.oneof(
            text,
            text.map((rest) => `=${rest}`),
            text.map((rest) => `\t@${rest}`),
          ),
          (cell) => {
            const written = csv([[cell]]);
            const inside = written.slice(2, -3).replaceAll('""', '');
            return written.split('\r\n').length === 2 && !inside.includes('"') && !/^[=+\-@\t\r]/.test(written.slice(2));
          },
        ),
        15_000,
      ),
    ).toBeUndefined();
  });
});

describe('the reader of packages', () => {
  const contents = ['een tekst', '{"a":1}', 'nog een tekst'];
  let zip: Uint8Array;
  beforeAll(async () => {
    const maker = new JSZip();
    for (const [at, content] of contents.entries()) maker.file(`map/${at}.txt`, content, { createFolders: false });
    zip = await maker.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
  });

  it('gives of any damaged zip only what is whole, and lets no name out of its folder (T14, T15)', patience, async () => {
    const change = fc.record({ at: fc.double({ min: 0, max: 0.999, noNaN: true }), value: fc.integer({ min: 0, max: 255 }) });
    expect(
      await brokenBy(
        fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
          const bytes = Uint8Array.from(zip);
          for (const { at, value } of changes) bytes[Math.floor(at * bytes.length)] = value;
          const { files } = await openPackage(new Blob([bytes]));
          return [...files.values()].every(
            ({ path, text: read }) => isSafePath(path) && (read === undefined || contents.includes(read)),
          );
        }),
        400,
      ),
    ).toBeUndefined();
  });
});

describe('what an administrator hands in', () => {
  const names = Object.keys(defaultPolicy);
  const odd = fc.oneof(
    fc.anything({ maxDepth: 2 }),
    fc.constantFrom('(a+)+$', '.*'.repeat(50), '<script>', 'javascript:alert(1)', -1, 1e308),
  );

  it('is taken whole or not at all: of a wrong part nothing is believed (T28)', patience, async () => {
    expect(
      await brokenBy(
        fc.property(fc.constantFrom(...names), odd, (name, value) => {
          const parsed = v.safeParse(Policy, { ...defaultPolicy, [name]: value });
          return !parsed.success || JSON.stringify(v.parse(Policy, parsed.output)) === JSON.stringify(parsed.output);
        }),
        10_000,
      ),
    ).toBeUndefined();
    expect(v.safeParse(Policy, JSON.parse('{"__proto__":{"actorRole":"x"}}')).success).toBe(false);
    expect('actorRole' in {}).toBe(false);
  });

  it('is no key unless it is public and strong enough (T24)', () => {
    const strong = { kty: 'RSA', n: 'a'.repeat(512), e: 'AQAB', kid: 'sleutel-1' };
    const point = { kty: 'EC', crv: 'P-256', x: 'a', y: 'b', kid: 'sleutel-2' };
    expect([strong, point].map((key) => v.safeParse(EscrowKey, key).success)).toEqual([true, true]);
    const wrong = [
      { ...strong, n: 'a'.repeat(300) },
      { ...strong, d: 'geheim' },
      { ...point, d: 'geheim' },
      { ...point, crv: 'P-521' },
      { kty: 'oct', k: 'a', kid: 'x' },
      { ...strong, kid: undefined },
    ];
    expect(wrong.map((key) => v.safeParse(EscrowKey, key).success)).toEqual(wrong.map(() => false));
  });

  it('is no sealed way back unless it is one (T23)', patience, async () => {
    expect(
      await brokenBy(
        fc.property(fc.anything({ maxDepth: 3 }), (value) => !v.safeParse(EscrowFile, value).success),
        5_000,
      ),
    ).toBeUndefined();
  });
});

describe('the rewriter', () => {
  const citizen = person({ name: 'Wietske Kraaijenbrink', handle: 'wkraaij_1984', ids: ['445566778899001122'] });
  const page = draft([citizen], []);
  const roles = classify(page, policy, account);
  const known = identities(page, roles);
  const rewriter = redactor({ forms: sharedForms(page, roles), roles, detectors: [], label: (at) => `Reageerder ${at}` });
  const form = fc.constantFrom(
    'Wietske Kraaijenbrink',
    'wietske kraaijenbrink',
    '@wkraaij_1984',
    'WKRAAIJ_1984',
    '445566778899001122',
    'Kraaijenbrink',
    'Wíetske Kraaijenbrink',
    'Wietske\u00a0Kraaijenbrink',
    'W\u200bietske Kraaijenbrink',
    'https://x.com/wkraaij_1984',
  );
  const around = fc.oneof(text, fc.constantFrom(' ', '"', '(', '\n', '.', ', ', '[', '&', '%20', '\u202e'));

  it('leaves nobody it knows in any text, so that the gate has nothing to stop (T25)', patience, async () => {
    expect(
      await brokenBy(
        fc.property(around, form, around, form, around, (a, one, b, two, c) => {
          const { text: left } = rewriter.redact(`${a} ${one} ${b} ${two} ${c}`);
          return gate(JSON.stringify(left), known).ok;
        }),
        6_000,
      ),
    ).toBeUndefined();
  });
});
