/**
 * WebDAV (RFC 4918): SharePoint, Nextcloud, Alfresco, Apache. Sent under a temporary name, read back, and only then moved to its own
 * name without overwriting (RFC 4918 `Overwrite: F`): nothing half or damaged is ever seen there, and no record is replaced.
 */
import type { Receipt } from '../model/delivery.ts';
import type { TargetSetting } from '../model/target.ts';
import { below, foldersOf } from './folder.ts';
import { drop, hashOfBody, send } from './http.ts';
import type { Door } from './http.ts';
import { toldTo } from './mapping.ts';
import { TargetProblem, asProblem, problemOf } from './problem.ts';
import { packageMime } from './target.ts';
import type { Found, OnProgress, Parcel, Target } from './target.ts';
import { entityOf } from './webdav-answers.ts';
import { chunkFolder, putInChunks, usualChunk } from './webdav-chunks.ts';
import { annotate } from './webdav-properties.ts';

type Setting = Extract<TargetSetting, { kind: 'webdav' }>;

export function webdav(setting: Setting, door: Door, chunkBytes = usualChunk): Target {
  return {
    check: () => check(door, chunkBytes),
    find: (parcel) => find(door, placeOf(setting, door, parcel), parcel),
    deliver: (parcel, onProgress) => deliver({ setting, door, chunkBytes }, parcel, onProgress),
    ...(setting.properties && {
      annotate: async (parcel) => {
        if (parcel.mime !== packageMime) return {};
        return annotate(door, placeOf(setting, door, parcel), toldTo(setting, parcel.facts));
      },
    }),
    describe: () => `WebDAV, ${door.base.origin}${door.base.pathname}`,
  };
}

function placeOf({ folder }: Setting, { base }: Door, { facts, fileName }: Parcel): URL {
  return below(base, ...foldersOf(folder, facts), fileName);
}

/** The folder must be there, a small file must come back as it went, a large one be taken, and both go. */
async function check(door: Door, chunkBytes: number): Promise<void> {
  const there = await send(door, folderUrl(door.base), { method: 'PROPFIND', headers: { depth: '0' } });
  if (there.status !== 207) throw problemOf(there);
  await drop(there);
  const place = below(door.base, `veiligsteller-proef-${crypto.randomUUID()}.txt`);
  const content = new Blob(['proef'], { type: 'text/plain' });
  await put(door, place, content);
  try {
    const back = await send(door, place);
    if (!back.ok || (await back.text()) !== 'proef') throw new TargetProblem('altered');
    // where a package goes in chunks, no request is larger than one
    await putLarge(door, place, chunkFolder(door.base, '') ? Math.min(chunkBytes, trialBytes) : trialBytes);
  } finally {
    await removed(door, place);
  }
}

/** Over what is usual: nginx takes 1 MB unless told otherwise, ModSecurity 12.5, IIS 28.6. */
const trialBytes = 32_000_000;
const block = 1_000_000;

/** In place of the small one, so what is refused now is its size: IIS says 404 to that. */
async function putLarge(door: Door, place: URL, bytes: number): Promise<void> {
  const zeros = new Uint8Array(block);
  const content = new Blob(
    Array.from({ length: bytes / block }, () => zeros),
    { type: 'text/plain' },
  );
  await put(door, place, content, true).catch((error: unknown) => {
    const { code, detail } = asProblem(error);
    throw code === 'place-missing' ? new TargetProblem('too-large', detail) : error;
  });
}

function folderUrl(url: URL): URL {
  return url.pathname.endsWith('/') ? url : new URL(`${url.pathname}/`, url.origin);
}

async function find(door: Door, place: URL, parcel: Parcel, onBytes?: (done: number) => void): Promise<Found> {
  const entity = await entityAt(door, place);
  if (!entity) return { at: 'absent' };
  if (entity.bytes !== undefined && entity.bytes !== parcel.bytes) return { at: 'different' };
  if (!(await isSame(door, place, parcel, onBytes))) return { at: 'different' };
  return { at: 'same', receipt: { ...receiptOf(place, parcel, entity.etag), isFound: true } };
}

async function entityAt(door: Door, place: URL) {
  const answer = await send(door, place, {
    method: 'PROPFIND',
    headers: { depth: '0', 'content-type': 'application/xml; charset=utf-8' },
    body: '<?xml version="1.0" encoding="utf-8"?><propfind xmlns="DAV:"><prop><getcontentlength/><getetag/></prop></propfind>',
  });
  if (answer.status === 404 || answer.status === 409) {
    await drop(answer);
    return undefined;
  }
  if (answer.status !== 207) throw problemOf(answer);
  return entityOf(answer);
}

async function isSame(door: Door, place: URL, { bytes, sha256 }: Parcel, onBytes?: (done: number) => void): Promise<boolean> {
  const answer = await send(door, place, { bytes });
  if (!answer.ok) throw problemOf(answer, { 404: 'altered' }); // it said to have it
  return (await hashOfBody(answer, bytes, onBytes)) === sha256;
}

interface Way {
  readonly setting: Setting;
  readonly door: Door;
  readonly chunkBytes: number;
}

async function deliver(way: Way, parcel: Parcel, onProgress: OnProgress): Promise<Receipt> {
  const { setting, door } = way;
  const place = placeOf(setting, door, parcel);
  await makeFolders(door, foldersOf(setting.folder, parcel.facts));
  const temporary = new URL(`${place.pathname}.${parcel.sha256.slice(0, 12)}.deel`, place.origin);
  onProgress('sending', 0);
  await sent(way, temporary, parcel, (done) => onProgress('sending', done));
  onProgress('sending', parcel.bytes);
  if (!(await isSame(door, temporary, parcel, (done) => onProgress('reading-back', done)))) {
    await removed(door, temporary);
    throw new TargetProblem('altered');
  }
  if (!(await moved(door, temporary, place))) return sentPlainly(door, place, temporary, parcel);
  const entity = await entityAt(door, place);
  if (!entity || (entity.bytes !== undefined && entity.bytes !== parcel.bytes)) throw new TargetProblem('altered');
  return receiptOf(place, parcel, entity.etag);
}

/** In chunks where the server offers them and it is more than one. */
async function sent({ door, chunkBytes }: Way, place: URL, parcel: Parcel, onSent: (done: number) => void): Promise<void> {
  const content = await parcel.read();
  const folder = chunkFolder(door.base, parcel.sha256);
  if (folder && content.size > chunkBytes && (await putInChunks(door, { folder, place, content, chunkBytes, onSent }))) return;
  await put(door, place, content, true);
}

/** Each folder on the way, from the top; one that is there already is fine (405), whatever the server says of it in between. */
async function makeFolders(door: Door, folders: readonly string[]): Promise<void> {
  for (let depth = 1; depth <= folders.length; depth++) {
    const folder = folderUrl(below(door.base, ...folders.slice(0, depth)));
    const answer = await send(door, folder, { method: 'MKCOL' });
    await drop(answer);
    if (answer.status !== 201 && answer.status !== 405 && !(await entityAt(door, folder))) throw problemOf(answer);
  }
}

/** `mayReplace`: only ever the temporary file of this very package. */
async function put(door: Door, place: URL, content: Blob, mayReplace = false): Promise<void> {
  const answer = await send(door, place, {
    method: 'PUT',
    headers: { 'content-type': content.type, ...(!mayReplace && { 'if-none-match': '*' }) },
    body: content,
    bytes: content.size,
  });
  if (answer.status !== 200 && answer.status !== 201 && answer.status !== 204) throw problemOf(answer);
  await drop(answer);
}

/** Answers false where the server cannot move. */
async function moved(door: Door, from: URL, to: URL): Promise<boolean> {
  const answer = await send(door, from, { method: 'MOVE', headers: { destination: to.href, overwrite: 'F' } });
  await drop(answer);
  if (answer.status === 405 || answer.status === 501) return false;
  if (answer.status !== 201 && answer.status !== 204) throw problemOf(answer);
  return true;
}

/** Without moving: straight under its own name, only where nothing stands there, and read back. */
async function sentPlainly(door: Door, place: URL, temporary: URL, parcel: Parcel): Promise<Receipt> {
  await removed(door, temporary);
  await put(door, place, await parcel.read());
  if (!(await isSame(door, place, parcel))) throw new TargetProblem('altered');
  return receiptOf(place, parcel, (await entityAt(door, place))?.etag);
}

/** Ours, and of no use any more; when it cannot be removed it is replaced by the next attempt. */
async function removed(door: Door, place: URL): Promise<void> {
  const answer = await send(door, place, { method: 'DELETE' });
  await drop(answer);
}

function receiptOf(place: URL, { bytes }: Parcel, etag: string | undefined): Receipt {
  return {
    where: decodeURI(place.href),
    ...(etag !== undefined && { version: etag }),
    bytes,
    at: new Date().toISOString(),
    certainty: 'read-back',
  };
}
