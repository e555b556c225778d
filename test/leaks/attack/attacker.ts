/**
 * T25: somebody with the full list of the people on a network (account, number, name) and with packages, but without a key. What
 * such a person can do, and how well; the product has no part in this.
 */
import { createHash, createHmac } from 'node:crypto';

/** As it stands on the network, for everybody to see. */
export interface Listed {
  readonly handle: string;
  readonly id: string;
  readonly name: string;
}

const algorithms = ['md5', 'sha1', 'sha256', 'sha512'] as const;
const formats = ['hex', 'base64', 'base64url'] as const;
/** Shorter beginnings of a hash occur by chance. */
const shortest = 10;

/** Everything somebody could have been hashed as. */
function guesses({ handle, id, name }: Listed): string[] {
  const plain = [handle, `@${handle}`, id, name, `https://x.com/${handle}`, `x\n@${handle}`, `x:${handle}`, `${handle}@x.com`];
  return [...new Set(plain.flatMap((text) => [text, text.toLowerCase(), text.toUpperCase()]))];
}

/** How many of the people are found back by a table of hashes, whole or cut off, in what the packages say. */
export function hashTable(people: readonly Listed[], text: string): number {
  const cut = new Set<string>();
  for (const [token] of text.matchAll(/[A-Za-z0-9+/_-]{10,}={0,2}/g)) {
    cut.add(token.replace(/=+$/, ''));
    cut.add(token.replace(/=+$/, '').toLowerCase());
  }
  const beginnings = new Set([...cut].map((token) => token.slice(0, shortest)));
  const isThere = (hash: string): boolean =>
    beginnings.has(hash.slice(0, shortest)) && [...cut].some((token) => hash.startsWith(token) || token.startsWith(hash));
  return people.filter((person) => guesses(person).some((guess) => hashesOf(guess).some(isThere))).length;
}

function hashesOf(text: string): string[] {
  return algorithms.flatMap((algorithm) =>
    formats.map((format) => createHash(algorithm).update(text).digest(format).replace(/=+$/, '')),
  );
}

/** Who has which number in one dossier, as only the test knows. */
export type Numbers = ReadonlyMap<string, number>;

/** People with the same number in both. By chance that is one, however many there are. */
export function sameNumber(one: Numbers, other: Numbers): number {
  return [...one].filter(([handle, number]) => other.get(handle) === number).length;
}

/** Spearman's: 1 when the numbers follow this order, -1 when they run against it, about 0 when they have nothing to do with it. */
export function follows(numbers: Numbers, order: readonly string[]): number {
  const count = order.length;
  const distance = order.reduce((sum, handle, at) => sum + (rankOf(numbers, handle) - at) ** 2, 0);
  return 1 - (6 * distance) / (count * (count * count - 1));
}

const rankOf = (numbers: Numbers, handle: string): number => (numbers.get(handle) ?? 0) - 1;

/** The order in which the numbers would stand if the key were one that can be guessed. */
export function orderByKey(people: readonly Listed[], key: string | Uint8Array): string[] {
  const value = ({ handle }: Listed): string => createHmac('sha256', key).update(`x\n@${handle}`).digest('hex');
  return people.toSorted((a, b) => (value(a) < value(b) ? -1 : 1)).map(({ handle }) => handle);
}

/** What an attacker knows of a reaction from the network itself. */
export interface PublicReaction {
  readonly id: string;
  readonly handle: string;
  readonly text: string;
}

/** A commitment computed from what is public, with salts that could be guessed. */
export function guessedCommitments(reaction: PublicReaction, salts: readonly string[]): string[] {
  const { handle, id, text } = reaction;
  const content = JSON.stringify({ handle, id, text });
  return salts.flatMap((salt) =>
    [`${salt}\n${content}`, `${salt}${content}`, content].map((whole) => createHash('sha256').update(whole).digest('hex')),
  );
}

/** Pieces that two sealed files have in common: entries, and the parts an entry is made of. */
export function sharedParts(one: readonly string[], other: readonly string[]): number {
  const known = parts(other);
  return [...parts(one)].filter((part) => known.has(part)).length;
}

const parts = (entries: readonly string[]): Set<string> =>
  new Set(entries.flatMap((jwe) => jwe.split('.').slice(1)).filter(Boolean));
