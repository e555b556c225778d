/**
 * Text in bytes that are no text (a picture, a film), as `strings` finds it. Compressed data says nothing, and reading it as
 * letters costs seconds a megabyte.
 */

/** Shorter words than this occur in bytes by chance. */
export const SHORTEST_IN_BYTES = 10;

const plain = String.raw`[\t\r\n -~]`;
const run = (character: string): RegExp => new RegExp(`(?:${character}){${SHORTEST_IN_BYTES},}`, 'g');

/** What a character may look like, byte by byte: Latin and Cyrillic, Greek, Arabic, Hebrew; where it is wide also half of it. */
const alphabets: readonly (readonly [encoding: string, run: RegExp])[] = [
  ['utf-8', run(String.raw`${plain}|[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}`)],
  ['latin1', run(String.raw`${plain}|[\xc0-\xff](?=[a-z])|(?<=[a-z])[\xc0-\xff]`)],
  ['utf-16le', run(String.raw`[\t -~\xa0-\xff]\0|[\0-\xff][\x01-\x06\x1e]`)],
  ['utf-16be', run(String.raw`\0[\t -~\xa0-\xff]|[\x01-\x06\x1e][\0-\xff]`)],
];

/** A line for each run of characters, in each alphabet in which the bytes may have been meant. */
export function printable(bytes: Uint8Array): string {
  const characters = oneEach(bytes);
  const found = alphabets.flatMap(([encoding, pattern]) => {
    const decoder = new TextDecoder(encoding);
    return Array.from(characters.matchAll(pattern), ({ 0: text, index }) =>
      decoder.decode(bytes.subarray(index, index + text.length)),
    );
  });
  return [...new Set(found)].join('\n');
}

const CHUNK = 8_192;

/** A character for each byte, of the same number; the browser's "latin1" gives others above 127. */
function oneEach(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += CHUNK) parts.push(String.fromCharCode(...bytes.subarray(at, at + CHUNK)));
  return parts.join('');
}
