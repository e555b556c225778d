/**
 * Versions. A first one that is large begins as an empty document, of which a working copy is filled in pieces and checked in.
 * R27: a corrected package becomes a new version of the document it corrects, where the repository keeps versions. It is put in a working
 * copy, read back there, and only then checked in: nothing half or damaged is ever a version, and the earlier one stays as it was.
 */
import type { Corrected, Receipt } from '../model/delivery.ts';
import { appendsToCopies, isSame, pathText, receiptOf, sentInPieces } from './cmis-content.ts';
import type { Way } from './cmis-content.ts';
import { propertiesFor } from './cmis-repository.ts';
import type { CmisObject, CmisProperty } from './cmis-repository.ts';
import { TargetProblem } from './problem.ts';
import type { OnProgress, Parcel } from './target.ts';

export async function firstVersion(
  way: Way,
  folders: readonly string[],
  properties: readonly CmisProperty[],
  parcel: Parcel,
  onProgress: OnProgress,
): Promise<CmisObject> {
  const { repository } = way;
  const empty = await repository.create(folders, properties, 'minor');
  const copy = await filledCopy(way, empty, parcel, onProgress);
  const name = properties.filter(({ property }) => property === 'cmis:name');
  return repository.checkIn(copy, name, '');
}

/** Undefined where a new document is to be made: nothing is corrected, nothing is there any more, or no versions are kept of it. */
export async function newVersion(
  way: Way,
  path: readonly string[],
  parcel: Parcel,
  onProgress: OnProgress,
): Promise<Receipt | undefined> {
  const { corrects } = parcel;
  const latest = corrects && (await versioned(way, corrects));
  if (!latest) return undefined;
  const copy = await filledCopy(way, latest, parcel, onProgress);
  if (!(await isSame(way, copy, parcel, (done) => onProgress('reading-back', done)))) {
    await way.repository.cancelCheckOut(copy);
    throw new TargetProblem('altered');
  }
  const { setting, repository } = way;
  const properties = await propertiesFor(setting, repository, parcel.facts, parcel.fileName);
  const changing = properties.filter(({ property }) => !fixed.has(property));
  const comment = `${parcel.fileName} in plaats van ${corrects.fileName}`;
  return versionReceipt(way, path, await repository.checkIn(copy, changing, comment), parcel);
}

/** What a document is, is not said again: it may have become more since. */
const fixed = new Set(['cmis:objectTypeId', 'cmis:secondaryObjectTypeIds']);

/** Its latest version, where a next one can be made. */
async function versioned({ setting, repository }: Way, { id }: Corrected): Promise<CmisObject | undefined> {
  if (setting.corrections === 'nieuw-document' || !repository.setsCopies) return undefined;
  const latest = await repository.byId(id, 'latest');
  if (latest?.type === undefined) return undefined;
  return (await repository.type(latest.type)).versionable ? latest : undefined;
}

async function filledCopy(way: Way, latest: CmisObject, parcel: Parcel, onProgress: OnProgress): Promise<CmisObject> {
  const { repository } = way;
  const copy = (await leftCopy(way, latest, parcel)) ?? (await repository.checkOut(latest));
  const piece = appendsToCopies(repository) ? way.pieceBytes : parcel.bytes;
  return sentInPieces(way, parcel, piece, (content) => repository.fill(copy, content), onProgress);
}

/** F19: the working copy of an attempt that broke off is used again; somebody else's is left alone. */
async function leftCopy({ repository, pieceBytes }: Way, latest: CmisObject, { bytes }: Parcel): Promise<CmisObject | undefined> {
  if (latest.isCheckedOut !== true) return undefined;
  const copy = latest.workingCopy === undefined ? undefined : await repository.byId(latest.workingCopy, 'this');
  const isOurs = copy && (copy.bytes === latest.bytes || copy.bytes === bytes || (copy.bytes ?? 0) % pieceBytes === 0);
  if (!isOurs) throw new TargetProblem('in-use');
  return copy;
}

/** Found under its own name, that is where it is; a repository that kept the earlier name has it there. */
export async function versionReceipt(
  { repository }: Pick<Way, 'repository'>,
  path: readonly string[],
  version: CmisObject,
  parcel: Parcel,
): Promise<Receipt> {
  const named = await repository.object(path);
  const place = named?.id === version.id ? pathText(path) : (version.name ?? parcel.fileName);
  return { ...receiptOf(repository, place, version, parcel), isNewVersion: true };
}
