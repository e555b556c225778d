/** `publiccode.yml`, with which other governments find this project, against what its standard asks. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { root } from '../../scripts/root.ts';

interface PublicCode {
  readonly softwareVersion?: string;
  readonly releaseDate?: string;
  readonly logo: string;
  readonly legal: { readonly license: string };
  readonly localisation: { readonly availableLanguages: readonly string[] };
}
const read = (name: string) => readFileSync(join(root, name), 'utf8');
const described = parse(read('publiccode.yml')) as PublicCode; // judged below
const manifest = JSON.parse(read('package.json')) as { license: string; version: string }; // ours

describe('publiccode.yml', () => {
  const ajv = new Ajv({ allErrors: true });
  addFormats.default(ajv);
  const judge = ajv.compile(JSON.parse(read('test/standards/publiccode/publiccode.schema.json')) as object); // a schema of ours

  it('is what the standard asks', () => {
    judge(described);
    expect(judge.errors ?? []).toEqual([]);
  });

  it('is judged: a sentence too long, a word unknown and contacts left out are seen', () => {
    const text = { ...described, description: { nl: { shortDescription: 'a'.repeat(151), longDescription: 'b'.repeat(150) } } };
    expect(
      [text, { ...described, softwareType: 'plugin' }, { ...described, maintenance: { type: 'community' } }].map((one) =>
        judge(one),
      ),
    ).toEqual([false, false, false]);
  });

  it('says what the project says', () => {
    expect(described.legal.license).toBe(manifest.license);
    expect(existsSync(join(root, described.logo))).toBe(true);
    expect(described.localisation.availableLanguages.toSorted()).toEqual(readdirSync(join(root, 'public/_locales')).toSorted());
  });

  it('names a version only when it was released, with the date of the changelog', () => {
    const { softwareVersion, releaseDate } = described;
    const released = /^## (\d+\.\d+\.\d+) \((\d{4}-\d{2}-\d{2})\)$/m.exec(read('CHANGELOG.md'));
    expect([softwareVersion, releaseDate]).toEqual([released?.[1], released?.[2]]);
    expect([undefined, manifest.version]).toContain(softwareVersion);
  });
});
