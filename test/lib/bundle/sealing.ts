/** A key for tests. A signature is made with fresh random numbers each time; here the same content keeps the first one, so that packages can be compared. */
import { createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { hex } from '../../../lib/model/bytes.ts';
import type { Sealing, StampAuthority } from '../../../lib/bundle/evidence/seal.ts';
import { checkStamp, stampRequest } from '../../../lib/bundle/evidence/timestamp.ts';
import type { Authority } from '../../tsa/authority.ts';

/** Made for these tests; it opens nothing. */
const privateKey = createPrivateKey({
  format: 'jwk',
  key: {
    kty: 'EC',
    crv: 'P-256',
    x: 'xPxH-gkVKggyBwIge6v0q7IJZjQt6VzI_6j_R4qcAB4',
    y: '5HqVo7f1kP-g6lUQNzq1rdKd4MSmiiRxrf83WKlmxA0',
    d: 'xKLCL1rja3Bkp-yP9w8Ou34bBDmT4mPGqul3axkLgTE',
  },
});
const spki = new Uint8Array(createPublicKey(privateKey).export({ format: 'der', type: 'spki' }));
export const testFingerprint = createHash('sha256').update(spki).digest('hex');
const made = new Map<string, Uint8Array>();

function testSign(content: Uint8Array): Uint8Array {
  const name = createHash('sha256').update(content).digest('hex');
  const signature = made.get(name) ?? new Uint8Array(sign('sha256', content, { key: privateKey, dsaEncoding: 'ieee-p1363' }));
  made.set(name, signature);
  return signature;
}

export function testSealing(more: Partial<Sealing> = {}): Sealing {
  return {
    key: { fingerprint: testFingerprint, spki: hex(spki), madeAt: '2026-01-05T09:00:00Z' },
    sign: async (content) => testSign(content),
    seed: new Uint8Array(32).fill(7),
    authorities: [],
    ...more,
  };
}

/** An authority that answers at once, and whose answer is checked as the extension does. */
export function stamping(authority: Authority, name = 'Testautoriteit'): StampAuthority {
  const nonce = Uint8Array.from({ length: 8 }, (_, n) => n + 1);
  return {
    name,
    roots: authority.root,
    async stamp(content) {
      const answer = authority.answer(await stampRequest(content, nonce));
      const facts = { content, nonce, roots: authority.root, now: new Date().toISOString() };
      return (await checkStamp(answer, facts)).ok ? answer : undefined;
    },
  };
}
