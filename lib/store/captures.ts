import type { Capture, CaptureId, CaptureState } from '../model/capture.ts';
import type { EarlierPackage, PackageLink } from '../model/evidence.ts';
import { isLetterId } from '../model/letter.ts';
import type { EscrowFile } from '../model/escrow.ts';
import { Failure } from '../model/failure.ts';
import type { CaptureSummary, Correction } from '../model/job.ts';
import type { PlatformId } from '../model/platform.ts';
import type { HandelingFields } from '../model/chain.ts';
import type { Wrapper } from '../model/target.ts';
import { named, readBlob } from './blobs.ts';
import type { NamedBytes } from './blobs.ts';
import { database } from './database.ts';
import type { CaptureRow, WrappedRow } from './database.ts';
import { doAndLog } from './log.ts';
import { keepTally } from './marker.ts';
import { untilFits, written } from './room.ts';
import { changingParts, summarise } from './summarise.ts';

/** `VS-jjjjmmdd-nnnn`: the next number of this day, given out once. */
export async function nextId(now: Date): Promise<CaptureId> {
  const day = now.toISOString().slice(0, 10).replaceAll('-', '');
  const { meta } = database();
  await untilFits();
  const number = await database().transaction('rw', meta, async () => {
    const last = await meta.get(`counter-${day}`);
    const next = Number(last?.value ?? 0) + 1;
    await meta.put({ key: `counter-${day}`, value: next });
    return next;
  });
  return `VS-${day}-${String(number).padStart(4, '0')}`;
}

/** R11: by chance, and apart from the dossiers' numbers: made a minute after one of those, it does not follow on it (G3). */
export function newLetterId(now: Date): CaptureId {
  const day = now.toISOString().slice(0, 10).replaceAll('-', '');
  const letters = Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) =>
    'abcdefghijkmnpqrstuvwxyz23456789'.charAt(byte % 32),
  );
  return `BB-${day}-${letters.join('')}`;
}

/** Stores a stripped capture, its media and its line in the log in one transaction; a second call with the same key changes nothing. */
export async function storeCapture(
  capture: Capture,
  media: readonly NamedBytes[],
  idempotencyKey: string,
  line: HandelingFields,
  escrow?: EscrowFile,
): Promise<CaptureSummary> {
  const content = await named(new TextEncoder().encode(JSON.stringify(capture)), 'application/json');
  const row: CaptureRow = {
    ...summarise(capture),
    content: content.sha256,
    media: media.map(({ sha256 }) => sha256),
    idempotencyKey,
  };
  const db = database();
  const work = async () => {
    if (await db.captures.get({ idempotencyKey })) return false;
    await db.blobs.bulkPut([content, ...media].map(toStored));
    await db.captures.add(row);
    if (escrow) await db.escrow.put({ id: capture.id, file: escrow });
    return true;
  };
  const bytes = sizeOf(content, ...media) + (escrow ? JSON.stringify(escrow).length : 0);
  await doAndLog({ line, tables: [db.captures, db.blobs, db.escrow], work, bytes });
  return summaryOf(row);
}

function sizeOf(...all: readonly NamedBytes[]): number {
  return all.reduce((sum, { bytes }) => sum + bytes.length, 0);
}

function toStored({ sha256, mime, bytes }: NamedBytes) {
  return { sha256, mime, blob: new Blob([bytes as Uint8Array<ArrayBuffer>], { type: mime }) }; // never a SharedArrayBuffer here
}

/** R26: the last capture of the same post before this one, of those that still count (R27). */
export async function earlierCapture(capture: Capture): Promise<EarlierPackage | undefined> {
  const { postId } = changingParts(capture);
  if (postId === undefined || capture.letter) return undefined;
  const rows = await capturesOf(capture.platform, postId);
  const last = rows.filter(({ id, capturedAt }) => id !== capture.id && capturedAt < capture.clock.stripped).at(-1);
  return last && packageOf(last);
}

/** Captures of this post that still count, oldest first; letters are no captures of it (R11). */
export async function capturesOf(platform: PlatformId, postId: string): Promise<CaptureRow[]> {
  const rows = await database().captures.where('[platform+postId]').equals([platform, postId]).sortBy('capturedAt');
  return rows.filter((row) => !row.correction && !isLetterId(row.id));
}

export function packageOf({ id, capturedAt, export: sealed }: CaptureRow): EarlierPackage {
  return { id, capturedAt, ...(sealed && { zip: sealed.sha256 }) };
}

/** R27: the new capture and the mark on the old one, in one go; of the old one nothing else changes. */
export async function storeCorrection(capture: Capture, old: CaptureRow, correction: Correction): Promise<CaptureSummary> {
  const content = await named(new TextEncoder().encode(JSON.stringify(capture)), 'application/json');
  const media = new Set(JSON.stringify(capture).match(/[0-9a-f]{64}/g));
  const row: CaptureRow = {
    ...summarise(capture),
    content: content.sha256,
    media: old.media.filter((name) => media.has(name)),
    idempotencyKey: `${old.id}-${capture.id}`,
  };
  const db = database();
  const work = async () => {
    await db.blobs.put(toStored(content));
    await db.captures.add(row);
    await db.captures.update(old.id, { correction });
  };
  await written(sizeOf(content), () => db.transaction('rw', db.captures, db.blobs, work));
  return summaryOf(row);
}

export async function markWithdrawn(id: CaptureId, correction: Correction): Promise<CaptureSummary> {
  await database().captures.update(id, { correction });
  return summaryOf(await readRow(id));
}

export async function findByKey(idempotencyKey: string): Promise<CaptureSummary | undefined> {
  const row = await database().captures.get({ idempotencyKey });
  return row && summaryOf(row);
}

/** A stretch of the work list: of one capture alone, or at most so many from a moment back (the moment itself included). */
export interface ListStretch {
  readonly only?: CaptureId | undefined;
  readonly before?: string | undefined;
  readonly limit?: number | undefined;
}

/** Newest first; everything, unless a stretch is asked for. */
export async function listCaptures({ only, before, limit }: ListStretch = {}): Promise<CaptureSummary[]> {
  const { captures } = database();
  if (only !== undefined) return [await captures.get(only)].flatMap((row) => (row ? [summaryOf(row)] : []));
  const oldestFirst = before === undefined ? captures.orderBy('capturedAt') : captures.where('capturedAt').belowOrEqual(before);
  // oxlint-disable-next-line no-array-reverse -- a stretch of a table, not an array
  const newestFirst = oldestFirst.reverse();
  return (await (limit === undefined ? newestFirst : newestFirst.limit(limit)).toArray()).map(summaryOf);
}

export async function readRow(id: CaptureId): Promise<CaptureRow> {
  const row = await database().captures.get(id);
  if (!row) throw new Failure('not-found', { id });
  return row;
}

export async function readCapture(id: CaptureId): Promise<Capture> {
  const { content, state } = await readRow(id);
  if (state === 'cleared') throw new Failure('cleared');
  const { bytes } = await readBlob(content);
  return JSON.parse(new TextDecoder().decode(bytes)) as Capture; // its hash says it is what we wrote
}

/** Goes only forward along the state machine (D11); asking for the state it is in changes nothing. */
export async function setState(id: CaptureId, state: CaptureState, changes: Partial<CaptureRow> = {}): Promise<CaptureSummary> {
  await database().captures.update(id, { ...changes, state });
  await keepTally();
  return summaryOf(await readRow(id));
}

/** The same capture after a review: the content before it goes. Only while nothing is sealed. */
export async function replaceContent(capture: Capture): Promise<CaptureSummary> {
  const content = await named(new TextEncoder().encode(JSON.stringify(capture)), 'application/json');
  const db = database();
  const work = async () => {
    const row = await db.captures.get(capture.id);
    if (!row) throw new Failure('not-found', { id: capture.id });
    if (row.sealed || row.state !== 'stripped') throw new Failure('not-allowed', { reason: 'sealed' });
    await db.blobs.put(toStored(content));
    await db.captures.update(capture.id, { content: content.sha256, ...changingParts(capture) });
    if (row.content !== content.sha256) await db.blobs.delete(row.content);
  };
  await written(sizeOf(content), () => db.transaction('rw', db.captures, db.blobs, work));
  return summaryOf(await readRow(capture.id));
}

/** The same capture with another picture in the place of one of its own; the bytes before it go, unless another capture has them. */
export async function replacePicture(capture: Capture, before: string, picture: NamedBytes): Promise<CaptureSummary> {
  const db = database();
  const work = async () => {
    const row = await db.captures.get(capture.id);
    if (!row) throw new Failure('not-found', { id: capture.id });
    if (row.sealed || row.state !== 'stripped') throw new Failure('not-allowed', { reason: 'sealed' });
    await db.blobs.put(toStored(picture));
    await db.captures.update(capture.id, { media: row.media.map((name) => (name === before ? picture.sha256 : name)) });
    const inUse = new Set((await db.captures.toArray()).flatMap(namesOf));
    if (!inUse.has(before)) await db.blobs.delete(before);
  };
  await written(sizeOf(picture), () => db.transaction('rw', db.captures, db.blobs, work));
  return replaceContent(capture);
}

/** Puts the sealed package beside the capture. */
export async function storeSealed(
  id: CaptureId,
  zip: { sha256: string; blob: Blob },
  beside: { readonly pakbon: NamedBytes; readonly tagmanifest: NamedBytes; readonly waiting: readonly string[] },
  sealedAs: NonNullable<CaptureSummary['export']>,
  link: PackageLink,
  line: HandelingFields,
): Promise<void> {
  const db = database();
  const { pakbon, tagmanifest, waiting } = beside;
  const work = async () => {
    if (!(await db.captures.get(id))) throw new Failure('not-found', { id }); // deleted while it was packed
    await db.blobs.put({ sha256: zip.sha256, mime: 'application/zip', blob: zip.blob });
    await db.blobs.bulkPut([pakbon, tagmanifest].map(toStored));
    await db.captures.update(id, {
      state: 'sealed',
      sealed: zip.sha256,
      pakbon: pakbon.sha256,
      tagmanifest: tagmanifest.sha256,
      export: sealedAs,
      ...(waiting.length > 0 && { stamps: { waiting, late: 0 } }),
    });
    if (!isLetterId(id)) await db.meta.put({ key: lastPackage, value: JSON.stringify(link) });
    return true;
  };
  const bytes = zip.blob.size + sizeOf(pakbon, tagmanifest);
  await doAndLog({ line, tables: [db.captures, db.blobs, db.meta], work, bytes });
}

/** Beside the sealed package, in another wrapper; when that was cleared meanwhile, nothing is kept. */
export async function storeWrapped(
  id: CaptureId,
  wrapper: Wrapper,
  row: WrappedRow,
  { zip, pakbon }: { readonly zip: Blob; readonly pakbon: NamedBytes },
): Promise<void> {
  const db = database();
  const work = async () => {
    const found = await db.captures.get(id);
    if (!found?.sealed) throw new Failure('not-found', { id });
    await db.blobs.put({ sha256: row.zip, mime: 'application/zip', blob: zip });
    await db.blobs.put(toStored(pakbon));
    await db.captures.update(id, { wrapped: { ...found.wrapped, [wrapper]: row } });
  };
  await written(zip.size + sizeOf(pakbon), () => db.transaction('rw', db.captures, db.blobs, work));
}

const lastPackage = 'last-package';

/** D14: the package sealed before the next one; its head of the log goes into that. */
export async function previousPackage(): Promise<PackageLink | undefined> {
  const row = await database().meta.get(lastPackage);
  return row && (JSON.parse(String(row.value)) as PackageLink); // only we write there
}

/** A stamp that came after sealing: it lies beside the package, which stays as it is. */
export async function addLateStamp(id: CaptureId, authority: string, stamp: NamedBytes): Promise<void> {
  const db = database();
  await db.transaction('rw', db.captures, db.blobs, async () => {
    const row = await db.captures.get(id);
    if (!row?.stamps?.waiting.includes(authority)) return;
    const lateStamps = [...(row.lateStamps ?? []), stamp.sha256];
    const waiting = row.stamps.waiting.filter((name) => name !== authority);
    await db.blobs.put(toStored(stamp));
    await db.captures.update(id, { lateStamps, stamps: { waiting, late: lateStamps.length } });
  });
}

/** Captures of which a stamp is still to come. */
export async function waitingForStamps(): Promise<CaptureRow[]> {
  return (await database().captures.toArray()).filter(({ stamps }) => (stamps?.waiting.length ?? 0) > 0);
}

/** The sealed way back of a capture, if there is one. */
export async function readEscrow(id: CaptureId): Promise<EscrowFile | undefined> {
  return (await database().escrow.get(id))?.file;
}

/** Removes content, package and way back, with its line in the log; bytes that another capture uses stay. */
export async function removeCapture(id: CaptureId, line: HandelingFields): Promise<void> {
  const db = database();
  const work = async () => {
    const row = await db.captures.get(id);
    if (!row) throw new Failure('not-found', { id });
    await db.captures.delete(id);
    await db.escrow.delete(id);
    await db.deliveries.where('capture').equals(id).delete();
    const inUse = new Set((await db.captures.toArray()).flatMap(namesOf));
    await db.blobs.bulkDelete(namesOf(row).filter((name) => !inUse.has(name)));
    return true;
  };
  await doAndLog({ line, tables: [db.captures, db.blobs, db.escrow, db.deliveries], work });
}

/** Captures every receiver has, and of which no stamp is still to come. */
export async function securedCaptures(): Promise<CaptureId[]> {
  const rows = await database().captures.where('state').equals('secured').toArray();
  return rows.filter(({ stamps }) => (stamps?.waiting.length ?? 0) === 0).map(({ id }) => id);
}

/** Its content goes, for the receivers have it; what remains is the line of the work list, its receipts, its log and the way back (R18). */
export async function clearCapture(id: CaptureId, line: HandelingFields): Promise<void> {
  const db = database();
  const work = async () => {
    const row = await db.captures.get(id);
    if (row?.state !== 'secured') return false;
    const { sealed: _sealed, pakbon: _pakbon, tagmanifest: _manifest, lateStamps: _stamps, wrapped: _wrapped, ...kept } = row;
    await db.captures.put({ ...kept, media: [], state: 'cleared' });
    const inUse = new Set((await db.captures.toArray()).filter((other) => other.id !== id).flatMap(namesOf));
    await db.blobs.bulkDelete(namesOf(row).filter((name) => !inUse.has(name)));
    return true;
  };
  await doAndLog({ line, tables: [db.captures, db.blobs], work });
}

/** What it has in `blobs`. */
export function namesOf({ content, media, sealed, pakbon, tagmanifest, lateStamps = [], wrapped = {} }: CaptureRow): string[] {
  const others = Object.values(wrapped).flatMap((one) => [one.zip, one.pakbon]);
  return [content, ...media, ...[sealed, pakbon, tagmanifest].flatMap((name) => name ?? []), ...lateStamps, ...others];
}

function summaryOf({
  content: _content,
  media: _media,
  sealed: _sealed,
  pakbon: _pakbon,
  tagmanifest: _tagmanifest,
  lateStamps: _lateStamps,
  wrapped: _wrapped,
  idempotencyKey: _key,
  ...summary
}: CaptureRow): CaptureSummary {
  return summary;
}
