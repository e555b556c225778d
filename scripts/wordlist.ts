/** `node scripts/wordlist.ts`: makes the packed lists out of the plain ones, which the extension never holds. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { everydayWords } from '../lib/privacy/data/woorden.ts';
import { foldText } from '../lib/privacy/fold.ts';
import { pack, packLoose } from '../lib/privacy/hashed.ts';
import { root } from './root.ts';

const folder = join(root, 'lib', 'privacy', 'data');

/** The words of a plain list as the detectors see them. */
export const plainWords = (name: string): string[] => [
  ...new Set(
    readFileSync(join(folder, `${name}.txt`), 'utf8')
      .split('\n')
      .filter(isTelling)
      .map(foldText),
  ),
];

/** In another script some names look like Latin words: "Егор" is read as "erop"; "Тарас" is no word in our letters. */
const isTelling = (word: string): boolean =>
  word !== '' && (/\p{Script=Latin}/u.test(word) || !/^[a-z]+$/.test(foldText(word)) || !isLikeOurs(foldText(word)));

let ours: ReadonlySet<string> | undefined;
function isLikeOurs(folded: string): boolean {
  ours ??= new Set(
    ['woordenschat', 'plaatsen', 'woonplaatsen', 'achternamen', 'voornamen']
      .flatMap((name) => readFileSync(join(folder, `${name}.txt`), 'utf8').split('\n'))
      .filter((word) => /\p{Script=Latin}/u.test(word))
      .map(foldText)
      .concat(everydayWords.split(' ')),
  );
  return folded.length < 4 || ours.has(folded);
}

interface WordList {
  readonly constant: string;
  readonly width: number;
  readonly doc: string;
  readonly packed: (words: readonly string[]) => string;
}

export const wordLists: Readonly<Record<string, WordList>> = {
  voornamen: {
    constant: 'firstNames',
    width: 1_000,
    doc: 'First names, folded, as sorted 32-bit FNV-1a numbers (`hashed.ts`): names in plain letters would be found in every browser\n * profile that holds this extension.',
    packed: pack,
  },
  achternamen: {
    constant: 'surnames',
    width: 1_000,
    doc: 'Words that occur in surnames, folded, as a Bloom filter (`hashed.ts`).',
    packed: (words) => packLoose(words, 16),
  },
  plaatsen: {
    constant: 'places',
    width: 1_000,
    doc: 'Places, peoples and other words with a capital that are no names of people, folded, as a Bloom filter (`hashed.ts`).',
    // a name that is taken for a place by chance stays
    packed: (words) => packLoose(words, 24),
  },
  woonplaatsen: {
    constant: 'towns',
    width: 1_000,
    doc: 'Towns and villages in and around the Netherlands, also those that are called as people are, folded, as a Bloom filter (`hashed.ts`).',
    // asked of many groups of words, so that hardly one may be taken for a town by chance
    packed: (words) => packLoose(words, 32),
  },
  zaaknamen: {
    constant: 'namesOfThings',
    width: 1_000,
    doc: 'What is called as people are and is mostly no person: shops, models of cars, assistants, figures of stories and sayings, the long\n * dead, illnesses, prizes, programmes; words and groups of words, folded, as sorted 32-bit FNV-1a numbers (`hashed.ts`).',
    packed: pack,
  },
  woordenelders: {
    constant: 'vocabularyElsewhere',
    width: 1_000,
    doc: 'Common words of twenty other languages, folded, each behind the tag of its language ("fr:rien"), as a Bloom filter (`hashed.ts`). CC BY-SA\n * 4.0, not EUPL (docs/decisions/0007).',
    packed: (words) => packLoose(words, 14),
  },
  woordenschat: {
    constant: 'vocabulary',
    width: 1_000,
    doc: 'Dutch words that cannot be taken apart into others, and common English ones, folded, as a Bloom filter (`hashed.ts`).',
    packed: (words) => packLoose(words, 12),
  },
};

export function sourceOf(name: string, list: WordList): string {
  const lines = list.packed(plainWords(name)).match(new RegExp(`.{1,${list.width}}`, 'g')) ?? [];
  return `/**
 * ${list.doc} Made by scripts/wordlist.ts from ${name}.txt. Source and licence: BRON.md.
 */
export const ${list.constant} = [
${lines.map((line) => `  '${line}',`).join('\n')}
].join('');
`;
}

if (import.meta.main) {
  for (const [name, list] of Object.entries(wordLists)) {
    const text = sourceOf(name, list);
    writeFileSync(join(folder, `${name}.ts`), text);
    console.log(name, plainWords(name).length, 'woorden,', text.length, 'tekens');
  }
}
