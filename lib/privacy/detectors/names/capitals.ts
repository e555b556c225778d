/** Names told by their capital or by a list, without anything before them that says so. */
import type { Match } from '../detector.ts';
import { givenName, shoutedOrSmall } from './given.ts';
import { isNext, span } from './span.ts';
import type { Name } from './span.ts';
import { particleName, surname } from './surname.ts';
import { isGivenName, isParticle, isTelling } from './words.ts';
import type { Reading } from './words.ts';

export function capitalised(reading: Reading): Match[] {
  const found: Match[] = [];
  for (let index = 0; index < reading.words.length; index += 1) {
    const name = nameAt(reading, index);
    if (!name) continue;
    // "Ziekenhuis Rijnstate": after such a word it is mostly the name of that, for a person to look at
    const score = isAfterThing(reading, index) ? Math.min(name.score, 0.35) : name.score;
    found.push(...span(reading.words, index, name.end, score));
    index = name.end - 1;
  }
  return found;
}

const things = new Set(
  'station ziekenhuis zwembad camping manege cafe hotel school basisschool scholengemeenschap kinderopvang huize kasteel paleis villa molen buurthuis flat wijk park plein zaal gebouw brug tunnel museum lyceum klooster fort haven eiland serie film boek podcast programma'.split(
    ' ',
  ),
);
const isAfterThing = (reading: Reading, index: number): boolean =>
  things.has(reading.words[index - 1]?.text ?? '') && isNext(reading, index);

function nameAt(reading: Reading, index: number): Name | undefined {
  const word = reading.words[index];
  if (!word || /\d/.test(word.text)) return undefined;
  const hasMeaning = isTelling(word) && !reading.hasPlainCapitals;
  if (word.text.length > 1 && isGivenName(word.text)) {
    const name = hasMeaning ? givenName(reading, index, word) : shoutedOrSmall(reading, index, word);
    if (name) return name;
  }
  if (!hasMeaning) return undefined;
  return isParticle(word.text) ? particleName(reading, index, word) : surname(reading, index, word);
}
