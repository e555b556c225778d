import { beforeEach, describe, expect, it } from 'vitest';
import { toDer, isSignedBy } from '../../../lib/bundle/evidence/signature.ts';
import { fromHex } from '../../../lib/model/bytes.ts';
import { database } from '../../../lib/store/database.ts';
import { knownKeys, publicKey, renewKey, signingKey } from '../../../lib/store/keys.ts';

const now = '2026-11-20T10:00:00.000Z';
const content = new TextEncoder().encode('inhoud');

beforeEach(async () => {
  await Promise.all(database().tables.map((table) => table.clear()));
});

describe('the key of this installation', () => {
  it('is made once, also when two ask for it at the same time, and is not new a second time (F21)', async () => {
    expect(await publicKey()).toBeUndefined();
    const [one, two] = await Promise.all([signingKey(now), signingKey(now)]);
    expect(one.key).toEqual(two.key);
    expect(await signingKey(now)).toMatchObject({ isNew: false, key: one.key });
    expect(await knownKeys()).toHaveLength(1);
  });

  it('signs what its public half accepts, and its secret half cannot leave the browser (T22)', async () => {
    const { key, sign } = await signingKey(now);
    expect(await isSignedBy(fromHex(key.spki), toDer(await sign(content)), content)).toBe(true);
    const [row] = await database().keys.toArray();
    expect(row?.privateKey?.extractable).toBe(false);
    await expect(crypto.subtle.exportKey('pkcs8', row!.privateKey!)).rejects.toThrow(/not extractable|InvalidAccess/);
  });

  it('is followed by a new one that names it; of the old one only the public half stays', async () => {
    const before = await signingKey(now);
    const after = await renewKey('2026-12-01T10:00:00.000Z');
    expect(after).toMatchObject({ previous: before.key.fingerprint });
    expect(await publicKey()).toEqual(after);
    expect((await signingKey(now)).key).toEqual(after);
    const old = (await database().keys.toArray()).find(({ fingerprint }) => fingerprint === before.key.fingerprint);
    expect(old).toMatchObject({ inUse: 0, spki: before.key.spki });
    expect(old?.privateKey).toBeUndefined();
  });
});
