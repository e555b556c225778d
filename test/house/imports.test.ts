import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mayImport } from './plan.ts';

const root = resolve(import.meta.dirname, '../..');

/** Packages that belong to one room. */
const onlyIn: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^dexie$/, ['lib/store']],
  [/^(?:jszip|@zip\.js\/zip\.js)$/, ['lib/bundle']],
  [/^preact|^@preact\//, ['components', 'lib/ui', 'entrypoints']],
  [/^(?:wxt\/browser|webextension-polyfill)$/, ['entrypoints', 'lib/messages', 'lib/store', 'lib/export']],
  [/^node:/, []],
];

interface Import {
  readonly file: string;
  readonly to: string;
}

describe('the house', () => {
  const imports = [...sources('lib'), ...sources('components'), ...sources('entrypoints')].flatMap(importsOf);

  it('has imports to judge', () => expect(imports.length).toBeGreaterThan(50));

  it('imports only in the direction of the plan', () => {
    expect(
      imports
        .filter(({ to }) => to.startsWith('.'))
        .filter((found) => !isInDirection(found))
        .map(tell),
    ).toEqual([]);
  });

  it('keeps each package in its room', () => {
    const strays = imports.filter(({ file, to }) => onlyIn.some(([name, rooms]) => name.test(to) && !rooms.includes(roomOf(file))));
    expect(strays.map(tell)).toEqual([]);
  });

  it('imports the browser through wxt/browser only', () => {
    expect(imports.filter(({ to }) => to === 'webextension-polyfill').map(tell)).toEqual([]);
  });

  it('keeps entrypoint wiring short', () => {
    const long = sources('entrypoints')
      .filter((file) => /\/(?:index|main)\.tsx?$|\.content\.ts$/.test(file))
      .filter((file) => readFileSync(join(root, file), 'utf8').split('\n').length > 66);
    expect(long).toEqual([]);
  });
});

describe('the rule itself', () => {
  it('names an import against the direction', () => {
    expect(isInDirection({ file: 'lib/bundle/mdto.ts', to: '../store/captures.ts' })).toBe(false);
    expect(isInDirection({ file: 'lib/capture/run.ts', to: '../platforms/adapter.ts' })).toBe(true);
    expect(isInDirection({ file: 'lib/platforms/x/read.ts', to: '../../capture/run.ts' })).toBe(false);
  });
});

function isInDirection({ file, to }: Import): boolean {
  const from = roomOf(file);
  const target = roomOf(relative(root, resolve(root, dirname(file), to)));
  return from === 'entrypoints' || target === from || target === 'lib/model' || (mayImport[from] ?? []).includes(target);
}

function roomOf(file: string): string {
  const parts = file.split('/');
  return parts[0] === 'lib' ? parts.slice(0, 2).join('/') : (parts[0] ?? '');
}

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name));
}

function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8');
  return [...text.matchAll(/(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g)].map((match) => ({ file, to: match[1] ?? '' }));
}

function tell({ file, to }: Import): string {
  return `${file} imports ${to}: see "The plan of the house" in docs/ARCHITECTURE.md`;
}
