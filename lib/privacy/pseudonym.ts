/** D5, R17: one label per person, keyed, so that nobody without the key can test a guess; numbered in the order of the key. */
import { hex } from '../model/bytes.ts';
import type { KnownPerson } from './classify.ts';

export type PseudonymKey = CryptoKey | Uint8Array;

/** A key for one dossier from 32 random bytes; it cannot be read back. */
export async function pseudonymKey(random: Uint8Array): Promise<CryptoKey> {
  if (random.length < 32) throw new RangeError('a pseudonym key needs 32 random bytes');
  return crypto.subtle.importKey('raw', Uint8Array.from(random), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
}

/** For each person the keyed value as hex; in memory only, since with the key it would tell who is who. */
export async function keyedValues(persons: readonly KnownPerson[], key: PseudonymKey): Promise<string[]> {
  const usable = key instanceof Uint8Array ? await pseudonymKey(key) : key;
  const encoder = new TextEncoder();
  return Promise.all(
    persons.map(async (person) => hex(new Uint8Array(await crypto.subtle.sign('HMAC', usable, encoder.encode(person.identity))))),
  );
}

/** Person → number, from 1, for those who occur. */
export function numbering(occurring: Iterable<number>, values: readonly string[]): Map<number, number> {
  const sorted = [...new Set(occurring)].toSorted((a, b) => ((values[a] ?? '') < (values[b] ?? '') ? -1 : 1));
  return new Map(sorted.map((person, index) => [person, index + 1]));
}

export const labelOf = (number: number): string => `Reageerder ${number}`;
export const keyOf = (number: number): string => `reageerder-${number}`;
