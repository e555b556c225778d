/** B1–B24: ways in which somebody the page names can be written by others. Made apart from the product. */
import { createHash } from 'node:crypto';
import { domainToASCII } from 'node:url';
import type { Someone } from '../pages/cast.ts';
import type { Canary } from './set.ts';

export interface Disguise {
  readonly id: string;
  readonly what: string;
  /** Counted, but no hit: the catalogue counts these apart, or they go to a person's review (G2). */
  readonly isApart?: true;
  forms(person: Canary, who: Someone): (string | undefined)[];
}

const each = (text: string, make: (char: string) => string, between = ''): string => Array.from(text, make).join(between);
const hex = (text: string): string => Buffer.from(text).toString('hex');
const base64At = (text: string, offset: number): string => Buffer.from('x'.repeat(offset) + text).toString('base64');
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC');
/** Too few letters to be found in pieces or wrapped up. */
const letters = (name: string): number => Array.from(name.replace(/\P{L}/gu, '')).length;
const ascii = (text: string): string => plain(text).replace(/[^A-Za-z0-9]+/g, '');
const words = (name: string): string[] => name.split(/\s+/).filter((word) => /^[\p{L}][\p{L}\p{M}’'.-]*$/u.test(word));
const particles = /^(?:van|der|de|den|’t|'t|ten|ter)$/i;

/** First name, tussenvoegsels and all, last name; only where a name has two ordinary words. */
function parts(name: string): { first: string; rest: string; last: string } | undefined {
  const all = words(name);
  const [first = '', ...rest] = all;
  const last = rest.findLast((word) => !particles.test(word));
  return last !== undefined && all.length === name.split(/\s+/).length ? { first, rest: rest.join(' '), last } : undefined;
}

const shifted = (text: string, upper: number, lower: number): string =>
  each(plain(text), (char) => {
    const code = char.charCodeAt(0);
    if (/[A-Z]/.test(char)) return String.fromCodePoint(upper + code - 65);
    return /[a-z]/.test(char) ? String.fromCodePoint(lower + code - 97) : char;
  });
const swap = (text: string, table: Readonly<Record<string, string>>): string => each(text, (char) => table[char] ?? char);
const homoglyphs = { a: 'а', e: 'е', o: 'о', c: 'с', p: 'р', x: 'х', i: 'і', A: 'Α', K: 'Κ' };
const superscript = { a: 'ᵃ', n: 'ⁿ', i: 'ⁱ', e: 'ᵉ', o: 'ᵒ', r: 'ʳ', s: 'ˢ', l: 'ˡ' };
const leet = { a: '4', e: '3', i: '1', o: '0' };

export const disguises: readonly Disguise[] = [
  {
    id: 'B1',
    what: 'hoofd- en kleine letters',
    forms: ({ name, handleIsWord }, { handle }) => [
      name.toUpperCase(),
      name.toLowerCase(),
      camel(name),
      handleIsWord ? undefined : handle.toUpperCase(),
      `@${camel(handle)}`,
    ],
  },
  {
    id: 'B2',
    what: 'NFC, NFD, NFKC, zonder tekens',
    forms: ({ name }) => [name.normalize('NFC'), name.normalize('NFD'), name.normalize('NFKC'), plain(name)],
  },
  {
    id: 'B3',
    what: 'ĳ, aanhalingstekens, vaste spatie',
    forms: ({ name }) => [
      name.replaceAll('ij', 'ĳ'),
      name.replaceAll('ĳ', 'ij'),
      name.replace(/[’']/g, "'"),
      name.replace(/[’']/g, '‘'),
      name.replaceAll(' ', '\u00A0'),
    ],
  },
  {
    id: 'B4',
    what: 'andere volgorde, voorletter, bezit, verkleining',
    forms: ({ name, name_forms: given = {} }) => {
      const found = parts(name);
      if (!found) return [name];
      const { first, rest, last } = found;
      const isEveryday = /^(?:roos|winter|mevrouw)$/i.test(first) || first.includes('.');
      return [
        `${last}, ${first}`,
        `${rest}, ${first}`,
        `${first.at(0) ?? ''}. ${rest}`,
        ...(isEveryday ? [] : [`${first}’s`, `${first} ${last.at(0) ?? ''}.`]),
        ...(isEveryday || first.length < 4 ? [] : [`${first}tje`]),
        given['last_first'],
        given['initial_last'],
        given['joined'],
        given['under'],
        given['dot'],
      ];
    },
  },
  {
    id: 'B4-kort',
    what: 'verkleining van een korte voornaam',
    forms: ({ name }) => {
      const { first } = parts(name) ?? { first: '' };
      return first.length === 3 ? [`${first}tje`] : [];
    },
  },
  {
    id: 'B5',
    what: 'procentcodes, ook dubbel',
    forms: ({ name }, { handle }) => [
      encodeURIComponent(name),
      encodeURIComponent(encodeURIComponent(name)),
      encodeURIComponent(name).toLowerCase(),
      name.replaceAll(' ', '+'),
      `%40${handle}`,
    ],
  },
  {
    id: 'B6',
    what: 'HTML-codes in de tekst',
    forms: ({ name }) => [
      each(name, (char) => `&#${char.codePointAt(0) ?? 0};`),
      each(name, (char) => `&#x${(char.codePointAt(0) ?? 0).toString(16)};`),
    ],
  },
  {
    id: 'B7',
    what: 'JSON-codes',
    forms: ({ name }) => [units(name, (code) => `\\u${code.toString(16).padStart(4, '0')}`), JSON.stringify(JSON.stringify(name))],
  },
  {
    id: 'B8',
    what: 'JavaScript-codes',
    forms: ({ name }) => [
      units(name, (code) => (code < 256 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`)),
    ],
  },
  { id: 'B8-css', what: 'CSS-codes', forms: ({ name }) => [each(name, (char) => `\\${(char.codePointAt(0) ?? 0).toString(16)} `)] },
  {
    id: 'B9',
    what: 'tekens zonder breedte',
    forms: ({ name, plant = {}, handleIsWord }, { handle }) => [
      ...['\u200B', '\u200D', '\u2060', '\u00AD'].flatMap((sign) => [
        each(name, (char) => char, sign),
        ...(handleIsWord ? [] : [each(handle, (char) => char, sign)]),
      ]),
      plant['zero_width'],
      plant['soft_hyphen'],
    ],
  },
  {
    id: 'B10',
    what: 'doorgestreepte letters',
    forms: ({ name, plant = {} }) => [each(name, (char) => `${char}\u0336`), plant['combining']],
  },
  { id: 'B11', what: 'over regels', forms: ({ name }) => [name.replace(' ', '\n'), name.replace(' ', '  \n ')] },
  {
    id: 'B12',
    what: 'trefwoord, naam in een adres, deel van een mailadres of domein',
    forms: ({ name }) => {
      const tag = name.replace(/[^\p{L}\p{N}]/gu, '');
      const slug = plain(name)
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-|-$/g, '');
      return slug.length < 6
        ? [`#${tag}`]
        : [
            `#${tag}`,
            slug,
            `https://blog.example/${slug}`,
            `${slug.replaceAll('-', '.')}@voorbeeld.example`,
            `https://${slug}.example/`,
          ];
    },
  },
  {
    id: 'B13',
    what: 'volle breedte, wiskundig, boven de regel',
    forms: ({ name }) => [
      shifted(name, 0xff21, 0xff41),
      shifted(name, 0x1d400, 0x1d41a),
      shifted(name, 0x1d5d4, 0x1d5ee),
      swap(plain(name), superscript),
    ],
  },
  {
    id: 'B14',
    what: 'letters uit een ander schrift',
    forms: ({ name, plant = {} }) => [swap(name, homoglyphs), plant['homoglyph']],
  },
  {
    id: 'B15',
    what: 'gespreid, met punten, streepjes of lijnen',
    forms: ({ name }) =>
      letters(name) < 5
        ? []
        : [
            each(name, (char) => char, ' '),
            each(name.replaceAll(' ', ''), (char) => char, '.'),
            each(name.replaceAll(' ', ''), (char) => char, '-'),
            name.replaceAll(' ', '_'),
          ],
  },
  {
    id: 'B16',
    what: 'cijfers voor letters, één tikfout',
    isApart: true,
    forms: ({ name }) => [swap(name, leet), letters(name) > 7 ? Array.from(name).toSpliced(3, 1).join('') : undefined],
  },
  {
    id: 'B17',
    what: 'achterstevoren',
    forms: ({ name }) => (letters(name) > 7 ? [`\u202E${reversed(name)}\u202C`, reversed(name)] : []),
  },
  {
    id: 'B18',
    what: 'base64 en hexadecimaal',
    forms: ({ name }, { handle }) =>
      [name, handle].flatMap((text) =>
        Buffer.byteLength(text) < 9
          ? []
          : [base64At(text, 0), base64At(text, 1), base64At(text, 2), Buffer.from(text).toString('base64url'), hex(text)],
      ),
  },
  {
    id: 'B19',
    what: 'UTF-16 in hexadecimaal',
    forms: ({ name }) => [letters(name) > 6 ? Buffer.from(name, 'utf16le').toString('hex') : undefined],
  },
  {
    id: 'B19-verhaspeld',
    what: 'UTF-8 als Latin-1 gelezen',
    forms: ({ name }) => [name === plain(name) || letters(name) < 7 ? undefined : Buffer.from(name).toString('latin1')],
  },
  {
    id: 'B20',
    what: 'quoted-printable, MIME-woord',
    forms: ({ name }) =>
      Buffer.byteLength(name) > 8
        ? [
            `=?UTF-8?B?${Buffer.from(name).toString('base64')}?=`,
            `=?UTF-8?Q?${[...Buffer.from(name)].map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('')}?=`,
          ]
        : [],
  },
  { id: 'B21', what: 'punycode', forms: ({ name }) => idn(name) },
  {
    id: 'B22',
    what: 'nummer als getal, tekst en met voorvoegsel',
    forms: (_, { id }) => [id, BigInt(Math.round(Number(id))).toString(), `urn:li:person:${id}`, `https://x.com/i/user/${id}`],
  },
  {
    id: 'B23',
    what: 'nummer binnen een ander kenmerk',
    forms: (_, { id }) => [`0000${id.slice(0, 4)}-${id}-aaaa`, `https://x.com/i/user/${id}?t=1`],
  },
  { id: 'B23-vast', what: 'nummer met letters ertegenaan', forms: (_, { id }) => [`x${id}y`] },
  { id: 'B23-bericht', what: 'adres van een bericht zonder naam', forms: (_, { postId }) => [`https://x.com/i/status/${postId}`] },
  {
    id: 'B24',
    what: 'ongezouten hashes, Gravatar',
    forms: ({ email }, { handle }) =>
      [handle, `@${handle}`, email].flatMap((text) =>
        text === undefined
          ? []
          : ['md5', 'sha1', 'sha256'].flatMap((algorithm) => [
              digest(algorithm, text, 'hex'),
              // of a mail address that stands nowhere on the page only its form tells
              text === email ? undefined : digest(algorithm, text, 'base64url'),
            ]),
      ),
  },
];

const camel = (text: string): string =>
  text.replace(/(^|[\s_.-])(\p{L})/gu, (_, sign: string, letter: string) => sign + letter.toUpperCase());
const units = (text: string, make: (code: number) => string): string =>
  Array.from({ length: text.length }, (_, at) => make(text.charCodeAt(at))).join('');
const reversed = (text: string): string => Array.from(text).toReversed().join('');
const digest = (algorithm: string, text: string, as: 'hex' | 'base64url'): string =>
  createHash(algorithm).update(text.toLowerCase()).digest(as);

function idn(name: string): (string | undefined)[] {
  const host = name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  const made = domainToASCII(`${host}.example`);
  return host.length > 5 && made !== '' && ascii(host) !== host ? [`https://${made}/`, `https://${host}.example/`] : [];
}
