/** WARC 1.1 records, not compressed. The heads are made by the `warcio` library; ids come from the content, so that the same input gives the same bytes. */
import { WARCRecord, WARC_1_1, getSurt } from 'warcio';
import type { WARCType } from 'warcio';
import { sha256Hex } from '../model/chain.ts';

export interface WarcContent {
  readonly type: Extract<WARCType, 'warcinfo' | 'resource'>;
  /** Address of what is kept; a warcinfo has none. */
  readonly url?: string;
  readonly mime: string;
  /** ISO UTC. */
  readonly date: string;
  readonly body: Uint8Array | Blob;
  /** Of the body. */
  readonly sha256: string;
  readonly more?: Readonly<Record<string, string>>;
}

/** One record as it stands in the file. */
interface WarcRecord {
  readonly id: string;
  readonly parts: readonly (Uint8Array | Blob)[];
  readonly length: number;
}

export async function warcRecord({ type, url, mime, date, body, sha256, more = {} }: WarcContent): Promise<WarcRecord> {
  const size = body instanceof Blob ? body.size : body.length;
  const id = await recordId(`${type}\n${url ?? ''}\n${date}\n${sha256}`);
  const { warcHeaders } = WARCRecord.create({
    type,
    date: wholeSeconds(date),
    warcVersion: WARC_1_1,
    ...(url !== undefined && { url }),
    warcHeaders: {
      ...more,
      'WARC-Record-ID': id,
      'Content-Type': mime,
      ...(type === 'resource' && { 'WARC-Payload-Digest': `sha256:${sha256}` }),
      'WARC-Block-Digest': `sha256:${sha256}`,
      'Content-Length': String(size),
    },
  });
  const head = new TextEncoder().encode(`${warcHeaders.toString()}\r\n`);
  const parts = [head, body, new TextEncoder().encode('\r\n\r\n')];
  return { id, parts, length: head.length + size + 4 };
}

/** A line of the index (CDXJ): where a record stands, sorted by address and moment. */
export function cdxLine(
  { url = '', mime, date, sha256 }: WarcContent,
  place: { readonly offset: number; readonly length: number; readonly fileName: string },
): string {
  const stamp = wholeSeconds(date).replace(/\D/g, '');
  const facts = {
    url,
    mime: mime.split(';')[0],
    digest: `sha256:${sha256}`,
    length: String(place.length),
    offset: String(place.offset),
    filename: place.fileName,
  };
  return `${getSurt(url)} ${stamp} ${JSON.stringify(facts)}\n`;
}

/** To the second, as every tool reads it. */
export function wholeSeconds(date: string): string {
  return `${new Date(date).toISOString().slice(0, 19)}Z`;
}

/** A UUID of our own making (version 8, RFC 9562) over what the record is. */
async function recordId(what: string): Promise<string> {
  const digest = await sha256Hex(new TextEncoder().encode(what));
  const variant = ((Number.parseInt(digest.slice(16, 17), 16) & 3) | 8).toString(16);
  const parts = [digest.slice(0, 8), digest.slice(8, 12), `8${digest.slice(13, 16)}`, `${variant}${digest.slice(17, 20)}`];
  return `<urn:uuid:${[...parts, digest.slice(20, 32)].join('-')}>`;
}
