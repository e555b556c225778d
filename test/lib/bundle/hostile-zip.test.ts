/** T14, T15: forty archives no honest tool would write, built byte by byte. Each is refused with its reason, within little time and memory. */
import { crc32, deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { verifyPackage } from '../../../lib/bundle/verify.ts';

const root = 'VS-20261120-0001/';

interface RawEntry {
  readonly name: string | Buffer;
  readonly content?: Buffer;
  /** What the local header says instead, where it differs. */
  readonly localName?: string;
  readonly method?: number;
  readonly flags?: number;
  readonly crc?: number;
  readonly size?: number;
  readonly packedSize?: number;
  readonly external?: number;
  readonly madeBy?: number;
  readonly offset?: number;
  readonly extra?: Buffer;
}
interface RawEnd {
  readonly count?: number;
  readonly comment?: Buffer;
  readonly before?: Buffer;
  readonly after?: Buffer;
}

/** A zip with exactly these fields: local headers, contents, list and end record. */
function rawZip(entries: readonly RawEntry[], end: RawEnd = {}): Uint8Array {
  const parts: Buffer[] = end.before ? [end.before] : [];
  const list: Buffer[] = [];
  for (const entry of entries) {
    const at = parts.reduce((sum, part) => sum + part.length, 0);
    const { fields, packed } = fieldsOf(entry);
    list.push(listed(bytesOf(entry.name), fields, entry, entry.offset ?? at));
    parts.push(local(bytesOf(entry.localName ?? entry.name), fields), packed);
  }
  const directory = Buffer.concat(list);
  const at = parts.reduce((sum, part) => sum + part.length, 0);
  return new Uint8Array(Buffer.concat([...parts, directory, closing(end, entries.length, directory.length, at)]));
}

function bytesOf(name: string | Buffer): Buffer {
  return typeof name === 'string' ? Buffer.from(name) : name;
}

function fieldsOf(entry: RawEntry): { fields: Fields; packed: Buffer } {
  const content = entry.content ?? Buffer.from('x');
  const packed = entry.method === 8 ? deflateRawSync(content) : content;
  const { flags = 0x800, method = 0, crc = crc32(content), packedSize = packed.length, size = content.length } = entry;
  return { fields: { flags, method, crc, packedSize, size }, packed };
}

function closing(
  { comment = Buffer.alloc(0), after = Buffer.alloc(0), ...end }: RawEnd,
  count: number,
  size: number,
  at: number,
): Buffer {
  const close = Buffer.alloc(22);
  close.writeUInt32LE(0x0605_4b50, 0);
  close.writeUInt16LE(end.count ?? count, 8);
  close.writeUInt16LE(end.count ?? count, 10);
  close.writeUInt32LE(size, 12);
  close.writeUInt32LE(at, 16);
  close.writeUInt16LE(comment.length, 20);
  return Buffer.concat([close, comment, after]);
}

interface Fields {
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
}
function local(name: Buffer, { flags, method, crc, packedSize, size }: Fields): Buffer {
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x0403_4b50, 0);
  head.writeUInt16LE(20, 4);
  head.writeUInt16LE(flags, 6);
  head.writeUInt16LE(method, 8);
  head.writeUInt16LE(0x5d34, 12);
  head.writeUInt32LE(crc, 14);
  head.writeUInt32LE(packedSize, 18);
  head.writeUInt32LE(size, 22);
  head.writeUInt16LE(name.length, 26);
  return Buffer.concat([head, name]);
}
function listed(name: Buffer, { flags, method, crc, packedSize, size }: Fields, entry: RawEntry, offset: number): Buffer {
  const head = Buffer.alloc(46);
  head.writeUInt32LE(0x0201_4b50, 0);
  head.writeUInt16LE(entry.madeBy ?? 20, 4);
  head.writeUInt16LE(20, 6);
  head.writeUInt16LE(flags, 8);
  head.writeUInt16LE(method, 10);
  head.writeUInt16LE(0x5d34, 14);
  head.writeUInt32LE(crc, 16);
  head.writeUInt32LE(packedSize, 20);
  head.writeUInt32LE(size, 24);
  head.writeUInt16LE(name.length, 28);
  head.writeUInt16LE(entry.extra?.length ?? 0, 30);
  head.writeUInt32LE(entry.external ?? 0, 38);
  head.writeUInt32LE(offset, 42);
  return Buffer.concat([head, name, entry.extra ?? Buffer.alloc(0)]);
}

const good: RawEntry = {
  name: `${root}bagit.txt`,
  content: Buffer.from('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'),
};
const named = (name: string | Buffer): Uint8Array => rawZip([good, { name }]);
const unix = 0x0314;
const mode = (value: number): number => (value << 16) >>> 0;

const unsafe = 'onveilige naam';
const archives: readonly (readonly [what: string, zip: () => Uint8Array, told: string | RegExp])[] = [
  ['a way up', () => named(`${root}../x.txt`), unsafe],
  ['a way up at the start', () => named('../x.txt'), unsafe],
  ['two points alone', () => named('..'), unsafe],
  ['a way up with a backslash', () => named(`${root}..\\x.txt`), unsafe],
  ['an absolute path', () => named('/etc/x.txt'), unsafe],
  ['an absolute path of Windows', () => named('\\x.txt'), unsafe],
  ['a drive letter', () => named('C:/x.txt'), unsafe],
  ['a drive letter without a slash', () => named('c:x.txt'), unsafe],
  ['a share', () => named('//server/share/x.txt'), unsafe],
  ['a stream of Windows', () => named(`${root}bagit.txt:verborgen`), unsafe],
  ['a backslash', () => named(`${root}data\\x.txt`), unsafe],
  ['a NUL', () => named(`${root}x.txt\u0000.zip`), unsafe],
  ['a line break', () => named(`${root}x\n.txt`), unsafe],
  ['an escape', () => named(`${root}\u001B[31mx.txt`), unsafe],
  ['an empty part', () => named(`${root}data//x.txt`), unsafe],
  ['a single point', () => named(`${root}./x.txt`), unsafe],
  ['no name', () => named(''), unsafe],
  ['a point at the end', () => named(`${root}x.txt.`), unsafe],
  ['a space at the end', () => named(`${root}x.txt `), unsafe],
  ['a reserved name', () => named(`${root}CON`), unsafe],
  ['a reserved name with an ending', () => named(`${root}data/aux.txt`), unsafe],
  ['a printer', () => named(`${root}lpt1.json`), unsafe],
  ['an order of reading turned around', () => named(`${root}gepj.\u202Eexe`), unsafe],
  ['a name of 300 characters', () => named(`${root}${'a'.repeat(300)}.txt`), unsafe],
  ['a name that is no text', () => named(Buffer.from([0x56, 0x53, 0xff, 0xfe, 0x2f, 0x78])), /VS/],
  ['the same name twice', () => rawZip([good, good]), 'staat er twee keer in'],
  ['the same name in capitals', () => rawZip([good, { name: `${root}BAGIT.TXT` }]), 'staat er twee keer in'],
  [
    'the same name, composed otherwise',
    () => rawZip([{ name: `${root}é.txt` }, { name: `${root}e\u0301.txt` }]),
    'staat er twee keer in',
  ],
  [
    'a file that is also a folder',
    () => rawZip([{ name: `${root}data` }, { name: `${root}data/x.txt` }]),
    'is een bestand en een map',
  ],
  [
    'a symbolic link',
    () => rawZip([good, { name: `${root}link`, madeBy: unix, external: mode(0o120777), content: Buffer.from('/etc/passwd') }]),
    'is een verwijzing',
  ],
  ['a device', () => rawZip([good, { name: `${root}tty`, madeBy: unix, external: mode(0o020666) }]), 'is geen gewoon bestand'],
  ['an encrypted file', () => rawZip([good, { name: `${root}x.txt`, flags: 0x801 }]), 'is versleuteld'],
  ['a way of packing nobody knows', () => rawZip([good, { name: `${root}x.txt`, method: 99 }]), /niet te lezen|versleuteld/],
  ['a wrong checksum', () => rawZip([good, { name: `${root}x.txt`, crc: 1 }]), 'niet te lezen'],
  [
    'another name in the file than in the list',
    () => rawZip([good, { name: `${root}x.txt`, localName: `${root}y.txt` }]),
    /niet eenduidig|niet te lezen/,
  ],
  ['two entries in one place', () => rawZip([good, { name: `${root}x.txt`, offset: 0 }]), /niet eenduidig|niet te lezen/],
  [
    'a size that is a lie',
    () => rawZip([good, { name: `${root}x.txt`, size: 5_000, packedSize: 5_000 }]),
    /niet eenduidig|niet te lezen/,
  ],
  ['more entries than there are', () => rawZip([good], { count: 60_000 }), /niet eenduidig|niet te lezen/],
  ['fewer entries than there are', () => rawZip([good, { name: `${root}x.txt` }], { count: 1 }), /niet eenduidig|niet te lezen/],
  ['something before it', () => rawZip([good], { before: Buffer.from('MZ kwaad') }), /niet eenduidig|voor de eerste/],
  ['something after it', () => rawZip([good], { after: Buffer.from('PK kwaad') }), /niet eenduidig/],
  ['a comment', () => rawZip([good], { comment: Buffer.from('lees mij') }), /niet eenduidig|opmerking/],
];

const bombs: readonly (readonly [what: string, zip: () => Uint8Array, told: RegExp])[] = [
  [
    'one that swells',
    () => rawZip([good, { name: `${root}bom.txt`, method: 8, content: Buffer.alloc(30_000_000) }]),
    /zwelt bij uitpakken verdacht op/,
  ],
  [
    'one that says it is small and swells',
    () => rawZip([good, { name: `${root}bom.txt`, method: 8, content: Buffer.alloc(30_000_000), size: 1_000 }]),
    /niet te lezen|niet eenduidig/,
  ],
  [
    'one that says it is 4 GB',
    () => rawZip([good, { name: `${root}bom.txt`, size: 0xffff_fff0 }]),
    /zwelt|niet te lezen|niet eenduidig/,
  ],
  [
    'many that swell a little',
    () => rawZip(Array.from({ length: 60 }, (_, n) => ({ name: `${root}b${n}.txt`, method: 8, content: Buffer.alloc(4_900_000) }))),
    /zwelt bij uitpakken verdacht op/,
  ],
  ['two thousand small files in no bag', () => rawZip(Array.from({ length: 2_000 }, (_, n) => ({ name: `x/${n}` }))), /./],
];

async function refusal(zip: Uint8Array): Promise<string> {
  const report = await verifyPackage(zip);
  expect(report.ok).toBe(false);
  return report.checks.flatMap(({ ok, detail }) => (ok ? [] : (detail ?? []))).join('\n');
}

describe('a hostile archive', () => {
  it('is told from forty and more kinds', () => {
    expect(archives.length + bombs.length).toBeGreaterThanOrEqual(40);
  });

  it.each(archives)('with %s is refused with its reason', async (_what, zip, told) => {
    expect(await refusal(zip())).toMatch(told);
  });

  it.each(bombs)('%s is refused in time and without taking the memory', async (_what, zip, told) => {
    const bytes = zip();
    const began = performance.now();
    const before = process.memoryUsage().arrayBuffers;
    expect(await refusal(bytes)).toMatch(told);
    expect(performance.now() - began).toBeLessThan(8_000);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(400_000_000);
  });
});
