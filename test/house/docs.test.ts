/** What the documents say exists: links, files, commands, pictures, tables that come from code, and examples of policies. */
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { Policy, defaultPolicy, policyKeys } from '../../lib/model/policy.ts';
import { cellsIn, tables } from '../../scripts/docs.ts';
import { root } from '../../scripts/root.ts';
import { anchorsIn, commandsIn, documents, linksIn, pathsIn, scriptsIn } from './documents.ts';
import { mayImport } from './plan.ts';

const all = documents();
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const isThere = (path: string) => existsSync(join(root, path));
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }; // ours

/** Each command that a block tells to type, and the test that runs the same; or why none does. */
const typed: Readonly<Record<string, { readonly by: string } | { readonly not: string }>> = {
  'npm test': { by: '.ci/run' },
  'npm run build': { by: 'scripts/test.ts' },
  'npm run build:firefox': { by: 'scripts/test.ts' },
  'npm run capture': { by: 'test/browser/fixtures.test.ts' },
  'npm run verify': { by: 'test/scripts/commands.test.ts' },
  'npm run package': { by: 'test/browser/package.test.ts' },
  'npm start': { not: 'it takes minutes; test/browser/trip.test.ts walks the same way with the same drive.ts' },
  'npm run deelbewijs': { by: 'test/scripts/commands.test.ts' },
  'npm run bench': { not: 'it takes half an hour; its parts are tested in test/scripts/bench' },
};

describe('the documents', () => {
  it('are all looked at', () => expect(all.length).toBeGreaterThan(40));

  it('link to files that exist', () => {
    const broken = all.flatMap(linksIn).filter(({ path }) => !isThere(path));
    expect(broken.map(({ from, path }) => `${from} → ${path}`)).toEqual([]);
  });

  it('link to headings that exist', () => {
    const broken = all
      .flatMap(linksIn)
      .filter(({ path, anchor }) => anchor !== undefined && isThere(path) && !anchorsIn(read(path)).includes(anchor));
    expect(broken.map(({ from, path, anchor }) => `${from} → ${path}#${anchor}`)).toEqual([]);
  });

  it('name files and folders that exist', () => {
    const broken = all.flatMap(pathsIn).filter(({ path }) => !isThere(path));
    expect(broken.map(({ from, path }) => `${from}: ${path}`)).toEqual([]);
  });

  it('name commands that exist', () => {
    const unknown = all
      .flatMap((one) => scriptsIn(one).map((name) => ({ path: one.path, name })))
      .filter(({ name }) => !(name in scripts));
    expect(unknown).toEqual([]);
  });

  it('tell to type only what a test runs, or what is said not to be run', () => {
    const unknown = all
      .flatMap((one) => commandsIn(one).map((command) => `${one.path}: ${command}`))
      .filter((line) => !((line.split(': ')[1] ?? '') in typed));
    expect([...new Set(unknown)]).toEqual([]);
    const held = Object.values(typed).flatMap((one) => ('by' in one ? [one.by] : []));
    expect(held.filter((path) => !isThere(path))).toEqual([]);
  });

  it('see a link that leads nowhere, and a heading', () => {
    const invented = { path: 'docs/a.md', text: '# Wat er is\n[b](b.md#c) `lib/niets.ts` `lib/<x>`\n```\nnpm run niets\n```\n' };
    expect(linksIn(invented)).toEqual([{ from: 'docs/a.md', path: 'docs/b.md', anchor: 'c' }]);
    expect(anchorsIn(invented.text)).toEqual(['wat-er-is']);
    expect(pathsIn(invented)).toEqual([{ from: 'docs/a.md', path: 'lib/niets.ts' }]);
    expect([scriptsIn(invented), commandsIn(invented)]).toEqual([['niets'], ['npm run niets']]);
  });
});

describe('the tables that code fills', () => {
  it.each(tables)('of $place in $file are those of now (if not: npm run docs)', ({ file, place, rows }) => {
    expect(cellsIn(read(file), place)).toEqual(rows());
  });
});

describe('the picture of the trip', () => {
  const plan = read('docs/ARCHITECTURE.md');
  const drawing = /^```\n(.*?)^```/ms.exec(plan)?.[1] ?? '';

  it('names every folder of the house that a post passes, and no other', () => {
    const drawn = new Set(drawing.match(/lib\/[a-z]+/g));
    const passed = Object.keys(mayImport).filter(
      (room) => !['lib/model', 'lib/messages', 'lib/ui', 'lib/practice', 'components'].includes(room),
    );
    expect([...drawn].toSorted()).toEqual(passed.toSorted());
  });

  it('has every folder of lib beside it', () => {
    const rooms = readdirSync(join(root, 'lib')).map((name) => `lib/${name}`);
    expect(rooms.filter((room) => !plan.includes(`| \`${room}\``))).toEqual([]);
    expect(rooms.filter((room) => !(room in mayImport))).toEqual([]);
  });
});

describe('the pictures', () => {
  const folder = 'docs/handleiding/beelden';
  const files = readdirSync(join(root, folder)).map((name) => `${folder}/${name}`);

  it('are small enough to open a page', () => {
    expect(files.filter((file) => statSync(join(root, file)).size >= 150_000)).toEqual([]);
  });

  it('are all shown somewhere', () => {
    const shown = new Set(all.flatMap(linksIn).map(({ path }) => path));
    expect(files.filter((file) => !shown.has(file))).toEqual([]);
  });
});

describe('the whole example of a policy', () => {
  const example = JSON.parse(read('docs/beheer/voorbeelden/beleid.json')) as object; // judged below

  it('is taken as the extension takes it', () => {
    expect(v.safeParse(Policy, { ...defaultPolicy, ...example }).issues).toBeUndefined();
  });

  it('shows what can be set, and the document explains every part', () => {
    const explained = read('docs/beheer/instellingen.md');
    expect(policyKeys.filter((key) => !explained.includes(`\`${key}\``))).toEqual([]);
    expect(policyKeys.filter((key) => !(key in example))).toEqual(['revokedKeys', 'wayBack']);
  });
});
