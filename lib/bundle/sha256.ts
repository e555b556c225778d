/** SHA-256 over a stream: the browser's own digest wants everything in memory at once, a package may be bigger. */
import { sha256 } from '@noble/hashes/sha2.js';
import { sha256Hex } from '../model/chain.ts';
import { hex } from '../model/bytes.ts';
import { crc32 } from './crc32.ts';

export interface Sums {
  readonly sha256: string;
  /** As a zip wants it. */
  readonly crc32: number;
}

const wholeAtOnce = 64_000_000;

/** The hash of a Blob; a small one goes to the browser's digest, a big one is read piece by piece. */
export async function sha256OfBlob(blob: Blob, wholeBelow = wholeAtOnce, onPiece?: (piece: Uint8Array) => void): Promise<string> {
  if (blob.size < wholeBelow) {
    const bytes = new Uint8Array(await blob.arrayBuffer());
    onPiece?.(bytes);
    return sha256Hex(bytes);
  }
  const hash = new Sha256();
  for await (const piece of pieces(blob)) {
    hash.add(piece);
    onPiece?.(piece);
  }
  return hash.digest();
}

/** Whether these bytes are still the ones that were given this name (I2). */
export async function isNamed(blob: Blob, name: string): Promise<boolean> {
  return (await sha256OfBlob(blob)) === name;
}

/** Of what goes into a zip: a film is read once for both, for reading it takes longer than its sums. */
export async function sumsOfBlob(blob: Blob, wholeBelow = wholeAtOnce): Promise<Sums> {
  let sum = 0;
  const hash = await sha256OfBlob(blob, wholeBelow, (piece) => {
    sum = crc32(piece, sum);
  });
  return { sha256: hash, crc32: sum };
}

/** Not as a stream: what a browser reads ahead of us then stands in memory, and a film is bigger than that. */
export async function* pieces(blob: Blob): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < blob.size; at += pieceBytes) yield new Uint8Array(await blob.slice(at, at + pieceBytes).arrayBuffer());
}

const pieceBytes = 1_048_576;

/** For what comes in pieces of any size. */
export class Sha256 {
  readonly #hash = sha256.create();

  add(piece: Uint8Array): void {
    this.#hash.update(piece);
  }

  /** In hexadecimal; nothing can be added after it. */
  digest(): string {
    return hex(this.#hash.digest());
  }
}
