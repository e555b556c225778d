/** I1–I6 of the threat list, asked of what stands in the database after a fault and a restart. */
import { isRunning } from '../../entrypoints/background/jobs.ts';
import type { Delivery } from '../../lib/model/delivery.ts';
import { verifyChain } from '../../lib/model/chain.ts';
import { readBlob } from '../../lib/store/blobs.ts';
import { readCapture } from '../../lib/store/captures.ts';
import { database } from '../../lib/store/database.ts';
import type { CaptureRow } from '../../lib/store/database.ts';
import { readLog } from '../../lib/store/log.ts';
import { allJobs } from '../../lib/store/session.ts';
import { received } from './receiver.ts';
import type { Invariant } from './promises.ts';
import { citizen } from './world.ts';

export interface Broken {
  readonly invariant: Invariant;
  readonly how: string;
}

export async function broken(): Promise<Broken[]> {
  return [...(await whole()), ...(await bytes()), ...(await once()), ...(await chain()), ...(await nobody())];
}

/** I1: every started capture is whole, or has visibly failed, or is still under way. */
async function whole(): Promise<Broken[]> {
  const [log, rows, jobs] = [await readLog(), await database().captures.toArray(), await allJobs()];
  const busy = new Set(jobs.filter(({ status }) => isRunning(status)).map(({ captureId }) => captureId));
  const started = log.filter(({ actie }) => actie === 'capture-started').map(({ object }) => object);
  const ids = new Set([...started, ...rows.map(({ id }) => id)]);
  const told = (id: string) => new Set<string>(log.filter(({ object }) => object === id).map(({ actie }) => actie));
  return [
    ...[...ids].flatMap((id) =>
      endOf(
        told(id),
        rows.some((row) => row.id === id),
        busy.has(id),
      ),
    ),
    ...rows.flatMap((row) => sealOf(row, told(row.id))),
  ];
}

function endOf(told: ReadonlySet<string>, isThere: boolean, isBusy: boolean): Broken[] {
  if (isThere && told.has('capture-failed')) return [{ invariant: 'I1', how: 'stored, and called failed' }];
  if (isThere && told.has('deleted')) return [{ invariant: 'I1', how: 'called deleted, and still there' }];
  if (isThere && !told.has('stripped')) return [{ invariant: 'I4', how: 'stored, and the log does not say so' }];
  if (isThere || isBusy || told.has('deleted')) return [];
  if (told.has('stripped')) return [{ invariant: 'I1', how: 'called stored, and not there' }];
  return told.has('capture-failed') || told.has('gate-stopped')
    ? []
    : [{ invariant: 'I1', how: 'neither there nor called failed' }];
}

function sealOf({ sealed, pakbon, tagmanifest, export: file, state }: CaptureRow, told: ReadonlySet<string>): Broken[] {
  const isHalf = sealed !== undefined && !(pakbon && tagmanifest && file);
  return [
    ...(isHalf ? [{ invariant: 'I1', how: 'half sealed' } as const] : []),
    ...(sealed && !told.has('sealed') ? [{ invariant: 'I4', how: 'sealed, and the log does not say so' } as const] : []),
    ...(state === 'delivered' && !told.has('exported') ? [{ invariant: 'I4', how: 'delivered, and not in the log' } as const] : []),
  ];
}

const namesOf = ({ content, media, sealed, pakbon, tagmanifest, lateStamps = [] }: CaptureRow): string[] => [
  content,
  ...media,
  ...[sealed, pakbon, tagmanifest].filter((name) => name !== undefined),
  ...lateStamps,
];

/** I2: what is named is there and unchanged, and nothing lies about that nobody names. */
async function bytes(): Promise<Broken[]> {
  const rows = await database().captures.toArray();
  const named = new Set(rows.flatMap(namesOf));
  const found: Broken[] = [];
  for (const name of named) {
    const isGood = await readBlob(name).then(
      () => true,
      () => false,
    );
    if (!isGood) found.push({ invariant: 'I2', how: 'bytes missing or changed' });
  }
  const kept = await database().blobs.toCollection().primaryKeys();
  if (kept.some((name) => !named.has(name))) found.push({ invariant: 'I2', how: 'bytes that no capture names' });
  for (const { id } of rows) {
    const isReadable = await readCapture(id).then(
      () => true,
      () => false,
    );
    if (!isReadable) found.push({ invariant: 'I2', how: 'a capture that cannot be read' });
  }
  return found;
}

/** I3: one capture for one job; one package. */
async function once(): Promise<Broken[]> {
  const keys = (await database().captures.toArray()).map(({ idempotencyKey }) => idempotencyKey);
  const there = received();
  return [
    ...(new Set(keys).size === keys.length ? [] : [{ invariant: 'I3', how: 'two captures of one job' } as const]),
    ...(new Set(there.map(({ name }) => name)).size === there.length
      ? []
      : [{ invariant: 'I3', how: 'two records at the receiver' } as const]),
    ...(await certainties()),
  ];
}

/** D11: called certain only where the receiver has the very bytes; a capture called secured has no delivery that is not. */
async function certainties(): Promise<Broken[]> {
  const there = new Map(received().map(({ name, sha256 }) => [name, sha256]));
  const deliveries = await database().deliveries.toArray();
  const isTrue = ({ state, files }: Delivery) =>
    state !== 'certain' || files.every((file) => there.get(file.fileName) === file.sha256);
  const secured = (await database().captures.toArray()).filter(({ state }) => state === 'secured');
  const isSecured = ({ id }: CaptureRow) => {
    const own = deliveries.filter(({ capture }) => capture === id);
    return own.length > 0 && own.every(({ state }) => state === 'certain');
  };
  return [
    ...(deliveries.every(isTrue) ? [] : [{ invariant: 'I1', how: 'called certain, and the receiver has other bytes' } as const]),
    ...(secured.every(isSecured) ? [] : [{ invariant: 'I1', how: 'called secured, and a delivery is not certain' } as const]),
  ];
}

/** I4: unbroken, and every line once. */
async function chain(): Promise<Broken[]> {
  const log = await readLog();
  const { problems, gaps } = await verifyChain(log);
  const twice = ['stripped', 'sealed', 'deleted', 'capture-started'].filter(
    (actie) =>
      log.filter((line) => line.actie === actie).length >
      new Set(log.filter((line) => line.actie === actie).map(({ object }) => object)).size,
  );
  return [
    ...problems.map(({ kind }): Broken => ({ invariant: 'I4', how: `chain: ${kind}` })),
    ...(gaps > 0 ? [{ invariant: 'I4', how: 'chain: gap' } as const] : []),
    ...twice.map((actie): Broken => ({ invariant: 'I4', how: `${actie} told twice` })),
  ];
}

/** I5: nobody in what is durable: database and `storage.local`. */
async function nobody(): Promise<Broken[]> {
  const parts: string[] = [];
  for (const table of database().tables)
    for (const row of await table.toArray()) {
      parts.push(JSON.stringify(row));
      const blob = (row as { blob?: Blob }).blob; // of the table of bytes
      if (blob) parts.push(Buffer.from(await blob.arrayBuffer()).toString('latin1'));
    }
  const all = parts.join('\n').toLowerCase();
  const isSeen = [...Object.values(citizen), 'kraaijenbrink', 'wietske'].some((value) => all.includes(value.toLowerCase()));
  return isSeen ? [{ invariant: 'I5', how: 'somebody is on disk' }] : [];
}
