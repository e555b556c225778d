/** Whether a text is in a language whose words we know: only then a word we do not know means anything. */
import { calledOut, inOtherLanguages } from '../../data/bekend.ts';
import { commonWords, regionalWords } from '../../data/talen.ts';
import { isListedWord, isWord, isWordElsewhere } from '../../vocabulary.ts';
import { isEveryday, isFirstName, isPlace, isSurname } from '../../words.ts';

/** As in `Word`. */
interface Seen {
  readonly text: string;
  readonly isCapital: boolean;
  readonly isFirstOfSentence: boolean;
}

export interface Language {
  /** Most words are Dutch or English. */
  readonly isKnown: boolean;
  /** All but a few are. */
  readonly isPlainlyKnown: boolean;
  /** German, where every noun has a capital. */
  readonly hasCapitalNouns: boolean;
  /** Tags of the other languages that it may be in, of those of which we have the common words. */
  readonly tags: readonly string[];
  /** Words of a region, of the street or of the Caribbean are among them. */
  readonly isRegional: boolean;
}

const ENOUGH = 120;
const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' '));
const isForeign = setOf(inOtherLanguages);
const isCalledOut = setOf(`${calledOut} thx thnx grtjs grtz mvg ff mn idd gr vd euro info foto film app online video link`);
const dutch = setOf(commonWords.nl);
/** Words of ours too, but of Papiamento, Sranan and French far more. */
const rare = setOf('ta ku tin fu wi pour dans pas est');
/** Of each other language: what is common in it, and what of that is no word of ours. Not at the start: the worker has no lists yet. */
const languagesElsewhere = () =>
  Object.entries(commonWords)
    .filter(([tag]) => tag !== 'nl')
    .map(([, words]) => ({ common: setOf(words), own: new Set(words.split(' ').filter(isOfThem)) }));
const isOfThem = (word: string): boolean =>
  rare.has(word) || (word.length > 1 && word !== 'ok' && !isEveryday(word) && !dutch.has(word));
let elsewhere: ReturnType<typeof languagesElsewhere> | undefined;
const german = setOf(commonWords.de);
const regional = setOf(regionalWords);
export const isRegionalWord = (text: string): boolean => regional.has(text);

/** `original`: the same text as it was written. */
export function languageOf(words: readonly Seen[], original: string): Language {
  const first = words.slice(0, ENOUGH);
  const telling = first.filter(isTelling);
  const unknown = telling.filter((word) => !isWord(word.text)).length;
  const found = unknown === 0 && telling.length > 5 ? [] : tagsOf(first, original);
  const isKnown =
    found.length === 0 && isKnownLanguage(first, telling.length - unknown, telling.length) && !isElsewhere(first, original);
  const tags = isKnown || found.length > 0 ? found : tagsOf(first, original, false);
  return {
    isKnown,
    // "Moarn gean ik nei it gemeentehûs, dan sille se it witte" shares most words with Dutch
    isPlainlyKnown: isKnown && (unknown < 2 || unknown < telling.length / 4),
    hasCapitalNouns: tags.includes('de') || words.filter((word) => german.has(word.text)).length > 1,
    tags,
    isRegional: first.filter(({ text, isCapital }) => !isCapital && regional.has(text)).length > 1,
  };
}

const vocabularies = 'de fr es it pt pl uk ru tr ro bg hu vi id sr cs sq pap srn so'.split(' ');

const vietnameseLetters = /[ăơưạảấầẩậắằẻếềểễệỉịọỏốồổộớờởợụủứừửựỳỹ]/i;

/** The languages of which most words in small letters are; `isMore`: also more than of ours. */
function tagsOf(words: readonly Seen[], original: string, isMore = true): readonly string[] {
  const small = words.filter(
    ({ text, isCapital, isFirstOfSentence }) =>
      (!isCapital || isFirstOfSentence) && /^[\p{L}'-]{2,}$/u.test(text) && !isFirstName(text),
  );
  const isVietnamese = vietnameseLetters.test(original.slice(0, 2000).normalize('NFC')); // without its marks any short syllable is a word of it
  const counts = vocabularies.map((tag) =>
    tag === 'vi' && !isVietnamese
      ? 0
      : small.filter(({ text }) => isWordElsewhere(tag, text)).length + (tag === 'de' ? nounsOf(words) : 0),
  );
  const best = Math.max(...counts);
  const ours = isMore ? small.filter(({ text }) => isOurs(text)).length : Math.max(2, small.length * 0.4);
  return best < 2 || best <= ours ? [] : vocabularies.filter((_, index) => (counts[index] ?? 0) >= best * 0.9);
}

/** "Beileid", "Angehörigen": with a capital inside a sentence, and no word or name of ours. */
const nounsOf = (words: readonly Seen[]): number =>
  words.filter(
    ({ text, isCapital, isFirstOfSentence }) =>
      isCapital &&
      !isFirstOfSentence &&
      !isWord(text) &&
      !isFirstName(text) &&
      !isSurname(text) &&
      !isPlace(text) &&
      isWordElsewhere('de', text),
  ).length;

/** "lâche" is only by its ending a word of ours. */
const isOurs = (text: string): boolean => isEveryday(text) || isListedWord(text) || (text.length > 6 && isWord(text));

/** In small letters, and no first name. */
const isTelling = ({ text, isCapital }: Seen): boolean =>
  /^[a-z'-]{2,}$/.test(text) && !isCapital && !isCalledOut.has(text) && (isWord(text) || !isFirstName(text));

/** Without a word to go by, as in "Sanne?", the language is taken to be ours. */
const isKnownLanguage = (words: readonly Seen[], known: number, telling: number): boolean =>
  words.filter((word) => isForeign.has(word.text)).length <= known &&
  words.every((word) => !/[^\p{Script=Latin}\p{N}'-]/u.test(word.text)) &&
  known >= telling * (telling < 4 ? 0.5 : 0.6);

/** Turkish, Polish, Vietnamese: in small letters no Dutch or English word is written so. */
const foreignLetters =
  /(?<![\p{L}\p{M}@#/._-])\p{Ll}*[ışğłąężśćńźãõåæøčšžřőűășțạảấầẩậắằẻếềểễệỉịọỏốồổộớờởợụủứừửựỳỹđ]\p{Ll}*(?![\p{L}@/._-])/gu;

/** More words of one other language than of ours. */
function isElsewhere(words: readonly Seen[], original: string): boolean {
  const small = words.flatMap(({ text, isCapital }) => (isCapital ? [] : [text]));
  const countOf = (common: ReadonlySet<string>): number => small.filter((word) => common.has(word)).length;
  const written = original.slice(0, 2000).match(foreignLetters)?.length ?? 0;
  const ours = small.filter((word) => dutch.has(word));
  elsewhere ??= languagesElsewhere();
  return (
    written > ours.length || elsewhere.some(({ common, own }) => countOf(own) > ours.filter((word) => !common.has(word)).length)
  );
}
