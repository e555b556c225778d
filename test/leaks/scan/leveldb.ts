/** What stands in the browser's LevelDB files (S1): records of a log in one piece, blocks of a table unpacked. */
import { unsnapped, varint } from './snappy.ts';
import type { Part } from './zip.ts';

const blockSize = 32_768;
const magic = Buffer.from('57fb808b247547db', 'hex');

export function levelParts(bytes: Buffer, name: string): Part[] {
  if (bytes.length > 48 && bytes.subarray(-8).equals(magic)) return withValues(tableBlocks(bytes));
  return /\.log$|LOG|MANIFEST/.test(name) ? withValues(logRecords(bytes)) : [];
}

/** A record longer than its block goes on in the next, with a header in between that would cut a name in two. */
function logRecords(bytes: Buffer): Part[] {
  const parts: Part[] = [];
  let open: Buffer[] = [];
  for (let at = 0; at + 7 <= bytes.length;) {
    const left = blockSize - (at % blockSize);
    const length = bytes.readUInt16LE(at + 4);
    const type = bytes[at + 6] ?? 0;
    if (left < 7 || type === 0 || type > 4) {
      at += Math.max(1, Math.min(left, 7) === 7 ? left : left);
      continue;
    }
    open.push(bytes.subarray(at + 7, at + 7 + length));
    if (type === 1 || type === 4) {
      parts.push({ name: `regel ${parts.length}`, bytes: Buffer.concat(open) });
      open = [];
    }
    at += 7 + length;
  }
  if (open.length > 0) parts.push({ name: 'laatste regel', bytes: Buffer.concat(open) });
  return parts;
}

/** Every data block that the index names; keys share their beginnings there, values are whole. */
function tableBlocks(bytes: Buffer): Part[] {
  const footer = bytes.subarray(-48);
  let { at } = varint(footer, 0);
  at = varint(footer, at).at;
  const offset = varint(footer, at);
  const size = varint(footer, offset.at);
  const index = block(bytes, offset.value, size.value);
  return index
    ? [{ name: 'inhoudsopgave', bytes: index }, ...handlesIn(index).flatMap(([from, length]) => named(bytes, from, length))]
    : [];
}

function named(bytes: Buffer, from: number, length: number): Part[] {
  const found = block(bytes, from, length);
  return found ? [{ name: `blok ${from}`, bytes: found }] : [];
}

function block(bytes: Buffer, from: number, length: number): Buffer | undefined {
  if (length <= 0 || from + length >= bytes.length) return undefined;
  const raw = bytes.subarray(from, from + length);
  return bytes[from + length] === 1 ? unsnapped(raw) : raw;
}

/** Entries of an index block: shared, unshared, length of the value, key, value; the value says where a block stands. */
function handlesIn(index: Buffer): [number, number][] {
  const restarts = index.readUInt32LE(index.length - 4);
  const end = index.length - 4 - restarts * 4;
  const found: [number, number][] = [];
  for (let at = 0; at >= 0 && at < end;) {
    const shared = varint(index, at);
    const unshared = varint(index, shared.at);
    const length = varint(index, unshared.at);
    const value = length.at + unshared.value;
    const from = varint(index, value);
    found.push([from.value, varint(index, from.at).value]);
    at = length.at < 0 ? -1 : value + length.value;
  }
  return found;
}

/** Large values of IndexedDB are packed once more by themselves: FF 11 02. */
function withValues(parts: readonly Part[]): Part[] {
  return parts.flatMap((part) => [
    part,
    ...packedValues(part.bytes).map((bytes, at) => ({ name: `${part.name} waarde ${at}`, bytes })),
  ]);
}

function packedValues(bytes: Buffer): Buffer[] {
  const found: Buffer[] = [];
  for (let at = bytes.indexOf(0xff); at >= 0 && at + 3 < bytes.length; at = bytes.indexOf(0xff, at + 1)) {
    if (bytes[at + 1] !== 0x11) continue;
    const value = valueAt(bytes, at + 3);
    if (value) found.push(value);
  }
  return found;
}

/** How long the packed value is stands outside it: as much as unpacks. */
function valueAt(bytes: Buffer, from: number): Buffer | undefined {
  return unsnapped(bytes.subarray(from));
}
