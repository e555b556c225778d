/** Undoes Snappy, which the browser packs its database with. Gives `undefined` for what is not Snappy. */

const largest = 64_000_000;

/** One step: bytes that stand here, or bytes that stood before. */
interface Element {
  readonly size: number;
  /** Absent: the bytes themselves follow. */
  readonly back?: number;
  /** Where its bytes, or the next element, begin. */
  readonly next: number;
}

export function unsnapped(packed: Buffer): Buffer | undefined {
  const { value: length, at: start } = varint(packed, 0);
  if (start < 0 || length <= 0 || length > largest) return undefined;
  const out = Buffer.alloc(length);
  let to = 0;
  for (let at = start; at < packed.length && to < length;) {
    const found = elementAt(packed, at);
    if (!found || to + found.size > length) return undefined;
    const { size, back, next } = found;
    if (back === undefined) {
      if (next + size > packed.length) return undefined;
      packed.copy(out, to, next, next + size);
    } else {
      if (back === 0 || back > to) return undefined;
      // byte by byte: what is copied may overlap what it is copied from
      for (let k = 0; k < size; k++) out[to + k] = out[to + k - back] ?? 0;
    }
    at = back === undefined ? next + size : next;
    to += size;
  }
  return to === length ? out : undefined;
}

function elementAt(packed: Buffer, at: number): Element | undefined {
  const tag = packed[at] ?? 0;
  const kind = tag & 3;
  const wide = kind === 0 ? Math.max(0, (tag >> 2) - 59) : kind === 1 ? 1 : kind === 2 ? 2 : 4;
  const next = at + 1 + wide;
  if (next > packed.length) return undefined;
  const number = wide === 0 ? 0 : packed.readUIntLE(at + 1, wide);
  if (kind === 0) return { size: (wide === 0 ? tag >> 2 : number) + 1, next };
  return kind === 1
    ? { size: ((tag >> 2) & 7) + 4, back: ((tag >> 5) << 8) | number, next }
    : { size: (tag >> 2) + 1, back: number, next };
}

export function varint(bytes: Buffer, from: number): { value: number; at: number } {
  let value = 0;
  for (let k = 0; k < 5 && from + k < bytes.length; k++) {
    const byte = bytes[from + k] ?? 0;
    value += (byte & 127) * 2 ** (7 * k);
    if (byte < 128) return { value, at: from + k + 1 };
  }
  return { value: 0, at: -1 };
}
