import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { detectors } from '../../../lib/privacy/detectors/all.ts';
import { redactor } from '../../../lib/privacy/redactor.ts';

const file = '../shared/data/nl-identifiers/vectors.json';
const isThere = existsSync(file);
if (!isThere) console.warn(`OVERGESLAGEN: ${file} ontbreekt, de herkenning van vrije tekst is niet gemeten`);
interface Vectors {
  redact: { kind: string; text: string; redact: string[]; note: string }[];
  keep: { text: string; keep: string }[];
}

// All identifiers in the file are invented or test numbers.
describe.skipIf(!isThere)('free text', () => {
  const vectors: Vectors = isThere ? JSON.parse(readFileSync(file, 'utf8')) : { redact: [], keep: [] };
  const roles = { roles: [], personOf: [], persons: [], keep: ['minvoorbeeld'], keepHandles: ['minvoorbeeld'], keepPosts: [] };
  const subject = redactor({ forms: [], roles, detectors, label: () => 'Reageerder 1' });

  it('leaves no identifier of the vectors standing, but for small letters that need a name list', () => {
    const missed = vectors.redact.filter((one) => one.redact.some((value) => subject.redact(one.text).text.includes(value)));
    expect(vectors.redact.length).toBeGreaterThan(80);
    expect(missed.map((one) => one.kind)).toEqual(['naam']);
  });

  it('damages no line that must stay', () => {
    expect(vectors.keep.map((one) => subject.redact(one.text).text)).toEqual(vectors.keep.map((one) => one.keep));
  });
});
