/** Ordinary words and first names. A list hit is a reason to look closer, never proof (see data/BRON.md). */
import { ambiguousNames, callNames, morePlaces, publicWords } from './data/begrippen.ts';
import { packageWords, publicBodies } from './data/eigenwoorden.ts';
import { listOf } from './data/lijsten.ts';
import { unpack, unpackLoose, whenAsked } from './hashed.ts';

const isInEveryday = whenAsked(() => {
  const everyday = new Set([listOf('everydayWords'), packageWords, publicBodies].flatMap((words) => words.split(' ')));
  return (word) => everyday.has(word);
});
const isFirst = whenAsked(() => unpack(listOf('firstNames')));
const isLast = whenAsked(() => unpackLoose(listOf('surnames')));
const isInList = whenAsked(() => unpackLoose(listOf('places')));
const isInThings = whenAsked(() => unpack(listOf('namesOfThings')));
const isInTowns = whenAsked(() => unpackLoose(listOf('towns')));
const municipalities = new Set(morePlaces.split(' '));
const isListedPlace = (folded: string): boolean => municipalities.has(folded) || isInList(folded);
const calledBy = new Set(callNames.split(' '));
const ambiguous = new Set(ambiguousNames.split(' '));
const ofThePublic = new Set([publicWords, publicBodies].flatMap((words) => words.split(' ')));

/** Tussenvoegsels and name particles, folded, one word each. */
const particles = new Set(
  "'s 's- 't s t aan abou abu al ben bij bin bint d da das de del della den der des di do dos du el het ibn in l la las le les los mac mc o onder op over san santa sint st te ten ter thoe tot uit van vande vanden vander vd von voor vom zu zum zur y e".split(
    ' ',
  ),
);

export const isEveryday = (folded: string): boolean => isInEveryday(folded);
export const isFirstName = (folded: string): boolean => isFirst(folded);
export const isParticle = (folded: string): boolean => particles.has(folded);
export const isSurname = (folded: string): boolean => isLast(folded);
/** A place, a people or another proper noun that is not of a person. */
export const isPlace = (folded: string): boolean =>
  isListedPlace(folded) ||
  (!isFirst(folded) &&
    folded.length > 6 &&
    ['s', 'se', 'er', 'mer', 'ers', 'enaar', 'naar'].some(
      (ending) => folded.length > ending.length + 3 && folded.endsWith(ending) && isListedPlace(folded.slice(0, -ending.length)),
    ));
/** A town or village, also of several words, and also one that is called as people are: where it stands must tell. */
export const isTown = (folded: string): boolean => isInTowns(folded);
/** Public bodies, months, parties, newspapers, brands: never taken for a name. */
export const isPublicWord = (folded: string): boolean => ofThePublic.has(folded);
/** Short names by which people are called; not in the list of first names, which also judges people known from the page. */
export const isCallName = (folded: string): boolean => calledBy.has(folded);
/** Words, or several with a space between them, that are mostly of a thing although people are called so too. */
export const isNameOfThing = (folded: string): boolean => isInThings(folded);
/** A first name that is an ordinary word as well. */
export const isAmbiguousName = (folded: string): boolean => ambiguous.has(folded);
