/**
 * Microsoft Graph: a document library of SharePoint Online or OneDrive. Large files go through an upload session, in pieces, and go on
 * where they stopped. The session's own address carries its permission: the login is never sent there, and it is never kept or logged.
 */
import * as v from 'valibot';
import type { Receipt } from '../model/delivery.ts';
import type { Mapping, TargetSetting } from '../model/target.ts';
import { below, foldersOf } from './folder.ts';
import { drop, hashOfBody, json, parsed, plainly, send, withoutQuery } from './http.ts';
import type { Door } from './http.ts';
import { mappingsOf, toldTo } from './mapping.ts';
import type { Told } from './mapping.ts';
import { TargetProblem, asProblem, problemOf } from './problem.ts';
import { packageMime } from './target.ts';
import type { Annotated, Found, OnProgress, Parcel, Target } from './target.ts';

type Setting = Extract<TargetSetting, { kind: 'graph' }>;

const address = v.pipe(v.string(), v.url());
const Item = v.object({
  id: v.string(),
  size: v.number(),
  eTag: v.optional(v.string()),
  webUrl: v.optional(address),
  file: v.optional(v.object({ hashes: v.optional(v.object({ sha256Hash: v.optional(v.string()) })) })),
  '@microsoft.graph.downloadUrl': v.optional(address),
});
type Item = v.InferOutput<typeof Item>;
const Session = v.object({ uploadUrl: address });
const Range = v.object({ nextExpectedRanges: v.pipe(v.array(v.string()), v.minLength(1)) });

/** Graph wants multiples of 320 KiB. */
export const pieceUnit = 327_680;
const usualPiece = 32 * pieceUnit;

export function graph(setting: Setting, door: Door, pieceBytes = usualPiece): Target {
  const placeOf = ({ facts, fileName }: Parcel) => [...foldersOf(setting.folder, facts), fileName];
  return {
    async check() {
      const answer = await send(door, door.base);
      if (!answer.ok) throw problemOf(answer);
      parsed(v.object({ driveType: v.string() }), await json(answer));
      if (setting.properties) await checkColumns(door, mappingsOf(setting));
    },
    find: (parcel) => find(door, placeOf(parcel), parcel),
    async deliver(parcel, onProgress) {
      const path = placeOf(parcel);
      await sent(door, path, parcel, onProgress, pieceBytes);
      const item = await itemAt(door, path);
      const certainty = item && (await certaintyOf(item, parcel, (done) => onProgress('reading-back', done)));
      if (certainty) return receiptOf(item, parcel, certainty);
      if (item) await drop(await send(door, at(door, path), { method: 'DELETE' })); // ours, made just now, and not what we sent
      throw new TargetProblem('altered');
    },
    ...(setting.properties && {
      annotate: async (parcel) =>
        parcel.mime === packageMime ? annotated(door, placeOf(parcel), toldTo(setting, parcel.facts)) : {},
    }),
    describe: () => `Microsoft Graph, ${door.base.origin}${door.base.pathname}`,
  };
}

const Columns = v.object({ value: v.array(v.object({ name: v.string() })) });

async function checkColumns(door: Door, wanted: readonly Mapping[]): Promise<void> {
  const answer = await send(door, below(door.base, 'list', 'columns'));
  if (!answer.ok) throw problemOf(answer);
  const known = new Set(parsed(Columns, await json(answer)).value.map(({ name }) => name));
  if (wanted.some(({ property }) => !known.has(property))) throw new TargetProblem('type-missing');
}

/** Columns of the library; a column it does not know, or may not change, leaves the rest as it was. */
async function annotated(door: Door, path: readonly string[], told: readonly Told[]): Promise<Annotated> {
  const answer = await send(door, at(door, path, 'listItem/fields'), {
    method: 'PATCH',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(Object.fromEntries(told.map(({ property, value }) => [property, value]))),
  });
  if (!answer.ok) {
    await drop(answer);
    if (answer.status === 400 || answer.status === 403) return { metadata: 'refused' };
    throw problemOf(answer);
  }
  const fields = parsed(v.record(v.string(), v.unknown()), await json(answer));
  return { metadata: told.every(({ property, value }) => fields[property] === value) ? 'kept' : 'refused' };
}

/** `…/root:/map/bestand:` and what is asked of it. */
function at({ base }: Door, path: readonly string[], ask = ''): URL {
  const place = `${base.pathname.replace(/\/+$/, '')}/root:/${path.map(encodeURIComponent).join('/')}`;
  return new URL(ask === '' ? place : `${place}:/${ask}`, base.origin);
}

async function itemAt(door: Door, path: readonly string[]): Promise<Item | undefined> {
  const answer = await send(door, at(door, path));
  if (answer.ok) return parsed(Item, await json(answer));
  await drop(answer);
  if (answer.status !== 404) throw problemOf(answer);
  return undefined;
}

async function find(door: Door, path: readonly string[], parcel: Parcel): Promise<Found> {
  const item = await itemAt(door, path);
  if (!item) return { at: 'absent' };
  const certainty = await certaintyOf(item, parcel);
  return certainty ? { at: 'same', receipt: { ...receiptOf(item, parcel, certainty), isFound: true } } : { at: 'different' };
}

/** Its own SHA-256 where it keeps one (OneDrive), else what it gives back (SharePoint); undefined when it is not what we sent. */
async function certaintyOf(
  item: Item,
  { bytes, sha256 }: Parcel,
  onBytes?: (done: number) => void,
): Promise<'checksum' | 'read-back' | undefined> {
  if (item.size !== bytes) return undefined;
  const theirs = item.file?.hashes?.sha256Hash;
  if (theirs !== undefined) return theirs.toLowerCase() === sha256 ? 'checksum' : undefined;
  const place = item['@microsoft.graph.downloadUrl'];
  if (place === undefined) throw new TargetProblem('unexpected-answer');
  const answer = await plainly(new URL(place), { bytes });
  if (!answer.ok) throw problemOf(answer);
  return (await hashOfBody(answer, bytes, onBytes)) === sha256 ? 'read-back' : undefined;
}

async function sent(door: Door, path: readonly string[], parcel: Parcel, onProgress: OnProgress, piece: number): Promise<void> {
  const content = await parcel.read();
  const session = await openSession(door, path);
  onProgress('sending', 0);
  let done = 0;
  for (let faults = 0; done < content.size;) {
    try {
      done = await putPiece(session, content, done, Math.min(done + piece, content.size));
      onProgress('sending', done);
    } catch (error) {
      const { code } = asProblem(error);
      if (++faults > mostFaults || (code !== 'unreachable' && code !== 'server-error')) throw error;
      done = await whereItStands(session, content.size);
    }
  }
}
const mostFaults = 3;

/** `fail`: nothing of anybody is ever replaced; folders on the way come by themselves. */
async function openSession(door: Door, path: readonly string[]): Promise<URL> {
  const answer = await send(door, at(door, path, 'createUploadSession'), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ item: { '@microsoft.graph.conflictBehavior': 'fail' } }),
  });
  if (!answer.ok) throw problemOf(answer, { 409: 'exists-different' });
  return new URL(parsed(Session, await json(answer)).uploadUrl);
}

/** Answers how many bytes it has now: all of them, once it answers with the item. */
async function putPiece(session: URL, content: Blob, from: number, to: number): Promise<number> {
  const answer = await plainly(session, {
    method: 'PUT',
    headers: { 'content-range': `bytes ${from}-${to - 1}/${content.size}` },
    body: content.slice(from, to),
    bytes: to - from,
  });
  if (answer.status === 202) return nextIn(parsed(Range, await json(answer)));
  if (answer.status !== 200 && answer.status !== 201)
    throw problemOf(answer, { 404: 'server-error', 409: 'exists-different', 416: 'server-error' });
  parsed(v.object({ id: v.string() }), await json(answer)); // a page of something else says 200 too
  return content.size;
}

/** A session that is over answers 404: its last piece arrived after all, or it ran out; looking at the item tells. */
async function whereItStands(session: URL, all: number): Promise<number> {
  const answer = await plainly(session);
  if (answer.ok) return nextIn(parsed(Range, await json(answer)));
  await drop(answer);
  if (answer.status === 404) return all;
  throw problemOf(answer);
}

function nextIn({ nextExpectedRanges: [range = ''] }: v.InferOutput<typeof Range>): number {
  const next = Number.parseInt(range, 10);
  if (Number.isNaN(next)) throw new TargetProblem('unexpected-answer');
  return next;
}

function receiptOf({ id, eTag, webUrl }: Item, { bytes, fileName }: Parcel, certainty: Receipt['certainty']): Receipt {
  return {
    where: webUrl === undefined ? fileName : withoutQuery(webUrl),
    id,
    ...(eTag !== undefined && { version: eTag.replaceAll('"', '') }),
    bytes,
    at: new Date().toISOString(),
    certainty,
  };
}
