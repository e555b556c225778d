/** Streets with a house number, and how far they reach: the words of the name before it, the town behind it. */
import type { Folded } from '../fold.ts';
import { isWord } from '../vocabulary.ts';
import { isEveryday, isPlace, isTown } from '../words.ts';
import { before, firstGroups } from './detector.ts';
import type { Match } from './detector.ts';

export const house = String.raw`\d{1,5}(?: ?bis| i{1,3}(?![\p{L}\p{N}])| ?[a-z]|-[ivx]{1,4}|-\d{1,4}|-[a-z]|[ -]?hs|,? bus \d{1,3}|\/\d{1,3}(?!\d*\/))?(?![\p{L}\p{N}])`;
export const streetWords =
  'straat|str\\.|strjitte|laan|leane|ln\\.|weg|wei|kade|plein|singel|gracht|dijk|dyk|pad|hof|steeg|baan|dreef|plantsoen|park|markt|wal|burg|veld|brink|streek|gaarde|hoek|oord|erf|meent|donk|kamp|haven|werf|kwartier|zoom|rijk|heuvel|akker|tuin';
const street = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:\p{L}[\p{L}'-]{0,30})?(?:${streetWords})(?: (?:van|der|de|den) [\p{L}'-]{2,30})? ?(?:(?:huis)?(?:nr|nummer)\.? ?)?${house}`,
  'gu',
);
/** Of two words, or as short as a word. */
const otherTowns = new Set(['den haag', 'den bosch', 'den ham', 'den burg', 'ede', 'epe', 'oss', 'best', 'goor', 'elst']);

/** "9744 KD Groningen", "Kwelderpad 61, Den Helder": the town is of the address. */
export function townEnd({ text, capitals }: Folded, end: number): number {
  const words = /^(?: te | in | yn |,? ?)(?:[1-9]\d{3} )?((?:[\p{L}'-]{2,24} ?){1,3})/u.exec(text.slice(end, end + 60));
  const first = end + (words?.[0].length ?? 0) - (words?.[1]?.length ?? 0);
  if (!words?.[1] || first === end || capitals[first] !== 1) return end;
  const parts = words[1].trim().split(' ');
  for (let count = parts.length; count > 0; count -= 1) {
    const name = parts.slice(0, count).join(' ');
    if (isTown(name) || otherTowns.has(name) || (count === 1 && isPlace(name))) return first + name.length;
  }
  return end;
}

/** Of several words, on a line of its own or behind "aan": "Achter de Hoven 54-II". */
const severalWords = new RegExp(
  String.raw`(?:(?<=^|\n) ?|(?<=(?<!\p{L})(?:aan|op) (?:(?:de|het) )?)|(?<=(?:(?<!\p{L})(?:in|van|bij) (?:(?:de|het) )?|[,(] ?))(?=(?:laan|plein|hof|weg|park|kade|singel|dijk|pad) ))(\p{L}[\p{L}'.-]{1,24}(?: (?:de|den|der|het|van|ten|ter|'t)){1,2} \p{L}[\p{L}'.-]{1,24} (?!(?:19|20)\d\d)${house})(?= ?(?:[,.;\n]|$| \p{L}))`,
  'gu',
);
export const wholeStreets = ({ text, capitals }: Folded): Match[] =>
  firstGroups(text, severalWords, 0.7).filter(({ start, end }) => {
    const last = start + text.slice(start, end).search(/\p{L}+ \d/u);
    return capitals[start] === 1 && capitals[last] === 1 && !isAmount.test(text.slice(end, end + 16));
  });

const bareStreet = new RegExp(`^(?:${streetWords})(?: ?\\d|$)`);
/** With the words of its name before it: "Burgemeester Kanariestraat 3", "Laan van Voorbeeld 7". */
export function streets(folded: Folded): Match[] {
  return [...folded.text.matchAll(street)].flatMap((match) => {
    const start = streetStart(folded, match.index);
    const end = match.index + match[0].length;
    if (/^(?:waterschap|gemeente|provincie|regio|veiligheidsregio) /.test(folded.text.slice(start, start + 20))) return [];
    if (start === match.index && (bareStreet.test(match[0]) || isOnlyWord(folded, match))) return [];
    if (isAmount.test(folded.text.slice(end, end + 16))) return [];
    const score = streetScore(folded, match[0], start);
    return score === undefined ? [] : [{ start: leadStart(folded, start), end: townEnd(folded, end), score }];
  });
}

const surelyStreet = /(?:straat|str\.|strjitte|laan|leane|ln\.|weg|plein|singel|gracht|steeg|kade|dreef|plantsoen|dijk|dyk)$/;
/** "Zeedijk" and "Schoolpad" are known as places, and are streets all the same; "Hamburg" is none. */
const calledAsStreets = /(?:straat|weg|plein|singel|gracht|steeg|kade|dreef|plantsoen|dijk|pad|hof|wal|tuin|erf)$/;
const livesThere = /(?:woon|woont|wonen|adres|woonachtig|aan|op|op de|aan de|op het|aan het|t\/o|tegenover)[ :]{1,2}$/;
/** "In Kralendijk 77 leraren". */
const inTown = /(?<!\p{L})(?:in|te|uit|naar|rond) $/u;
/** "Antwoord 2 klopt niet", "Wachtwoord123", "in Barneveld 3 keer", "mijn iPad 2": a word or a town, and a number behind it. */
function isOnlyWord(folded: Folded, match: RegExpExecArray): boolean {
  const [found] = match;
  const word = /^[\p{L}'-]+/u.exec(found)?.[0] ?? '';
  const ahead = before(folded.text, match.index, 16);
  if (found[word.length] === '.' || livesThere.test(ahead) || /\d(?:bis| ?[a-z]|-[a-z\d]+)$/.test(found)) return false;
  if ((isTown(word) || isPlace(word)) && (!calledAsStreets.test(word) || inTown.test(ahead))) return true;
  if (surelyStreet.test(word)) return isEveryday(word) && !word.endsWith('straat');
  return isWord(word) && isWrittenAsWord(folded, match, word);
}

/** Glued to its number, behind an article, in small or only capitals, or counted at the beginning of a sentence. */
function isWrittenAsWord({ text, capitals }: Folded, { 0: found, index }: RegExpExecArray, word: string): boolean {
  const ahead = before(text, index, 16);
  if (/\d/.test(found[word.length] ?? '') || capitals[index] !== 1 || capitals[index + 1] === 1) return true;
  if (/(?<!\p{L})(?:de|het|een|mijn|zijn|haar|ons|onze|dit|dat|deze|die) $/u.test(ahead)) return true;
  // "Schoolpad 68" begins a sentence as well; "Stap 2" and "Antwoord 12" do more often
  const isCounted = /[^\d]\d$/.test(found) || /(?:oord|rijk|kwartier|verf|kerf)$/.test(word);
  const end = index + found.length;
  return isCounted && /(?:^|[.!?:\n] ?["'(]?)$/.test(ahead) && /^ \p{L}/u.test(text.slice(end, end + 2));
}

/** "1e Wilgenstraat 3", "'t Hof 3". */
export const leadStart = ({ text }: Folded, start: number): number =>
  start - (/(?<![\p{L}\p{N}])(?:\d{1,2}(?:e|de|ste)|'t) $/u.exec(before(text, start, 7))?.[0].length ?? 0);

/** "Bij Hazeldonk 3 uur opgehouden", "Abdij van Berne 12 maart". */
export const isAmount =
  /^ (?:mensen|huizen|woningen|banen|leden|klachten|meldingen|kinderen|leraren|leerlingen|studenten|medewerkers|ambtenaren|bomen|koeien|boeren|gezinnen|vergunningen|miljoen|miljard|procent|uur|jaar|dagen|weken|maanden|keer|minuten|euro|km|kilometer|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)(?!\p{L})/u;

/** Back over at most three words with a capital, and the small words between them. */
export function streetStart({ text, capitals }: Folded, at: number): number {
  if (capitals[at] !== 1) return at;
  let start = at;
  for (let words = 0; words < 4; words += 1) {
    const word = /(?<![\p{L}\p{N}])([\p{L}'.-]{1,24}) $/u.exec(text.slice(Math.max(0, start - 26), start))?.[1];
    if (word === undefined) return trimmed(start, at);
    const next = start - word.length - 1;
    const isSmall = /^(?:van|der|de|den|ten|ter|'t|het)$/.test(word);
    if (capitals[next] !== 1 && !isSmall) return trimmed(start, at);
    // "op De Meent": an article with a capital inside a sentence is of the name
    const isArticle = /^(?:de|het)$/.test(word) && /\p{Ll} $/u.test(text.slice(Math.max(0, next - 2), next));
    if (capitals[next] === 1 && !isArticle && /^(?:op|in|aan|van|bij|mijn|ons|onze|adres|wij|ik|de|het|bezoek)$/.test(word))
      return trimmed(start, at);
    start = next;
  }
  return trimmed(start, at);

  /** No small word at the beginning. */
  function trimmed(from: number, until: number): number {
    const small = /^(?:(?:van|der|de|den|ten|ter|'t|het) )+/.exec(text.slice(from, until))?.[0] ?? '';
    return capitals[from] === 1 ? from : from + small.length;
  }
}

function streetScore(folded: Folded, found: string, at: number): number | undefined {
  if (
    /^(?:snelweg|onderweg|halverwege|spoorweg|rijksweg|artikel|station(?!s)|sportpark|windpark|zonnepark|pretpark|vakantiepark|industriepark|belastingdienst|koninkrijk|aandeel|loket|zorgkwartier)/.test(
      found,
    )
  )
    return undefined;
  const isNamed = /(?:woon|adres|woonachtig|op de|aan de|t\/o|tegenover)[^.\n]{0,16}$/.test(before(folded.text, at, 30));
  return folded.capitals[at] === 1 || isNamed ? 0.8 : 0.4;
}
