/** Sealed packages of invented bytes in the extension's own database, as if they were captured one by one. */
import { createHash } from 'node:crypto';
import { factsOf } from '../../lib/export/facts.ts';
import type { Facts } from '../../lib/model/target.ts';
import { captureB } from '../lib/bundle/sample.ts';
import type { Launched } from './launch.ts';

export interface Seeded {
  readonly id: string;
  readonly bytes: number;
  readonly fileName: string;
  readonly sha256: string;
  /** Of the pakbon beside it. */
  readonly slip: string;
  readonly facts: Facts;
}

export async function seedSealed(browser: Launched, sizes: readonly number[]): Promise<Seeded[]> {
  const page = await browser.context.newPage();
  await page.goto(`chrome-extension://${browser.extensionId}/options.html`);
  const seeded: Seeded[] = [];
  for (const [at, bytes] of sizes.entries()) {
    const id = `VS-20261122-${String(at + 1).padStart(4, '0')}`;
    const capture = await captureB({ id });
    const content = JSON.stringify(capture);
    const pakbon = `<pakbon><identificatie>${id}</identificatie></pakbon>`;
    const [sha256, slip] = [hashOfPackage(bytes), hashOf(pakbon)];
    await page.evaluate(put, { id, bytes, sha256, content, contentName: hashOf(content), pakbon, slip });
    seeded.push({ id, bytes, fileName: `${id}.zip`, sha256, slip, facts: factsOf(capture) });
  }
  await page.close();
  return seeded;
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');
const block = 1_000_000;

/** The same bytes as `put` makes. */
function hashOfPackage(bytes: number): string {
  const hash = createHash('sha256');
  const piece = Buffer.alloc(block);
  for (let at = 0; at < block; at++) piece[at] = (at * 31 + bytes) % 251;
  for (let left = bytes; left > 0; left -= block) hash.update(piece.subarray(0, Math.min(left, block)));
  return hash.digest('hex');
}

interface Put {
  readonly id: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly content: string;
  readonly contentName: string;
  readonly pakbon: string;
  readonly slip: string;
}

/** Runs in a page of the extension. */
async function put({ id, bytes, sha256, content, contentName, pakbon, slip }: Put): Promise<void> {
  const blockSize = 1_000_000;
  const piece = new Uint8Array(blockSize);
  for (let at = 0; at < blockSize; at++) piece[at] = (at * 31 + bytes) % 251;
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for (let left = bytes; left > 0; left -= blockSize) parts.push(left < blockSize ? piece.slice(0, left) : piece);
  const db = await new Promise<IDBDatabase>((done, fail) => {
    const asked = indexedDB.open('veiligsteller');
    asked.addEventListener('success', () => done(asked.result));
    asked.addEventListener('error', () => fail(asked.error ?? new Error('database')));
  });
  const work = db.transaction(['captures', 'blobs'], 'readwrite');
  const keep = (name: string, mime: string, blobParts: BlobPart[]) =>
    work.objectStore('blobs').put({ sha256: name, mime, blob: new Blob(blobParts, { type: mime }) });
  keep(sha256, 'application/zip', parts);
  keep(contentName, 'application/json', [content]);
  keep(slip, 'application/xml', [pakbon]);
  work.objectStore('captures').put({
    id,
    state: 'sealed',
    platform: 'x',
    accountHandle: 'minvoorbeeld',
    scenario: 'B',
    posts: 1,
    reactions: 0,
    thirdParties: 0,
    mediaKept: 0,
    mediaMissing: 0,
    completeness: 'OK',
    capturedAt: '2026-11-22T10:00:00.000Z',
    reviewPoints: 0,
    content: contentName,
    media: [],
    sealed: sha256,
    pakbon: slip,
    export: { fileName: `${id}.zip`, bytes, sha256, at: '2026-11-22T10:00:00.000Z' },
    idempotencyKey: id,
  });
  await new Promise<void>((done, fail) => {
    work.addEventListener('complete', () => done());
    work.addEventListener('error', () => fail(work.error ?? new Error('database')));
  });
  db.close();
}
