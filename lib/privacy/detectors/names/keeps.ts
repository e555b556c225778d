/** What was taken for a name and is a town, a newspaper, a barracks called after somebody: known by what stands around it. */
import { knownThings } from '../../data/organisaties.ts';
import { isTown } from '../../words.ts';
import type { Match } from '../detector.ts';
import { isNext } from './span.ts';
import { isEveryday, isGivenName, isNamedThing, isParticle, isPlace, isSurname } from './words.ts';
import type { Reading, Word } from './words.ts';

const things = new Set(knownThings.split(';'));
/** Words before or after, of which a name of a thing may be made. */
const REACH = 4;

/** Judges matches of one text. */
export function keptIn(reading: Reading): (match: Match) => boolean {
  return (match) => {
    const first = reading.at.get(match.start);
    if (first === undefined) return false;
    let last = first;
    while ((reading.words[last + 1]?.end ?? Infinity) <= match.end) last += 1;
    return isWithinThing(reading, first, last) || isCalledAfter(reading, last) || isTownHere(reading, first, last);
  };
}

/** "Beek en Donk", "Friesch Dagblad": the words around it make one name of a thing. */
function isWithinThing(reading: Reading, first: number, last: number): boolean {
  for (let from = Math.max(0, first - REACH); from <= last; from += 1) {
    if (from > first && !isLeftOver(reading, first, from)) continue;
    for (let to = Math.max(last, from + 1); to <= last + REACH && to < reading.words.length; to += 1) {
      if (isThing(reading, from, to)) return true;
    }
  }
  return false;
}

/** "van Wijk" of "Wijk bij Duurstede"; but "Van den Bosch" is somebody, and so is "Marja uit Sas". */
const isLeftOver = ({ words }: Reading, first: number, from: number): boolean =>
  !isParticle(words[from]?.text ?? '') && words.slice(first, from).every(({ text }) => isParticle(text));

/** "Jan uit Berg en Dal" begins before the thing, and is then more than that. */
function isThing({ folded, words }: Reading, from: number, to: number): boolean {
  const [left, right] = [words[from], words[to]];
  if (!left || !right || right.end - left.start > 50) return false;
  const text = folded.text.slice(left.start, right.end);
  if (things.has(text)) return true;
  return right.isCapital && ofTowns.test(text) && words.slice(from, to + 1).every(isOfTownName) && isTown(text);
}

/** One of these is in every name of a town of several words. */
const ofTowns =
  /(?:^| )(?:aan|op|bij|en|in|de|den|het|ten|ter|'?t|van|la|sint|st|anna|bad|heilig|oude?|nieuwe?|groot|klein|hoge?|hooge|lage|new|los|san|tel|addis|almere|tweede) /;
/** "Wijk bij Duurstede": capitals, and small words between them. */
const isOfTownName = ({ isCapital, text }: Word): boolean => isCapital || isParticle(text) || /^(?:en|aan|bij|of)$/.test(text);

/** "Prins Bernhardkazerne", "Willem de Zwijgerschool", "Clausplein": after somebody, but no body. */
function isCalledAfter(reading: Reading, last: number): boolean {
  const at = isNext(reading, last + 1) && reading.words[last + 1]?.isCapital ? last + 1 : last;
  const thing = [reading.words[last], reading.words[at]].findLast((word) => word?.isCapital && isNamedThing(word.text));
  // with a number behind it, it is where somebody lives
  return thing !== undefined && !/^,? ?\d/.test(reading.folded.text.slice(thing.end, thing.end + 3));
}

/** These hardly lead to a person. */
const towards = new Set('in te naar uit vanuit rond rondom nabij omgeving regio gemeente stad dorp near ut oet nei út'.split(' '));
/** These also lead to people; then only what is called as nobody is. */
const perhaps = new Set('bij via richting tussen voor from to nach aus na w we do z ze din di pa'.split(' '));
const ofTown = new Set(
  'inwoner inwoners inwoonster bewoner bewoners burgemeester wethouder college raad gemeenteraad gemeente stadhuis gemeentehuis raadhuis centrum station haven kern kernen dorp stad eiland hart kant omgeving buurt regio ziekenhuis politie brandweer burgers mensen jeugd winkels straten markt kermis loket bibliotheek zwembad mayor city town village'.split(
    ' ',
  ),
);
/** What makes a row: of towns, when the others are. */
const joins = /^(?:, ?| en | of | & |\/| ?[-–] ?| tegen | naar | tot | and | und |, en )$/;

function isTownHere(reading: Reading, first: number, last: number): boolean {
  const word = reading.words[first];
  if (!word || first !== last || !word.isCapital) return false;
  if (!isTown(word.text) && !tongues.has(word.text)) return isInflected(reading, first, word);
  return isLedTo(reading, first, word) || isInRow(reading, first, -1) || isInRow(reading, first, 1);
}

/** "Engels, Frans, Duits". */
const tongues = new Set(['frans', 'german', 'roman', 'waal']);

/** "w Waalwijku", "do Rotterdamu". */
const isInflected = ({ words }: Reading, index: number, { text }: Word): boolean =>
  /^(?:w|we|do|z|ze|od|kolo|na|din|la)$/.test(words[index - 1]?.text ?? '') &&
  [1, 2, 3].some((cut) => text.length - cut > 4 && isTown(text.slice(0, -cut)));

function isLedTo(reading: Reading, index: number, word: Word): boolean {
  const before = reading.words[index - 1];
  if (!before || !/^ '?$/.test(reading.folded.text.slice(before.end, word.start))) return false;
  if (perhaps.has(before.text)) return !isSurname(word.text);
  return towards.has(before.text) || isOfTown(reading.words, index) || isLedThrough(reading.words, index);
}

/** "inwoner van Andijk", "von Kleve nach Nijmegen". */
const isOfTown = (words: readonly Word[], index: number): boolean =>
  /^(?:van|fan|von|of)$/.test(words[index - 1]?.text ?? '') &&
  (ofTown.has(words[index - 2]?.text ?? '') || words[index + 1]?.text === 'nach');

/** "vanuit een winderig Nes". */
function isLedThrough(words: readonly Word[], index: number): boolean {
  const [before, further] = [words[index - 1], words[index - 2]];
  const leading = /^(?:een|het|ons|mijn|de)$/.test(further?.text ?? '') ? words[index - 3] : further;
  if (!before || before.isCapital || !towards.has(leading?.text ?? '')) return false;
  return isEveryday(before.text) || before.text.endsWith('ig');
}

/** "Wezep, Lisse en Bakkeveen": beside it stands another. */
function isInRow({ words, folded }: Reading, index: number, step: 1 | -1): boolean {
  const [word, other] = [words[index], words[index + step]];
  if (!word || !other || !other.isCapital || !(isPlace(other.text) || isTown(other.text)) || isGivenName(other.text)) return false;
  const [left, right] = step === 1 ? [word, other] : [other, word];
  return joins.test(folded.text.slice(left.end, right.start)) && !isParticle(other.text);
}
