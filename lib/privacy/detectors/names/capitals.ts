/** Names told by their capital or by a list, without anything before them that says so. */
import type { Match } from '../detector.ts';
import { givenName, shoutedOrSmall } from './given.ts';
import { span } from './span.ts';
import type { Name } from './span.ts';
import { particleName, surname } from './surname.ts';
import { isGivenName, isParticle, isTelling } from './words.ts';
import type { Reading } from './words.ts';

export function capitalised(reading: Reading): Match[] {
  const found: Match[] = [];
  for (let index = 0; index < reading.words.length; index += 1) {
    const name = nameAt(reading, index);
    if (!name) continue;
    found.push(...span(reading.words, index, name.end, name.score));
    index = name.end - 1;
  }
  return found;
}

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
