/** Sets of words kept as numbers, so that no name stands in the extension's own files. */

/** FNV-1a, 32 bits, over UTF-16 code units. */
function fnv1a(text: string): number {
  let hash = 0x811c_9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x0100_0193);
  return hash >>> 0;
}

/** Sorted numbers, four bytes each, big end first, in base64. */
export function pack(words: readonly string[]): string {
  const numbers = [...new Set(words.map(fnv1a))].toSorted((a, b) => a - b);
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
