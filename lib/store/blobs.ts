import { sha256Hex } from '../model/chain.ts';
import { Failure } from '../model/failure.ts';
import { database } from './database.ts';

/** Named bytes, ready to be put in a transaction: hashing cannot wait inside one. */
export interface NamedBytes {
  readonly sha256: string;
  readonly mime: string;
  readonly bytes: Uint8Array;
}

export async function named(bytes: Uint8Array, mime: string): Promise<NamedBytes> {
  return { sha256: await sha256Hex(bytes), mime, bytes };
}

/** Reads bytes by name and checks that they are still those bytes (I2); a damaged record is told, never handed out. */
export async function readBlob(name: string): Promise<{ bytes: Uint8Array; mime: string }> {
  const found = await database().blobs.get(name);
  if (!found) throw new Failure('storage-failed', { reason: 'missing', blob: name });
  const bytes = new Uint8Array(await found.blob.arrayBuffer());
  if ((await sha256Hex(bytes)) !== name) throw new Failure('storage-failed', { reason: 'damaged', blob: name });
  return { bytes, mime: found.mime };
}

/** The bytes as they lie there, not read into memory; whoever hands them out checks them piece by piece. */
export async function storedBlob(name: string): Promise<Blob> {
  const found = await database().blobs.get(name);
  if (!found) throw new Failure('storage-failed', { reason: 'missing', blob: name });
  return found.blob;
}
