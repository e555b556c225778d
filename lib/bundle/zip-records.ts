/** The records of a zip (APPNOTE 6.3.10): DOS, dates in UTC, 64 bits only where 32 are not enough. */
export interface Entry {
  readonly path: Uint8Array;
  readonly crc: number;
  /** As stored and as it was. */
  readonly packed: number;
  readonly size: number;
  readonly isDeflated: boolean;
  /** Where its own header stands. */
  readonly offset: number;
}

const most = 0xffff_ffff;
const mostFiles = 0xffff;
const [version, version64] = [20, 45];

export function localHeader(entry: Entry, date: number): Uint8Array {
  const isLarge = entry.size >= most || entry.packed >= most;
  const extra = isLarge ? extra64([entry.size, entry.packed]) : [];
  return record([
    [4, 0x0403_4b50],
    [2, isLarge ? version64 : version],
    ...common(entry, date, isLarge),
    [2, entry.path.length],
    [2, lengthOf(extra)],
    entry.path,
    ...extra,
  ]);
}

export function directoryHeader(entry: Entry, date: number): Uint8Array {
  const isLarge = entry.size >= most || entry.packed >= most;
  const isFar = entry.offset >= most;
  const wide = [...(isLarge ? [entry.size, entry.packed] : []), ...(isFar ? [entry.offset] : [])];
  const extra = wide.length > 0 ? extra64(wide) : [];
  const needed = wide.length > 0 ? version64 : version;
  return record([
    [4, 0x0201_4b50],
    [2, needed],
    [2, needed],
    ...common(entry, date, isLarge),
    [2, entry.path.length],
    [2, lengthOf(extra)],
    [2, 0], // comment
    [2, 0], // disk
    [2, 0], // internal attributes
    [4, 0], // external attributes
    [4, isFar ? most : entry.offset],
    entry.path,
    ...extra,
  ]);
}

export interface Directory {
  readonly files: number;
  readonly bytes: number;
  readonly offset: number;
}

export function endOfDirectory({ files, bytes, offset }: Directory): Uint8Array {
  const isWide = files >= mostFiles || bytes >= most || offset >= most;
  const short = isWide ? mostFiles : files;
  return record([
    ...(isWide ? endOfDirectory64({ files, bytes, offset }) : []),
    [4, 0x0605_4b50],
    [2, 0],
    [2, 0],
    [2, short],
    [2, short],
    [4, isWide ? most : bytes],
    [4, isWide ? most : offset],
    [2, 0],
  ]);
}

function endOfDirectory64({ files, bytes, offset }: Directory): Field[] {
  return [
    [4, 0x0606_4b50],
    [8, 44],
    [2, version64],
    [2, version64],
    [4, 0],
    [4, 0],
    [8, files],
    [8, files],
    [8, bytes],
    [8, offset],
    [4, 0x0706_4b50],
    [4, 0],
    [8, offset + bytes],
    [4, 1],
  ];
}

function common({ path, crc, packed, size, isDeflated }: Entry, date: number, isLarge: boolean): Field[] {
  const isAscii = path.every((byte) => byte < 0x80);
  return [
    [2, isAscii ? 0 : 0x0800],
    [2, isDeflated ? 8 : 0],
    [4, date],
    [4, crc],
    [4, isLarge ? most : packed],
    [4, isLarge ? most : size],
  ];
}

function extra64(values: readonly number[]): Field[] {
  return [[2, 1], [2, values.length * 8], ...values.map((value): Field => [8, value])];
}

/** A number in so many bytes, or bytes as they are. */
type Field = readonly [bytes: 2 | 4 | 8, value: number] | Uint8Array;

function lengthOf(fields: readonly Field[]): number {
  return fields.reduce((sum, field) => sum + (field instanceof Uint8Array ? field.length : field[0]), 0);
}

function record(fields: readonly Field[]): Uint8Array {
  const bytes = new Uint8Array(lengthOf(fields));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const field of fields) {
    if (field instanceof Uint8Array) bytes.set(field, at);
    else if (field[0] === 2) view.setUint16(at, field[1], true);
    else if (field[0] === 4) view.setUint32(at, field[1], true);
    else view.setBigUint64(at, BigInt(field[1]), true);
    at += field instanceof Uint8Array ? field.length : field[0];
  }
  return bytes;
}
