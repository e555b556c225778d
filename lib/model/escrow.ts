/** R18, D5: the way back, for an authorised officer only. Each entry is sealed to the organisation's public key; we cannot open it. */
import * as v from 'valibot';

const entryName = v.pipe(v.string(), v.regex(/^[A-Za-z0-9 -]{1,60}$/));

/** What travels and is kept: apart from the package, never in it. */
export const EscrowFile = v.strictObject({
  schema: v.literal('veiligsteller-kluis-1'),
  /** Id of the veiligstelling. */
  dossier: v.pipe(v.string(), v.regex(/^[A-Za-z0-9-]{1,40}$/)),
  /** Which of the organisation's keys opens it. */
  keyId: v.pipe(v.string(), v.maxLength(200)),
  madeAt: v.pipe(v.string(), v.maxLength(40)),
  /** One JWE in compact form a person, all equally long in steps of 4 kB. */
  entries: v.array(v.strictObject({ label: entryName, jwe: v.pipe(v.string(), v.maxLength(2_000_000)) })),
});
export type EscrowFile = v.InferOutput<typeof EscrowFile>;

/** What one opened entry says. */
export const EscrowEntry = v.strictObject({
  dossier: v.string(),
  label: v.string(),
  names: v.array(v.string()),
  handles: v.array(v.string()),
  ids: v.array(v.string()),
  urls: v.array(v.string()),
  /** With the salt and the original text its commitment in the package can be checked (D14). */
  reactions: v.array(v.strictObject({ key: v.string(), salt: v.string() })),
});
export type EscrowEntry = v.InferOutput<typeof EscrowEntry>;

/** A public key as the administrator gives it: RSA of 3072 bits or more, or P-256. Never one with a private part. */
export const EscrowKey = v.pipe(
  v.variant('kty', [
    v.strictObject({ kty: v.literal('RSA'), n: v.pipe(v.string(), v.minLength(510)), e: v.string(), kid: v.string() }),
    v.strictObject({ kty: v.literal('EC'), crv: v.literal('P-256'), x: v.string(), y: v.string(), kid: v.string() }),
  ]),
);
export type EscrowKey = v.InferOutput<typeof EscrowKey>;
