/** Whether something is an ordinary word: in the list, or made of words in the list the way Dutch makes them. */
import { listOf } from './data/lijsten.ts';
import { unpackLoose, whenAsked } from './hashed.ts';
import { isEveryday, isSurname } from './words.ts';

const isListedElsewhere = whenAsked(() => unpackLoose(listOf('vocabularyElsewhere')));
const isListed = whenAsked(() => unpackLoose(listOf('vocabulary')));
/** In the list itself. */
export const isListedWord = (folded: string): boolean => isListed(folded);

/** Endings of Dutch words, longest meaning first does not matter: any that leaves a word will do. */
const endings =
  "s 's e en n je tje etje pje jes tjes etjes pjes t d de den te ten er ere ers st ste end ende heid heden ing ingen erig erige baar bare loos loze achtig achtige lijk lijke".split(
    ' ',
  );
/** After these the word may have lost an e or half of a double consonant: `lopen`, `bakken`. */
const softening = new Set('en e er ing end ende ere erig erige ers ingen'.split(' '));
const beginnings =
  'ge be ver ont her on af aan uit in op mee toe over onder voor door bij weg terug mis neer om tegen rond los vast uitge aange afge opge inge overge weer nep super mega anti ex oud mini semi hyper schijn wan'.split(
    ' ',
  );
const shortParts = new Set(
  'weg zee ijs zon bus gas uit bij toe mee ont her ver mis los wan oor wet web oud non top vak rij eis bod nul'.split(' '),
);

/** `tag`: of one of the languages of data/woordenelders.txt. */
export const isWordElsewhere = (tag: string, folded: string): boolean =>
  folded.length <= LONGEST && (isListedElsewhere(`${tag}:${folded}`) || (tag === 'de' && isGermanCompound(folded)));

/** "Strompreise", "Erdgasfeld". */
function isGermanCompound(word: string): boolean {
  for (let at = 4; at <= word.length - 4; at += 1) {
    if (!isListedElsewhere(`de:${word.slice(at)}`)) continue;
    const first = word.slice(0, at);
    if (
      ['', 's', 'n', 'en'].some(
        (link) => first.endsWith(link) && isListedElsewhere(`de:${first.slice(0, first.length - link.length)}`),
      )
    )
      return true;
  }
  return false;
}

const LONGEST = 40;
/** Answers for words met before; the page chooses them, so there is a bound. */
const met = new Map<string, boolean>();

export function isWord(folded: string): boolean {
  if (folded.length > LONGEST) return false;
  const known = met.get(folded);
  if (known !== undefined) return known;
  const answer = isEveryday(folded) || isBuilt(folded) || isHyphenated(folded);
  if (met.size < 50_000) met.set(folded, answer);
  return answer;
}

const isHyphenated = (word: string): boolean =>
  word.includes('-') && word.split('-').every((part) => part.length < 3 || isEveryday(part) || isBuilt(part));

const isBuilt = (word: string): boolean => isStem(word) || isDerived(word) || isCompound(word);

const isStem = (word: string): boolean => isListed(word) || (word.length >= 5 && hasEnding(word));

function hasEnding(word: string): boolean {
  return endings.some((ending) => {
    const stem = word.slice(0, word.length - ending.length);
    if (stem.length < 4 || !word.endsWith(ending)) return false;
    if (isListed(stem)) return true;
    return softening.has(ending) && (isListed(`${stem}e`) || (stem.at(-1) === stem.at(-2) && isListed(stem.slice(0, -1))));
  });
}

const isDerived = (word: string): boolean =>
  beginnings.some(
    (beginning) => word.length - beginning.length >= 4 && word.startsWith(beginning) && isStem(word.slice(beginning.length)),
  );

const SHORTEST_PART = 4;
const LONGEST_PART = 14;

/** Words one after the other, with or without s or en between them: `toe-slag-en-affaire`. From left to right, each place once. */
function isCompound(word: string): boolean {
  const reached = new Uint8Array(word.length + 1);
  reached[0] = 1;
  for (let from = 0; from <= word.length - SHORTEST_PART; from += 1) {
    if (reached[from] !== 1) continue;
    if (from > 0 && (isStem(word.slice(from)) || isDerived(word.slice(from)))) return true;
    const last = Math.min(word.length - SHORTEST_PART, from + LONGEST_PART);
    for (let to = from + 3; to <= last; to += 1) if (isPart(word.slice(from, to))) reached[to] = 1;
  }
  return false;
}

const isPart = (part: string): boolean => {
  if (part.length < SHORTEST_PART) return shortParts.has(part);
  if (isListed(part) || (part.length > 6 && isDerived(part))) return true;
  return ['s', 'en', 'n'].some(
    (link) => part.length > SHORTEST_PART && part.endsWith(link) && isListed(part.slice(0, -link.length)),
  );
};

/** A letter twice, one left out or two in the wrong order: "Wannneer", "schanddaal". */
export function isNearWord(folded: string): boolean {
  if (folded.length < 5 || folded.length > 16) return false;
  for (let i = 0; i < folded.length; i += 1) {
    const [head, letter, rest] = [folded.slice(0, i), folded[i] ?? '', folded.slice(i + 1)];
    if (letter === rest[0] && isWord(head + rest)) return true;
    if (isEveryday(`${head}${rest[0] ?? ''}${letter}${rest.slice(1)}`)) return true;
    for (const other of 'etanoridslgvhkmubpwjzcf') if (isEveryday(head + other + letter + rest)) return true;
  }
  return false;
}

/** Also a letter too many or another one: "Wacneer", "Minikter". Only of a word that is no name. */
export const isSlip = (folded: string): boolean =>
  isNearWord(folded) || (folded.length > 4 && folded.length <= 16 && isOneOff(folded));

function isOneOff(folded: string): boolean {
  for (let i = 0; i < folded.length; i += 1) {
    const [head, rest] = [folded.slice(0, i), folded.slice(i + 1)];
    if (isEveryday(head + rest)) return true;
    for (const other of 'etanoridslgvhkmubpwjzcf') if (isEveryday(head + other + rest)) return true;
  }
  return false;
}

/** Made of words the way many surnames are: "kanariezoon", "brinkzaal". */
export const isLikeSurname = (folded: string): boolean =>
  !isListed(folded) &&
  /(?:berg|burg|burgh|zaal|laar|zoon|man|mans|veld|dijk|horst|huizen|kamp|beek|brink|bosch|stra|sma|inga|stein|steijn|water|mees|meijer|meyer|mulder|bakker|visser|hoven|vliet|daal|broek|woude|werf|waard|wijk|ziel|nagel|zang|hart|eijk|eyck|stee|tink|trap|kerk|linden|molen|hoek|hout|gaard|steen|haar|hage|loon|land|huis|graaf|kolk|akker|horn)$/.test(
    folded,
  );

/** "beweegonderwijs", "lachgasverbod": what a word we do not know ends in says that it is a word as well. */
export function endsInWord(text: string): boolean {
  for (let at = 3; at <= text.length - 6; at += 1) if (isWord(text.slice(at)) && !isSurname(text.slice(at))) return true;
  return false;
}
