/** Telephone, burgerservicenummer, IBAN, card and document numbers, network addresses. */
import { tokens } from '../tokens.ts';
import { before, digitsOf, hasDigit, matches, startsAsDate } from './detector.ts';
import type { Detector, Match } from './detector.ts';

const national = /(?<!\d)\(?0\)?[ .\-/]{0,2}[1-9]\)?(?:[ .\-/()]{0,2}\d){8}(?!\d)/g;
const dutch = /(?<!\d)\(?(?:\+|00) ?31\)?[ .\-/]{0,2}(?:\(0\)|0)?(?:[ .\-/()]{0,2}\d){9}(?!\d)/g;
const foreign = /(?<!\d)(?:\+|00)(?!31)[1-9]\d{0,2}(?:[ .\-/()]{0,2}\d){7,11}(?!\d)/g;
const spelled = /(?<![\p{L}\p{N}])(?:nul|0)[ .-]?(?:zes|6)(?:[ .-]{0,2}\d){8}(?!\d)/gu;

/** 0800, 0900, 0906 and 0909 are numbers of services, for everybody. */
const callable = (found: string): number | undefined =>
  startsAsDate(found) || /^0(?:800|90[069])/.test(digitsOf(found)) ? undefined : 0.9;

export const phone: Detector = {
  id: 'patroon.telefoon',
  kind: 'telefoon',
  token: tokens.telefoon,
  find({ text }) {
    if (!hasDigit(text)) return [];
    return [
      ...matches(text, national, callable),
      ...matches(text, dutch),
      ...matches(text, foreign, (found) => (startsAsDate(found) || found.startsWith('000') ? undefined : 0.8)),
      ...matches(text, spelled, () => 0.7),
    ];
  },
};

const nineDigits = /(?<![\d,.])\d(?:[ .-]?\d){8}(?![\d]|[,.]\d)/g;
const loose =
  /(?:bsn|burger ?service ?nummer|sofi(?:nummer|nr)?|b s n)(?: ?(?:nummer|nr|is|van mij|mijn))?[ .:=-]{0,3}(\d(?:[ .-]?\d){6,8})(?!\d)/g;

export const bsn: Detector = {
  id: 'patroon.bsn',
  kind: 'bsn',
  token: tokens.bsn,
  find({ text }) {
    if (!hasDigit(text)) return [];
    const proven = matches(text, nineDigits, (found, at) => {
      if (startsAsDate(found) || /[€$]\s?$|kvk\D{0,8}$/.test(before(text, at, 12))) return undefined;
      if (/^[ ]?(?:euro|inwoners|mensen|miljoen)/.test(text.slice(at + found.length, at + found.length + 10))) return undefined;
      return isElevenProof(digitsOf(found)) ? 0.9 : undefined;
    });
    return [...proven, ...named(text, loose)];
  },
};

/** The 11-proef: 9·a + 8·b + … + 2·h − i is a multiple of 11. */
export function isElevenProof(digits: string): boolean {
  if (digits.length !== 9 || /^0+$/.test(digits)) return false;
  const sum = Array.from(digits).reduce((total, digit, index) => total + Number(digit) * (index === 8 ? -1 : 9 - index), 0);
  return sum % 11 === 0;
}

/** The first group of each match: a value with the word that names it before it. */
function named(text: string, pattern: RegExp, score = 0.9): Match[] {
  return [...text.matchAll(pattern)].map((match) => {
    const end = match.index + match[0].length;
    return { start: end - (match[1] ?? '').length, end, score };
  });
}

const ibanLengths: Readonly<Record<string, number>> = Object.fromEntries(
  'nl18 be16 de22 fr27 gb22 es24 it27 lu20 pl28 tr26 pt25 at20 ch21 ie22 se24 dk18 no15 fi18 ro24 ma28 gr27 hu28 cz24 bg22 hr21'
    .split(' ')
    .map((one) => [one.slice(0, 2), Number(one.slice(2))]),
);
const ibanHead = /(?<![\p{L}\p{N}])([a-z]{2}) ?\d{2}(?=[ .-]{0,2}[a-z0-9])/gu;

export const iban: Detector = {
  id: 'patroon.iban',
  kind: 'iban',
  token: tokens.iban,
  find({ text }) {
    if (!hasDigit(text)) return [];
    return [...text.matchAll(ibanHead)].flatMap((match) => {
      const end = endOfIban(text, match.index, ibanLengths[match[1] ?? ''] ?? 0);
      if (end === undefined) return [];
      const value = text.slice(match.index, end).replace(/[^a-z0-9]/g, '');
      if (mod97(value) === 1) return [{ start: match.index, end, score: 0.95 }];
      return /^nl\d{2}[a-z]{4}\d{10}$/.test(value) ? [{ start: match.index, end, score: 0.8 }] : [];
    });
  },
};

function endOfIban(text: string, start: number, length: number): number | undefined {
  if (length === 0) return undefined;
  let taken = 0;
  for (let i = start; i < text.length && i < start + length * 3; i += 1) {
    const char = text[i] ?? '';
    if (/[a-z0-9]/.test(char)) taken += 1;
    else if (!/[ .-]/.test(char)) return undefined;
    if (taken === length) return /[\p{L}\p{N}]/u.test(text[i + 1] ?? '') ? undefined : i + 1;
  }
  return undefined;
}

function mod97(account: string): number {
  const digits = (account.slice(4) + account.slice(0, 4)).replace(/[a-z]/g, (letter) => String(letter.charCodeAt(0) - 87));
  return Array.from(digits).reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0);
}

const cardNumber = /(?<!\d)\d(?:[ .-]?\d){12,18}(?!\d)/g;
const namedNumber =
  /(?<!\p{L})(?:paspoort|id-?kaart|identiteits(?:kaart|bewijs)|rijbewijs|credit ?card|bankpas|pasnummer|v-?nummer|vreemdelingen|client(?:en)?|klant|dossier|polis|patient(?:en)?|lidmaatschaps?|relatie|debiteur(?:en)?|zorgpas|kaart)-?(?:nummer|nr)?\.?(?: ?(?:is|nummer|nr|van mij))?[ .:=#-]{0,3}((?=[a-z0-9]{0,12}\d)[a-z0-9]{6,20}(?!\p{L})|\d(?:[ .-]?\d){5,18})/gu;
const ipv4 = /(?<![\d.])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\d.]*\d)/g;
const ipv6 = /(?<![\p{L}\p{N}:])[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}(?![\p{L}\p{N}:])/gu;

/** Numbers that lead to one person. Kinds of our own ledger do not tell them apart; the rule id does. */
export const documents: Detector = {
  id: 'patroon.nummer',
  kind: 'platform-id',
  token: tokens.nummer,
  find({ text }) {
    if (!hasDigit(text)) return [];
    return [
      ...matches(text, cardNumber, (found) => (luhn(digitsOf(found)) ? 0.9 : undefined)),
      ...named(text, namedNumber, 0.8),
      ...matches(text, ipv4, () => 0.7),
      ...matches(text, ipv6, (found) =>
        (found.includes('::') && /[0-9a-f]/.test(found)) || found.split(':').length === 8 ? 0.7 : undefined,
      ),
    ];
  },
};

function luhn(digits: string): boolean {
  const sum = Array.from(digits)
    .toReversed()
    .reduce((total, digit, index) => {
      const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
      return total + (value > 9 ? value - 9 : value);
    }, 0);
  return sum % 10 === 0 && !/^0+$/.test(digits);
}
