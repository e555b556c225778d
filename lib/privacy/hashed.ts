/** Sets of words kept as numbers, so that no name stands in the extension's own files. */

/** FNV-1a, 32 bits, over UTF-16 code units. */
function fnv1a(text: string, seed = 0x811c_9dc5): number {
  let hash = seed;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x0100_0193);
  return hash >>> 0;
}

/** Sorted numbers, four bytes each, big end first, in base64. */
export function pack(words: readonly string[]): string {
  const numbers = [...new Set(words.map((word) => fnv1a(word)))].toSorted((a, b) => a - b);
  const bytes = numbers.flatMap((number) => [number >>> 24, (number >>> 16) & 255, (number >>> 8) & 255, number & 255]);
  return btoa(bytes.map((byte) => String.fromCharCode(byte)).join(''));
}

/** Membership; with 4,000 words another word is taken for one of them once in a million. */
export function unpack(packed: string): (word: string) => boolean {
  const bytes = atob(packed);
  const numbers = new Set<number>();
  for (let i = 0; i + 3 < bytes.length; i += 4) {
    const [a, b, c, d] = [0, 1, 2, 3].map((at) => bytes.charCodeAt(i + at));
    numbers.add((((a ?? 0) << 24) | ((b ?? 0) << 16) | ((c ?? 0) << 8) | (d ?? 0)) >>> 0);
  }
  return (word) => numbers.has(fnv1a(word));
}

/**
 * A Bloom filter in base64, for long lists: nothing of the words is left, and a word that is not in it is taken for one that is
 * once in 100 (10 bits a word) or once in 2,000 (16 bits).
 */
export function packLoose(words: readonly string[], bitsPerWord: number): string {
  const bytes = new Uint8Array(Math.ceil((words.length * bitsPerWord) / 8) + 1);
  bytes[0] = Math.round(bitsPerWord * Math.LN2);
  for (const word of words) {
    for (const bit of bitsOf(word, bytes[0], (bytes.length - 1) * 8))
      bytes[1 + (bit >>> 3)] = (bytes[1 + (bit >>> 3)] ?? 0) | (1 << (bit & 7));
  }
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

export function unpackLoose(packed: string): (word: string) => boolean {
  const bytes = Uint8Array.from(atob(packed), (char) => char.charCodeAt(0));
  const count = bytes[0] ?? 0;
  const size = (bytes.length - 1) * 8;
  return (word) => {
    const step = stepOf(word) % size;
    let bit = firstOf(word) % size;
    for (let asked = 0; asked < count; asked += 1) {
      if (((bytes[1 + (bit >>> 3)] ?? 0) & (1 << (bit & 7))) === 0) return false; // mostly the first: most words are in no list
      bit += step;
      if (bit >= size) bit -= size;
    }
    return true;
  };
}

/** A judge that is made when it is first asked: starting up costs nothing, and what it needs may be read by then. */
export function whenAsked(make: () => (word: string) => boolean): (word: string) => boolean {
  let made: ((word: string) => boolean) | undefined;
  return (word) => (made ??= make())(word);
}

/** One step further each, and round at the end. */
const bitsOf = (word: string, count: number, size: number): number[] =>
  Array.from({ length: count }, (_, index) => (firstOf(word) + index * stepOf(word)) % size);

const firstOf = (word: string): number => mixed(fnv1a(word));
const stepOf = (word: string): number => (mixed(fnv1a(word, 0x9e37_79b9)) | 1) >>> 0;

/** The last step of MurmurHash3: FNV alone leaves short words close together. */
function mixed(hash: number): number {
  const once = Math.imul(hash ^ (hash >>> 16), 0x85eb_ca6b);
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2_ae35);
  return (twice ^ (twice >>> 16)) >>> 0;
}
