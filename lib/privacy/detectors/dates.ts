/** How people write a date that may be one of birth: patterns on the folded text. */
import { foldText } from '../fold.ts';

/** In the languages seen, folded; of most the first letters say enough. */
const months = [
  'jan(?:uari|uary|uar|vier)?|feb(?:r|ruari|ruary|ruar)?|fevrier|maart|march|maerz|marz|mars|mrt|apr(?:il)?|avril|mei|may|mai|juni?|june|juin|juli?|july|juillet|aug(?:ustus|ust)?|oogst|agustus|aout|sep(?:t(?:ember)?)?|septembre|okt(?:ober)?|oct(?:ober|obre)?|nov(?:ember|embre)?|dec(?:ember|embre)?|dez(?:ember)?',
  'ocak|subat|mart|nisan|mayis|haziran|temmuz|agustos|eylul|ekim|kasim|aralik',
  'stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|wrzesnia|pazdziernika|listopada|grudnia',
  'yanuari|aprel|yuni|yuli|ougustus|desember|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre',
  'jannewari[se]?|fe?b+e?re?war[iy]s?|fib+e?re?warie?|fub+e?rwarie?|maaie|maai|meert|miert|juny|desimber|novimber|septimber|septaember|oktoeber|ougustus|augustes|yanuari|febuari',
  ...'січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня'.split(' ').map(foldText),
].join('|');

const units = 'een|twee|drie|vier|vijf|zes|zeven|acht|negen';
const teens = 'tien|elf|twaalf|dertien|veertien|vijftien|zestien|zeventien|achttien|negentien';
const tens = `(?:(?:${units})(?: ?en ?))?(?:twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig)`;
/** "Vierentwintig", "derde". */
const dayInWords = `(?:(?:${tens}|${teens}|acht)(?:ste|de)?|${units}|eerste|tweede|derde|vierde|vijfde|zesde|zevende|negende)`;
/** "Negentienhonderd drieenzestig", "tweeduizend vier", "zesenveertig". */
const yearInWords = `(?:(?:negentien ?(?:honderd ?)?|tweeduizend ?(?:en ?)?)(?:${tens}|${teens}|${units})|tweeduizend|${tens})(?!\\p{L})`;
const year = String.raw`(?:(?:19|20)\d\d(?: (?:r\.|roku|${foldText('року')}|${foldText('года')}|${foldText('г')}\.))?|'?\d\d(?! (?:jaar|worden|geworden)))(?!\d)`;
const between = String.raw`(?: ?[-./\\_·:] ?| )`;
export const numberInWords = `(?:${tens}|${teens}|${units}|honderd(?:${teens}|${units})?)(?:ste|de)?(?!\\p{L})`;
const day = String.raw`(?:den |de |d'n )?\d{1,2}(?:er?|sten?|den?|th|st|nd|rd|\.)?`;
const of = '(?:di |of |de |van )?';

/** "12-3-1961", "12 / 3 / '61", "1961-03-12", "12 mrt. 1961", "twaalf maart eenenzestig", "March 12th, 1961", "1961年3月12日". */
export const date = new RegExp(
  `(?<!\\d)(?:${[
    String.raw`(?:[0-2]?\d|3[01])${between}(?:[0-2]?\d|3[01])${between}${year}`,
    String.raw`(?:19|20)\d\d${between}\d{1,2}${between}\d{1,2}(?!\d)`,
    String.raw`(?:19|20)\d\d年\d{1,2}月\d{1,2}日`,
    `(?:${day}|(?<!\\p{L})(?:den |de |d'n )?${dayInWords} )[ ,-]{0,2}${of}(?:${months})\\.?,?(?: di| de| del| in| van| van het jaar)?[ ,-]{0,2}(?:${year}|${yearInWords})`,
    String.raw`(?<!\p{L})(?:${months})\.? \d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\d\d(?!\d)`,
  ].join('|')})`,
  'gu',
);

/** "Maart 1961". Only where a birth is told. */
export const monthOfYear = new RegExp(String.raw`(?<!\p{L}|\d[ .-]{0,2})(?:${months})(?: in| van)? (?:19|20)\d\d(?!\d)`, 'gu');

/** "Zondag 8 maart", "17 augustus": no year behind it. */
export const dayOfYear = new RegExp(
  String.raw`(?<![\d.-])(?:(?<!\p{L})(?:maan|dins|woens|donder|vrij|zater|zon)dag )?(?:${day}|(?<!\p{L})${dayInWords} )[ -]?${of}(?:${months})(?!\p{L}|\.?,? ?'?(?:\d{4}|\d\d(?! jaar| worden| geworden))(?!\d))`,
  'gu',
);

/** "31/12", "3-5": the day alone. */
export const dayInFigures =
  /(?<![\d./-])(?:0?[1-9]|[12]\d|3[01])[/-](?:0?[1-9]|1[0-2])(?![\d/-]|[.,:]\d| ?(?:uur|u|%|euro|keer|x|\p{L}{2,} ?(?:per|op)))/gu;

/** The month in a language or a spelling that is not known: "12 марта 1961", "1961. március 12". Only where a birth is told. */
export const dateOfAnyMonth =
  /(?<!\d)(?:\d{1,2}\.?[ -](?:de |di |del |of )?\p{L}{3,14}[.,]{0,2}[ -](?:de |di |del |van het jaar )?(?:19|20|13)\d\d|(?:19|20)\d\d\.? \p{L}{3,14} \d{1,2})(?!\d)/gu;

/** "Eerste kerstdag 1940": as the one above. */
export const feast =
  /(?<!\p{L})(?:(?:eerste|tweede|1e|2e) )?(?:kerstdag|kerstmis|kerstavond|paasdag|pasen|pinksterdag|oudejaarsdag|oudjaarsdag|oudejaarsavond|nieuwjaarsdag|koninginnedag|bevrijdingsdag|dolle dinsdag|sinterklaasavond)(?: in| van|,)? (?:19|20)\d\d(?!\d)/gu;

/** "120361", "12031961", "19610312". Only where a birth is told. */
export const datePacked = /(?<![\d.-])(?:[0-3]\d[01]\d(?:19|20)?\d\d|(?:19|20)\d\d[01]\d[0-3]\d)(?![\d-])/gu;

/** The year a date ends or begins with; of two figures the one that somebody alive was born in. */
export function yearOf(found: string): number | undefined {
  const four = /(?:19|20)\d\d/.exec(found)?.[0];
  if (four !== undefined) return Number(four);
  const two = /\d\d$/.exec(found)?.[0];
  return two === undefined ? undefined : Number(two) + (Number(two) > 26 ? 1900 : 2000);
}
