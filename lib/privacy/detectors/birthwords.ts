/** What tells that a date is one of birth, in the languages seen; folded, with their misspellings. */
import { foldText } from '../fold.ts';

const folded = (...words: readonly string[]): string[] => words.map((word) => `${foldText(word)}\\p{L}{0,6}`);

/** What is born, or has its day, without being somebody. */
const things =
  'koning|koningin|sint|sinterklaas|bedrijf|stichting|vereniging|wet|app|ster|plan|partij|ministerie|gemeente|vordering|boete|schuld|claim|straf|idee|site|website|project';

/** "Werd ik moeder": of the child. */
const inTheWorld = String.raw`(?:werd|werden) (?:ik|wij|we) (?:(?:voor het eerst|weer|trotse|de trotse) )?(?:moeder|vader|mama|papa|oma|opa|ouders)|op de wereld (?:gezet|gekomen)`;

const words = [
  inTheWorld,
  // "geboren", "gebooren", "geborn", "gbooren", "gebore"
  String.raw`(?!gebaren|gebaar)ge?b(?=\p{L}{0,2}[oa])[oar]{1,4}r{0,2}[eo]?[nm]?`,
  'eboren|eboorn|eborn|geboorn|geboarn|geboore',
  // "geboortedatum", "geb.dat.", "gebortedatum", "gebdag"
  String.raw`ge?b[oaerths]{0,8}\.?[ -]?(?:datum|dtm|dat|dt|dag|jaar|data|deitum|dei|akte)`,
  String.raw`g\.d|gd(?= ?:)|geb\.? ?d|geb|geboorte|geboortig|gbd|van bouwjaar|bouwjaar(?=:? ?$)|leeftijd(?=[^\p{L}]{0,3}(?:is |staat |klopt niet,? ?)?$)|jarige|geboortebewijs|levenslicht|verjaardag|(?:ik|hij|zij|ze|zoon|dochter|vrouw|man|kind|mama|papa|ma|pa|oma|opa) verjaart?|jarig|jierdei|friyari|bevalling`,
  String.raw`(?<!ste |land |plek )ter wereld|(?<!(?:goed|slecht|prima|best|niet|me|mij|ons) )bevallen|sterrenbeeld`,
  String.raw`(?<!(?<!\p{L})(?:in|te|uit|naar|bij|van) )(?:born|berne)|b-?day|birth(?:day|date)?|date of birth|d\.?o\.?b`,
  String.raw`berte(?:dei|datum)|nace|nase|nasi|na[cs]ement[ou]|nacido|nacida|naci\p{L}{0,6}|nasci\p{L}{0,6}|geburt\p{L}{0,8}`,
  String.raw`nee? (?:a [\p{L}-]{2,20} )?le|naissance|nat[ao] (?:a [\p{L}-]{2,20} )?il|nascut\p{L}?|nasterii`,
  String.raw`dogum\p{L}{0,6}|dogdu\p{L}{0,4}|d\.? tarihi?|urodz\p{L}{1,8}|ur|rocznik|narozen\p{L}{0,2}|naroden\p{L}{0,4}|rodenja|roden\p{L}? (?:sam|je)`,
  String.raw`fodsels?dato|fodelsedatum|fodd|fodt|syntyn\p{L}{0,4}|syntymaaika|szulet\p{L}{0,6}|dzimis|dzimusi|gim(?:es|usi|iau)|datelindja|lindur`,
  String.raw`dhalash\p{L}{0,4}|dhashay|jidayik\p{L}{0,6}|dayik bum|janam|lahir|ngay sinh|sinh ngay`,
  ...folded(
    'народ',
    'родил',
    'рожден',
    'раждане',
    'γεννη',
    'ميلاد',
    'الميلاد',
    'ولادة',
    'الولادة',
    'مواليد',
    'ولدت',
    'مولود',
    'تولد',
    'متولد',
  ),
  ...folded('जन्म', 'ልደት', '出生', '生于', 'دایک بوو'),
  `${foldText('роден')}\\p{L}?`,
  String.raw`${foldText('д')}\.? ?${foldText('р')}`,
].join('|');

/** Just before a date; the first group is what stands between. */
const bornBefore = new RegExp(
  String.raw`(?:(?<!(?<!\p{L})(?:${things}) (?:\p{L}{2,9} ){0,3})(?<![\p{L}\p{N}\[-])و?(?:${words})(?!\p{L})\.?[ :]{0,2}\n?((?:d\.d\.|resp\.|[^.!?\n]){0,40})|(?:(?<=[\p{L}(,] ?)[*]|°|[🎂👶] ?(?:(?:vandaag|op|jarig|al|weer|hoera|zondag|zaterdag) ){0,3}|出生日期|出生|生于) ?:? ?)$`,
  'u',
);

/** "Hier geboren en sinds 1-1-2020 zonder werk": the date is of what happened then; "geboren na 1-1-1960": of a rule. */
const ofElse =
  /(?<!\p{L})(?:(?:sinds|vanaf|per|tot|tussen|brief|besluit|beschikking|wet|overleden|gestorven|getrouwd|gehuwd|gescheiden|gepensioneerd|verhuisd|ontslagen|ingediend)(?!\p{L})|(?:voor|na|before|after) $)/u;

const after = [
  'op (?:deze |de )?(?:aarde|aardbol|wereld)|geboren|geb|jarig|ter wereld|bevallen|levenslicht|born|berne|verjaar(?:t|de)?',
  String.raw`(?:als |is |= ?)?(?:(?:mijn|zijn|haar|de|het|dat|my|is) ){0,3}(?:geboortedatum|geboortedag|geb\.? ?datum|verjaardag|date of birth|birthday|dob)`,
  inTheWorld,
  String.raw`dogumlu\p{L}{0,4}|(?:tarihinde )?(?:\p{L}{3,20}'?(?:de|da|te|ta) )?dogdu\p{L}{0,3}|urodz\p{L}{2,6}|nee?(?= )|geboren`,
  ...[`р.н`, 'г.р'].map(foldText).map((sign) => sign.replace('.', String.raw`\.`)),
  ...['року народження', 'года рождения', 'ተወሊደ', '出生'].map(foldText),
].join('|');

/** Just behind one: "op 3 mei 1961 ben ik geboren", "3-5-1961 is mijn geboortedatum". */
const bornAfter = new RegExp(
  String.raw`^(?:'[dt][ea]n?)?(?:, [^,.!?\n]{3,40},)?[ ,!)]{0,3}(?:(?!(?:${things}|plan|gedachte) )\p{L}{2,12} ){0,4}(?:ben ik |is (?:hij|zij|ze) |i was |zag ik het )?(?:${after})(?!\p{L})`,
  'u',
);

/** "Voor 1-1-2013 keek niemand naar de geboortedatum". */
const ofRule = /(?<!\p{L})(?:sinds|vanaf|per|tot|na|voor|before|after|since) $/u;
/** "Sinterklaas viert op 5 december": whose day it is. */
export const ofThing = new RegExp(String.raw`(?<!\p{L})(?:${things})(?: \p{L}{2,9}){0,4} $`, 'u');

/** That it is told to be one, before it or behind; 0.9, or undefined. */
export function told(text: string, start: number, end: number, between = /^/): number | undefined {
  const ahead = text.slice(Math.max(0, start - 64), start);
  const gap = bornBefore.exec(ahead)?.[1];
  const isSaid = bornBefore.test(ahead) && !ofElse.test(gap ?? '') && between.test(gap ?? '');
  if (isSaid) return 0.9;
  return bornAfter.test(text.slice(end, end + 48)) && !ofThing.test(ahead) && !ofRule.test(ahead) ? 0.9 : undefined;
}
