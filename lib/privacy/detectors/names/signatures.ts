/** Who signs: the name behind a greeting, or by itself on the last line. Over folded text. */
import { isSlip } from '../../vocabulary.ts';
import { isNameOfThing, isTown } from '../../words.ts';
import type { Match } from '../detector.ts';
import { neverGiven } from './given.ts';
import { nameEnd, smallNameEnd, span } from './span.ts';
import { isEveryday, isGivenName, isParticle, isPlace, isPossible, isSurname, isWord, isWordThere, isWritten } from './words.ts';
import type { Reading, Word } from './words.ts';

const greetings =
  /(?<![\p{L}\p{N}])(?:groet(?:en|jes|jus|nis)?|gr|grtz?|grtjes|gtjes|gtz|mvg|m\.v\.g|vrgr|vr\.? ?gr|vriendelijke groet(?:en)?|hoogachtend|hoogachting|liefs|kus(?:jes)?|knuffels?|x{2,6}|regards|cheers|greetings|sincerely|selamlar|saygilar(?:imla)?|sevgiler|namens|getekend|w\.g|namens (?:de|het|ons|onze|mijn|heel) \p{L}{3,14}(?=,? ?\n))[ ,.!:;\n-]{1,4}/gu;

/** "Groet, Sanneke": the name is the last thing on its line or in its sentence. */
export function signed(reading: Reading): Match[] {
  return [...reading.folded.text.matchAll(greetings)].flatMap((match) => {
    const from = reading.at.get(match.index + match[0].length);
    const first = from === undefined ? undefined : reading.words[from];
    if (from === undefined || !first || !maySign(reading, first)) return [];
    const found = signature(reading, from, first);
    return /^(?:getekend|namens)/.test(match[0]) && isOnlyTown(first.text) ? found.map((one) => ({ ...one, score: 0.4 })) : found;
  });
}

/** "Was getekend: Zwanenburg": a village perhaps. */
const isOnlyTown = (text: string): boolean => isTown(text) && !isGivenName(text);

/** "Groeten uit Axel", "selamlar, yollar bozuk". */
const maySign = ({ words, isPlainlyKnown }: Reading, { text, isCapital }: Word): boolean =>
  !/^(?:uit|uut|oet|vanuit|vanuut|vanut|vanoet|van|aan|in|op|voor|door|namens|from|ut|yn|tot|aus|depuis|desde)$/.test(text) &&
  !/\d/.test(text) &&
  (isCapital || (text !== 'een' && (isGivenName(text) || isSurname(text) || !isSlip(text)))) &&
  (isCapital || isPlainlyKnown || words.length < 4 || isGivenName(text));

function signature(reading: Reading, from: number, first: Word): Match[] {
  const { text } = reading.folded;
  const small = /^[a-z]$/.test(first.text) && text[first.end] === '.' ? from + 1 : from;
  const end = Math.max(
    nameEnd(reading, from, true),
    nameEnd(reading, small, true),
    isWritten(reading, first) ? from : Math.max(smallNameEnd(reading, from), restOfLine(reading, from)),
  );
  const words = reading.words.slice(from, end);
  const last = words.at(-1);
  if (!last || words.some((word) => !isPossible(word) && !word.isInitial && word.text.length > 1 && !isGivenName(word.text)))
    return [];
  const isCapital = isWritten(reading, first);
  const isPlain = words.every((word) => isPlainHere(word, isWritten(reading, word)));
  if (isLastThing(text, last)) return span(reading.words, from, end, isCapital ? 0.8 : isPlain ? 0.3 : 0.7);
  return isCapital && !isPlain ? span(reading.words, from, end, 0.7) : [];
}

const isLastThing = (text: string, { end }: Word): boolean =>
  /^ ?(?:$|[\n.!?,;:)(/|*_x-]|[^\p{L}\p{N}\s])/u.test(text.slice(end, end + 3)) || text.length - end < 2;

/** "De groeten terug", "de groeten dan": a word in small letters that is nothing but a word, or hardly ever a name. */
const isPlainHere = ({ text }: Word, isCapital: boolean): boolean =>
  isGivenName(text)
    ? !isCapital && neverGiven.has(text)
    : isEveryday(text) || (!isCapital && !isSurname(text) && (isWord(text) || isSlip(text)));

/** "gr. esther brinkzaal": the last words of a line, when the first is a name and none is everyday. */
function restOfLine({ words, folded }: Reading, from: number): number {
  let end = from + 1;
  while (end < words.length && end < from + 3 && /^ $/.test(folded.text.slice(words[end - 1]?.end, words[end]?.start))) end += 1;
  const rest = words.slice(from + 1, end);
  const isLast = /^ ?(?:$|[\n.!])/.test(folded.text.slice(words[end - 1]?.end ?? 0, (words[end - 1]?.end ?? 0) + 2));
  return isLast && isGivenName(words[from]?.text ?? '') && rest.every((word) => !isEveryday(word.text) && isPossible(word))
    ? end
    : from;
}

/** A name by itself on the last line. */
const lastLine = /[\p{L}.!?)] ?\n ?(\p{L}[\p{L}'-]{2,20}(?: (?:(?:van|de|der|den|ten|ter|el|'t) ){0,2}[\p{L}'-]{2,24}){0,2}) ?$/u;
/** "Ontluisterend", as a verdict. */
const lastWord =
  /^(?:be|ge|her|ont|ver|on|aan|af|in|uit|op)\p{L}{4,}|(?:end|ende|ig|lijk|loos|baar|heid|ing|isch|ief|eel|eus|ant|aal)$/u;
/** "Proefkonijnen", "Söyledi", "Ngl". */
const isSaid = (reading: Reading, text: string): boolean =>
  lastWord.test(text) || !/[aeiouy]/.test(text) || isWord(text) || isWordThere(reading, text) || !reading.isKnownLanguage;
export function signedBelow(reading: Reading): Match[] {
  const found = lastLine.exec(reading.folded.text)?.[1];
  const from = found === undefined ? undefined : reading.at.get(reading.folded.text.trimEnd().length - found.length);
  if (from === undefined || reading.hasPlainCapitals) return [];
  const words = reading.words.slice(from);
  const isName = words.every((word) => isParticle(word.text) || (word.isCapital && !word.isShouted && isPossible(word)));
  const isPlain = words.some(
    (word) => !isParticle(word.text) && (isEveryday(word.text) || isPlace(word.text) || isNameOfThing(word.text)),
  );
  const isSomethingSaid = words.length === 1 && !isGivenName(words[0]?.text ?? '') && isSaid(reading, words[0]?.text ?? '');
  return isName && !isPlain && !isSomethingSaid ? span(reading.words, from, reading.words.length, 0.6) : [];
}
