/**
 * Nextcloud's chunked upload, version 2, as its developer manual describes it: the pieces go to a folder of their own and are put together
 * by the server. Its proxy may refuse one big request; and what is there already is not sent again.
 */
import { drop, send, text } from './http.ts';
import type { Door } from './http.ts';
import { problemOf } from './problem.ts';

/** Between 5 MB and 5 GB, but for the last. */
export const usualChunk = 20_000_000;
/** Chunks are called 1 to 10000. */
const mostChunks = 10_000;

/** The folder for the pieces of this content, where the address is one of Nextcloud's. Called by the content: a later attempt finds it. */
export function chunkFolder(base: URL, sha256: string): URL | undefined {
  const [, dav, user] = /^(.*\/remote\.php\/dav)\/files\/([^/]+)(?:\/|$)/.exec(base.pathname) ?? [];
  return dav === undefined || user === undefined
    ? undefined
    : new URL(`${dav}/uploads/${user}/veiligsteller-${sha256.slice(0, 32)}`, base.origin);
}

interface Chunked {
  readonly folder: URL;
  /** Where the server is to put it together. */
  readonly place: URL;
  readonly content: Blob;
  readonly chunkBytes: number;
  readonly onSent: (done: number) => void;
}

/** Answers false where the server does not do this. */
export async function putInChunks(door: Door, { folder, place, content, chunkBytes, onSent }: Chunked): Promise<boolean> {
  const size = Math.max(chunkBytes, Math.ceil(content.size / mostChunks));
  const headers = { destination: place.href, 'oc-total-length': String(content.size) };
  const there = await opened(door, folder, headers);
  if (!there) return false;
  for (let number = 1, at = 0; at < content.size; number++, at += size) {
    const piece = content.slice(at, at + size);
    const name = String(number).padStart(5, '0');
    if (there.get(name) !== piece.size) {
      const answer = await send(door, inside(folder, name), { method: 'PUT', headers, body: piece, bytes: piece.size });
      await drop(answer);
      if (answer.status !== 201 && answer.status !== 204) throw problemOf(answer);
    }
    onSent(at + piece.size);
  }
  const answer = await send(door, inside(folder, '.file'), { method: 'MOVE', headers, bytes: content.size });
  await drop(answer);
  if (answer.status !== 201 && answer.status !== 204) throw problemOf(answer);
  return true;
}

function inside(folder: URL, name: string): URL {
  return new URL(`${folder.pathname}/${name}`, folder.origin);
}

/** What stands there of an earlier attempt, with its size; undefined where there is no such place. */
async function opened(
  door: Door,
  folder: URL,
  headers: Readonly<Record<string, string>>,
): Promise<Map<string, number> | undefined> {
  const made = await send(door, folder, { method: 'MKCOL', headers });
  await drop(made);
  if (made.status === 201) return new Map();
  if (made.status === 404 || made.status === 409 || made.status === 501) return undefined;
  if (made.status !== 405) throw problemOf(made);
  const listed = await send(door, folder, { method: 'PROPFIND', headers: { ...headers, depth: '1' } });
  if (listed.status === 404) {
    await drop(listed);
    return undefined;
  }
  if (listed.status !== 207) throw problemOf(listed);
  return chunksIn(await text(listed));
}

function chunksIn(xml: string): Map<string, number> {
  const rows = xml.split(/<(?:[\w.-]+:)?response[\s>]/).slice(1);
  return new Map(
    rows.flatMap((row): [string, number][] => {
      const name = /<(?:[\w.-]+:)?href[^>]*>[^<]*?(\d{5})\/?\s*</.exec(row)?.[1];
      const length = /<(?:[\w.-]+:)?getcontentlength[^>]*>\s*(\d+)\s*</.exec(row)?.[1];
      return name === undefined || length === undefined ? [] : [[name, Number(length)]];
    }),
  );
}
