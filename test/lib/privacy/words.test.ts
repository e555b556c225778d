import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { packageWords, publicBodies } from '../../../lib/privacy/data/eigenwoorden.ts';
import { firstNames } from '../../../lib/privacy/data/voornamen.ts';
import { everydayWords } from '../../../lib/privacy/data/woorden.ts';
import { isWord } from '../../../lib/privacy/vocabulary.ts';
import { isEveryday, isFirstName, isPlace, isSurname } from '../../../lib/privacy/words.ts';
import { plainWords, sourceOf, wordLists } from '../../../scripts/wordlist.ts';

const sourceFile = (name: string): string => readFileSync(`lib/privacy/data/${name}.ts`, 'utf8');
const letters = (text: string): string => text.replace(/[^A-Za-z0-9+/=]/g, '');

describe.each(Object.entries(wordLists))('the list of %s', (name, list) => {
  it('is the plain list, packed (if not: node scripts/wordlist.ts)', () => {
    expect(letters(sourceFile(name))).toBe(letters(sourceOf(name, list)));
  });

  it.skipIf(name === 'woordenschat')('holds no name in plain letters', () => {
    const packed = sourceFile(name).slice(sourceFile(name).indexOf('[')).toLowerCase();
    const long = plainWords(name).filter((word, index) => word.length > 6 && index % 20 === 0);
    expect(long.filter((word) => packed.includes(word))).toEqual([]);
  });
});

it('knows no first name that is not in the list, among all our ordinary words', () => {
  const names = new Set(plainWords('voornamen'));
  const words = [everydayWords, packageWords, publicBodies].flatMap((list) => list.split(' '));
  expect(firstNames.length).toBeGreaterThan(10_000);
  expect(words.filter((word) => isFirstName(word) && !names.has(word))).toEqual([]);
});

it('takes no name for an ordinary word that is nothing but a name', () => {
  for (const name of ['rachel', 'thomas', 'jonathan', 'sharon', 'willemse', 'kees']) expect(isEveryday(name)).toBe(false);
  for (const word of ['roos', 'mark', 'bakker', 'belastingdienst', 'corporate']) expect(isEveryday(word)).toBe(true);
});

it('takes Dutch words apart', () => {
  for (const word of ['kinderopvangtoeslagaffaire', 'terugmelding', 'bewaartermijnen', 'energietoeslag'])
    expect(isWord(word)).toBe(true);
  for (const name of ['desislava', 'oosterveld', 'okkie', 'haruto', 'wiarda']) expect(isWord(name)).toBe(false);
});

it('tells surnames from places', () => {
  for (const name of ['wiarda', 'oosterveld', 'yildirim']) expect([isSurname(name), isPlace(name)]).toEqual([true, false]);
  for (const place of ['utrecht', 'castricummer', 'oekrainers']) expect(isPlace(place)).toBe(true);
});
