import { createPublicKey, createVerify } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { fromPem, pem } from '../../../../lib/bundle/evidence/bytes.ts';
import { fingerprintOf, isSignedBy, publicKeyIn, publicKeyPem, toDer } from '../../../../lib/bundle/evidence/signature.ts';

const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify']);
const spki = new Uint8Array(await crypto.subtle.exportKey('spki', pair.publicKey));
const content = new TextEncoder().encode('regel een\nregel twee\n');
const sign = async () => new Uint8Array(await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, pair.privateKey, content));

describe('a signature', () => {
  it('is read by others as by us, also when a number begins with zeros or a high bit', async () => {
    for (let n = 0; n < 300; n += 1) {
      const der = toDer(await sign());
      expect(
        createVerify('sha256')
          .update(content)
          .verify(createPublicKey(publicKeyPem(spki)), der),
      ).toBe(true);
      expect(await isSignedBy(spki, der, content)).toBe(true);
    }
  });

  it('is refused for other content, another key and after any changed byte', async () => {
    const der = toDer(await sign());
    expect(await isSignedBy(spki, der, content.slice(1))).toBe(false);
    expect(await isSignedBy(spki.slice(1), der, content)).toBe(false);
    for (let at = 0; at < der.length; at += 1) {
      const changed = der.slice();
      changed[at]! ^= 1;
      expect(await isSignedBy(spki, changed, content)).toBe(false);
    }
    expect(await isSignedBy(spki, new Uint8Array(), content)).toBe(false);
    expect(await isSignedBy(spki, new Uint8Array([...der, 0]), content)).toBe(false);
  });

  it('has a key people can compare, and only one in its file', async () => {
    expect(await fingerprintOf(spki)).toMatch(/^[0-9a-f]{64}$/);
    expect(publicKeyIn(publicKeyPem(spki))).toEqual(spki);
    expect(publicKeyIn(publicKeyPem(spki).repeat(2))).toBeUndefined();
    expect(publicKeyIn('geen sleutel')).toBeUndefined();
  });
});

describe('PEM', () => {
  it('gives back what went in, and leaves out what is none', () => {
    for (const length of [1, 2, 3, 47, 48, 49, 1_000]) {
      const bytes = Uint8Array.from({ length }, (_, n) => n % 256);
      expect(fromPem('CERTIFICATE', pem('CERTIFICATE', bytes))).toEqual([bytes]);
    }
    expect(fromPem('CERTIFICATE', '-----BEGIN CERTIFICATE-----\nA\n-----END CERTIFICATE-----')).toEqual([]);
  });
});
