/** Postcodes, with the house number, street and town beside them. */
import type { Folded } from '../fold.ts';
import { before, tellingCapitals } from './detector.ts';
import type { Match } from './detector.ts';
import { house, leadStart, streetStart, townEnd } from './streets.ts';

const postcode = new RegExp(
  String.raw`(?<![\p{L}\p{N}])[1-9]\d{3}([ -]?)(?!s[ads])([a-z]{2})(?![\p{L}\p{N}])((?:,? ?|-)(?:(?:huis)?(?:nr|nummer)\.? ?)?${house})?`,
  'gu',
);
/** Two letters that follow four digits in ordinary text. */
const twoLetterWords = new Set(
  'en is in of op de te me we je ze er om al na uw zo ik u km kg mg ml mm cm ha eu pk bc ie to at nu nr tv ga he hé ja ze wo ma di do vr za zo mn md dm cl dl gr st ex ad et la le th nd rd am pm gb mb kb kw wh ma mw ac ii iv vi ii xi we us'.split(
    ' ',
  ),
);

export function postcodes(folded: Folded): Match[] {
  const capitals = tellingCapitals(folded);
  return [...folded.text.matchAll(postcode)].flatMap((match) => {
    const score = postcodeScore(folded, match, capitals);
    return score === undefined
      ? []
      : [
          {
            start: leadStart(folded, addressStart(folded, match.index)),
            end: townEnd(folded, match.index + match[0].length),
            score,
          },
        ];
  });
}

/** "Achterom 107, 3195 DR": with a number and a code behind it, a word with a capital is a street whatever it ends in. */
function addressStart(folded: Folded, at: number): number {
  const ahead = before(folded.text, at, 40);
  const found = wordAndNumber.exec(ahead);
  const word = at - ahead.length + (found?.index ?? ahead.length);
  return found && folded.capitals[word] === 1 ? streetStart(folded, word) : at;
}
const wordAndNumber =
  /(?<![\p{L}\p{N}])\p{L}[\p{L}'.-]{2,24} (?:(?:1[5-9]|20)\d\d (?=\d)|(?!(?:19|20)\d\d))\d{1,4}(?:[ -]?[\p{L}\d]{1,4})?, ?$/u;

/** Behind a street and its number, or a word that tells. */
const namedBefore =
  /(?:\p{L}{3} (?!(?:19|20)\d\d)\d{1,4}[\p{L}\d -]{0,5}(?:, ?| \(| te )$|(?:postcode|pc|woon(?:t|plaats|achtig)?|wonende?|adres)[ :]{0,3}(?:\p{L}{1,10} )?$)/u;
/** "Postbus 20201, 2500 EE", "€ 1300 ex". */
const isNoHome = /(?:postbus|antwoordnummer)[ \d]{1,10}[^\p{L}\d]{0,4}$|[€$£] ?$|(?<!\p{L})art(?:ikel|\.)? ?$/u;

function postcodeScore(folded: Folded, match: RegExpExecArray, capitals: Uint8Array): number | undefined {
  const [found, gap = '', letters = '', number] = match;
  const ahead = before(folded.text, match.index, 32);
  if (isNoHome.test(ahead)) return undefined;
  const isNamed = namedBefore.test(ahead) || isToldBySelf(folded, match, capitals);
  if (
    twoLetterWords.has(letters) &&
    ((!isNamed && !isInCapitals(folded, match) && isAfterAll(gap, number)) || isBetween(folded, match, ahead))
  )
    return undefined;
  if (number || isNamed) return 0.9;
  if (gap !== ' ') return 0.7;
  // "1500 pp", "WK 2026 NL": without anything beside it a code stands in capitals, and is no year
  const isWritten = folded.capitals[match.index + 5] === 1 && folded.capitals[match.index + 6] === 1;
  return isWritten && !/^(?:19|20)/.test(found) ? 0.7 : 0.4;
}

const isToldBySelf = (folded: Folded, match: RegExpExecArray, capitals: Uint8Array): boolean =>
  isBeforeTown(folded, match) || isNoAmount(capitals, match);

/** "8426DL", "3730 TV 173": in capitals, where an amount has small letters, or none as these. */
const isNoAmount = (capitals: Uint8Array, { 1: gap = '', 2: letters = '', 3: number, index }: RegExpExecArray): boolean =>
  (gap === '' || number !== undefined) &&
  !/^(?:gb|mb|tb|kb|mw|kw|gw|wh|km|kg|eu|pk|en|in|is|of|op|de|te|er|om|al|na|uw|nu|zo|jl|tv(?=\d))$/.test(letters) &&
  capitals[index + 4 + gap.length] === 1 &&
  capitals[index + 5 + gap.length] === 1;

/** "6370GB, Amersfoort", "6743 KG 168, Doetinchem": in capitals, and a town behind it. */
function isBeforeTown(folded: Folded, { 0: found, 1: gap = '', 3: number, index }: RegExpExecArray): boolean {
  const end = index + found.length;
  const isWritten = folded.capitals[index + 4 + gap.length] === 1;
  return (gap === '' || number !== undefined) && isWritten && townEnd(folded, end) > end;
}

/** "6196 TV 163-II". */
const isInCapitals = ({ capitals }: Folded, { 3: number, index }: RegExpExecArray): boolean =>
  number !== undefined && /-[ivx]+$|\d[a-z]$/.test(number) && capitals[index + 5] === 1 && capitals[index + 6] === 1;

/** "Postcode tussen 2019 en 2021". */
const isBetween = ({ capitals }: Folded, { 1: gap, index }: RegExpExecArray, ahead: string): boolean =>
  gap === ' ' && capitals[index + 5] !== 1 && /(?<!\p{L})(?:tussen|van|ruim|bijna|zo'n|ongeveer|over|na|binnen) $/u.test(ahead);

/** "1200 in 2024": a number and a word after all. */
const isAfterAll = (gap: string, number: string | undefined): boolean =>
  number === undefined || (gap === ' ' && /^ ?\d/.test(number));
