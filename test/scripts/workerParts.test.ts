// The real build over a small worker of our own; the browser's own side is in test/browser/trip.test.ts.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { build } from 'vite';
import type { InlineConfig } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inParts } from '../../scripts/workerParts.ts';

const source = {
  'index.ts': `
    import { count } from './shared.ts';
    globalThis.pack = async () => (await import('./packing.ts')).pack();
    globalThis.stamp = async () => (await import('./stamping.ts')).stamp();
    globalThis.count = count;`,
  'shared.ts': `let counted = 0; export const count = () => (counted += 1);`,
  'packing.ts': `import { count } from './shared.ts'; import { seal } from './sealing.ts'; export const pack = () => seal('package ' + count());`,
  'stamping.ts': `import { seal } from './sealing.ts'; export const stamp = () => seal('stamp');`,
  'sealing.ts': `export const seal = (what) => 'sealed ' + what;`,
};

let folder: string;
let files: Map<string, string>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'veiligsteller-delen-'));
  for (const [name, code] of Object.entries(source)) writeFileSync(join(folder, name), code);
  files = await built(join(folder, 'index.ts'));
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

/** As the builder of the extension asks for a worker that is no module. */
async function built(entry: string): Promise<Map<string, string>> {
  const config: InlineConfig = {
    root: folder,
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      lib: { entry, formats: ['iife'], name: 'background', fileName: 'background' },
      rollupOptions: { output: { entryFileNames: 'background.js' } },
    },
  };
  inParts(config);
  const result = await build(config);
  const output = Array.isArray(result) ? result.flatMap((one) => one.output) : 'output' in result ? result.output : [];
  return new Map(output.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file.code]] : [])));
}

interface Started {
  readonly read: string[];
  readonly self: { readonly pack: () => Promise<string>; readonly stamp: () => Promise<string>; readonly count: () => number };
  readonly install: () => void;
}

/** A worker as the browser starts it; it may read only what was read when it was installed. */
function started(): Started {
  const read: string[] = [];
  const onInstall: (() => void)[] = [];
  const self = createContext({
    addEventListener: (_name: string, listener: () => void) => onInstall.push(listener),
    importScripts(...paths: string[]) {
      for (const path of paths) {
        const code = files.get(path.slice(1));
        if (code === undefined) throw new Error(`no file ${path}`);
        read.push(path.slice(1));
        runInContext(code, self);
      }
    },
  });
  runInContext(files.get('background.js') ?? '', self);
  return { read, self: self as unknown as Started['self'], install: () => onInstall.forEach((listener) => listener()) }; // what index.ts above puts there
}

describe('a worker in parts', () => {
  it('reads nothing but itself to start', () => {
    const { read, self } = started();
    expect(read).toEqual([]);
    expect(self.count()).toBe(1);
  });

  it('reads a part when it is asked for, once', async () => {
    const { read, self } = started();
    expect(await self.stamp()).toBe('sealed stamp');
    const forTheStamp = [...read];
    expect(forTheStamp.length).toBeGreaterThan(0);
    expect(forTheStamp.some((path) => path.includes('packing'))).toBe(false);
    expect(await self.stamp()).toBe('sealed stamp');
    expect(read).toEqual(forTheStamp);
  });

  it('shares with its parts what it holds', async () => {
    const { read, self } = started();
    self.count();
    expect(await self.pack()).toBe('sealed package 2');
    expect(await self.stamp()).toBe('sealed stamp');
    expect(new Set(read).size).toBe(read.length);
    expect(self.count()).toBe(3);
  });

  it('reads every part when it is installed, so that the browser keeps them all', () => {
    const { read, install } = started();
    install();
    expect(read.toSorted()).toEqual([...files.keys()].filter((name) => name !== 'background.js').toSorted());
    expect(read.length).toBeGreaterThan(1);
  });

  it('is not built at all where the builder asks it in another way', () => {
    expect(() => inParts({ build: {} })).toThrow('in another way');
  });
});
