// @vitest-environment jsdom
/** Every saved page, also of networks without a reader of their own: nobody in what is stored. Its people were listed by others. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { trip } from './pipeline.ts';
import { scanContent } from './scan.ts';
import type { Needle } from './scan.ts';

const folder = path.resolve('../shared/fixtures');
const isThere = existsSync(folder);
if (!isThere) console.warn('LET OP: ../shared/fixtures is er niet; de bewaarde pagina’s zijn niet op lekken getoetst.');
const cases = isThere
  ? readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('_'))
      .flatMap(({ name }) => readdirSync(path.join(folder, name)).map((one) => `${name}/${one}`))
  : ['geen'];

interface Expected {
  readonly url: string | null;
  readonly author?: { readonly name: string; readonly handle: string };
  readonly thirdParties: readonly {
    readonly name: string | null;
    readonly handle: string | null;
    readonly ids: readonly string[];
    readonly avatarUrls: readonly string[];
  }[];
  readonly preloadedJson?: readonly { readonly name: string | null; readonly handle: string | null }[];
}

describe.skipIf(!isThere)('a saved page', { timeout: 60_000 }, () => {
  it.each(cases)('%s', async (name) => {
    const file = (one: string) => readFileSync(path.join(folder, name, one), 'utf8');
    const expected = JSON.parse(file('expected.json')) as Expected; // see the README beside the fixtures
    const address = expected.url ?? 'https://x.com/provvoorbeeld/status/1983132833560527669';
    const { stored, zip, gate, stoppedFiles } = await trip(file('page.html'), address, {
      own: expected.author?.handle ?? 'onbekend',
    });
    const needles = needlesOf(expected);
    expect([...scanContent(stored, 'stored', needles), ...scanContent(zip ?? '', 'package', needles)]).toEqual([]);
    expect([gate.ok, stoppedFiles]).toEqual([true, []]);
  });
});

function needlesOf({ thirdParties, preloadedJson = [] }: Expected): Needle[] {
  const hidden = preloadedJson.map((person) => ({ ...person, ids: [], avatarUrls: [] }));
  return [...thirdParties, ...hidden].flatMap(({ name, handle, ids, avatarUrls }, index) => {
    const pictures = avatarUrls.filter((url) => !url.endsWith('missing.png')).map((url) => url.split('/').at(-1) ?? url);
    const values: [Needle['kind'], string][] = [
      ...(name ? [['name', name] as [Needle['kind'], string]] : []),
      ...(handle ? [['handle', handle] as [Needle['kind'], string]] : []),
      ...ids.map((id): [Needle['kind'], string] => ['id', id]),
      ...pictures.map((picture): [Needle['kind'], string] => ['avatar', picture]),
    ];
    return values.map(([kind, value]) => ({ whose: `derde ${index}`, kind, value }));
  });
}
