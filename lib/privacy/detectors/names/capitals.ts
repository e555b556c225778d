/** Names told by their capital or by a list, without anything before them that says so. */
import { isNameOfThing, isTown } from '../../words.ts';
import type { Match } from '../detector.ts';
import { givenName, shoutedOrSmall } from './given.ts';
import { isElided, particleName, smallParticle } from './particles.ts';
import { isTreatedAsPerson } from './signs.ts';
import { span } from './span.ts';
import type { Name } from './span.ts';
import { surname } from './surname.ts';
import { isLedAsThing, isOfThing } from './things.ts';
import { isAmbiguousName, isGivenName, isParticle, isSurname, isTelling } from './words.ts';
import type { Reading } from './words.ts';

export function capitalised(reading: Reading): Match[] {
  const found: Match[] = [];
  for (let index = 0; index < reading.words.length; index += 1) {
    const name = nameAt(reading, index);
    if (!name) continue;
    // "Ziekenhuis Rijnstate": after such a word it is mostly the name of that, for a person to look at
    const isDoubtful = isOfThing(reading, index, name.end) || isUnsigned(reading, index, name.end);
    const score = isDoubtful ? Math.min(name.score, 0.35) : name.score;
    found.push(...span(reading.words, index, name.end, score));
    index = name.end - 1;
  }
  return found;
}

/** One word that no list of first names has, or that is mostly a thing: then what stands around it must say that somebody is meant. */
function isUnsigned(reading: Reading, index: number, end: number): boolean {
  const word = reading.words[index];
  if (!word || end > index + 1) return false;
  const isSure =
    isGivenName(word.text) || (isSurname(word.text) && !isTown(word.text) && !word.isFirstOfSentence && !isLedTo(reading, index));
  return (!isSure || isNameOfThing(word.text) || isLedAsThing(reading, index)) && !isTreatedAsPerson(reading, index);
}

/** "Van Heijmans", "met Berenschot": of people as well as of firms. */
const isLedTo = ({ words }: Reading, index: number): boolean =>
  words[index - 1]?.isFirstOfSentence !== true &&
  /^(?:van|met|door|in|op|aan|naar|uit|voor|bij|via|of|from|by|en)$/.test(words[index - 1]?.text ?? '');

function nameAt(reading: Reading, index: number): Name | undefined {
  const word = reading.words[index];
  if (!word || /\d/.test(word.text)) return undefined;
  const hasMeaning = isTelling(word) && !reading.hasPlainCapitals;
  if (isElided(reading, word)) return { end: index + 1, score: 0.6 };
  const small = smallParticle(reading, index, word);
  if (small) return small;
  if (word.text.length > 1 && isGivenName(word.text)) {
    const name = hasMeaning ? givenName(reading, index, word) : shoutedOrSmall(reading, index, word);
    if (name) return name;
    if (hasMeaning && word.isFirstOfSentence && isAmbiguousName(word.text)) return undefined; // "Miles better"
  }
  if (!hasMeaning) return undefined;
  return isParticle(word.text) ? particleName(reading, index, word) : surname(reading, index, word);
}
