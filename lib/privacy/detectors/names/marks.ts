/** Names told by the way they are written: initials, capitals inside, a hashtag. */
import type { Match } from '../detector.ts';
import { nameEnd, span } from './span.ts';
import { isEveryday, isGivenName, isParticle, isSurname, isWord, looksLikeSurname } from './words.ts';
import type { Reading } from './words.ts';

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

/** "FennaKanariezoon". */
export function camelled({ words, folded }: Reading): Match[] {
  const { capitals, text } = folded;
  return words.flatMap((word) => {
    if (!word.isCapital || word.isShouted || word.text.length < 6 || word.text.length > 60) return [];
    for (let i = word.start + 2; i < word.end - 2; i += 1) {
      if (capitals[i] !== 1 || capitals[i - 1] === 1) continue;
      const first = text.slice(word.start, i);
      return isGivenName(first) && !isEveryday(first) ? [{ start: word.start, end: word.end, score: 0.7 }] : [];
    }
    return [];
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
