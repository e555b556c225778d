/**
 * CMIS 1.1: Alfresco, Nuxeo, OpenText. Sent under a temporary name, in pieces where the repository appends, read back,
 * and only then given its own name: the repository keeps names in a folder unique, so nothing is replaced and nothing comes twice.
 */
import type { Receipt } from '../model/delivery.ts';
import { openRepository, propertiesFor, typeNames } from './cmis-repository.ts';
import type { CmisObject, CmisSetting, Repository } from './cmis-repository.ts';
import { foldersOf } from './folder.ts';
import { hashOfBody, send } from './http.ts';
import type { Door } from './http.ts';
import { TargetProblem, problemOf } from './problem.ts';
import type { Found, OnProgress, Parcel, Target } from './target.ts';

/** Above this a package goes in pieces of this size, where the repository can. */
const usualPiece = 32_000_000;

export function cmis(setting: CmisSetting, door: Door, pieceBytes = usualPiece): Target {
  const folders = ({ facts }: Parcel) => foldersOf(setting.folder, facts);
  return {
    async check() {
      const repository = await openRepository(setting, door);
      for (const type of typeNames(setting)) await repository.type(type);
      await propertiesFor(setting, repository, {}); // says which property is not known there
      if (!(await repository.object([]))) throw new TargetProblem('place-missing');
    },
    async find(parcel) {
      const repository = await openRepository(setting, door);
      return find(repository, door, [...folders(parcel), parcel.fileName], parcel);
    },
    async deliver(parcel, onProgress) {
      const repository = await openRepository(setting, door);
      return deliver({ setting, door, repository, pieceBytes }, folders(parcel), parcel, onProgress);
    },
    describe: () => `CMIS, ${door.base.origin}${door.base.pathname}`,
  };
}

async function find(repository: Repository, door: Door, path: readonly string[], parcel: Parcel): Promise<Found> {
  const found = await repository.object(path);
  if (!found) return { at: 'absent' };
  if (!(await isSame(repository, door, found, parcel))) return { at: 'different' };
  return { at: 'same', receipt: { ...receiptOf(repository, path, found, parcel), isFound: true } };
}

async function isSame(
  repository: Repository,
  door: Door,
  object: CmisObject,
  parcel: Parcel,
  onBytes?: (done: number) => void,
): Promise<boolean> {
  if (object.bytes !== undefined && object.bytes !== parcel.bytes) return false;
  const answer = await send(door, repository.contentOf(object), { bytes: parcel.bytes });
  if (!answer.ok) throw problemOf(answer, { 404: 'altered', 409: 'altered' }); // 409: it has no content
  return (await hashOfBody(answer, parcel.bytes, onBytes)) === parcel.sha256;
}

interface Way {
  readonly setting: CmisSetting;
  readonly door: Door;
  readonly repository: Repository;
  readonly pieceBytes: number;
}

async function deliver(way: Way, folders: readonly string[], parcel: Parcel, onProgress: OnProgress): Promise<Receipt> {
  const { repository, door } = way;
  await makeFolders(repository, folders);
  const temporary = `${parcel.fileName}.${parcel.sha256.slice(0, 12)}.deel`;
  const remains = await repository.object([...folders, temporary]);
  if (remains) await repository.remove(remains);
  const made = await sent(way, [...folders], temporary, parcel, onProgress);
  if (!(await isSame(repository, door, made, parcel, (done) => onProgress('reading-back', done)))) {
    await repository.remove(made);
    throw new TargetProblem('altered');
  }
  await repository.rename(made, parcel.fileName);
  const named = await repository.object([...folders, parcel.fileName]);
  if (!named || (named.bytes !== undefined && named.bytes !== parcel.bytes)) throw new TargetProblem('altered');
  return receiptOf(repository, [...folders, parcel.fileName], named, parcel);
}

async function makeFolders(repository: Repository, folders: readonly string[]): Promise<void> {
  for (let depth = 1; depth <= folders.length; depth++) {
    const path = folders.slice(0, depth);
    if (await repository.object(path)) continue;
    const problem = await repository.makeFolder(path.slice(0, -1), path.at(-1) ?? '');
    // made meanwhile by another computer: just as well
    if (problem && !(await repository.object(path))) throw problem;
  }
}

/** The first piece makes the document, the rest is appended to it. */
async function sent(way: Way, folders: string[], name: string, parcel: Parcel, onProgress: OnProgress): Promise<CmisObject> {
  const { setting, repository } = way;
  const content = await parcel.read();
  const isVersioned = await repository.type(typeNames(setting)[0] ?? '').then(({ versionable }) => versionable);
  const piece = repository.appends && !isVersioned ? way.pieceBytes : content.size;
  onProgress('sending', 0);
  const first = content.slice(0, piece, parcel.mime);
  let made = await repository.create(folders, await propertiesFor(setting, repository, parcel.facts, name), first, isVersioned);
  for (let at = first.size; at < content.size; at += piece) {
    onProgress('sending', at);
    made = await repository.append(made, content.slice(at, at + piece, parcel.mime), at + piece >= content.size);
  }
  onProgress('sending', content.size);
  return made;
}

function receiptOf(repository: Repository, path: readonly string[], { id, version }: CmisObject, { bytes }: Parcel): Receipt {
  return {
    where: `/${path.join('/')} (${repository.id})`,
    id,
    ...(version !== undefined && version !== '' && { version }),
    bytes,
    at: new Date().toISOString(),
    certainty: 'read-back',
  };
}
