/** Dossiers made as the worker makes them, of threads in which the same people write again and again. Everybody is invented. */
import { createHash } from 'node:crypto';
import { exportJWK, generateKeyPair } from 'jose';
import { buildPackage } from '../../../lib/bundle/package.ts';
import type { Capture } from '../../../lib/model/capture.ts';
import type { EscrowFile, EscrowKey } from '../../../lib/model/escrow.ts';
import { classify } from '../../../lib/privacy/classify.ts';
import { strip } from '../../../lib/privacy/strip.ts';
import type { HiddenPerson } from '../../../lib/privacy/strip.ts';
import { withWayBack } from '../../../lib/privacy/wayBack.ts';
import { testSealing } from '../../lib/bundle/sealing.ts';
import { account, draft, item, person, policy } from '../../lib/privacy/sample.ts';
import { unzipped } from '../../lib/bundle/unzipped.ts';
import type { Listed, Numbers, PublicReaction } from './attacker.ts';

export interface Dossier {
  readonly numbers: Numbers;
  /** People in the order in which they first wrote. */
  readonly firstSeen: readonly string[];
  readonly reactions: readonly PublicReaction[];
  readonly capture: Capture;
}

const firsts = 'Fenna Wijnand Roos Bo Joris Saida Thijmen Yara Hanneke Douwe Imane Jelle Aaltje Siebe Rachid'.split(' ');
const lasts = 'Kanariezoon Kanarienest Kanariepiet Kanarievink'.split(' ');

export const people: readonly Listed[] = firsts.flatMap((first, at) =>
  lasts.map((last, more) => ({
    handle: `${first.toLowerCase()}_${last.toLowerCase().slice(7)}${at}${more}`,
    id: String(9_007_199_254_740_993n + BigInt(at * 97 + more * 1_013)),
    name: `${first} ${last}`,
  })),
);

/** A key as the worker draws it, but the same in every run: a test must not fail once in a hundred days. */
export const keyOf = (seed: string): Uint8Array => createHash('sha256').update(`sleutel ${seed}`).digest();

/** Everybody writes; some more than others, in another order each time. */
export async function dossier(seed: string, key = keyOf(seed)): Promise<Dossier> {
  const order = people.toSorted((a, b) => (shuffled(seed, a) < shuffled(seed, b) ? -1 : 1));
  const reactions = order.flatMap((one, at) =>
    Array.from({ length: at % 7 === 0 ? 3 : 1 }, (_, more) => ({
      id: String(1_900_000_000_000_000_000n + BigInt(1_000 + at * 10 + more)),
      handle: one.handle,
      text: `Een reactie van dag ${seed}, nummer ${more}.`,
    })),
  );
  const place = new Map(people.map(({ handle }, index) => [handle, index + 1]));
  const page = draft(
    people.map(({ handle, id, name }) => person({ handle, name, ids: [id], urls: [`https://x.com/${handle}`] })),
    reactions.map(({ id, handle, text }) => item({ id, text, author: place.get(handle)! })),
  );
  const roles = classify(page, policy, account);
  let hidden: readonly HiddenPerson[] = [];
  const stripped = await strip({
    draft: page,
    roles,
    policy,
    account,
    keepReactions: true,
    keepProfile: false,
    media: new Map(),
    key,
    onHidden: (all) => (hidden = all),
  });
  const numbers = new Map(hidden.map((one) => [one.person.handles[0] ?? '', Number(/\d+$/.exec(one.label)?.[0])] as const));
  dossiersHidden.set(numbers, hidden);
  return { numbers, firstSeen: order.map(({ handle }) => handle), reactions, capture: captureOf(seed, page.url, stripped) };
}

const dossiersHidden = new WeakMap<Numbers, readonly HiddenPerson[]>();
const shuffled = (seed: string, { handle }: Listed): string => createHash('sha256').update(`${seed} ${handle}`).digest('hex');

let organisation: Promise<EscrowKey> | undefined;
async function organisationKey(): Promise<EscrowKey> {
  organisation ??= generateKeyPair('ECDH-ES+A256KW').then(async ({ publicKey }) => {
    const { crv, x, y } = await exportJWK(publicKey);
    return { kty: 'EC', crv, x, y, kid: 'kluis-2026' } as EscrowKey; // as generated
  });
  return organisation;
}

/** With the way back the organisation may choose (R18): commitments in the capture, the sealed entries apart. */
export async function withEscrow({ numbers, capture }: Dossier): Promise<{ capture: Capture; file: EscrowFile }> {
  return withWayBack(capture, dossiersHidden.get(numbers) ?? [], await organisationKey(), '2026-11-20T10:00:00Z');
}

/** Everything of a package that is text, and the names of its files. */
export async function packageText(capture: Capture): Promise<string> {
  const built = await buildPackage({
    capture,
    log: [],
    media: () => Promise.reject(new Error('no media here')),
    now: '2026-11-20T10:20:00Z',
    documentation: [],
    sealing: testSealing({ seed: createHash('sha256').update(capture.id).digest() }),
    inspect: () => undefined,
  });
  const files = await unzipped(built);
  return [...files].map(([path, bytes]) => `${path}\n${new TextDecoder().decode(bytes)}`).join('\n');
}

function captureOf(seed: string, url: string, stripped: Awaited<ReturnType<typeof strip>>): Capture {
  return {
    schema: 1,
    id: `VS-20261120-${seed.padStart(4, '0')}`,
    platform: 'x',
    pageKind: 'post',
    adapter: { name: 'x', version: '1', layout: '2026' },
    account,
    organisation: policy.organisation,
    selectionListName: policy.selectionList.name,
    actorRole: policy.actorRole,
    choice: { scenario: 'B', proposed: 'B', accountType: 'corporate', because: [], decidedBy: 'voorstel' },
    appraisal: { value: 'N' },
    ...stripped,
    url,
    completeness: { state: 'OK', reasons: [], captured: 1, goal: 'Alles', minimum: 'Alles', reached: 'Alles' },
    clock: { started: '2026-11-20T10:14:00Z', ended: '2026-11-20T10:14:20Z', stripped: '2026-11-20T10:14:30Z' },
    took: { unfoldMs: 0, readMs: 0, stripMs: 0 },
    gate: { passed: true, identities: 0, forms: 0 },
    software: 'Veiligsteller 0.1.0',
  };
}
