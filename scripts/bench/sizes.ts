import { readFileSync, readdirSync } from 'node:fs';
import { join, posix } from 'node:path';
import { deflateRawSync, gzipSync } from 'node:zlib';
import { outputOf } from '../build.ts';
import { atMost, figure, row } from './measure.ts';
import type { Row } from './report/shape.ts';
import type { Subject } from './subject.ts';

const folder = outputOf('chrome');

export const sizes: Subject = {
  name: 'omvang',
  title: 'Omvang van de extensie',
  how: 'Van de gebouwde extensie voor Chromium, met gzip op 9: wat in een bladzijde wordt gezet, wat de worker laadt om te beginnen, en alle bestanden in een zip.',
  async run() {
    return [injected(), worker(), whole()];
  },
};

function injected(): Row {
  const scripts = readdirSync(join(folder, 'content-scripts')).filter((name) => name.endsWith('.js'));
  const sizesOf = new Map(scripts.map((name) => [name, gzipped([readFileSync(join(folder, 'content-scripts', name))])]));
  const core = sizesOf.get('capture.js') ?? NaN;
  const readers = [...sizesOf].filter(([name]) => name.startsWith('reader-')).toSorted(([, a], [, b]) => b - a);
  const [largest, size] = readers[0] ?? ['geen', 0];
  return sizeRow(
    'in de bladzijde gezet',
    core + size,
    60,
    `capture.js ${core.toFixed(1)} kB en de grootste lezer (${largest}) ${size.toFixed(1)} kB; daarna, alleen als iemand om de knoppen bij reacties vraagt, webcare.js ${(sizesOf.get('webcare.js') ?? NaN).toFixed(1)} kB`,
  );
}

function worker(): Row {
  const read = (path: string): string => readFileSync(join(folder, path), 'utf8');
  const files = staticClosure('background.js', read);
  const later = readdirSync(join(folder, 'worker')).map((name) => `worker/${name}`);
  const apart = later.filter((path) => !files.has(path));
  return sizeRow(
    'worker',
    sizeOf([...files.values()]),
    150,
    `wat hij laadt om te beginnen; de ${apart.length} andere delen, ${sizeOf(apart.map(read)).toFixed(1)} kB, leest hij als ze gevraagd worden`,
  );
}

function whole(): Row {
  const bytes = filesIn(folder).reduce((sum, path) => {
    const name = Buffer.byteLength(path.slice(folder.length + 1));
    return sum + deflateRawSync(readFileSync(path), { level: 9 }).length + 30 + 46 + 2 * name;
  }, 22);
  return sizeRow('alles in een zip', bytes / 1_000, 3_000);
}

function sizeRow(what: string, kilobytes: number, limit: number, note?: string): Row {
  return row(what, 'kB', figure('', [kilobytes]), { goals: [atMost(limit, kilobytes, 'kB')], ...(note && { note }) });
}

/** `import(…)` and `()=>require(…)` are for later. */
const atOnce = /(?:\b(?:from|import)\s*|(?<!=>\s*)\brequire\()["'`](\.{1,2}\/[\w./-]+\.js)["'`]/g;

/** What a worker loads to start: the file the manifest names, and all it imports. */
export function staticClosure(entry: string, read: (path: string) => string): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  const visit = (path: string): void => {
    if (files.has(path)) return;
    const code = read(path);
    files.set(path, code);
    for (const [, from = ''] of code.matchAll(atOnce)) visit(posix.join(posix.dirname(path), from));
  };
  visit(entry);
  return files;
}

function sizeOf(codes: readonly string[]): number {
  return gzipped(codes.map((code) => Buffer.from(code)));
}

function gzipped(parts: readonly Buffer[]): number {
  return parts.reduce((sum, part) => sum + gzipSync(part, { level: 9 }).length, 0) / 1_000;
}

function filesIn(path: string): string[] {
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
}
