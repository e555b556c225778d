/** Looks for words in everything under a folder, as bytes in Latin-1/UTF-8 and in UTF-16LE. */
import { lstatSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

export interface Hit {
  readonly word: string;
  readonly file: string;
}

export function filesWith(folder: string, words: readonly string[]): Hit[] {
  const needles = words.flatMap((word) =>
    [Buffer.from(word, 'utf8'), Buffer.from(word, 'utf16le')].map((bytes) => ({ word, bytes })),
  );
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => lstatSync(join(folder, file)).isFile())
    .flatMap((file) => {
      const content = readFileSync(join(folder, file));
      return needles.filter(({ bytes }) => content.includes(bytes)).map(({ word }) => ({ word, file }));
    });
}
