/**
 * Our own people in what others write: "mevrouw Voorbeeld" and "Goed zo, Anna!" under the minister's post. Their whole names stay
 * (`PeopleRoles.keep`); a part of one may also be of somebody else, so it stays only where the text speaks to or of the office, and
 * is shown to a person elsewhere. Who is known from the page goes all the same: this judges patterns only.
 */
import { isGivenName } from './detectors/names/words.ts';
import { fold } from './fold.ts';
import type { Folded } from './fold.ts';
import { isEveryday, isPublicWord, isSurname } from './words.ts';

interface OwnPerson {
  readonly first: string;
  /** With its tussenvoegsels. */
  readonly last: string;
}
export type Ours = 'stays' | 'perhaps' | undefined;

const MOST_WORDS = 6;

/** Judges what was found as a name of somebody unknown. */
export function ownPeople(keep: readonly string[]): (folded: Folded, start: number, end: number) => Ours {
  const people = keep.flatMap(personIn);
  const firsts = new Set(people.map(({ first }) => first));
  const lasts = new Set(people.map(({ last }) => last));
  if (people.length === 0) return () => undefined;
  return (folded, start, end) => {
    const words = wordsOf(folded.text.slice(start, end)).filter((word) => !forms.test(word));
    const [first] = words;
    if (first === undefined) return undefined;
    if (people.some((one) => isWithin(words, one))) return 'stays';
    if (lasts.has(words.join(' ')) || isMisspelt(words, lasts)) return ofOffice(folded, start, end);
    if (people.some((one) => isInitialled(words, one))) return 'stays';
    return spellings(first).some((one) => firsts.has(one)) && words.every((word) => word === first)
      ? calledByFirst(folded, start, end)
      : undefined;
  };
}

/** "Mevrouw Voorbeelt": a long name with one letter another, that is nobody else's in the list. */
const isMisspelt = ([word = '', ...rest]: readonly string[], lasts: ReadonlySet<string>): boolean =>
  rest.length === 0 && !isSurname(word) && [...lasts].some((last) => last.length > 6 && isOneOff(word, last));

/** One letter another, too many or too few. */
function isOneOff(word: string, other: string): boolean {
  if (word === other || Math.abs(word.length - other.length) > 1) return false;
  let same = 0;
  while (same < word.length && word[same] === other[same]) same += 1;
  const [rest, otherRest] = [word.slice(same), other.slice(same)];
  return rest.slice(1) === otherRest.slice(1) || rest === otherRest.slice(1) || rest.slice(1) === otherRest;
}

/** "Minsiter Anna Voorbeeld": beside the whole name nothing that is of a name. */
function isWithin(words: readonly string[], { first, last }: OwnPerson): boolean {
  const all = ` ${words.join(' ')} `;
  const own = ` ${first} ${last} `;
  return all.includes(own) && wordsOf(all.replace(own, ' ')).every((word) => !isGivenName(word) && !isSurname(word));
}

/** "Annna": a letter that was held down, once and twice. */
const spellings = (word: string): string[] =>
  /(.)\1\1/u.test(word) ? ['$1', '$1$1'].map((times) => word.replace(/(.)\1{2,}/gu, times)) : [word];

/** "Minister mr. Anna van Voorbeeld" of the settings, or as the page shows it: a first name that we know, and one more. */
function personIn(name: string): OwnPerson[] {
  const words = wordsOf(fold(name).text).filter((word) => !forms.test(word));
  const [first, ...rest] = words;
  if (first === undefined || rest.length === 0 || words.length > MOST_WORDS) return [];
  const isPerson = isGivenName(first) || words.every((word) => !isEveryday(word) && !isPublicWord(word));
  return isPerson && words.every((word) => /^[\p{L}'-]+$/u.test(word)) ? [{ first, last: rest.join(' ') }] : [];
}

const wordsOf = (text: string): string[] => text.split(/[^\p{L}\p{N}'-]+/u).filter((word) => word !== '');

/** Offices and forms of address around a name, and the greetings that a name is found with. */
const forms =
  /^(?:minister|staatssecretaris|minister-president|premier|mr|mrs|ms|dr|drs|ir|ing|prof|mevrouw|meneer|mevr|mw|dhr|lieve|beste|sayin|madame|monsieur|frau|herr|pan|pani|senora|senor)$/;

const isInitialled = (words: readonly string[], { first, last }: OwnPerson): boolean =>
  words.length > 1 && words[0]?.length === 1 && first.startsWith(words[0]) && words.slice(1).join(' ') === last;

const NEAR = 40;
const before = ({ text }: Folded, at: number): string => text.slice(Math.max(0, at - NEAR), at);
const office =
  /(?:minister|ministers|bakan|staatssecretaris|minister-president|premier|excellentie|bewindspersoon|bewindsvrouw|bewindsman) $/;
const address =
  /(?<!\p{L})(?:mevrouw|meneer|mijnheer|de heer|mevr|mvr|mw|dhr|ms|mrs|mr|miss|sir|madam|madame|monsieur|frau|herr|sayin|senora|senor|pani|pan)\.? ?$/u;
/** "Mevrouw Jansen van de balie" is another one. */
const elsewhere = /^ ?(?:van|bij|uit|op|in|aan|fan|from|vom|aus|of) /;

function ofOffice(folded: Folded, start: number, end: number): Ours {
  const { text } = folded;
  if (office.test(before(folded, start)) || /^(?:minister|staatssecretaris|premier) /.test(text.slice(start, end))) return 'stays';
  const isAddressed = address.test(before(folded, start)) || wordsOf(text.slice(start, end)).some((word) => forms.test(word));
  return isAddressed && !elsewhere.test(text.slice(end, end + NEAR)) ? 'stays' : 'perhaps';
}

/** Of the family, by introduction, or under a letter: somebody else who is called so too. */
const another =
  /(?<!\p{L})(?:groet(?:en|jes|jus|nis)?|gr|grtz?|grtjes|mvg|liefs|kus(?:jes)?|knuffels?|regards|cheers|greetings|namens|getekend|w\.g|ik ben|ik bin|ben ik|mijn naam is|ik heet|heet|heette|genaamd|naam|my name is|i am|i'm|(?:mijn|m'n|mn|onze|ons|haar|zijn|hun|us|my) (?:\p{L}+ )?\p{L}+|mijn|onze|ons|us|vraag|tegen|en|of|&|groeten van|tante|oom|oma|opa|zus|zusje|dochter|moeder|vriendin|collega|buurvrouw|ambtenaar|zuster|juf|ene|zekere)[ ,.:!(\n-]{1,4}$/u;
const greeted =
  /(?<!\p{L})(?:beste|lieve|geachte|dear|dank(?:je| je| u)?(?: wel)?|bedankt|hup|hop|kom op|top|bravo|chapeau|hulde|go|goed bezig|ga zo door|sterkte|hoi|hallo|dag|hey|nou|ach|toe|minister|staatssecretaris),? $/u;

function calledByFirst(folded: Folded, start: number, end: number): Ours {
  const left = before(folded, start);
  const right = folded.text.slice(end, end + NEAR);
  if (another.test(left) || /^ (?:uit|van de|van het) /.test(right) || isSignature(folded, start, end)) return undefined;
  const isGreeted = greeted.test(left) || /^(?:lieve|beste) /.test(folded.text.slice(start, end));
  const isSpokenTo = /^ ?[!?]|^,? (?:u|uw)(?!\p{L})/u.test(right);
  return (isGreeted && /^ ?(?:[!,?]|$)/.test(right)) || isSpokenTo ? 'stays' : 'perhaps';
}

/** The name is all there is on the last line. */
const isSignature = ({ text }: Folded, start: number, end: number): boolean =>
  /\n\s*$/.test(text.slice(Math.max(0, start - 10), start)) && /^[\s.!]*$/.test(text.slice(end, end + 10));
