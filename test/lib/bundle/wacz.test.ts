/** The web archive in a package, read with others' tools. The people in the samples are invented. */
import { WARCParser } from 'warcio';
import type { WARCRecord } from 'warcio';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Capture } from '../../../lib/model/capture.ts';
import { sha256Hex } from '../../../lib/model/chain.ts';
import digestSchema from '../../standards/wacz/datapackage-digest.schema.json' with { type: 'json' };
import packageSchema from '../../standards/wacz/datapackage.schema.json' with { type: 'json' };
import { faults } from './schema.ts';
import { build, captureA, captureB, captureC, captureHostile, mediaFiles } from './sample.ts';
import { jsonOf, textOf, unzipped } from './unzipped.ts';
import type { Files } from './unzipped.ts';

async function archiveOf(capture: Capture, more: Parameters<typeof build>[1] = {}): Promise<Uint8Array> {
  const files = await unzipped(await build(capture, more));
  return [...files].find(([path]) => path.endsWith('.wacz'))![1];
}

interface Read {
  readonly headers: Readonly<Record<string, string>>;
  readonly record: WARCRecord;
  readonly body: Uint8Array;
  readonly offset: number;
  readonly length: number;
}

async function recordsOf(files: Files): Promise<Read[]> {
  const parser = new WARCParser([files.get('archive/data.warc')!], { keepHeadersCase: true });
  const found: Read[] = [];
  for await (const record of parser) {
    const body = await record.readFully(false);
    await record.skipFully();
    const { offset, recordLength: length } = parser;
    found.push({ headers: Object.fromEntries(record.warcHeaders.headers), record, body, offset, length });
  }
  return found;
}

describe('the web archive of scenario B', () => {
  let files: Files;
  let records: Read[];
  beforeAll(async () => {
    files = await unzipped(await archiveOf(await captureB()));
    records = await recordsOf(files);
  });

  it('holds what WACZ 1.1.1 asks for, and nothing else', () => {
    expect([...files.keys()]).toEqual([
      'archive/data.warc',
      'indexes/index.cdx',
      'pages/pages.jsonl',
      'datapackage.json',
      'datapackage-digest.json',
    ]);
    expect(faults(packageSchema, jsonOf(files, 'datapackage.json'))).toEqual([]);
    expect(faults(digestSchema, jsonOf(files, 'datapackage-digest.json'))).toEqual([]);
  });

  it('lists every file with its own hash and size, and the list with its hash', async () => {
    const { resources } = jsonOf(files, 'datapackage.json') as { resources: { path: string; hash: string; bytes: number }[] }; // the schema looked at it
    const found = await Promise.all(
      resources.map(async ({ path }) => ({
        path,
        hash: `sha256:${await sha256Hex(files.get(path)!)}`,
        bytes: files.get(path)!.length,
      })),
    );
    expect(resources.map(({ path, hash, bytes }) => ({ path, hash, bytes }))).toEqual(found);
    expect(jsonOf(files, 'datapackage-digest.json')).toMatchObject({
      hash: `sha256:${await sha256Hex(files.get('datapackage.json')!)}`,
    });
  });

  it('has resource records only, never what looks like the answer of a server', () => {
    expect(records[0]?.headers['WARC-Type']).toBe('warcinfo');
    expect(new Set(records.slice(1).map(({ headers }) => headers['WARC-Type']))).toEqual(new Set(['resource']));
  });

  it('says what the guideline on government websites asks: program, format, robots, and with every page which block says so', () => {
    const fields = new TextDecoder().decode(records[0]!.body).split('\r\n');
    expect(fields.map((line) => line.split(': ')[0])).toEqual(expect.arrayContaining(['software', 'format', 'robots']));
    expect(fields).toContain('robots: ignore');
    const told = new Set(records.slice(1).map(({ headers }) => headers['WARC-Warcinfo-ID']));
    expect([...told]).toEqual([records[0]?.headers['WARC-Record-ID']]);
  });

  it('has the page first, then the own answer at its own address, then own media', () => {
    expect(records.slice(1).map(({ headers }) => [headers['WARC-Target-URI'], headers['Content-Type']])).toEqual([
      ['https://x.com/MinVoorbeeld/status/1859000000000000001', 'text/html; charset=utf-8'],
      ['https://x.com/MinVoorbeeld/status/1859000000000000009', 'text/html; charset=utf-8'],
      ['https://media.voorbeeld.example/png', 'image/png'],
      ['https://media.voorbeeld.example/gif', 'image/gif'],
      ['https://media.voorbeeld.example/jpg', 'image/jpeg'],
    ]);
    expect(Buffer.from(records.at(-3)!.body).equals(Buffer.from(mediaFiles.png))).toBe(true);
  });

  it('shows the whole thread on the first page, with the pictures in it', () => {
    const html = new TextDecoder().decode(records[1]!.body);
    for (const words of [
      'Vandaag start de voorbeeldregeling',
      'Nog een niveau dieper (8)',
      'Reageerder 3',
      'data:image/png;base64,',
    ])
      expect(html).toContain(words);
    expect(html).not.toMatch(/(?:src|href)="https?:/);
  });

  it('gives every record the digests of its block', async () => {
    for (const { headers, body } of records) {
      expect(headers['WARC-Block-Digest']).toBe(`sha256:${await sha256Hex(body)}`);
      expect(headers['Content-Length']).toBe(String(body.length));
    }
    expect(new Set(records.map(({ headers }) => headers['WARC-Record-ID'])).size).toBe(records.length);
  });

  it('indexes every resource where it stands, sorted', () => {
    const lines = textOf(files, 'index.cdx').trimEnd().split('\n');
    expect(lines).toEqual(lines.toSorted((a, b) => (a < b ? -1 : 1)));
    const places = lines.map((line) => JSON.parse(line.slice(line.indexOf('{'))) as Record<string, string>); // our own lines
    const real = new Map(records.map(({ headers, offset }) => [headers['WARC-Target-URI'], String(offset)]));
    expect(places).toHaveLength(records.length - 1);
    for (const { url, offset } of places) expect(offset).toBe(real.get(url));
    expect(lines[0]).toMatch(/^com,x\)\/minvoorbeeld\/status\/1859000000000000001 20261120101500 \{/);
  });

  it('names the pages a reader can open, with their moment', () => {
    const [head, main, answer] = textOf(files, 'pages.jsonl')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>); // our own lines
    expect(head).toMatchObject({ format: 'json-pages-1.0' });
    expect(main).toMatchObject({ url: 'https://x.com/MinVoorbeeld/status/1859000000000000001', ts: '2026-11-20T10:15:00Z' });
    expect(answer).toMatchObject({ url: 'https://x.com/MinVoorbeeld/status/1859000000000000009' });
  });
});

describe('any web archive', () => {
  it('is the same to the byte when made twice', async () => {
    const [one, two] = [await archiveOf(await captureB()), await archiveOf(await captureB())];
    expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true);
  });

  it('is described as WACZ, by its content', async () => {
    const files = await unzipped(await build(await captureA()));
    expect(textOf(files, '.wacz.bestand.mdto.xml')).toContain('<begripCode>fmt/1840</begripCode>');
    expect(textOf(files, 'webarchief-VS-20261120-0001.mdto.xml')).toContain('<begripCode>webarchief</begripCode>');
  });

  it('takes the signature that is handed to it, over the hash and with the moment of datapackage.json', async () => {
    const asked: string[][] = [];
    const signWebArchive = async (hash: string, created: string) => {
      asked.push([hash, created]);
      return { hash, created, software: 'Veiligsteller', version: '0.1.0', signature: 'AA==', publicKey: 'AA==' };
    };
    const files = await unzipped(await archiveOf(await captureA(), { signWebArchive }));
    const digest = jsonOf(files, 'datapackage-digest.json');
    expect(faults(digestSchema, digest)).toEqual([]);
    expect(asked).toEqual([[digest['hash'], jsonOf(files, 'datapackage.json')['created']]]);
  });

  it('shows every text in it to the gate before it goes in', async () => {
    const seen: string[] = [];
    await build(await captureC(), { inspect: (path) => void seen.push(path.replace(/^.*\.wacz\//, '')) });
    expect(seen).toEqual(
      expect.arrayContaining(['archive/1-weergave.html', 'indexes/index.cdx', 'pages/pages.jsonl', 'datapackage.json']),
    );
  });

  it('keeps one record one record, whatever the page says (T18)', async () => {
    const hostile = await captureHostile();
    const records = await recordsOf(
      await unzipped(await archiveOf({ ...hostile, software: 'x\r\nWARC/1.1\r\nWARC-Type: response' })),
    );
    expect(records.map(({ headers }) => headers['WARC-Type']).filter((type) => type === 'response')).toEqual([]);
    expect(new TextDecoder().decode(records[0]!.body).split('\r\n')[0]).toBe('software: x WARC/1.1 WARC-Type: response');
  });
});
