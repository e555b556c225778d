import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { sourceFiles } from '../../scripts/release/files.ts';
import { root } from '../../scripts/root.ts';

export interface Document {
  readonly path: string;
  readonly text: string;
}

/** Everything in the project that people read as a document. */
export function documents(): Document[] {
  return sourceFiles()
    .filter((path) => path.endsWith('.md'))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

export interface Link {
  readonly from: string;
  /** Inside the project. */
  readonly path: string;
  readonly anchor?: string;
}

/** Links and pictures to files of our own; addresses of others are not asked. */
export function linksIn({ path, text }: Document): Link[] {
  return [...withoutBlocks(text).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, to = '']) => to)
    .filter((to) => !/^[a-z]+:/i.test(to))
    .map((to) => {
      const [file = '', anchor] = to.split('#');
      const target = file === '' ? path : normalize(join(dirname(path), file)).replaceAll('\\', '/');
      return { from: path, path: target, ...(anchor !== undefined && { anchor }) };
    });
}

/** As a forge makes them of headings. */
export function anchorsIn(text: string): string[] {
  return [...withoutBlocks(text).matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replaceAll(/\s/g, '-'),
  );
}

/** Paths in code quotes that begin with a folder of ours; patterns and places to fill in are no paths. */
export function pathsIn({ path, text }: Document): Link[] {
  return [
    ...withoutBlocks(text).matchAll(/`((?:\.ci|\.github|assets|components|docs|entrypoints|lib|public|scripts|test)\/[^`\s]*)`/g),
  ]
    .map(([, named = '']) => named)
    .filter((named) => !/[<>*{}…$]/.test(named))
    .map((named) => ({ from: path, path: named }));
}

/** Words in bold; a whole sentence is no word of a screen. */
export function labelsIn({ text }: Document): string[] {
  return [...text.matchAll(/\*\*([^*]+)\*\*/g)].map(([, label = '']) => label).filter((label) => !label.endsWith('.'));
}

/** Names of `npm run …`, wherever they stand. */
export function scriptsIn({ text }: Document): string[] {
  return [...text.matchAll(/\bnpm run ([a-z][a-z:]*)/g)].map(([, name = '']) => name);
}

export interface Form {
  readonly from: string;
  readonly command: string;
  /** Options, and words that choose what it does; not what the reader fills in. */
  readonly words: readonly string[];
}

/** Commands of ours with what stands behind `--`, in code quotes and in blocks; a block may go on on the next line. */
export function formsIn({ path, text }: Document): Form[] {
  return [...text.matchAll(/\b(npm run [a-z][a-z:]*)(?: -- ((?:[^`\n]|\n +[[-])*))?/g)].map(([, command = '', rest = '']) => {
    const given = rest
      .replace(/ {3,}[^[\s].*/s, '') // what a block says behind it
      .replace(/(--only) \S+/, '$1')
      .replaceAll(/<[^>]*>|"[^"]*"|\[(?!-)[^\]]*\]|…/g, ' ')
      .split(/[\s[\]]+/);
    return { from: path, command, words: given.filter((word) => /^(?:--[a-z-]+|[a-z]+(?:-[a-z]+)*)$/.test(word)) };
  });
}

/** Lines in blocks that a reader would type, each whole. */
export function linesOf({ text }: Document): string[] {
  // all blocks, so that the end of one in another language is not taken for the beginning of the next
  const all = [...text.matchAll(/^ *```(\w*)\n(.*?)^ *```$/gms)];
  const blocks = all.flatMap(([, language = '', block = '']) => (['', 'sh', 'bash'].includes(language) ? [block] : []));
  return blocks.flatMap((block) => [...block.matchAll(new RegExp(`^ *(${typed}.*)$`, 'gm'))].map(([, line = '']) => line));
}

/** Their first words. */
export function commandsIn(document: Document): string[] {
  return linesOf(document).flatMap((line) => new RegExp(`^${typed}`).exec(line)?.[0] ?? []);
}

const typed = String.raw`(?:npm (?:run )?[a-z:]+|npx [a-z]+|node [\w./]+|bash [\w./]+|git [a-z]+|sha256sum|curl|openssl|chromium|printf|python3|mkdir)\b`;
const withoutBlocks = (text: string): string => text.replaceAll(/^ *```.*?^ *```/gms, '');
