/** What was taken for a name and is a town, a newspaper, a barracks called after somebody: known by what stands around it. */
import { knownThings } from '../../data/organisaties.ts';
import { foldText } from '../../fold.ts';
import { isNameOfThing, isTown } from '../../words.ts';
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
    const last = lastWithin(reading, first, match.end);
    return (
      isOfSaint(reading, first, last) ||
      isOfCourt(reading, first, last) ||
      isNumbered(reading, first, last) ||
      isAtSea(reading, last) ||
      isLandOfTown(reading, first, last) ||
      (!isTitled(reading, first) && isWithinThing(reading, first, last)) ||
      (!isTitled(reading, first) && isCalledAfter(reading, first, last)) ||
      isTownHere(reading, first, last)
    );
  };
}

/** "Sint Joris", "Verpleeghuis St. Jozef": a church, a school, a club. */
const isOfSaint = ({ words }: Reading, first: number, last: number): boolean =>
  words
    .slice(Math.max(0, first - 1), isGivenName(words[first]?.text ?? '') ? first + 1 : last + 1)
    .some(({ isCapital, text }) => isCapital && /^(?:sint|st|sinte|santa|saint|sainte|sankt|san|swiety|swieta)$/.test(text));

/** "Willem III", "Johannes Paulus II": of the throne or the altar. */
const isNumbered = ({ words }: Reading, first: number, last: number): boolean =>
  words
    .slice(first, last + 2)
    .some(({ isShouted, text }) => isShouted && /^(?:i{2,3}|iv|vi{1,3}|ix|xi{1,3}|xi?v|xvi{1,3}|xx(?:i{0,3}))$/.test(text)) &&
  isGivenName(words[first]?.text ?? '');

/** "Prins Constantijn", "Koningin Emma", of whom there is one; "Prins" before initials or a surname is somebody's name. */
const isOfCourt = ({ words }: Reading, first: number, last: number): boolean =>
  first === last &&
  (isGivenName(words[first]?.text ?? '') || !isSurname(words[first]?.text ?? '')) &&
  words[first - 1]?.isCapital === true &&
  /^(?:prins|prinses|koning|koningin|keizer|keizerin|paus|tsaar|graaf|hertog|heilige|farao)$/.test(words[first - 1]?.text ?? '');

/** "Bloemendaal aan Zee". */
const isAtSea = ({ folded, words }: Reading, last: number): boolean =>
  /^ (?:aan|an) (?:zee|de (?:rijn|maas|ijssel|lek|amstel|zaan|vecht))(?!\p{L})/u.test(
    folded.text.slice(words[last]?.end ?? 0, (words[last]?.end ?? 0) + 20),
  ) || words[last]?.text === 'zee';

/** "Het Kralingse Bos", "de Loonse en Drunense Duinen". */
const isLandOfTown = ({ words }: Reading, first: number, last: number): boolean =>
  last === first + 1 &&
  /.{3}[sft]e$/.test(words[first]?.text ?? '') &&
  !isGivenName(words[first]?.text ?? '') &&
  /^(?:bos|bosch|plas|polder|hout|zoom|veld|duin|duinen|meer|park|dijk|poort|brug|haven|markt|plein|heide|hei|ven|berg|dam|kade|straat|weg|zand|eiland|kerk|molen|sluis|toren|vecht|broek)$/.test(
    words[last]?.text ?? '',
  );

/** "Mevrouw De Haan", "mijn naam is Nico Ammerlaan". */
const isTitled = ({ words, folded }: Reading, first: number): boolean =>
  titles.test(folded.text.slice(Math.max(0, (words[first]?.start ?? 0) - 16), words[first]?.start));
const titles =
  /(?<!\p{L})(?:(?:dhr|heer|meneer|mijnheer|mevr|mevrouw|mw|mvr|mej|juffrouw|familie|fam)\.?|naam is|ik ben|heet|heette|genaamd|ondergetekende,?) $/u;

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

/** "Bart Smit", "een houten Klaas": the words around it make a name that is mostly of a thing. For a person to look at. */
export function isMostlyThing(reading: Reading, { start, end }: Match, isCued: boolean): boolean {
  const first = reading.at.get(start);
  if (first === undefined) return false;
  const last = lastWithin(reading, first, end);
  if (!isCued && last > first && isOfThings(reading, first, last)) return true;
  // "mevrouw De Linde" is somebody, "Tante Sidonia" is not: it begins before the name
  for (let from = Math.max(0, first - REACH); from <= first - (isCued ? 1 : 0); from += 1) {
    for (let to = Math.max(last, from + 1); to <= last + REACH && to < reading.words.length; to += 1) {
      if (isNameOfThing(textOf(reading, from, to))) return true;
    }
  }
  return false;
}

/** "Windkracht Beaufort", "Alfrink Zoetermeer". */
function isOfThings({ words }: Reading, first: number, last: number): boolean {
  const [from, to] = [words[first]?.text ?? '', words[last]?.text ?? ''];
  if (isGivenName(from) || isParticle(from)) return false;
  return isNameOfThing(to) || (isNameOfThing(from) && (isTown(to) || isPlace(to)));
}

function lastWithin({ words }: Reading, first: number, end: number): number {
  let last = first;
  while ((words[last + 1]?.end ?? Infinity) <= end) last += 1;
  return last;
}

const textOf = ({ folded, words }: Reading, from: number, to: number): string =>
  folded.text.slice(words[from]?.start ?? 0, Math.min(words[to]?.end ?? 0, (words[from]?.start ?? 0) + 50));

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
function isCalledAfter(reading: Reading, first: number, last: number): boolean {
  const next = reading.words[last + 1];
  if (next && isNext(reading, last + 1) && (next.isCapital ? called : building).test(next.text)) return true;
  if (reading.words.slice(first + 1, last + 1).some(({ text }) => called.test(text))) return true;
  if (called.test(reading.words[last]?.text ?? '')) return true;
  const at = isNext(reading, last + 1) && reading.words[last + 1]?.isCapital ? last + 1 : last;
  const isTwice = (text: string): boolean => /-(?:laan|park|haven|toren|brug|kamp)$/.test(text) && last > first; // "Fenna Eikeboom-Laan"
  const thing = [reading.words[last], reading.words[at]].findLast(
    (word) => word?.isCapital && isNamedThing(word.text) && !isTwice(word.text),
  );
  // with a number behind it, it is where somebody lives
  return thing !== undefined && !/^,? ?\d/.test(reading.folded.text.slice(thing.end, thing.end + 3));
}

/** "Catharina ziekenhuis". */
const building = /^(?:ziekenhuis|gasthuis|kliniek|kerk|kazerne|stadion|college|lyceum|museum|brug|tunnel|sluis)$/;
/** "Willem de Kooning Academie", "Bloemendaal aan Zee". */
const called =
  /^(?:universitesi|hastanesi|mahallesi|camii?|caddesi|sokagi|lisesi|partisi|bayrami|centrum|medisch|gasthuis|hospitaal|hospice|verpleeghuis|zorgcentrum|apotheek|kapsalon|optiek|lounge|award|awards|principle|college|academie|akademie|lyceum|gymnasium|school|museum|ziekenhuis|instituut|institute|stichting|foundation|fonds|kliniek|universiteit|university|hogeschool|arena|stadion|prijs|park|plein|brug|kazerne|kade|collectief|bibliotheek|theater|theatre|festival|cup|toernooi|bokaal|trofee|lezing|penning|kerk|groep|holding|bv|nv|vof|ltd|inc|gmbh|force|rebellion|media|energie|bank|zorg|advocaten|notarissen|makelaars|accountants|bouw|transport|installaties|schilderwerken|catering|events)$/;

/** These hardly lead to a person. */
const towards = new Set(
  'in te naar uit vanuit rond rondom nabij omgeving regio gemeente stad dorp near ut uut oet vanuut vanut vanoet nei út oer'.split(
    ' ',
  ),
);
/** These also lead to people; then only what is called as nobody is. */
const perhaps = new Set('bij via richting tussen voor from to nach aus na w we do z ze din di pa a'.split(' '));
const ofTown = new Set(
  'inwoner inwoners inwoonster bewoner bewoners burgemeester wethouder college raad gemeenteraad gemeente stadhuis gemeentehuis raadhuis centrum station haven kern kernen dorp stad eiland hart kant omgeving buurt regio ziekenhuis politie brandweer burgers mensen jeugd winkels straten markt kermis loket bibliotheek zwembad mayor city town village'.split(
    ' ',
  ),
);
/** What makes a row: of towns, when the others are. */
const joins = /^(?:, ?| en | of | & |\/| ?[-–] ?| tegen | naar | tot | and | und |, en )$/;

/** Ukrainian, Russian, Bulgarian: in, to, from, of the municipality, of the town. */
const ofTownElsewhere = new Set(
  'в у до з із из от на муніципалітет муніципалітету муніципалітеті мерії мерія міста місті місто города городе город община общината'
    .split(' ')
    .map(foldText),
);

function isTownHere(reading: Reading, first: number, last: number): boolean {
  const word = reading.words[first];
  if (!word || !word.isCapital) return false;
  if (first !== last) return areTowns(reading, first, last);
  if (/[\u0400-\u04ff]/.test(word.text)) return isPlace(word.text) && ofTownElsewhere.has(reading.words[first - 1]?.text ?? '');
  if (!isTown(word.text) && !tongues.has(word.text)) return isInflected(reading, first, word);
  return isTaught(reading, first) || isLedTo(reading, first, word) || isInRow(reading, first, -1) || isInRow(reading, first, 1);
}

/** "Sneek Enkhuizen Hengelo overal", "z Bredy do Rotterdamu". */
const areTowns = (reading: Reading, first: number, last: number): boolean =>
  reading.words.slice(first, last + 1).every(({ text, isCapital }) => isCapital && isTown(text)) ||
  (reading.words[first + 1]?.text === 'do' && isInflected(reading, first, reading.words[first]));

/** "Docent Frans"; "docent Frans Kanarie" has more words. */
const isTaught = ({ words }: Reading, index: number): boolean =>
  tongues.has(words[index]?.text ?? '') &&
  /^(?:docente?|docenten|leraar|lerares|leraren|les|lessen|vak|juf|meester|bijles|cursus|examen|toets|voor|in)$/.test(
    words[index - 1]?.text ?? '',
  );

/** "Engels, Frans, Duits". */
const tongues = new Set(['frans', 'german', 'roman', 'waal']);

/** "w Waalwijku", "do Rotterdamu". */
const isInflected = ({ words }: Reading, index: number, { text }: Pick<Word, 'text'> = { text: '' }): boolean =>
  (/^(?:w|we|do|z|ze|od|kolo|na|din|la)$/.test(words[index - 1]?.text ?? '') &&
    [1, 2, 3].some((cut) => text.length - cut > 3 && isTown(text.slice(0, -cut)))) ||
  (text.endsWith('y') && isTown(`${text.slice(0, -1)}a`));

function isLedTo(reading: Reading, index: number, word: Word): boolean {
  const before = reading.words[index - 1];
  if (!before || !/^ '?$/.test(reading.folded.text.slice(before.end, word.start))) return false;
  if (perhaps.has(before.text)) return !isSurname(word.text);
  if (before.text === 'naar' && /^(?:vraag|vragen|vroeg|gevraagd)$/.test(reading.words[index - 2]?.text ?? '')) return false;
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
