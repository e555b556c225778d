/** D14: the key this installation signs with. Made here, not extractable, kept in the database. */
import { hex } from '../model/bytes.ts';
import type { PublicKey } from '../model/evidence.ts';
import { sha256Hex } from '../model/chain.ts';
import { database } from './database.ts';
import type { KeyRow } from './database.ts';

const algorithm = { name: 'ECDSA', namedCurve: 'P-256' } as const;

export interface SigningKey {
  readonly key: PublicKey;
  /** `r ‖ s`. */
  readonly sign: (content: Uint8Array) => Promise<Uint8Array>;
}

/** The key in use; made when there is none yet. `isNew` then tells the log to say so (F21). */
export async function signingKey(now: string): Promise<SigningKey & { readonly isNew: boolean }> {
  const found = await keyInUse();
  if (found) return { ...usable(found), isNew: false };
  await putKey(await freshKey(now));
  const made = await keyInUse(); // of two that made one at the same time, one stays
  if (!made) throw new Error('the key that was just stored is not there');
  return { ...usable(made), isNew: true };
}

/** The key as everybody may see it; undefined before the first package. */
export async function publicKey(): Promise<PublicKey | undefined> {
  const found = await keyInUse();
  return found && toPublic(found);
}

/** From now on another key: the old one's secret half is destroyed, its public half stays known. */
export async function renewKey(now: string): Promise<PublicKey> {
  const before = await keyInUse();
  const fresh = await freshKey(now, before?.fingerprint);
  await putKey(fresh);
  return toPublic(fresh);
}

export async function knownKeys(): Promise<PublicKey[]> {
  return (await database().keys.toArray()).map(toPublic);
}

async function keyInUse(): Promise<KeyRow | undefined> {
  return database().keys.where('inUse').equals(1).first();
}

async function putKey(fresh: KeyRow): Promise<void> {
  const { keys } = database();
  await database().transaction('rw', keys, async () => {
    const old = await keys.where('inUse').equals(1).toArray();
    if (fresh.previous === undefined && old.length > 0) return; // made meanwhile by somebody else
    await keys.bulkPut([...old.map(({ privateKey: _secret, ...row }): KeyRow => ({ ...row, inUse: 0 })), fresh]);
  });
}

async function freshKey(madeAt: string, previous?: string): Promise<KeyRow> {
  const pair = await crypto.subtle.generateKey(algorithm, false, ['sign', 'verify']);
  const spki = new Uint8Array(await crypto.subtle.exportKey('spki', pair.publicKey));
  return {
    fingerprint: await sha256Hex(spki),
    spki: hex(spki),
    madeAt,
    ...(previous !== undefined && { previous }),
    privateKey: pair.privateKey,
    inUse: 1,
  };
}

function usable({ privateKey, ...row }: KeyRow): SigningKey {
  return {
    key: toPublic(row),
    async sign(content) {
      if (!privateKey) throw new Error('this key has no secret half any more');
      const bytes = Uint8Array.from(content);
      return new Uint8Array(await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, privateKey, bytes));
    },
  };
}

function toPublic({ fingerprint, spki, madeAt, previous }: KeyRow): PublicKey {
  return { fingerprint, spki, madeAt, ...(previous !== undefined && { previous }) };
}
