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

/** Names of `npm run …`, wherever they stand. */
export function scriptsIn({ text }: Document): string[] {
  return [...text.matchAll(/\bnpm run ([a-z][a-z:]*)/g)].map(([, name = '']) => name);
}

/** First words of the lines in blocks that a reader would type. */
export function commandsIn({ text }: Document): string[] {
  const blocks = [...text.matchAll(/^```(?:sh|bash)?\n(.*?)^```/gms)].map(([, block = '']) => block);
  return blocks.flatMap((block) =>
    [...block.matchAll(/^(npm (?:run )?[a-z:]+|npx [a-z]+|node [\w./]+|bash [\w./]+|git [a-z]+|sha256sum|curl)\b/gm)].map(
      ([, line = '']) => line,
    ),
  );
}

const withoutBlocks = (text: string): string => text.replaceAll(/^```.*?^```/gms, '');
