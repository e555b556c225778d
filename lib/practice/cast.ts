/** Everybody in here is invented; any likeness is chance. */
import { dice, opaque } from './dice.ts';
import type { Dice } from './dice.ts';

export interface Person {
  readonly name: string;
  readonly firstName: string;
  readonly handle: string;
  /** Number of the account on the platform, beyond what a JavaScript number holds. */
  readonly id: string;
  /** Folder and file name of the avatar, without size and ending. */
  readonly avatar: string;
  /** On Mastodon: the server, when it is another one than the page's. */
  readonly server?: string;
  readonly isVerified?: true;
  readonly bio?: string;
}

/** An account of the organisation: it stays visible. */
function own(name: string, handle: string, seed: number, bio: string): Person {
  return { name, firstName: name, handle, id: accountId(seed), avatar: picture(`own-${handle}`), isVerified: true, bio };
}

const ministry = own(
  'Ministerie van Voorbeeldzaken',
  'minvoorbeeld',
  1,
  'Officieel account van het ministerie van Voorbeeldzaken. Vragen? Wij antwoorden op werkdagen.',
);
const minister = own('Minister Voorbeeld', 'ministervoorbeeld', 2, 'Minister van Voorbeeldzaken. Fietst graag.');
export const protectedAccount = own('Voorbeeldzaken intern', 'minvb_besloten', 3, 'Alleen voor genodigden.');
export const accounts = { ministry, minister } as const;
export type AccountName = keyof typeof accounts;

/** R19: who sits behind the keyboard while capturing. */
export const employee: Person = {
  name: 'Wilhelmina Toetsenbord',
  firstName: 'Wilhelmina',
  handle: 'wtoetsenbord_vb',
  id: accountId(4),
  avatar: picture('employee'),
};
/** Secrets of the employee's session that pages carry. */
export const session = { csrf: 'c5rf0f3e1d7a99b2c4', token: 'b3ar3r-T0etsenb0rd-91ae7c', cookie: 's3ss10n-T0etsenb0rd-4f2a' };

const firstNames = [
  ...'Sanneke Ayoub Femke Dilara Joris Marijke Esra Niels Loes Thijmen Bilal Geertje Ruben Yara Siebe Anouk Wouter Naomi'.split(
    ' ',
  ),
  ...'Hidde Fatima Lieke Sjoerd Meral Jelle Nienke Youssef Tjitske Bram Zeynep Okke Roelien Samir Hanneke Douwe Imane'.split(' '),
  ...'Koosje Teun Aaltje Rachid Jikke Mees Noortje Gijsbert Soraya Evert Djoeke Tarik Willemijn Floris Amina'.split(' '),
  'Zoë',
  'André',
  'Chloé',
  'Jürgen',
  'Renée',
  'Saïda',
  'Aïcha',
  'Loïs',
];
const surnameHeads =
  'Vuur Wolken Maan Riet Zand Bever Kievit Molen Storm Klaver Distel Otter Linden Grutto Nevel Vlas Sperwer Koper'.split(' ');
const surnameTails = 'haan veld wijk plas doorn kamper hof staart sloot pad meer dal stee griend'.split(' ');
const particles = ['', '', '', '', 'van ', 'de ', 'van der ', 'van ’t '];
const servers = ['', '', 'elders.example', 'fietsers.example', ''];

/** As many different people as asked (up to about ten thousand), always in the same order for a seed. */
export function people(count: number, seed: number): Person[] {
  const roll = dice(seed * 7 + 11);
  return Array.from({ length: count }, (_, at) => citizen(at, seed, roll));
}

function citizen(at: number, seed: number, roll: Dice): Person {
  const firstName = roll.pick(firstNames);
  const surname = `${roll.pick(surnameHeads)}${roll.pick(surnameTails)}`;
  const emoji = at % 17 === 5 ? ' 🚲' : '';
  const server = roll.pick(servers);
  return {
    name: `${firstName} ${roll.pick(particles)}${surname}${emoji}`,
    firstName,
    handle: `${plain(`${firstName}${surname}`).slice(0, 10)}${(seed % 10).toString()}${at.toString(36).padStart(3, '0')}`,
    id: accountId(seed * 20_000 + at + 100),
    avatar: picture(`avatar-${seed}-${at}`),
    ...(server && { server }),
    ...(at % 23 === 3 && { isVerified: true as const }),
  };
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/[^A-Za-z]/g, '')
    .toLowerCase();
}

function picture(seed: string): string {
  return `${1_300_000_000 + dice(seed.length * 977 + (seed.codePointAt(seed.length - 1) ?? 0)).below(99_000_000)}/${opaque(seed)}`;
}

function accountId(sequence: number): string {
  return (1_400_000_000_000_000_003n + BigInt(sequence) * 104_729_000_017n).toString();
}
