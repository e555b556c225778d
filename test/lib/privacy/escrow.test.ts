/** All people here are invented. */
import { exportJWK, generateKeyPair } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import type { EscrowKey } from '../../../lib/model/escrow.ts';
import { classify } from '../../../lib/privacy/classify.ts';
import { commitment, openEscrow, sealEscrow } from '../../../lib/privacy/escrow.ts';
import { strip } from '../../../lib/privacy/strip.ts';
import type { HiddenPerson } from '../../../lib/privacy/strip.ts';
import { withWayBack } from '../../../lib/privacy/wayBack.ts';
import type { Capture } from '../../../lib/model/capture.ts';
import { account, draft, item, key as pseudonymKey, person, policy } from './sample.ts';

const now = '2026-11-20T10:00:00.000Z';
type Pair = { publicKey: EscrowKey; privateKey: JsonWebKey };
async function pair(alg: 'RSA-OAEP-256' | 'ECDH-ES+A256KW'): Promise<Pair> {
  const made = await generateKeyPair(alg, { extractable: true, ...(alg === 'RSA-OAEP-256' && { modulusLength: 3072 }) });
  const { kty, n, e, crv, x, y } = await exportJWK(made.publicKey);
  const publicKey = { kty, kid: 'kluis-2026', ...(kty === 'RSA' ? { n, e } : { crv, x, y }) } as EscrowKey; // as generated
  return { publicKey, privateKey: await exportJWK(made.privateKey) };
}

const people = [
  {
    label: 'Reageerder 1',
    names: ['Fenna Kanariezoon'],
    handles: ['fenna_kanarie'],
    ids: ['9007199254740993117'],
    urls: [],
    reactions: [],
  },
  { label: 'Reageerder 2', names: ['Zo'], handles: ['zo'], ids: [], urls: [], reactions: [{ key: 'reactie-0002', salt: 'ab' }] },
];

describe.each(['RSA-OAEP-256', 'ECDH-ES+A256KW'] as const)('a way back sealed with %s', (alg) => {
  let own: Pair;
  let other: Pair;
  beforeAll(async () => {
    [own, other] = await Promise.all([pair(alg), pair(alg)]);
  });
  const seal = () => sealEscrow({ dossier: 'VS-20261120-0001', key: own.publicKey, now, people });

  it('opens one entry with the organisation’s key, and says only that one', async () => {
    const opened = await openEscrow(await seal(), 'Reageerder 2', own.privateKey);
    expect(opened).toEqual({ dossier: 'VS-20261120-0001', ...people[1] });
  });

  it('holds nobody in the open, and entries of the same length', async () => {
    const file = await seal();
    const text = JSON.stringify(file);
    expect(text).not.toMatch(/fenna|kanarie|9007199254740993117/i);
    expect(new Set(file.entries.map(({ jwe }) => jwe.length)).size).toBe(1);
    expect(Buffer.from(text).includes(Buffer.from('Fenna').toString('base64').slice(0, 6))).toBe(false);
  });

  it('stays closed for another key', async () => {
    await expect(openEscrow(await seal(), 'Reageerder 1', other.privateKey)).rejects.toMatchObject({ code: 'escrow-not-opened' });
  });

  it('refuses an entry under another name, of another dossier, or changed', async () => {
    const file = await seal();
    const [first, second] = file.entries;
    const swapped = { ...file, entries: [{ label: 'Reageerder 1', jwe: second!.jwe }] };
    const moved = { ...file, dossier: 'VS-20261120-0002' };
    const changed = { ...file, entries: [{ ...first!, jwe: `${first!.jwe.slice(0, -3)}AAA` }] };
    for (const wrong of [swapped, moved, changed])
      await expect(openEscrow(wrong, 'Reageerder 1', own.privateKey)).rejects.toMatchObject({ code: 'escrow-not-opened' });
  });

  it('does not know a label that is not in it', async () => {
    await expect(openEscrow(await seal(), 'Reageerder 9', own.privateKey)).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('the way back of a stripped capture', () => {
  it('leads from a label to its person, and proves a text by its commitment', async () => {
    const { publicKey, privateKey } = await pair('ECDH-ES+A256KW');
    const fenna = person({ name: 'Fenna Kanariezoon', handle: 'fenna_kanarie' });
    const page = draft([fenna], [item({ id: '77', author: 1, text: 'Wanneer begint dit?' })]);
    let hidden: readonly HiddenPerson[] = [];
    const stripped = await strip({
      draft: page,
      roles: classify(page, policy, account),
      policy,
      account,
      keepReactions: true,
      keepProfile: true,
      media: new Map(),
      key: pseudonymKey,
      onHidden: (found) => (hidden = found),
    });
    const { capture, file } = await withWayBack(
      { id: 'VS-20261120-0001', ...stripped } as unknown as Capture,
      hidden,
      publicKey,
      now,
    ); // the parts it looks at
    expect(JSON.stringify(capture)).not.toMatch(/fenna|kanarie/i);
    expect(capture.wayBack).toEqual({ keyId: 'kluis-2026', entries: 1 });

    const label = capture.people.find(({ role }) => role === 'derde')!;
    const opened = await openEscrow(file, 'label' in label ? label.label : '', privateKey);
    expect(opened).toMatchObject({ handles: ['fenna_kanarie'], names: ['Fenna Kanariezoon'] });
    const reaction = capture.reactions[0]!;
    const salt = opened.reactions.find(({ key }) => key === reaction.key)!.salt;
    const said = { id: '77', handle: 'fenna_kanarie', text: 'Wanneer begint dit?' };
    expect(await commitment(salt, said)).toBe(reaction.commitment);
    expect(await commitment(salt, { ...said, text: 'Wanneer begint dat?' })).not.toBe(reaction.commitment);
  });

  it('shares no commitment between two packages of the same thread (G3, T25)', async () => {
    const { publicKey } = await pair('ECDH-ES+A256KW');
    const page = draft([person({ handle: 'fenna_kanarie' })], [item({ id: '77', author: 1, text: 'x' })]);
    const made = async () => {
      let hidden: readonly HiddenPerson[] = [];
      const roles = classify(page, policy, account);
      const stripped = await strip({
        draft: page,
        roles,
        policy,
        account,
        keepReactions: true,
        keepProfile: true,
        media: new Map(),
        key: pseudonymKey,
        onHidden: (found) => (hidden = found),
      });
      return (await withWayBack({ id: 'VS-1', ...stripped } as unknown as Capture, hidden, publicKey, now)).capture.reactions[0]!
        .commitment; // idem
    };
    expect(await made()).not.toBe(await made());
  });
});
