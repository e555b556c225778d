import { fromHex } from '../../lib/model/bytes.ts';
import type { Sealing } from '../../lib/bundle/evidence/seal.ts';
import type { WaczSignature } from '../../lib/bundle/wacz.ts';
import type { Capture } from '../../lib/model/capture.ts';
import type { Policy } from '../../lib/model/policy.ts';
import { previousPackage } from '../../lib/store/captures.ts';
import { signingKey } from '../../lib/store/keys.ts';
import { appendLog } from '../../lib/store/log.ts';

let queue: Promise<unknown> = Promise.resolve();

/** One package after another: each names the one before it, so the row never forks. */
export function oneAfterAnother<T>(work: () => Promise<T>): Promise<T> {
  const done = queue.then(work);
  queue = done.catch(() => undefined); // the caller gets the failure; the next package must not
  return done;
}

/** D14: key, seed, row and authorities of the package that is about to be made. A citizen's letter stands in no row: it would lead to a dossier (G3). */
export async function sealingFor(policy: Policy, { letter }: Pick<Capture, 'letter'>): Promise<Sealing> {
  const now = new Date().toISOString();
  const { key, sign, isNew } = await signingKey(now);
  if (isNew) await logKey(policy, 'key-made', key.fingerprint, 'eerste sleutel van deze installatie');
  const previous = letter ? undefined : await previousPackage();
  return {
    key,
    sign,
    seed: crypto.getRandomValues(new Uint8Array(32)),
    ...(previous && { previous }),
    authorities: (policy.stampAuthorities ?? []).map((authority) => ({
      name: authority.name,
      roots: authority.roots,
      async stamp(content) {
        const { askForStamp } = await import('../../lib/export/timestamp.ts');
        const answer = await askForStamp(authority, content);
        return answer.ok ? answer.response : undefined;
      },
    })),
  };
}

/** wacz-auth 0.1.0, anonymous: the same key under the web archive, for its own readers. It proves no more than the package's signature. */
export function webArchiveSigner({ key, sign }: Sealing, software: string) {
  const [name = '', version = ''] = software.split(' ');
  return async (hash: string, created: string): Promise<WaczSignature> => ({
    hash,
    created,
    software: name,
    version,
    signature: base64(await sign(new TextEncoder().encode(hash))),
    publicKey: base64(fromHex(key.spki)),
  });
}

function base64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

export async function logKey(
  policy: Policy,
  actie: 'key-made' | 'key-renewed',
  fingerprint: string,
  toelichting: string,
): Promise<void> {
  await appendLog({
    actie,
    object: fingerprint.slice(0, 16),
    resultaat: 'geslaagd',
    herkomst: actie === 'key-made' ? 'worker' : 'instellingen',
    actor: policy.actorRole,
    tijd: new Date().toISOString(),
    toelichting: `${toelichting}; vingerafdruk ${fingerprint}`,
  });
}
