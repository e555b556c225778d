/** What the documents say exists: links, files, commands, pictures, tables that come from code, and examples of policies. */
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { Policy, defaultPolicy, policyKeys } from '../../lib/model/policy.ts';
import { subjects } from '../../scripts/bench/subjects.ts';
import { cellsIn, tables } from '../../scripts/docs.ts';
import { sourceFiles } from '../../scripts/release/files.ts';
import { root } from '../../scripts/root.ts';
import { inBrowser, withTime } from '../scripts/told.ts';
import { elsewhere, isGiven, isTyped } from './commands.ts';
import { anchorsIn, commandsIn, documents, formsIn, labelsIn, linksIn, pathsIn, scriptsIn } from './documents.ts';
import { mayImport } from './plan.ts';

const all = documents();
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const isThere = (path: string) => existsSync(join(root, path));
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }; // ours

const asSeen = (words: string): string => words.replaceAll(/\s+/g, ' ').replaceAll('’', "'").toLowerCase();

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

  it('tell to type only what a test types', () => {
    const told = all.flatMap((one) => [...commandsIn(one), ...scriptsIn(one).map((name) => `npm run ${name}`)]);
    expect([...new Set(told)].filter((command) => !isTyped(command))).toEqual([]);
  });

  it('name no option or word of a command that no test gives to it', () => {
    const forms = all.filter(({ path }) => path !== 'CHANGELOG.md').flatMap(formsIn);
    const left = forms.flatMap(({ from, command, words }) =>
      words.filter((word) => !isGiven(command, word)).map((word) => `${from}: ${command} ${word}`),
    );
    expect(forms.length).toBeGreaterThan(50);
    expect([...new Set(left)]).toEqual([]);
  });

  it('name subjects of the benchmark that it has, and that a test types', () => {
    const named = all.flatMap(({ text }) =>
      [...text.matchAll(/bench -- --only ([a-z,]+)/g)].flatMap(([, names = '']) => names.split(',')),
    );
    const typed = [...inBrowser, ...withTime].flatMap(({ line }) => /bench -- --only (\S+)/.exec(line)?.[1]?.split(',') ?? []);
    expect(named.filter((name) => !subjects.some((subject) => subject.name === name))).toEqual([]);
    expect(named.filter((name) => !typed.includes(name))).toEqual([]);
  });

  it.each(Object.entries(elsewhere))('%s is run where it is said to be', (_, { by, as }) => {
    expect(read(by)).toContain(as);
  });

  it('see a link that leads nowhere, and a heading', () => {
    const invented = { path: 'docs/a.md', text: '# Wat er is\n[b](b.md#c) `lib/niets.ts` `lib/<x>`\n```\nnpm run niets\n```\n' };
    expect(linksIn(invented)).toEqual([{ from: 'docs/a.md', path: 'docs/b.md', anchor: 'c' }]);
    expect(anchorsIn(invented.text)).toEqual(['wat-er-is']);
    expect(pathsIn(invented)).toEqual([{ from: 'docs/a.md', path: 'lib/niets.ts' }]);
    expect([scriptsIn(invented), commandsIn(invented)]).toEqual([['niets'], ['npm run niets']]);
    const form = { path: 'a.md', text: 'Met `npm run iets -- <pakket.zip> groot [--wel <naam>]`, of `npm run iets`.' };
    expect(formsIn(form)).toEqual([
      { from: 'a.md', command: 'npm run iets', words: ['groot', '--wel'] },
      { from: 'a.md', command: 'npm run iets', words: [] },
    ]);
  });
});

describe('the manual', () => {
  const pages = all.filter(({ path }) => path.startsWith('docs/handleiding/'));
  const messages = JSON.parse(read('public/_locales/nl/messages.json')) as Record<string, { message: string }>; // ours
  const screens = asSeen(
    Object.values(messages)
      .map(({ message }) => message)
      .join('\n'),
  );
  /** In bold for its own sake. */
  const stressed = ['Log in op het netwerk en open het bericht zelf', 'niet anoniem'];

  it('calls things in bold as the screens do', () => {
    const labels = pages.flatMap((page) => labelsIn(page).map((label) => ({ path: page.path, label })));
    const strange = labels.filter(
      ({ label }) => !stressed.includes(label) && !screens.includes(asSeen(label.replace(/[ …:]+$/, ''))),
    );
    expect(labels.length).toBeGreaterThan(25);
    expect(strange).toEqual([]);
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

describe('what it takes to add a network', () => {
  const plan = /^## To add a network\n(.*?)^## /ms.exec(read('docs/ARCHITECTURE.md'))?.[1] ?? '';
  const own = /^(?:lib\/platforms\/bluesky|entrypoints\/reader-bluesky|lib\/privacy\/data|test\/stand\/bluesky)/;
  /** Bluesky is the example: these know the word for reasons of their own. */
  const besides = ['lib/capture/skeletonWords.ts'];

  it('is told whole: every file of the product that knows one by name', () => {
    const product = sourceFiles().filter(
      (path) => /^(?:lib|entrypoints|components|public)\//.test(path) && /\.(?:tsx?|json)$/.test(path),
    );
    const knowing = product.filter((path) => !own.test(path) && !besides.includes(path) && /\bbluesky\b/.test(read(path)));
    expect(knowing.length).toBeGreaterThan(5);
    expect(knowing.filter((path) => !plan.includes(`\`${path}\``))).toEqual([]);
  });
});

describe('the files for public forges', () => {
  interface Job {
    readonly image: string;
    readonly minutes: number;
    readonly env: Readonly<Record<string, string>>;
    readonly lines: readonly string[];
  }
  interface ActionsJob {
    readonly container: string | { readonly image: string };
    readonly 'timeout-minutes': number;
    readonly env: Readonly<Record<string, string>>;
    readonly steps: readonly { readonly run?: string; readonly uses?: string }[];
  }
  interface GitlabJob {
    readonly image: string;
    readonly timeout: string;
    readonly before_script: readonly string[];
    readonly script: readonly string[];
  }

  const actions = (path: string): Job => {
    const { jobs } = parse(read(path)) as { jobs: { toetsen: ActionsJob } }; // ours
    const { container, 'timeout-minutes': minutes, env, steps } = jobs.toetsen;
    const image = typeof container === 'string' ? container : container.image;
    return { image, minutes, env, lines: steps.flatMap(({ run, uses }) => run ?? uses ?? []) };
  };
  const gitlab = (path: string): Job => {
    const { toetsen } = parse(read(path)) as { toetsen: GitlabJob }; // ours
    const { image, timeout, before_script: before, script } = toetsen;
    return { image, minutes: Number.parseInt(timeout, 10), env: { CI: 'true' }, lines: [...before, ...script] }; // GitLab's own
  };
  const forges: Readonly<Record<string, Job>> = {
    GitHub: actions('.github/workflows/toetsen.yml'),
    Forgejo: actions('.forgejo/workflows/toetsen.yml'),
    GitLab: gitlab('.gitlab-ci.yml'),
  };
  /** Getting the source is what GitLab does by itself. */
  const source = /(?:^|\/)actions\/checkout@v\d+$/;

  it('run what the build server runs, and that is the test command of the README', () => {
    const typed = read('.ci/run').trim().split('\n').at(-1);
    expect(read('README.md')).toMatch(new RegExp(`^${typed} +#`, 'm'));
    for (const { lines } of Object.values(forges)) expect(lines.at(-1)).toBe('bash .ci/run');
  });

  it.each(Object.entries(forges))('%s besides only gets the source and Python ready', (_, { lines }) => {
    expect(lines.filter((line) => !source.test(line)).map((line) => line.replace(/ -.*/s, ''))).toEqual([
      'apt-get update',
      'git config',
      'bash .ci/run',
    ]);
  });

  it('do so alike: the same image, the same time, the same variables', () => {
    const [first, ...others] = Object.values(forges).map(({ image, minutes, env }) => ({ image, minutes, env }));
    expect(first).toEqual({ image: 'node:24-bookworm', minutes: 40, env: { CI: 'true' } });
    for (const other of others) expect(other).toEqual(first);
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
