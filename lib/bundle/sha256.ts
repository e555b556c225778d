/** SHA-256 over a stream: the browser's own digest wants everything in memory at once, a package may be bigger. */
import { sha256 } from '@noble/hashes/sha2.js';
import { sha256Hex } from '../model/chain.ts';
import { hex } from '../model/bytes.ts';

/** The hash of a Blob; a small one goes to the browser's digest, a big one is read piece by piece. */
export async function sha256OfBlob(blob: Blob, wholeBelow = 64_000_000): Promise<string> {
  if (blob.size < wholeBelow) return sha256Hex(new Uint8Array(await blob.arrayBuffer()));
  const hash = new Sha256();
  for await (const piece of pieces(blob)) hash.add(piece);
  return hash.digest();
}

/** Whether these bytes are still the ones that were given this name (I2). */
export async function isNamed(blob: Blob, name: string): Promise<boolean> {
  return (await sha256OfBlob(blob)) === name;
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
