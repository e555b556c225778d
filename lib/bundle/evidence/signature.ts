/** D14: ECDSA P-256 over SHA-256. WebCrypto writes the two numbers bare; everybody else (openssl) reads them as DER. */
import { hex, joined } from '../../model/bytes.ts';
import { fromPem, pem, sha256, whole } from './bytes.ts';

const curve = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const algorithm = { name: 'ECDSA', hash: 'SHA-256' } as const;
const size = 32;

export function publicKeyPem(spki: Uint8Array): string {
  return pem('PUBLIC KEY', spki);
}

/** SHA-256 of the key as DER: what people compare to know whose key it is. */
export async function fingerprintOf(spki: Uint8Array): Promise<string> {
  return hex(await sha256(spki));
}

/** The one key in the file, or undefined when there is not exactly one. */
export function publicKeyIn(text: string): Uint8Array | undefined {
  const found = fromPem('PUBLIC KEY', text);
  return found.length === 1 ? found[0] : undefined;
}

export async function isSignedBy(spki: Uint8Array, signatureDer: Uint8Array, content: Uint8Array): Promise<boolean> {
  const bare = fromDer(signatureDer);
  const key = await importKey(spki);
  return bare !== undefined && key !== undefined && crypto.subtle.verify(algorithm, key, bare, whole(content));
}

async function importKey(spki: Uint8Array): Promise<CryptoKey | undefined> {
  try {
    return await crypto.subtle.importKey('spki', whole(spki), curve, false, ['verify']);
  } catch {
    return undefined; // no P-256 key: the caller says that the signature does not fit
  }
}

/** From `r ‖ s` to `SEQUENCE { INTEGER r, INTEGER s }`. */
export function toDer(bare: Uint8Array): Uint8Array {
  const numbers = [bare.subarray(0, size), bare.subarray(size, size * 2)].map(integer);
  const body = joined(numbers);
  return joined([new Uint8Array([0x30, body.length]), body]);
}

function integer(number: Uint8Array): Uint8Array {
  const first = number.findIndex((byte) => byte !== 0);
  const digits = first < 0 ? new Uint8Array([0]) : number.subarray(first);
  const sign = (digits[0] ?? 0) >= 0x80 ? new Uint8Array([0]) : new Uint8Array();
  return joined([new Uint8Array([2, sign.length + digits.length]), sign, digits]);
}

/** Strict: one signature has one form, so that a changed byte is always seen. */
function fromDer(der: Uint8Array): Uint8Array<ArrayBuffer> | undefined {
  const first = der[3] ?? 0;
  const second = der[5 + first] ?? 0;
  const [r, s] = [der.subarray(4, 4 + first), der.subarray(6 + first, 6 + first + second)];
  const bare = whole(joined([padded(r), padded(s)]));
  const isSound = bare.length === size * 2 && hex(toDer(bare)) === hex(der);
  return isSound ? bare : undefined;
}

function padded(number: Uint8Array): Uint8Array {
  const digits = number[0] === 0 ? number.subarray(1) : number;
  return digits.length > size ? digits : joined([new Uint8Array(size - digits.length), digits]);
}
