/** D12: WACZ 1.1.1 around one WARC. Pure: the same content gives the same bytes. It holds what the browser showed, not what a server sent. */
import { sha256Hex } from '../model/chain.ts';
import { sumsOfBlob } from './sha256.ts';
import { cdxLine, warcRecord, wholeSeconds } from './warc.ts';
import type { WarcContent } from './warc.ts';
import { bigZip } from './zip.ts';

export interface WebPage {
  readonly url: string;
  readonly title: string;
  readonly html: Uint8Array;
}
export interface WebFile {
  readonly url: string;
  readonly mime: string;
  readonly bytes: Uint8Array | Blob;
  readonly sha256: string;
}

/** The signature of wacz-auth 0.1.0, over the hash of `datapackage.json`. */
export interface WaczSignature {
  readonly hash: string;
  readonly created: string;
  readonly software: string;
  readonly version: string;
  readonly signature: string;
  readonly publicKey: string;
}

export interface WebArchive {
  readonly title: string;
  /** Plain text, for whoever opens the archive. */
  readonly description: string;
  readonly software: string;
  /** ISO UTC: when the pages were seen, and when this file is made. */
  readonly seen: string;
  readonly now: string;
  /** The first one is where a reader starts. */
  readonly pages: readonly WebPage[];
  readonly files: readonly WebFile[];
  /** `created` must be in the signature as it is in `datapackage.json`. */
  readonly sign?: (hash: string, created: string) => Promise<WaczSignature>;
  /** Called with every text in it, before it goes in (D4). */
  readonly inspect: (name: string, bytes: Uint8Array) => void | Promise<void>;
}

const warcName = 'data.warc';

export async function wacz(archive: WebArchive): Promise<Blob> {
  const { warc, index } = await warcOf(archive);
  const [main] = archive.pages;
  const content = [
    await summed(`archive/${warcName}`, warc),
    await summed('indexes/index.cdx', await text('indexes/index.cdx', index, archive)),
    await summed('pages/pages.jsonl', await text('pages/pages.jsonl', pageList(archive), archive)),
  ];
  const resources = content.map(({ path, body, sha256 }) => ({
    name: path.replace(/^.*\//, ''),
    path,
    hash: `sha256:${sha256}`,
    bytes: body.size,
  }));
  const description = {
    profile: 'data-package',
    wacz_version: '1.1.1',
    title: archive.title,
    description: archive.description,
    created: wholeSeconds(archive.now),
    software: archive.software,
    ...(main && { mainPageUrl: main.url, mainPageDate: wholeSeconds(archive.seen) }),
    resources,
  };
  const json = `${JSON.stringify(description, null, 2)}\n`;
  const datapackage = await summed('datapackage.json', await text('datapackage.json', json, archive));
  const hash = `sha256:${datapackage.sha256}`;
  const signedData = await archive.sign?.(hash, description.created);
  const digest = { path: 'datapackage.json', hash, ...(signedData && { signedData }) };
  const digestFile = await summed('datapackage-digest.json', new Blob([`${JSON.stringify(digest, null, 2)}\n`]));
  return bigZip(
    [...content, datapackage, digestFile].map(({ path, body, crc32 }) => ({
      path,
      size: body.size,
      isText: false,
      crc32,
      bytes: async () => body,
    })),
    archive.now,
  );
}

/** Read once for the list of resources and for the zip. */
const summed = async (path: string, body: Blob) => ({ path, body, ...(await sumsOfBlob(body)) });

async function text(name: string, content: string, { inspect }: WebArchive): Promise<Blob> {
  const bytes = new TextEncoder().encode(content);
  await inspect(name, bytes);
  return new Blob([bytes]);
}

async function warcOf(archive: WebArchive): Promise<{ readonly warc: Blob; readonly index: string }> {
  const parts: (Uint8Array | Blob)[] = [];
  const lines: string[] = [];
  let offset = 0;
  const info = await warcRecord(await warcinfo(archive));
  for (const content of [undefined, ...(await resourcesOf(archive))]) {
    const record = content ? await warcRecord({ ...content, more: { 'WARC-Warcinfo-ID': info.id } }) : info;
    if (content) lines.push(cdxLine(content, { offset, length: record.length, fileName: warcName }));
    for (const part of record.parts) parts.push(part);
    offset += record.length;
  }
  return { warc: new Blob(parts as BlobPart[]), index: lines.toSorted(byBytes).join('') }; // never a SharedArrayBuffer here
}

async function warcinfo({ software, description, title, now }: WebArchive): Promise<WarcContent> {
  // a person looked at the page: no robot did, so no robots.txt was asked
  const robots = 'ignore';
  const fields = { software, format: 'WARC File Format 1.1', conformsTo: specification, robots, isPartOf: title, description };
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value.replace(/\s+/g, ' ')}\r\n`);
  const body = new TextEncoder().encode(lines.join(''));
  return {
    type: 'warcinfo',
    mime: 'application/warc-fields',
    date: now,
    body,
    sha256: await sha256Hex(body),
    more: { 'WARC-Filename': warcName },
  };
}
const specification = 'http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/';

/** `resource`, never `response`: no server sent these bytes as they are (D12). */
async function resourcesOf({ pages, files, seen, inspect }: WebArchive): Promise<WarcContent[]> {
  const content: WarcContent[] = [];
  for (const { url, html } of pages) {
    await inspect(`archive/${content.length + 1}-weergave.html`, html);
    const sha256 = await sha256Hex(html);
    content.push({ type: 'resource', url, mime: 'text/html; charset=utf-8', date: seen, body: html, sha256 });
  }
  for (const { url, mime, bytes, sha256 } of files) content.push({ type: 'resource', url, mime, date: seen, body: bytes, sha256 });
  return content;
}

/** JSON Lines; the first line says what the list is. */
function pageList({ pages, seen }: WebArchive): string {
  const head = { format: 'json-pages-1.0', id: 'pages', title: 'Alle pagina’s' };
  const lines = pages.map(({ url, title, html }, n) => ({
    id: `pagina-${n + 1}`,
    url,
    ts: wholeSeconds(seen),
    title,
    size: html.length,
  }));
  return [head, ...lines].map((line) => `${JSON.stringify(line)}\n`).join('');
}

/** By code unit, as every reader of an index sorts. */
function byBytes(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
