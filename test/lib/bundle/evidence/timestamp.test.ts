import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as pki from 'pkijs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkStamp, rootsIn, stampRequest } from '../../../../lib/bundle/evidence/timestamp.ts';
import { openAuthority } from '../../../tsa/authority.ts';
import type { Authority } from '../../../tsa/authority.ts';

const vectors = join(import.meta.dirname, '../../../tsa/vectors');
const bytesOf = (name: string) => new Uint8Array(readFileSync(join(vectors, name)));
const roots = readFileSync(join(vectors, 'ca.pem'), 'utf8');
const [content, response] = [bytesOf('data.bin'), bytesOf('response.tsr')];
const now = '2026-11-22T00:00:00Z';
const late = () => new Date().toISOString();
/** Around the signed parts; there every byte is tried, elsewhere some. */
const isWrapping = (at: number) => at < 80 || (at > 790 && at < 930);

/** The same answer with another certificate in it. */
function withCertificate(answer: Uint8Array, certificate: Uint8Array): Uint8Array {
  const parsed = pki.TimeStampResp.fromBER(Uint8Array.from(answer).buffer);
  const signed = new pki.SignedData({ schema: parsed.timeStampToken!.content });
  signed.certificates = [pki.Certificate.fromBER(Uint8Array.from(certificate).buffer)];
  parsed.timeStampToken!.content = signed.toSchema(true);
  return new Uint8Array(parsed.toSchema().toBER());
}

const nonce = Uint8Array.from({ length: 8 }, (_, n) => 200 + n);

describe('a time-stamp made by OpenSSL', () => {
  it('is believed, with its time and its authority', async () => {
    expect(await checkStamp(response, { content, roots, now })).toMatchObject({
      ok: true,
      stamp: { time: expect.stringMatching(/^2026-11-21T/), authority: expect.stringContaining('O=Veiligsteller Test') },
    });
  });

  it('is refused by name when it is about something else, from elsewhere, from the future, or no stamp at all', async () => {
    const problem = async (answer: Uint8Array, facts: object) => {
      const found = await checkStamp(answer, { content, roots, now, ...facts });
      return found.ok ? 'none' : found.problem;
    };
    expect(await problem(response, { content: content.slice(1) })).toBe('imprint');
    expect(await problem(response, { roots: '' })).toBe('chain');
    expect(await problem(response, { now: '2026-11-20T00:00:00Z' })).toBe('time');
    expect(await problem(response, { nonce })).toBe('nonce');
    expect(await problem(content, {})).toBe('unreadable');
    expect(await problem(new Uint8Array(), {})).toBe('unreadable');
    expect(await problem(new Uint8Array([...response, 0]), {})).toBe('unreadable');
    expect(await problem(new Uint8Array([0x30, 5, 0x30, 3, 2, 1, 2]), {})).toBe('refused');
  });

  it('is refused after a changed byte, also where nothing is signed', async () => {
    const survivors: number[] = [];
    for (let at = 0; at < response.length; at += isWrapping(at) ? 1 : 7) {
      const changed = response.slice();
      changed[at]! ^= 1;
      if ((await checkStamp(changed, { content, roots, now })).ok) survivors.push(at);
    }
    expect(survivors).toEqual([]);
  }, 60_000);
});

describe('a request', () => {
  let authority: Authority;
  beforeAll(() => {
    authority = openAuthority();
  });
  afterAll(() => authority.close());

  it('is understood by OpenSSL, and its answer is what OpenSSL and we both accept', async () => {
    const answer = authority.answer(await stampRequest(content, nonce));
    expect(await checkStamp(answer, { content, roots: authority.root, nonce, now: late() })).toMatchObject({ ok: true });
    const files = { vraag: join(authority.folder, 'data.bin'), antwoord: join(authority.folder, 'a.tsr') };
    writeFileSync(files.vraag, content);
    writeFileSync(files.antwoord, answer);
    const told = execFileSync(
      'openssl',
      ['ts', '-verify', '-data', files.vraag, '-in', files.antwoord, '-CAfile', join(authority.folder, 'ca.pem')],
      {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    expect(told).toContain('Verification: OK');
  });

  it('is not answered by a replayed answer, another authority, or a certificate that may do more', async () => {
    const answer = authority.answer(await stampRequest(content, nonce));
    const other = Uint8Array.from(nonce, (byte) => byte ^ 1);
    expect(await checkStamp(answer, { content, roots: authority.root, nonce: other, now: late() })).toMatchObject({
      problem: 'nonce',
    });
    expect(await checkStamp(answer, { content, roots, nonce, now: late() })).toMatchObject({ problem: 'chain' });
    expect(await checkStamp(answer, { content, roots: authority.root, nonce, now: '2026-01-01T00:00:00Z' })).toMatchObject({
      problem: 'time',
    });
  });

  it.each([
    ['may do more', 'critical,timeStamping,codeSigning', 30, 'usage'],
    ['may be used for anything else by who ignores it', 'timeStamping', 30, 'usage'],
    ['is another one with the same key', 'critical,timeStamping', 29, 'certificate-binding'],
  ])('is not answered with a certificate that %s', async (_name, usage, days, problem) => {
    const answer = authority.answer(await stampRequest(content, nonce));
    const swapped = withCertificate(answer, authority.double(usage, days));
    expect(await checkStamp(swapped, { content, roots: authority.root, nonce, now: late() })).toMatchObject({ problem });
  });
});

describe('the roots in the settings', () => {
  it('are counted, and what is no certificate is none', () => {
    expect(rootsIn(roots + roots)).toHaveLength(2);
    expect(rootsIn('-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----')).toEqual([]);
    expect(rootsIn('')).toEqual([]);
  });
});
