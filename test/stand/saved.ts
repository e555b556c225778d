/** Saved pages: a host whose every address gives one page, with the files beside it by name. */
import { readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import type { Answer, Question } from './network.ts';

export type SavedPage = { readonly html: string } | { readonly file: string };

/** By host, then by path; the path `*` is every other one. */
export type SavedPages = Readonly<Record<string, Readonly<Record<string, SavedPage>>>>;

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.svg': 'image/svg+xml',
  '.mp4': 'video/mp4',
  '.woff2': 'font/woff2',
};

export function savedPage(pages: SavedPages, question: Question): Answer | undefined {
  const ofHost = pages[question.host];
  const page = ofHost?.[question.path] ?? ofHost?.['*'];
  if (!page || !isDocument(question)) return undefined;
  return { type: types['.html'] ?? '', body: 'html' in page ? page.html : readFileSync(page.file, 'utf8') };
}

/** The file with the last part of the path as its name; on X the ending stands in the query. */
export function asset(folder: string, question: Question): Answer | undefined {
  const name = basename(question.path);
  const format = question.query.get('format');
  for (const candidate of [name, ...(format ? [`${name}.${format}`] : [])]) {
    if (!/^[\w.-]+$/.test(candidate) || candidate.startsWith('.')) continue;
    const body = read(join(folder, candidate));
    if (!body) continue;
    return {
      type: types[extname(candidate).toLowerCase()] ?? 'application/octet-stream',
      body,
      headers: { 'access-control-allow-origin': '*' },
    };
  }
  return undefined;
}

function read(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'EISDIR')) return undefined;
    throw error;
  }
}

function isDocument({ method, headers }: Question): boolean {
  const destination = headers['sec-fetch-dest'];
  return method === 'GET' && (destination ? destination === 'document' : (headers['accept'] ?? '').includes('text/html'));
}
