/** Dates of birth: a date that is said to be one, or that is told of somebody. */
import { foldText } from '../fold.ts';
import type { Folded } from '../fold.ts';
import { tokens } from '../tokens.ts';
import { isWord } from '../vocabulary.ts';
import { isFirstName, isSurname, isTown } from '../words.ts';
import { before, firstGroups, hasDigit, matches } from './detector.ts';
import type { Detector } from './detector.ts';

/** In the languages seen, folded; of most the first letters say enough. */
const months = [
  'jan(?:uari|uary|uar|vier)?|feb(?:r|ruari|ruary|ruar)?|fevrier|maart|march|marz|mars|mrt|apr(?:il)?|avril|mei|may|mai|juni?|june|juin|juli?|july|juillet|aug(?:ustus|ust)?|agustus|aout|sep(?:t(?:ember)?)?|septembre|okt(?:ober)?|oct(?:ober|obre)?|nov(?:ember|embre)?|dec(?:ember|embre)?|dez(?:ember)?',
  'ocak|subat|mart|nisan|mayis|haziran|temmuz|agustos|eylul|ekim|kasim|aralik',
  'stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|wrzesnia|pazdziernika|listopada|grudnia',
  'yanuari|aprel|yuni|yuli|ougustus|desember|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre',
  'jannewaris|febrewaris|maaie|juny|desimber|novimber|septimber',
  ...'січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня'.split(' ').map(foldText),
].join('|');
/** "Vierentwintig oktober 1950". */
const inWords =
  '(?:een|eerste|twee|tweede|drie|derde|vier|vierde|vijf|vijfde|zes|zesde|zeven|zevende|acht|achtste|negen|negende|tien|tiende|elf|elfde|twaalf|twaalfde|\\p{L}{3,5}tien|\\p{L}{3,5}tiende|twintig|twintigste|dertig|dertigste)';
const date = new RegExp(
  String.raw`(?<!\d)(?:\d{1,2}[-./ ]\d{1,2}[-./ ](?:(?:19|20)?\d\d|'\d\d)|(?:19|20)\d\d[-./]\d{1,2}[-./]\d{1,2}|(?:\d{1,2}(?:e|ste|de|th|st|nd|rd|\.)?|(?:\p{L}{0,6}en)?${inWords} )[ -]?(?:di |of |de )?(?:${months})\.?(?: di| de)?,?[ -]?'?(?:(?:19|20)\d\d|\d\d)|(?:${months})\.? \d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\d\d)(?!\d)`,
  'gu',
);

/** The year of a birth rather than of a decision. */
const longAgo = /(?:19[1-9]\d|200\d|201[0-5])/;
const particulars = /gegevens|\bnaam ?:|\bbsn\b|burgerservice|sofi|client|patient|klant|(?<!\d)\d(?:[ .-]?\d){8}(?!\d)/;

/** "Fenna Kanarie, 12-3-1961, 999900006". */
function isAmongParticulars(text: string, found: string, at: number): boolean {
  if (!longAgo.test(found)) return false;
  const ahead = before(text, at, 24);
  const behind = text.slice(at + found.length, at + found.length + 2);
  return /(?:^|[,;:/|\n]) ?$/.test(ahead) && /^ ?(?:[,;/|\n.]|$)/.test(behind) && (particulars.test(text) || isBehindName(ahead));
}

/** "F. Kanarie, 12-3-1961, te Ede"; not "Utrecht, 12-3-2009, aan de raad". */
function isBehindName(ahead: string): boolean {
  const word = /(\p{L}[\p{L}'-]{2,24}), ?$/u.exec(ahead)?.[1] ?? '';
  return (isFirstName(word) || isSurname(word)) && !isTown(word) && !isWord(word);
}

/** Somebody, with a date behind it in brackets. */
const kin =
  'broer|broertje|zus|zusje|zoon|dochter|man|vrouw|moeder|vader|opa|oma|kind|partner|vriend|vriendin|kleinkind|kleinzoon|kleindochter|neef|nicht';

const people = `${kin}|zoontje|dochtertje|klant|client|patient|verzekerde|leerling|huurder|bewoner|bewoonster|werknemer`;
const inLaws = String.raw`${people}|schoon\p{L}{4,7}`;
/** "Ik ben van 12 maart 1961", "mijn dochter Fenna is er een van 2014-07-03", "Fenna is van 3-7-2014". */
const isFrom = new RegExp(
  String.raw`(?<!\p{L})(?:ben|ben ik|(?:ik|hij|zij|ze|heet|heette|naam is|${inLaws})(?= )[^.!?\n]{0,40} en (?:is|ben|was)|(?:je|jij|u) bent|(?:hij|zij|ze|die|wie) (?:is|was)|(?:${inLaws})(?: [\p{L}'-]{2,20}){0,3} (?:is|was|zijn)|([\p{L}'-]{2,20}) (?:is|was))(?: (?:er|een|eentje|ook|nu|al|nog|zelf|pas)){0,3} van (?:de )?$|(?<!\p{L})(?:mijn|onze|m'n|mn|zijn|haar|hun|ons) (?:${inLaws}),? van $`,
  'u',
);
const kinBefore = new RegExp(`(?:${people}) ?\\($`);

function isOfSomebody({ text, capitals }: Folded, at: number): boolean {
  const ahead = before(text, at, 100);
  const found = isFrom.exec(ahead);
  if (!found) return false;
  const name = found[1];
  return name === undefined || (capitals[at - ahead.length + found.index] === 1 && isFirstName(name));
}

/** In the languages seen. */
const born = new RegExp(
  String.raw`(?:(?<![\p{L}\p{N}-])(?:gebo{1,2}ren|geborn|ter wereld|geboorte(?:datum|dag|jaar|dtm|data)?|gbd|bouwjaar|geb\.? ?dat(?:um)?\.?|geb|gebdat|verjaar(?:dag|t|de)?|jarig|bevallen|bevalling|born|birth(?:day|date)?|date of birth|dob|dogum\p{L}{0,6}|dogdu\p{L}{0,4}|urodz\p{L}{1,8}|ur|nee? le|geburt\p{L}{0,8}|berne|berte(?:dei|datum)|naci\p{L}{0,5}|nasi (?:na|riba|dia)|nase (?:na|riba|dia)|${foldText('народ')}\p{L}{0,6}|${foldText('مواليد')})(?!\p{L})\.?([^.!?\n]{0,40})|[*°] ?)$`,
  'u',
);
/** "Hier geboren en sinds 1-1-2020 zonder werk": the date is of what happened then. */
const ofElse =
  /(?<!\p{L})(?:sinds|vanaf|per|tot|brief|besluit|beschikking|wet|overleden|gestorven|verhuisd|ontslagen|ingediend)(?!\p{L})/u;

/** "Op 3 mei 1961 ben ik geboren". */
const bornAfter =
  /^ ?(?:\p{L}{2,10} ){0,2}(?:ben ik |is (?:hij|zij|ze) )?(?:geboren|jarig|ter wereld|bevallen|dogumlu\p{L}{0,4}|(?:tarihinde )?dogdu\p{L}{0,3}|born|(?:als |is )?(?:mijn |zijn |haar |de )?(?:geboortedatum|geboortedag|verjaardag))(?!\p{L})/u;

/** "Geb 270199". */
const sixDigits = /(?<!\p{L})(?:geboren|geb|geboortedatum|gbd|dob)[ .:]{1,3}(?:op |is )?([0-3]\d[01]\d(?:19|20)?\d\d)(?!\d)/gu;

export const birth: Detector = {
  id: 'patroon.geboortedatum',
  kind: 'geboortedatum',
  token: tokens.geboortedatum,
  find(folded) {
    const { text } = folded;
    if (!hasDigit(text)) return [];
    const dates = matches(text, date, (found, at) => {
      const ahead = before(text, at, 64);
      const told = born.exec(ahead);
      if (told && !ofElse.test(told[1] ?? '')) return 0.9;
      if (bornAfter.test(text.slice(at + found.length, at + found.length + 40))) return 0.9;
      if (isOfSomebody(folded, at) || isAmongParticulars(text, found, at)) return 0.8;
      return text[at + found.length] === ')' ? inBrackets(folded, ahead, at) : undefined;
    });
    return [...dates, ...firstGroups(text, sixDigits, 0.8)];
  },
};

/** "Mijn zoon (3-5-2010)", "Fenna (3-5-2010)". */
function inBrackets({ capitals }: Folded, ahead: string, at: number): number | undefined {
  if (kinBefore.test(ahead)) return 0.8;
  const word = /[\p{L}'-]{2,20} ?\($/u.exec(ahead);
  return word && capitals[at - word[0].length] === 1 ? 0.7 : undefined;
}
