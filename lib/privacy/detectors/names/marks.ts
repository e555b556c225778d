/** Names told by the way they are written: initials, capitals inside, a hashtag. */
import type { Match } from '../detector.ts';
import { nameEnd, span } from './span.ts';
import type { Folded } from '../../fold.ts';
import {
  isAmbiguousName,
  isEveryday,
  isGivenName,
  isParticle,
  isPlace,
  isPublicWord,
  isSurname,
  isWord,
  looksLikeSurname,
} from './words.ts';
import type { Reading, Word } from './words.ts';

/** "P. van der Kanarie", "F.K. Kanariezoon". */
export function initialled(reading: Reading): Match[] {
  const { words } = reading;
  return words.flatMap((word, index) => {
    if (!word.isInitial || words[index - 1]?.isInitial) return [];
    const end = nameEnd(reading, index, false);
    const rest = words.slice(index, end).filter((one) => !one.isInitial && !isParticle(one.text));
    if (rest.length === 0) return [];
    const isPlain = rest.every((one) => isEveryday(one.text) && !isSurname(one.text));
    return span(
      words,
      index,
      end,
      isPlain && end - index < 3 ? 0.4 : isPlain && isCompany.test(word.text + (words[index + 1]?.text ?? '')) ? 0.4 : 0.8,
    );
  });
}

/** "N.V. Tram", "F.C. Twente". */
const isCompany = /^(?:bv|nv|fc|sc|vv|sv|cv|dd|av|rk|hv|tc|vof)$/;

/** "FennaKanariezoon"; and in "#JusticeForFenna" or "#SterkteKanariezoon" only the name. */
export function camelled({ words, folded }: Reading): Match[] {
  return words.flatMap((word) => {
    if (word.isShouted || isPublicWord(word.text) || word.text.length < 6 || word.text.length > 60) return [];
    const isTag = folded.text[word.start - 1] === '#';
    const parts = partsOfCamel(folded, word);
    if (parts.length < 2 || (!word.isCapital && !isTag)) return [];
    const [first] = parts;
    if (!isTag) return first && isNameAlone(first.text) ? [{ start: word.start, end: word.end, score: 0.7 }] : [];
    return namesInTag(parts);
  });
}

interface Part {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Between one capital and the next. */
function partsOfCamel({ capitals, text }: Folded, { start, end }: Word): Part[] {
  const cuts = [start];
  for (let i = start + 2; i < end - 2; i += 1) if (capitals[i] === 1 && capitals[i - 1] !== 1) cuts.push(i);
  return cuts.map((from, at) => {
    const to = cuts[at + 1] ?? end;
    return { text: text.slice(from, to), start: from, end: to };
  });
}

const isNameAlone = (text: string): boolean => isGivenName(text) && !isEveryday(text);
const isSurnameAlone = (text: string): boolean => isSurname(text) && !isWord(text) && !isPlace(text) && !isPublicWord(text);

function namesInTag(parts: readonly Part[]): Match[] {
  return parts.flatMap((part, at) => {
    const isGiven = isNameAlone(part.text) && !isAmbiguousName(part.text) && !isPlace(part.text) && !isPublicWord(part.text);
    if (!isGiven && !(at > 0 && isSurnameAlone(part.text))) return [];
    const next = parts[at + 1];
    const isFollowed = isGiven && next !== undefined && looksLikeSurname(next.text);
    return [{ start: part.start, end: isFollowed ? next.end : part.end, score: 0.6 }];
  });
}

/** "#fennakanariezoon": a first name that is no word, and a surname behind it. For a person to look at. */
export function tagged({ words, folded }: Reading): Match[] {
  return words.flatMap((word) => {
    if (folded.text[word.start - 1] !== '#' || word.text.length < 9 || word.text.length > 40 || isWord(word.text)) return [];
    for (let at = 4; at <= word.text.length - 4; at += 1) {
      const [first, last] = [word.text.slice(0, at), word.text.slice(at)];
      if (isGivenName(first) && !isWord(first) && looksLikeSurname(last))
        return [{ start: word.start - 1, end: word.end, score: 0.4 }];
    }
    return [];
  });
}
