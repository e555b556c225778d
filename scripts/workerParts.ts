/**
 * Chromium's worker in parts (docs/decisions/0015). `import()` is not allowed there; `importScripts()` is, also long after the start,
 * of files that were read when the worker was installed. So what the code asks with `import()` becomes a file that is read at that moment.
 */
import { basename } from 'node:path';
import type { InlineConfig, Plugin, Rollup } from 'vite';

/** Built as CommonJS: its `require` waits for nothing, as `importScripts` does. */
export function inParts(config: InlineConfig): void {
  const lib = config.build?.lib;
  const options = config.build?.rollupOptions;
  if (!lib || !options?.output || Array.isArray(options.output)) throw new Error('The worker is built in another way than it was');
  lib.formats = ['cjs'];
  options.output.chunkFileNames = 'worker/[name]-[hash].js';
  options.preserveEntrySignatures = false; // what a part shares with the start stands in the start: one file to read
  config.plugins = [...(config.plugins ?? []), wrapped];
}

const wrapped: Plugin = {
  name: 'worker-in-parts',
  enforce: 'post',
  generateBundle(_options, bundle) {
    const parts = Object.values(bundle).filter((file) => file.type === 'chunk');
    const entry = parts.find(({ isEntry }) => isEntry);
    if (!entry) throw new Error('There is no worker in what was built');
    const first = neededAtOnce(entry, parts);
    const later = parts.filter((part) => !first.includes(part));
    for (const part of parts) part.code = withoutFolders(part.code, first);
    for (const part of later) part.code = bodyOf(part);
    entry.code = `${reader(later.map(nameOf))}${first.map(bodyOf).join('')}require(${JSON.stringify(nameOf(entry))});`;
    for (const part of first) if (part !== entry) delete bundle[part.fileName];
  },
};

const nameOf = ({ fileName }: Rollup.OutputChunk): string => basename(fileName);

/** What the entry cannot start without stands in one file with it: each file more is asked of the browser apart. */
function neededAtOnce(entry: Rollup.OutputChunk, parts: readonly Rollup.OutputChunk[]): Rollup.OutputChunk[] {
  const found = [entry];
  for (const part of found) found.push(...parts.filter((other) => part.imports.includes(other.fileName) && !found.includes(other)));
  return found;
}

/** What stands in the same file is no file any more. */
function withoutFolders(code: string, first: readonly Rollup.OutputChunk[]): string {
  const names = new Set(first.map(nameOf));
  return code.replace(/(["'`])\.{1,2}\/(?:[\w-]+\/)?([\w.-]+\.js)\1/g, (whole, quote: string, name: string) =>
    names.has(name) ? `${quote}${name}${quote}` : whole,
  );
}

/** Between brackets: it is run at once, and need not be read through first. */
const bodyOf = (part: Rollup.OutputChunk): string =>
  `parts[${JSON.stringify(nameOf(part))}]=(function(require,exports,module){${part.code}\n});`;

/** When the worker is installed every part is read, so that the browser keeps it with the worker; from then on, when it is asked for. */
function reader(later: readonly string[]): string {
  return `
const parts = {}, made = {};
function require(path) {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (made[name]) return made[name].exports;
  if (!parts[name]) importScripts('/worker/' + name);
  const module = (made[name] = { exports: {} });
  try {
    parts[name](require, module.exports, module);
  } catch (error) {
    delete made[name];
    throw error;
  }
  return module.exports;
}
addEventListener('install', () => importScripts(...${JSON.stringify(later.map((name) => `/worker/${name}`))}));
`;
}
