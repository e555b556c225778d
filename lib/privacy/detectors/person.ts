/** People we do not know, named in text: by title, greeting, introduction, initials, or a first name. Best effort, scored. */
import type { Folded } from '../fold.ts';
import { isSentenceStart } from '../people.ts';
import { tokens } from '../tokens.ts';
import { isEveryday, isFirstName, isParticle } from '../words.ts';
import type { Detector, Match } from './detector.ts';
import { matches } from './detector.ts';

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly isCapital: boolean;
  readonly isInitial: boolean;
}

const wordPattern = /[\p{L}\p{N}]+(?:['-][\p{L}\p{N}]+)*/gu;

function wordsOf({ text, capitals }: Folded): Word[] {
  return [...text.matchAll(wordPattern)].map((match) => {
    const found = match[0].replace(/'s$/, '');
    const end = match.index + found.length;
    const isInitial = found.length === 1 && capitals[match.index] === 1 && text[end] === '.';
    return { text: found, start: match.index, end, isCapital: capitals[match.index] === 1, isInitial };
  });
}

/** The name that begins at a word: initials, first names, tussenvoegsels, surnames. Gives the index after its last word. */
function nameEnd(text: string, words: readonly Word[], from: number, isLenient: boolean): number {
  let end = from;
  for (let i = from; i < Math.min(words.length, from + 6); i += 1) {
    const word = words[i];
    const previous = i > from ? words[i - 1] : undefined;
    if (!word || (previous && !isNear(text, previous, word))) break;
    if (word.isInitial) end = i + 1;
    else if (isLinking(word, i, words.length, i > from || isLenient)) continue;
    else if (isNewSentence(word, previous, end - from)) break;
    else if (isNameWord(word, i > from, isLenient)) end = i + 1;
    else break;
  }
  return end;
}

/** A tussenvoegsel counts only when a name comes after it. */
const isLinking = (word: Word, index: number, count: number, mayBeSmall: boolean): boolean =>
  isParticle(word.text) && index < count - 1 && (mayBeSmall || word.isCapital);

/** Offices that follow a name without being one. */
const offices = new Set(
  'minister staatssecretaris burgemeester wethouder directeur voorzitter secretaris namens ministerie gemeente provincie'.split(
    ' ',
  ),
);

/** "Fenna K. Zie ook": the point ended a sentence; "Sanneke Minister van": something else begins. */
const isNewSentence = (word: Word, previous: Word | undefined, taken: number): boolean =>
  (taken > 0 && offices.has(word.text)) || (previous?.isInitial === true && taken > 1 && isEveryday(word.text));

function isNameWord(word: Word, isFollowing: boolean, isLenient: boolean): boolean {
  if (/\d/.test(word.text) || word.text.length < 2) return false;
  const parts = word.text.split('-').filter((part) => !isParticle(part));
  const isPlain = parts.every((part) => isEveryday(part));
  if (word.isCapital) return isFollowing || isLenient || !isPlain;
  return isLenient && !isPlain && !isFollowing && word.text.length > 2;
}

const isNear = (text: string, left: Word, right: Word): boolean => /^(?:'s)?[ .'-]{1,3}$/.test(text.slice(left.end, right.start));

const honorifics =
  /(?<![\p{L}\p{N}])(?:(dhr|mevr|mw|mej|meneer|mijnheer|mevrouw|mejuffrouw|de heer|t\.?n\.?v|ten name van|t\.?a\.?v)|juf|juffrouw|meester|dr|drs|prof|professor|ing|ir|mr|mrs|ms|miss|ds|dokter|buurman|buurvrouw|oom|tante|oma|opa|fam|familie|zuster|broeder|pastoor|dominee)\.? /gu;
const introductions =
  /(?<![\p{L}\p{N}])(?:mijn naam is|m'n naam is|ik heet|naam:|genaamd|my name is|ich heisse|je m'appelle|adim) ?/gu;
const greetings =
  /(?<![\p{L}\p{N}])(?:groet(?:en|jes)?|gr|grtz?|grtjes|gtjes|mvg|m\.v\.g|vrgr|vr\.? ?gr|vriendelijke groet(?:en)?|hoogachtend|liefs|kus(?:jes)?|knuffels?|x{2,6}|regards|cheers|greetings|selamlar|namens)[ ,.!:;\n-]{1,4}/gu;

export const person: Detector = {
  id: 'patroon.persoon',
  kind: 'persoon-in-tekst',
  token: tokens.persoon,
  find(folded) {
    const words = wordsOf(folded);
    const at = new Map(words.map((word, index) => [word.start, index]));
    return [
      ...led(folded, words, at, honorifics, (match) => match[1] !== undefined, 0.8),
      ...led(folded, words, at, introductions, () => true, 0.8),
      ...signatures(folded, words, at),
      ...initials(folded.text, words),
      ...firstNames(folded, words),
      ...beforeBirth(folded),
    ];
  },
};

function led(
  { text }: Folded,
  words: readonly Word[],
  at: ReadonlyMap<number, number>,
  pattern: RegExp,
  isLenient: (match: RegExpExecArray) => boolean,
  score: number,
): Match[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const from = at.get(match.index + match[0].length);
    if (from === undefined) return [];
    return span(words, from, nameEnd(text, words, from, isLenient(match)), score);
  });
}

function span(words: readonly Word[], from: number, end: number, score: number): Match[] {
  const first = words[from];
  const last = words[end - 1];
  if (!first || !last || end <= from) return [];
  return [{ start: first.start, end: last.end, score }];
}

/** "Groet, Sanneke": the name is the last thing on its line or in its sentence. */
function signatures({ text }: Folded, words: readonly Word[], at: ReadonlyMap<number, number>): Match[] {
  return [...text.matchAll(greetings)].flatMap((match) => {
    const from = at.get(match.index + match[0].length);
    if (from === undefined) return [];
    const end = nameEnd(text, words, from, true);
    const last = words[end - 1];
    if (!last || end <= from) return [];
    const isLast =
      /^ ?(?:$|[\n.!?,;:)(/|*_x-]|[^\p{L}\p{N}\s])/u.test(text.slice(last.end, last.end + 3)) || text.length - last.end < 2;
    const isAllPlain = words.slice(from, end).every((word) => isEveryday(word.text) && !isFirstName(word.text));
    if (isLast) return span(words, from, end, words[from]?.isCapital ? 0.8 : isAllPlain ? 0.3 : 0.7);
    return words[from]?.isCapital && !isAllPlain ? span(words, from, end, 0.7) : [];
  });
}

/** "P. van der Kanarie", "F.K. Kanariezoon". */
function initials(text: string, words: readonly Word[]): Match[] {
  return words.flatMap((word, index) => {
    if (!word.isInitial || words[index - 1]?.isInitial) return [];
    const end = nameEnd(text, words, index, false);
    const rest = words.slice(index, end).filter((one) => !one.isInitial && !isParticle(one.text));
    if (rest.length === 0) return [];
    const isPlain = rest.every((one) => isEveryday(one.text));
    return span(words, index, end, isPlain && end - index < 3 ? 0.4 : 0.8);
  });
}

function firstNames(folded: Folded, words: readonly Word[]): Match[] {
  const found: Match[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index];
    if (!word) continue;
    const camel = camelName(folded, word);
    if (camel) found.push(camel);
    if (!isFirstName(word.text)) continue;
    const end = nameEnd(folded.text, words, index, false);
    const score = firstNameScore(folded, words, index, Math.max(end, index + 1));
    if (score === undefined) continue;
    found.push(...span(words, index, Math.max(end, index + 1), score));
    index = Math.max(end, index + 1) - 1;
  }
  return found;
}

function firstNameScore(folded: Folded, words: readonly Word[], index: number, end: number): number | undefined {
  const word = words[index];
  if (!word) return undefined;
  const isPlain = isEveryday(word.text);
  if (!word.isCapital) return !isPlain && word.text.length > 3 && isRareWord(words[index + 1]) ? 0.3 : undefined;
  if (!isPlain) return word.text.length > 2 ? 0.7 : 0.4;
  const hasSurname = end > index + 1 && words[end - 1]?.isCapital === true && !isShouted(folded, words, index, end);
  if (hasSurname) return 0.7;
  if (isPair(words, index) || isPair(words, index - 2)) return 0.6;
  return isSentenceStart(folded.text, word.start) ? undefined : 0.3;
}

const isRareWord = (word: Word | undefined): boolean => word !== undefined && !isEveryday(word.text) && !isParticle(word.text);

/** "Jan en Roos". */
function isPair(words: readonly Word[], index: number): boolean {
  const isName = (word: Word | undefined): boolean => word?.isCapital === true && isFirstName(word.text);
  return words[index + 1]?.text === 'en' && isName(words[index]) && isName(words[index + 2]);
}

/** All words around are capitals too: then a capital proves nothing. */
function isShouted(folded: Folded, words: readonly Word[], from: number, end: number): boolean {
  return words.slice(from, end).every((word) => word.text.length < 2 || folded.capitals[word.start + 1] === 1);
}

/** "FennaKanariezoon". */
function camelName({ capitals, text }: Folded, word: Word): Match | undefined {
  if (!word.isCapital || word.text.length < 6) return undefined;
  for (let i = word.start + 2; i < word.end - 2; i += 1) {
    if (capitals[i] !== 1 || capitals[i - 1] === 1) continue;
    const first = text.slice(word.start, i);
    return isFirstName(first) && !isEveryday(first) ? { start: word.start, end: word.end, score: 0.7 } : undefined;
  }
  return undefined;
}

const birthAfter = /(?<![\p{L}\p{N}])[\p{L}'-]{2,30}(?= ?\((?:\d{1,2}[-./]\d{1,2}[-./](?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d)\))/gu;

/** "Fenna (1980-02-01)". */
function beforeBirth({ text, capitals }: Folded): Match[] {
  return matches(text, birthAfter, (found, at) => (capitals[at] === 1 && !isEveryday(found) ? 0.7 : undefined));
}
