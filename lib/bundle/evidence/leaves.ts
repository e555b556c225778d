/** The records of a package as leaves of its tree: a post, a reaction or a profile each. */
import { canonicalJson } from '../../model/chain.ts';
import { fromHex, hex, joined } from '../../model/bytes.ts';
import { whole } from './bytes.ts';
import { leafHash, leafInput } from './merkle.ts';

export interface RecordLeaf {
  /** `reacties-123/reactie-0007`: the object and the record in it. */
  readonly place: string;
  /** The record as canonical JSON: sorted keys, no spaces. */
  readonly text: string;
}
export interface SaltedLeaf extends RecordLeaf {
  readonly salt: string;
}

/** The leaves of one `-gegevens.json`, in the order they stand there. */
export function leavesOf(object: string, record: unknown): RecordLeaf[] {
  if (record === undefined) return [];
  const plain: unknown = JSON.parse(JSON.stringify(record));
  if (!isObject(plain)) return [];
  const { '@context': _context, orderedItems, ...rest } = plain;
  const records: unknown[] = Array.isArray(orderedItems) ? orderedItems : [rest];
  return records.map((one) => ({ place: `${object}/${nameOf(one)}`, text: canonicalJson(one) }));
}

function nameOf(record: unknown): string {
  const id = isObject(record) ? record['id'] : undefined;
  return typeof id === 'string' ? (id.split(':').at(-1) ?? '') : '';
}

/** Every record its own salt, from one seed that is not kept: same seed, same bytes; without it no salt tells another. */
export async function salted(leaves: readonly RecordLeaf[], seed: Uint8Array): Promise<SaltedLeaf[]> {
  const key = await crypto.subtle.importKey('raw', whole(seed), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  return Promise.all(
    leaves.map(async (leaf, at) => {
      const label = joined([new TextEncoder().encode(`${at}\n`), new TextEncoder().encode(leaf.place)]);
      return { ...leaf, salt: hex(new Uint8Array(await crypto.subtle.sign('HMAC', key, whole(label)))) };
    }),
  );
}

/** Exactly the bytes that are hashed. */
export function inputOf({ salt, text }: SaltedLeaf): Uint8Array {
  return leafInput(fromHex(salt), text);
}

export function hashesOf(leaves: readonly SaltedLeaf[]): Promise<Uint8Array[]> {
  return Promise.all(leaves.map((leaf) => leafHash(inputOf(leaf))));
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
