import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { packageWords, publicBodies } from '../../../lib/privacy/data/eigenwoorden.ts';
import { firstNames } from '../../../lib/privacy/data/voornamen.ts';
import { everydayWords } from '../../../lib/privacy/data/woorden.ts';
import { pack } from '../../../lib/privacy/hashed.ts';
import { isEveryday, isFirstName } from '../../../lib/privacy/words.ts';

const plain = readFileSync('lib/privacy/data/voornamen.txt', 'utf8').split('\n').filter(Boolean);

describe('the list of first names', () => {
  it('is the plain list, packed (if not: node scripts/wordlist.ts)', () => {
    expect(firstNames).toBe(pack(plain));
    expect(plain.filter((name) => !isFirstName(name))).toEqual([]);
  });

  it('knows no word that is not in it, among all our ordinary words', () => {
    const names = new Set(plain);
    const words = [everydayWords, packageWords, publicBodies].flatMap((list) => list.split(' '));
    expect(words.filter((word) => isFirstName(word) && !names.has(word))).toEqual([]);
  });

  it('holds no name in plain letters', () => {
    const long = plain.filter((name) => name.length > 5);
    expect(long.filter((name) => firstNames.toLowerCase().includes(name))).toEqual([]);
  });
});

it('takes no name for an ordinary word that is nothing but a name', () => {
  for (const name of ['rachel', 'thomas', 'jonathan', 'sharon', 'willemse', 'kees']) expect(isEveryday(name)).toBe(false);
  for (const word of ['roos', 'mark', 'bakker', 'belastingdienst', 'corporate']) expect(isEveryday(word)).toBe(true);
});
