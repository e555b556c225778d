/** Text in the alphabets and codes that people know by heart or find on the web: Morse, spelling alphabets, letters upside down. */
import { spelalfabet } from './data/spelalfabet.ts';
import { unpack } from './hashed.ts';
import { bytesText, base64Texts } from './openings.ts';
import type { Opening } from './openings.ts';

/** Longer texts are files; whoever writes in code writes little. */
const LONGEST_TEXT = 100_000;
const LONGEST_CODE = 4_000;

/** Pieces that may say something else than they show. */
export function enciphered(text: string): Opening[] {
  if (text.length > LONGEST_TEXT) return [];
  return [...codes.flatMap((code) => inCode(text, code)), ...spelledOut(text), ...turned(text), ...transliterated(text)];
}

interface Code {
  readonly pattern: RegExp;
  readonly read: (found: string) => readonly string[];
}

function inCode(text: string, { pattern, read }: Code): Opening[] {
  return [...text.matchAll(pattern)].flatMap(({ 0: found, index }) => {
    const texts =
      found.length > LONGEST_CODE ? [] : read(found).filter((said) => /[\p{L}\p{N}].{0,4}[\p{L}\p{N}].*[\p{L}\p{N}]/u.test(said));
    return texts.length === 0 ? [] : [{ start: index, end: index + found.length, texts }];
  });
}

const letters = 'abcdefghijklmnopqrstuvwxyz';
const morse = new Map(
  '.- -... -.-. -.. . ..-. --. .... .. .--- -.- .-.. -- -. --- .--. --.- .-. ... - ..- ...- .-- -..- -.-- --.. ----- .---- ..--- ...-- ....- ..... -.... --... ---.. ----.'
    .split(' ')
    .map((sign, at) => [sign, `${letters}0123456789`[at] ?? '']),
);

function fromMorse(found: string): string[] {
  const plain = found.replace(/[·•∙]/g, '.').replace(/[–—−_]/g, '-');
  return [
    plain
      .split(/ {2,}|[/|\n]/)
      .map((word) =>
        word
          .trim()
          .split(' ')
          .map((sign) => morse.get(sign) ?? '')
          .join(''),
      )
      .join(' '),
  ];
}

const isSpelling = unpack(spelalfabet);
const digits: ReadonlyMap<string, string> = new Map([
  ...['nul een twee drie vier vijf zes zeven acht negen', 'zero one two three four five six seven eight nine'].flatMap((list) =>
    list.split(' ').map((word, at) => [word, String(at)] as const),
  ),
  ['underscore', '_'],
  ['streepje', '_'],
]);

const spelledWord = (word: string): string | undefined => {
  const plain = word
    .toLowerCase()
    .replace(/[,.]+$/, '')
    .replace('x-ray', 'xray')
    .normalize('NFD')
    .replace(/\p{M}/gu, '');
  return digits.get(plain) ?? (isSpelling(plain) ? plain.slice(0, 1) : undefined);
};

/** "Anton, Nico, Bernhard …": five words or more, so that no row of first names is taken for one. */
function spelledOut(text: string): Opening[] {
  const spaced = text.replace(/(\p{L})-(?=\p{L}{3})/gu, '$1 ');
  return runsOf(spaced, (word) => spelledWord(word) !== undefined).flatMap(({ start, end }) => {
    const read = spaced
      .slice(start, end)
      .split(/\s+/u)
      .map((word) => spelledWord(word) ?? '');
    return read.length < 5 ? [] : [{ start, end, texts: [read.join('')] }];
  });
}

const numbered =
  (radix: number) =>
  (found: string): string[] => [
    bytesText(Uint8Array.from(found.match(radix === 2 ? /[01]{8}/g : /[0-7]{3}/g) ?? [], (code) => Number.parseInt(code, radix))),
  ];

function fromBase32(found: string): string[] {
  const text = found.replace(/=+$/, '').toUpperCase();
  return ['ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', '0123456789ABCDEFGHIJKLMNOPQRSTUV', '0123456789ABCDEFGHJKMNPQRSTVWXYZ'].flatMap(
    (signs) => {
      const values = Array.from(text, (sign) => signs.indexOf(sign));
      if (values.includes(-1)) return [];
      const bits = values.map((value) => value.toString(2).padStart(5, '0')).join('');
      return [bytesText(Uint8Array.from(bits.match(/[01]{8}/g) ?? [], (byte) => Number.parseInt(byte, 2)))];
    },
  );
}

const base58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

function fromBase58(found: string): string[] {
  const values = Array.from(found, (sign) => base58.indexOf(sign));
  if (values.includes(-1) || values.length > 200) return [];
  const hex = values.reduce((sum, value) => sum * 58n + BigInt(value), 0n).toString(16);
  const even = hex.length % 2 === 0 ? hex : `0${hex}`;
  return [bytesText(Uint8Array.from(even.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16)))];
}

/** Letters that nobody sees, of which one says 0 and the other 1. */
function fromInvisible(found: string): string[] {
  const [first] = found;
  return ['0', '1'].flatMap((zero) =>
    numbered(2)(Array.from(found, (sign) => (sign === first ? zero : zero === '0' ? '1' : '0')).join('')),
  );
}

const codes: readonly Code[] = [
  { pattern: /(?<![^\s(:"'])[.·•∙–—−_-]{1,6}(?:[ /|\n]{1,3}[.·•∙–—−_-]{1,6}){4,}(?![^\s):"',])/g, read: fromMorse },
  { pattern: /(?<![0-9A-Za-z])(?=[A-Za-z0-9]*[2-9])(?:[A-Z0-9]{14,}|[a-z0-9]{14,})={0,6}(?![0-9A-Za-z])/g, read: fromBase32 },
  { pattern: /(?<!\d)(?:\\?[01][0-7]{2}[ ,]{0,2}){5,}(?!\d)/g, read: numbered(8) },
  { pattern: /(?<!\d)(?:[01]{8}[ ,]{0,2}){5,}(?!\d)/g, read: numbered(2) },
  {
    pattern: /(?<![\d.,-])(?:(?:[1-9]|1\d|2[0-6])[ .,-]{1,2}){5,}(?:[1-9]|1\d|2[0-6])(?![\d])/g,
    read: (found) => [
      found
        .split(/[ .,-]+/)
        .map((number) => letters[Number(number) - 1] ?? '')
        .join(''),
    ],
  },
  { pattern: /[\u200B-\u200D\u2060\uFEFF]{40,}/g, read: fromInvisible },
  // letters one by one, whatever stands between them
  {
    pattern: /(?<![\p{L}\p{N}])[\p{L}\p{N}](?:[^\p{L}\p{N}]{1,14}[\p{L}\p{N}](?![\p{L}\p{N}])){5,}/gu,
    read: (found) => [found.replace(/[^\p{L}\p{N}]+/gu, '')],
  },
  { pattern: /(?:[\p{L}_ ]\d){5,}[\p{L}_ ]?/gu, read: (found) => [found.replace(/\d/g, '')] },
  { pattern: /(?<![0-9A-Za-z])(?=[A-Za-z]*\d)[1-9A-Za-z]{12,}(?![0-9A-Za-z])/g, read: fromBase58 },
  {
    pattern: /(?<![\w+/=])={0,2}(?=[A-Za-z/+]*\d)[A-Za-z0-9+/]{12,}(?![\w+/=])/g,
    read: (found) => base64Texts(Array.from(found).toReversed().join('')),
  },
  // base64 in pieces
  {
    pattern: /(?<![\w+/])(?:(?:[A-Za-z0-9+/]{4}[ \n]){3,}|(?:[A-Za-z0-9+/]{8}[ \n]){2,})[A-Za-z0-9+/]{1,8}={0,2}/g,
    read: (found) => (/\d|[a-z][A-Z]/.test(found) ? base64Texts(found.replace(/\s/g, '')) : []),
  },
  {
    pattern: /=\?[\w-]{3,20}\?b\?[A-Za-z0-9+/=]{2,200}\?=(?:\s{0,3}=\?[\w-]{3,20}\?b\?[A-Za-z0-9+/=]{2,200}\?=)+/gi,
    read: (found) => [[...found.matchAll(/\?b\?([A-Za-z0-9+/]+)/gi)].map(([, part = '']) => bytesText(bytesOf(part))).join('')],
  },
];

function bytesOf(base64: string): Uint8Array {
  const binary = atob(base64.slice(0, base64.length - (base64.length % 4 === 1 ? 1 : 0)));
  return Uint8Array.from(binary, (char) => char.charCodeAt(0));
}

const table = (from: string, to: string): ReadonlyMap<string, string> =>
  new Map(Array.from(from, (sign, at) => [sign, Array.from(to)[at] ?? sign]));
/** Signs that only stand for a letter upside down or in a mirror, and what all letters then stand for. */
const sides = [
  {
    sign: /[ɐɔǝɟƃɓɥᴉıɾʞןɯɹʇʌʍʎ∀ꓭϽᗡƎᖵ⅁ſꓘꓶꓤꓕꓵɅ⅄Ԁ]/u,
    letters: table(
      'ɐqɔpǝɟƃɓɥᴉıɾʞlןɯuodbɹsʇnʌʍxʎz∀ꓭϽᗡƎᖵ⅁HIſꓘꓶꟽNOԀꝹꓤSꓕꓵɅMX⅄Z',
      'abcdefgghiijkllmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz',
    ),
  },
  { sign: /[ɒɔɘʇǫʜįʞɿꙅƚ]/u, letters: table('ɒdɔbɘʇǫʜįʞqpɿꙅƚ', 'abcdefghjkpqrst') },
];

/** Read from right to left, and as they stand. */
function turned(text: string): Opening[] {
  return sides.flatMap(({ sign, letters: upright }) => {
    if (!sign.test(text)) return [];
    return runsOf(text, (word) => sign.test(word)).map(({ start, end }) => {
      const read = Array.from(text.slice(start, end), (char) => upright.get(char) ?? char);
      return { start, end, texts: [read.join(''), read.toReversed().join('')] };
    });
  });
}

/** Words one after the other that pass, as one piece. */
function runsOf(text: string, passes: (word: string) => boolean): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  for (const { 0: word, index } of text.matchAll(/[^\s]+/gu)) {
    if (!passes(word)) continue;
    const last = found.at(-1);
    if (last && index - last.end === 1) last.end = index + word.length;
    else found.push({ start: index, end: index + word.length });
  }
  return found;
}

/** By their sound, as a Russian writes a Dutch name; what looks like Latin is folded already. */
const sounds = table('абвгдезийклмнопрстуфхцыэё', 'abvgdezijklmnoprstufhcyee');

/** Word by word and two by two, so that only the name goes from a text that is all in these letters. */
function transliterated(text: string): Opening[] {
  if (!/[а-я]{4}/iu.test(text)) return [];
  const words = [...text.matchAll(/[а-яё_\d]{2,40}/giu)].slice(0, 2_000);
  return words.map(({ 0: word, index }, at) => {
    const next = words[at + 1];
    const end = next && next.index - index - word.length < 3 ? next.index + next[0].length : index + word.length;
    return {
      start: index,
      end,
      texts: [Array.from(text.slice(index, end).toLowerCase(), (char) => sounds.get(char) ?? char).join('')],
    };
  });
}
