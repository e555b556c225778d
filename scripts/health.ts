/**
 * `npm run health`: every reader over every saved page; what it found of what is there, per network and kind of page.
 * With `-- --accept` it also writes `docs/lezers.md`.
 */
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import { root } from './root.ts';

const { window } = new JSDOM('');
// the readers ask the DOM's own prototypes, as they do in a page
for (const name of ['Node', 'Element', 'HTMLElement', 'Document', 'NodeFilter', 'DOMParser'] as const) {
  Object.defineProperty(globalThis, name, { value: window[name], configurable: true });
}
const { createPeople } = await import('../lib/platforms/people.ts');
const { adapterFor } = await import('../lib/platforms/registry.ts');

interface SavedPage {
  readonly source: string;
  readonly html: string;
  readonly url: string;
  readonly posts: number;
  readonly reactions: number;
}
interface Author {
  readonly name: string | null;
  readonly handle: string;
}
/** What an independent reader made of a saved page; posts of others beside or below the page's own are no part of it. */
interface Expected {
  readonly url: string | null;
  readonly pageKind: string;
  readonly author?: Author;
  readonly posts: readonly { readonly author: Author }[];
  readonly comments: readonly unknown[];
}
interface Line {
  readonly network: string;
  readonly kind: string;
  readonly layout: string;
  readonly reader: string;
  readonly page: string;
  readonly posts: string;
  readonly reactions: string;
  readonly isWhole: boolean;
}

/** Where a fragment without an address belongs. */
const addresses: Readonly<Record<string, string>> = {
  'x/quote-fragment': 'https://x.com/provvoorbeeld/status/1983132833560527669',
};
const shared = join(root, '../shared/fixtures');
const pages = [...ownPages(), ...sharedPages()];
const lines = pages.map(lineOf).toSorted((a, b) => `${a.network} ${a.kind}`.localeCompare(`${b.network} ${b.kind}`));
print(lines);
if (process.argv.includes('--accept')) accept(lines);
process.exitCode = lines.every(({ isWhole }) => isWhole) ? 0 : 1;

/** Invented pages, built after the networks' structures. */
function ownPages(): SavedPage[] {
  const folder = join(root, 'test/fixtures');
  const listed = JSON.parse(readFileSync(join(folder, 'pages.json'), 'utf8')) as (Omit<SavedPage, 'html' | 'source'> & {
    file: string;
  })[]; // ours
  return listed.map((page) => ({ ...page, source: page.file, html: readFileSync(join(folder, page.file), 'utf8') }));
}

/** Saved pages with real structures and invented people; they need not be there. */
function sharedPages(): SavedPage[] {
  if (!existsSync(shared)) {
    console.warn('LET OP: ../shared/fixtures is er niet; alleen de eigen pagina’s zijn gelezen.');
    return [];
  }
  const networks = readdirSync(shared, { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && !entry.name.startsWith('_'),
  );
  return networks.flatMap(({ name }) =>
    readdirSync(join(shared, name)).map((one) => {
      const file = (part: string) => readFileSync(join(shared, name, one, part), 'utf8');
      const expected = JSON.parse(file('expected.json')) as Expected; // see the README beside it
      return {
        source: `${name}/${one}`,
        html: file('page.html'),
        url: expected.url ?? addresses[`${name}/${one}`] ?? `https://${name}.com/`,
        posts: expected.posts.filter(({ author }) => expected.pageKind === 'profile' || isSame(author, expected.author)).length,
        reactions: expected.comments.length,
      };
    }),
  );
}

/** On Mastodon a handle may carry its server. */
function isSame(one: Author, other: Author | undefined): boolean {
  return (
    other !== undefined &&
    (one.handle.split('@')[0] === other.handle.split('@')[0] || (one.name !== null && one.name === other.name))
  );
}

function lineOf({ source, html, url: address, posts, reactions }: SavedPage): Line {
  const page = new window.DOMParser().parseFromString(html, 'text/html');
  const url = new URL(address);
  const adapter = adapterFor(page, url);
  const people = createPeople();
  const facts = adapter.facts(page, url, people);
  const found = adapter.find(page, url);
  for (const place of found) adapter.read(place, page, url, people);
  const count = (kind: string) => found.filter((place) => place.kind === kind).length;
  return {
    network: adapter.platform,
    kind: adapter.pageKind(page, url),
    layout: facts.layout,
    reader: adapter.isGeneric ? 'algemeen' : `eigen, versie ${adapter.version}`,
    page: source,
    posts: `${count('post')}/${posts}`,
    reactions: `${count('reaction')}/${reactions}`,
    isWhole: count('post') === posts && count('reaction') === reactions,
  };
}

function print(found: readonly Line[]): void {
  console.log(detail(found));
  console.log(`\n${whole(found)} van ${found.length} pagina’s helemaal gelezen.`);
}

function whole(found: readonly Line[]): number {
  return found.filter(({ isWhole }) => isWhole).length;
}

function detail(found: readonly Line[]): string {
  const rows = found.map(({ network, kind, layout, reader, page, posts, reactions, isWhole }) =>
    rowOf([network, kind, layout, reader, page, posts, reactions, isWhole ? 'goed' : 'TEKORT']),
  );
  return [...headOf(['netwerk', 'soort pagina', 'bouw', 'lezer', 'pagina', 'berichten', 'reacties', '']), ...rows].join('\n');
}

function perNetwork(found: readonly Line[]): string {
  const sum = (some: readonly Line[], of: 'posts' | 'reactions') =>
    [0, 1].map((at) => some.reduce((all, page) => all + Number(page[of].split('/')[at]), 0)).join(' van ');
  const rows = [...Map.groupBy(found, ({ network }) => network)].map(([network, some]) =>
    rowOf([
      network,
      [...new Set(some.map(({ layout }) => layout))].join(', '),
      `${whole(some)} van ${some.length}`,
      sum(some, 'posts'),
      sum(some, 'reactions'),
    ]),
  );
  return [...headOf(['netwerk', 'bouw', 'pagina’s helemaal gelezen', 'berichten', 'reacties']), ...rows].join('\n');
}

function headOf(names: readonly string[]): string[] {
  return [rowOf(names), rowOf(names.map(() => '---'))];
}

function rowOf(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function accept(found: readonly Line[]): void {
  const day = new Date().toISOString().slice(0, 10);
  const text = `# Hoe goed de lezers lezen

<!-- Geschreven door \`npm run health -- --accept\`; niet met de hand wijzigen. -->

Gemeten op ${day}: ${whole(found)} van ${found.length} bewaarde pagina’s helemaal gelezen. Een pagina telt als alle berichten en reacties erin zijn gevonden, en niets anders.
Mensen en teksten in de pagina’s zijn verzonnen of vervangen; de bouw is die van het netwerk. Het zijn er weinig en netwerken veranderen: op andere
pagina’s kan het anders zijn. Pagina’s met \`.html\` horen bij dit project (\`test/fixtures\`); de andere horen bij het referentiemateriaal en zijn niet overal aanwezig.

## Per netwerk

${perNetwork(found)}

## Per pagina

${detail(found)}
`;
  writeFileSync(join(root, 'docs/lezers.md'), text);
}
