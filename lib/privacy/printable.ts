/**
 * Text in bytes that are no text (a picture, a film), as `strings` finds it. Compressed data says nothing, and reading it as
 * letters costs seconds a megabyte.
 */

/** Shorter words than this occur in bytes by chance. */
export const SHORTEST_IN_BYTES = 10;

/** A line for each run of characters, in each alphabet in which the bytes may have been meant. */
export function printable(bytes: Uint8Array): string {
  const found = new Set<string>();
  const put = (encoding: string, runs: Runs): void => {
    const decoder = new TextDecoder(encoding);
    for (const [start, end] of runs.found) found.add(decoder.decode(bytes.subarray(start, end)));
  };
  put('utf-8', inUtf8(bytes));
  put('latin1', inLatin1(bytes));
  for (const from of [0, 1]) {
    put('utf-16le', inUtf16(bytes, from, 0));
    put('utf-16be', inUtf16(bytes, from, 1));
  }
  return [...found].join('\n');
}

/** Characters one after the other, as long as there are enough of them. */
class Runs {
  readonly found: (readonly [start: number, end: number])[] = [];
  private count = 0;
  /** Where the one that is being read begins. */
  start: number;

  constructor(from: number) {
    this.start = from;
  }

  take(): void {
    this.count += 1;
  }

  /** Nothing stands at `at`; a next one begins at `next` at the earliest. */
  end(at: number, next: number): void {
    if (this.count >= SHORTEST_IN_BYTES) this.found.push([this.start, at]);
    this.start = next;
    this.count = 0;
  }
}

// A loop for each, and no loop over a function of each: a film is read some ten times faster so. After what is no character the
// next bytes are first looked at from behind: in noise one of the last few mostly is none either, and all before it is skipped.

function inUtf8(bytes: Uint8Array): Runs {
  const runs = new Runs(0);
  for (let at = 0; at < bytes.length;) {
    const size = sizeInUtf8(bytes, at);
    if (size > 0) runs.take();
    else runs.end(at, noneInUtf8(bytes, at + 1));
    at = size > 0 ? at + size : runs.start;
  }
  runs.end(bytes.length, 0);
  return runs;
}

/** From here on, behind the last byte of the next ones that is in no character; those before it are too few for a run. */
function noneInUtf8(bytes: Uint8Array, from: number): number {
  let next = from;
  for (let at = next + SHORTEST_IN_BYTES - 1; at >= next && at + 1 < bytes.length;) {
    const what = kinds[bytes[at] ?? 0];
    const isNone =
      what === 0 ||
      what === MARK ||
      (what === LEAD && kinds[bytes[at + 1] ?? 0] !== NEXT) ||
      (what === NEXT && (kinds[bytes[at - 1] ?? 0] ?? 0) < NEXT);
    if (isNone) {
      next = at + 1;
      at += SHORTEST_IN_BYTES;
    } else at -= 1;
  }
  return next;
}

/** Of the letters with a mark only those beside a small letter: in noise they are everywhere. */
function inLatin1(bytes: Uint8Array): Runs {
  const runs = new Runs(0);
  for (let at = 0; at < bytes.length; at += 1) {
    const what = kinds[bytes[at] ?? 0];
    const isMark = what === MARK || what === LEAD;
    if (
      what === PLAIN ||
      what === SMALL ||
      (isMark && (kinds[bytes[at + 1] ?? 0] === SMALL || kinds[bytes[at - 1] ?? 0] === SMALL))
    )
      runs.take();
    else {
      runs.end(at, noneInLatin1(bytes, at + 1));
      at = runs.start - 1;
    }
  }
  runs.end(bytes.length, 0);
  return runs;
}

function noneInLatin1(bytes: Uint8Array, from: number): number {
  let next = from;
  for (let at = next + SHORTEST_IN_BYTES - 1; at >= next && at + 1 < bytes.length;) {
    const what = kinds[bytes[at] ?? 0];
    const isNone =
      what === 0 ||
      what === NEXT ||
      ((what === MARK || what === LEAD) && kinds[bytes[at + 1] ?? 0] !== SMALL && kinds[bytes[at - 1] ?? 0] !== SMALL);
    if (isNone) {
      next = at + 1;
      at += SHORTEST_IN_BYTES;
    } else at -= 1;
  }
  return next;
}

/** Up to the letters of Arabic, and the Latin ones of Vietnamese. `low`: which byte of two is the low one. */
function inUtf16(bytes: Uint8Array, from: number, low: 0 | 1): Runs {
  const runs = new Runs(from);
  let at = from;
  for (; at + 1 < bytes.length; at += 2) {
    if (isWide(bytes, at, low)) runs.take();
    else {
      runs.end(at, noneInUtf16(bytes, at + 2, low));
      at = runs.start - 2;
    }
  }
  runs.end(at, 0);
  return runs;
}

function noneInUtf16(bytes: Uint8Array, from: number, low: 0 | 1): number {
  let next = from;
  for (let at = next + 2 * (SHORTEST_IN_BYTES - 1); at >= next && at + 1 < bytes.length;) {
    if (isWide(bytes, at, low)) at -= 2;
    else {
      next = at + 2;
      at += 2 * SHORTEST_IN_BYTES;
    }
  }
  return next;
}

function isWide(bytes: Uint8Array, at: number, low: 0 | 1): boolean {
  const high = bytes[at + 1 - low] ?? 0;
  return high === 0 ? narrow[bytes[at + low] ?? 0] === 1 : high <= 0x06 || high === 0x1e;
}

const [PLAIN, SMALL, NEXT, LEAD, MARK] = [1, 2, 3, 4, 5];

/** What a byte may be: 0 nothing, a plain character, a small letter, a further byte in UTF-8, a first one there, a letter with a mark in Latin-1. */
const kinds = Uint8Array.from({ length: 256 }, (_, byte) => {
  if (byte >= 0x61 && byte <= 0x7a) return SMALL;
  if (byte < 0x80) return isPlain(byte) ? PLAIN : 0;
  if (byte < 0xc0) return NEXT;
  return byte >= 0xc2 && byte <= 0xf4 ? LEAD : MARK;
});

const narrow = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte === 0x09 || (byte >= 0x20 && byte < 0x7f) || byte >= 0xa0 ? 1 : 0,
);

function isPlain(byte: number): boolean {
  return (byte >= 0x20 && byte < 0x7f) || byte === 0x09 || byte === 0x0a || byte === 0x0d;
}

/** Bytes of the character at an offset; 0: none stands there. */
function sizeInUtf8(bytes: Uint8Array, at: number): number {
  const byte = bytes[at] ?? 0;
  const what = kinds[byte];
  if (what === PLAIN || what === SMALL) return 1;
  if (what !== LEAD) return 0;
  const size = byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
  for (let n = 1; n < size; n += 1) if (kinds[bytes[at + n] ?? 0] !== NEXT) return 0;
  return size;
}
