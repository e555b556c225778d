import { inflateRawSync } from 'node:zlib';

export interface Part {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Entries of a zip by its central directory, with what stands around them: comments, extra fields, bytes before and after. */
export function zipParts(bytes: Buffer): Part[] {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (bytes.length < 22 || bytes.readUInt32LE(0) !== 0x04_03_4b_50 || end < 0) return [];
  const entries: Part[] = [{ name: '(na het archief)', bytes: bytes.subarray(end) }];
  let at = bytes.readUInt32LE(end + 16);
  for (let count = bytes.readUInt16LE(end + 10); count > 0 && at + 46 <= end; count--) {
    const [method, packed, nameLength, extraLength, commentLength, local] = [
      bytes.readUInt16LE(at + 10),
      bytes.readUInt32LE(at + 20),
      bytes.readUInt16LE(at + 28),
      bytes.readUInt16LE(at + 30),
      bytes.readUInt16LE(at + 32),
      bytes.readUInt32LE(at + 42),
    ];
    if (local + 30 > bytes.length) break; // it only begins as an archive: a copy that was decoded once too often
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const raw = bytes.subarray(start, start + packed);
    const name = bytes.subarray(at + 46, at + 46 + nameLength).toString();
    entries.push({ name, bytes: method === 8 ? inflateRawSync(raw) : raw });
    const about = bytes.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength + commentLength);
    if (about.length > 0) entries.push({ name: `${name} (erbij)`, bytes: about });
    at += 46 + nameLength + extraLength + commentLength;
  }
  return entries;
}
