/** B25–B29: codes that people know by heart, or find on the web. Made apart from the product. */
import type { Disguise } from './disguises.ts';
import type { Canary } from './set.ts';

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
/** Names in these letters only, and long enough to be told from chance. */
const isPlain = ({ name }: Canary): boolean => /^[a-z ]{9,}$/.test(plain(name));
const each = (text: string, make: (char: string) => string, between = ''): string => Array.from(text, make).join(between);
const swap = (text: string, from: string, to: string): string =>
  each(plain(text), (char) => Array.from(to)[Array.from(from).indexOf(char)] ?? char);
const halfway = 'nopqrstuvwxyzabcdefghijklm';
const backwards = (text: string): string => Array.from(text).toReversed().join('');
const bytes = (text: string): number[] => [...Buffer.from(text)];

const latin = 'abcdefghijklmnopqrstuvwxyz';
const morse = '.- -... -.-. -.. . ..-. --. .... .. .--- -.- .-.. -- -. --- .--. --.- .-. ... - ..- ...- .-- -..- -.-- --..'.split(
  ' ',
);
const radio =
  'Alfa Bravo Charlie Delta Echo Foxtrot Golf Hotel India Juliett Kilo Lima Mike November Oscar Papa Quebec Romeo Sierra Tango Uniform Victor Whiskey Xray Yankee Zulu'.split(
    ' ',
  );
const inWords = (text: string, words: readonly string[], between: string): string =>
  each(plain(text).replace(/[^a-z]/g, ''), (char) => words[latin.indexOf(char)] ?? '', between);

function base32(text: string): string {
  const bits = bytes(text)
    .map((byte) => byte.toString(2).padStart(8, '0'))
    .join('');
  return (bits.match(/.{1,5}/g) ?? [])
    .map((five) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'[Number.parseInt(five.padEnd(5, '0'), 2)])
    .join('');
}

/** A number by the letters of an alphabet. */
function numeral(number: string, signs: string): string {
  let [left, made] = [BigInt(number), ''];
  for (; left > 0n; left /= BigInt(signs.length)) made = (signs[Number(left % BigInt(signs.length))] ?? '') + made;
  return made;
}

const only = (person: Canary, forms: () => string[]): string[] => (isPlain(person) ? forms() : []);

export const ciphers: readonly Disguise[] = [
  {
    id: 'B25',
    what: 'ondersteboven en in spiegelschrift',
    forms: (person) =>
      only(person, () => [
        backwards(swap(person.name, latin, 'ɐqɔpǝɟƃɥᴉɾʞlɯuodbɹsʇnʌʍxʎz')),
        backwards(swap(person.name, latin, 'ɒdɔbɘʇǫʜiįʞlmnoqpɿꙅƚuvwxyz')),
      ]),
  },
  {
    id: 'B26',
    what: 'Morse, spelalfabet, volgnummers, tweetallig, achttallig, base32, base64 in stukken',
    forms: (person) =>
      only(person, () => [
        plain(person.name)
          .split(' ')
          .map((word) => inWords(word, morse, ' '))
          .join(' / '),
        inWords(person.name, radio, '-'),
        inWords(
          person.name,
          Array.from(latin, (_, at) => String(at + 1)),
          '-',
        ),
        bytes(person.name)
          .map((byte) => byte.toString(2).padStart(8, '0'))
          .join(''),
        bytes(person.name)
          .map((byte) => `\\${byte.toString(8).padStart(3, '0')}`)
          .join(''),
        base32(person.name),
        Buffer.from(person.name).toString('base64').replace(/.{4}/g, '$& ').trim(),
        each(person.name.replaceAll(' ', ''), (char) => `(${char})`, ' 🔥 '),
      ]),
  },
  {
    id: 'B27',
    what: 'cijfers en tekens voor letters',
    forms: (person) =>
      only(person, () => [
        swap(person.name, 'aeio', '4310'),
        swap(person.name, 'aeiost', '431057'),
        swap(person.name, 'aei', '@3!').replace(/^[@!]|(?<= )[@!]/g, 'a'),
      ]).filter((form) => !/[@!](?= |$)/.test(form)),
  },
  {
    id: 'B28',
    what: 'nummer in een ander talstelsel, achterstevoren',
    forms: (_, { id }) => [
      numeral(id, `0123456789${latin}`),
      numeral(id, `0123456789${latin.toUpperCase()}${latin}`),
      numeral(id, `${latin.toUpperCase()}${latin}0123456789-_`),
      `0x${BigInt(id).toString(16)}`,
      BigInt(id).toString(2),
      backwards(id),
    ],
  },
  {
    id: 'B29',
    what: 'elke letter een andere (rot13, atbash), elk woord achterstevoren',
    forms: (person, { handle }) =>
      only(person, () => [
        ...[person.name, ...(person.handleIsWord ? [] : [handle])].flatMap((text) => [
          swap(text, halfway, latin),
          swap(text, backwards(latin), latin),
        ]),
        person.name.split(' ').map(backwards).join(' '),
      ]),
  },
];
