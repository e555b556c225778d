/** Sealed packages of invented bytes in the extension's own database, each queued for the target `dms`: as if they were captured one by one. */
import { createHash } from 'node:crypto';
import type { Launched } from './launch.ts';

export interface Seeded {
  readonly fileName: string;
  readonly sha256: string;
}

export async function seedDeliveries(browser: Launched, sizes: readonly number[]): Promise<Seeded[]> {
  const page = await browser.context.newPage();
  await page.goto(`chrome-extension://${browser.extensionId}/options.html`);
  const seeded = sizes.map((size, at) => ({ id: `VS-20261122-${String(at + 1).padStart(4, '0')}`, size, sha256: hashOf(size) }));
  for (const one of seeded) await page.evaluate(put, one);
  await page.close();
  return seeded.map(({ id, sha256 }) => ({ fileName: `${id}.zip`, sha256 }));
}

const block = 1_000_000;

/** The same bytes as `put` makes. */
function hashOf(size: number): string {
  const hash = createHash('sha256');
  const piece = Buffer.alloc(block);
  for (let at = 0; at < block; at++) piece[at] = (at * 31 + size) % 251;
  for (let left = size; left > 0; left -= block) hash.update(piece.subarray(0, Math.min(left, block)));
  return hash.digest('hex');
}

/** Runs in a page of the extension. */
async function put({ id, size, sha256 }: { id: string; size: number; sha256: string }): Promise<void> {
  const blockSize = 1_000_000;
  const piece = new Uint8Array(blockSize);
  for (let at = 0; at < blockSize; at++) piece[at] = (at * 31 + size) % 251;
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for (let left = size; left > 0; left -= blockSize) parts.push(left < blockSize ? piece.slice(0, left) : piece);
  const mime = 'application/zip';
  const fileName = `${id}.zip`;
  const db = await new Promise<IDBDatabase>((done, fail) => {
    const asked = indexedDB.open('veiligsteller');
    asked.addEventListener('success', () => done(asked.result));
    asked.addEventListener('error', () => fail(asked.error ?? new Error('database')));
  });
  const work = db.transaction(['captures', 'blobs', 'deliveries'], 'readwrite');
  work.objectStore('blobs').put({ sha256, mime, blob: new Blob(parts, { type: mime }) });
  work.objectStore('captures').put({
    id,
    state: 'sealed',
    platform: 'x',
    accountHandle: 'minvoorbeeld',
    scenario: 'A',
    posts: 1,
    reactions: 0,
    thirdParties: 0,
    mediaKept: 0,
    mediaMissing: 0,
    completeness: 'OK',
    capturedAt: '2026-11-22T10:00:00.000Z',
    reviewPoints: 0,
    content: sha256,
    media: [],
    sealed: sha256,
    idempotencyKey: id,
  });
  work.objectStore('deliveries').put({
    id: `${id}~dms`,
    capture: id,
    target: 'dms',
    targetName: 'Documentsysteem',
    state: 'waiting',
    files: [{ fileName, sha256, bytes: size, mime }],
    facts: { identificatie: id },
    priority: 1,
    queuedAt: `2026-11-22T10:00:00.000Z`,
    attempts: 0,
    nextAt: 0,
  });
  await new Promise<void>((done, fail) => {
    work.addEventListener('complete', () => done());
    work.addEventListener('error', () => fail(work.error ?? new Error('database')));
  });
  db.close();
}
