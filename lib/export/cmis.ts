/**
 * CMIS 1.1: Alfresco, Nuxeo, OpenText. Sent under a temporary name, in pieces where the repository appends, read back,
 * and only then given its own name: the repository keeps names in a folder unique, so nothing is replaced and nothing comes twice.
 */
import type { Receipt } from '../model/delivery.ts';
import { appendsToCopies, isSame, pathText, receiptOf, sentInPieces } from './cmis-content.ts';
import type { Way } from './cmis-content.ts';
import { openRepository, propertiesFor, typeNames } from './cmis-repository.ts';
import type { CmisObject, CmisSetting, Repository } from './cmis-repository.ts';
import { firstVersion, newVersion, versionReceipt } from './cmis-version.ts';
import { foldersOf } from './folder.ts';
import type { Door } from './http.ts';
import { TargetProblem } from './problem.ts';
import type { Found, OnProgress, Parcel, Target } from './target.ts';

/** Above this a package goes in pieces of this size, where the repository can. */
const usualPiece = 32_000_000;

export function cmis(setting: CmisSetting, door: Door, pieceBytes = usualPiece): Target {
  const open = async (): Promise<Way> => ({ setting, door, pieceBytes, repository: await openRepository(setting, door) });
  const foldersFor = ({ facts }: Parcel) => foldersOf(setting.folder, facts);
  return {
    async check() {
      const { repository } = await open();
      for (const type of typeNames(setting)) await repository.type(type);
      await propertiesFor(setting, repository, {}); // says which property is not known there
      if (!(await repository.object([]))) throw new TargetProblem('place-missing');
    },
    async find(parcel) {
      return find(await open(), [...foldersFor(parcel), parcel.fileName], parcel);
    },
    async deliver(parcel, onProgress) {
      const way = await open();
      const folders = foldersFor(parcel);
      const version = await newVersion(way, [...folders, parcel.fileName], parcel, onProgress);
      return version ?? deliver(way, folders, parcel, onProgress);
    },
    describe: () => `CMIS, ${door.base.origin}${door.base.pathname}`,
  };
}

/** As the latest version of what it corrects, under its own name, or by its number when a correction took that name since. */
async function find(way: Way, path: readonly string[], parcel: Parcel): Promise<Found> {
  const { repository } = way;
  const { corrects, known } = parcel;
  const latest = corrects && (await repository.byId(corrects.id, 'latest'));
  if (latest && (await isSame(way, latest, parcel))) return same(await versionReceipt(way, path, latest, parcel));
  const named = await repository.object(path);
  if (named && (await isSame(way, named, parcel))) return same(receiptOf(repository, pathText(path), named, parcel));
  const numbered = known === undefined ? undefined : await repository.byId(known, 'this');
  if (numbered && (await isSame(way, numbered, parcel)))
    return same(receiptOf(repository, numbered.name ?? parcel.fileName, numbered, parcel));
  return { at: named ? 'different' : 'absent' };
}

function same(receipt: Receipt): Found {
  return { at: 'same', receipt: { ...receipt, isFound: true } };
}

async function deliver(way: Way, folders: readonly string[], parcel: Parcel, onProgress: OnProgress): Promise<Receipt> {
  const { repository } = way;
  await makeFolders(repository, folders);
  const temporary = `${parcel.fileName}.${parcel.sha256.slice(0, 12)}.deel`;
  const remains = await repository.object([...folders, temporary]);
  if (remains) await withoutRemains(repository, remains);
  const made = await sent(way, [...folders], temporary, parcel, onProgress);
  if (!(await isSame(way, made, parcel, (done) => onProgress('reading-back', done)))) {
    await repository.remove(made);
    throw new TargetProblem('altered');
  }
  await repository.rename(made, parcel.fileName);
  const path = [...folders, parcel.fileName];
  const named = await repository.object(path);
  if (!named || (named.bytes !== undefined && named.bytes !== parcel.bytes)) throw new TargetProblem('altered');
  return receiptOf(repository, pathText(path), named, parcel);
}

/** Of an attempt that broke off: with the working copy that was being filled, where there was one. */
async function withoutRemains(repository: Repository, remains: CmisObject): Promise<void> {
  const copy = remains.workingCopy === undefined ? undefined : await repository.byId(remains.workingCopy, 'this');
  if (copy) await repository.cancelCheckOut(copy);
  await repository.remove(remains);
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

async function sent(way: Way, folders: string[], name: string, parcel: Parcel, onProgress: OnProgress): Promise<CmisObject> {
  const { setting, repository } = way;
  const { versionable } = await repository.type(typeNames(setting)[0] ?? '');
  const properties = await propertiesFor(setting, repository, parcel.facts, name);
  if (versionable && goesByCopy(way, parcel)) return firstVersion(way, folders, properties, parcel, onProgress);
  const piece = repository.appends === 'anytime' && !versionable ? way.pieceBytes : parcel.bytes;
  const create = (content: Blob) => repository.create(folders, properties, versionable ? 'major' : 'none', content);
  return sentInPieces(way, parcel, piece, create, onProgress);
}

/** A version is whole or is not: what goes in pieces goes in a working copy. */
function goesByCopy({ repository, pieceBytes }: Way, { bytes }: Parcel): boolean {
  if (!repository.makesWhole) return true;
  return bytes > pieceBytes && repository.setsCopies && appendsToCopies(repository);
}
