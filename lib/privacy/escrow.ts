/** D5, R18: one padded JWE a person to the organisation's public key, and commitments by which a text can be recognised later (D14). */
import { CompactEncrypt, compactDecrypt, importJWK } from 'jose';
import type { JWK } from 'jose';
import * as v from 'valibot';
import { hex } from '../model/bytes.ts';
import { canonicalJson, sha256Hex } from '../model/chain.ts';
import { EscrowEntry } from '../model/escrow.ts';
import type { EscrowFile, EscrowKey } from '../model/escrow.ts';
import { Failure } from '../model/failure.ts';

/** Entries are equally long in steps of this many bytes, so that their length tells nothing of a name. */
const step = 4_096;
const algorithms = { RSA: 'RSA-OAEP-256', EC: 'ECDH-ES+A256KW' } as const;

export interface EscrowInput {
  readonly dossier: string;
  readonly key: EscrowKey;
  /** ISO 8601 UTC. */
  readonly now: string;
  readonly people: readonly Omit<EscrowEntry, 'dossier'>[];
}

export async function sealEscrow({ dossier, key, now, people }: EscrowInput): Promise<EscrowFile> {
  const publicKey = await importJWK({ ...key }, algorithms[key.kty]);
  const header = { alg: algorithms[key.kty], enc: 'A256GCM', kid: key.kid, typ: 'veiligsteller-kluis' } as const;
  const plain = people.map((person) => ({
    label: person.label,
    text: JSON.stringify({ dossier, ...person } satisfies EscrowEntry),
  }));
  const encoder = new TextEncoder();
  const size = step * Math.max(1, ...plain.map(({ text }) => Math.ceil(encoder.encode(text).byteLength / step)));
  const entries = await Promise.all(
    plain.map(async ({ label, text }) => ({
      label,
      jwe: await new CompactEncrypt(padded(encoder.encode(text), size)).setProtectedHeader(header).encrypt(publicKey),
    })),
  );
  return { schema: 'veiligsteller-kluis-1', dossier, keyId: key.kid, madeAt: now, entries };
}

/** Opens the one entry that is asked for. Fails alike for a wrong key and for an entry that was tampered with. */
export async function openEscrow(file: EscrowFile, label: string, privateKey: JWK): Promise<EscrowEntry> {
  const entry = file.entries.find((one) => one.label === label);
  if (!entry) throw new Failure('not-found', { object: 'kluisregel' });
  const text = new TextDecoder().decode(await decrypted(entry.jwe, privateKey)).trimEnd();
  const opened = v.safeParse(EscrowEntry, JSON.parse(text));
  // an entry of another dossier, or under another name, was put in its place
  if (!opened.success || opened.output.dossier !== file.dossier || opened.output.label !== label)
    throw new Failure('escrow-not-opened');
  return opened.output;
}

async function decrypted(jwe: string, privateKey: JWK): Promise<Uint8Array> {
  try {
    const alg = privateKey.kty === 'EC' ? algorithms.EC : algorithms.RSA;
    const { plaintext } = await compactDecrypt(jwe, await importJWK(privateKey, alg), {
      keyManagementAlgorithms: Object.values(algorithms),
      contentEncryptionAlgorithms: ['A256GCM'],
    });
    return plaintext;
  } catch (error) {
    throw new Failure('escrow-not-opened', {}, { cause: error });
  }
}

/** JSON may end in spaces. */
function padded(bytes: Uint8Array, size: number): Uint8Array {
  const whole = new Uint8Array(size).fill(0x20);
  whole.set(bytes);
  return whole;
}

/** What a reaction was, as its writer can still show it. */
export interface Committed {
  readonly id: string;
  readonly handle: string;
  readonly text: string;
}

/** SHA-256 over the salt and the canonical JSON of the reaction; without the salt nobody can test a guess (D14, G3). */
export function commitment(salt: string, reaction: Committed): Promise<string> {
  return sha256Hex(new TextEncoder().encode(`${salt}\n${canonicalJson(reaction)}`));
}

export function freshSalt(): string {
  return hex(crypto.getRandomValues(new Uint8Array(32)));
}
