/** What a CMIS repository holds, against what we have: sent in pieces, read back, and told in a receipt. */
import type { Receipt } from '../model/delivery.ts';
import type { CmisObject, CmisSetting, Repository } from './cmis-repository.ts';
import { hashOfBody, send } from './http.ts';
import type { Door } from './http.ts';
import { problemOf } from './problem.ts';
import type { OnProgress, Parcel } from './target.ts';

/** How we talk to a repository. */
export interface Way {
  readonly setting: CmisSetting;
  readonly door: Door;
  readonly repository: Repository;
  readonly pieceBytes: number;
}

export async function isSame(
  { repository, door }: Pick<Way, 'repository' | 'door'>,
  object: CmisObject,
  parcel: Parcel,
  onBytes?: (done: number) => void,
): Promise<boolean> {
  if (object.bytes !== undefined && object.bytes !== parcel.bytes) return false;
  const answer = await send(door, repository.contentOf(object), { bytes: parcel.bytes });
  if (!answer.ok) throw problemOf(answer, { 404: 'altered', 409: 'altered' }); // 409: it has no content
  return (await hashOfBody(answer, parcel.bytes, onBytes)) === parcel.sha256;
}

/** `first` puts the first piece in its place; the rest is appended to it. */
export async function sentInPieces(
  { repository }: Way,
  parcel: Parcel,
  piece: number,
  first: (content: Blob) => Promise<CmisObject>,
  onProgress: OnProgress,
): Promise<CmisObject> {
  const content = await parcel.read();
  const end = Math.min(piece, content.size);
  onProgress('sending', 0);
  let made = await first(content.slice(0, end, parcel.mime));
  for (let at = end; at < content.size; at += piece) {
    onProgress('sending', at);
    made = await repository.append(made, content.slice(at, at + piece, parcel.mime), at + piece >= content.size);
  }
  onProgress('sending', content.size);
  return made;
}

export function appendsToCopies({ appends }: Repository): boolean {
  return appends === 'anytime' || appends === 'pwconly';
}

export function receiptOf({ id: repository }: Repository, place: string, { id, version }: CmisObject, { bytes }: Parcel): Receipt {
  return {
    where: `${place} (${repository})`,
    id,
    ...(version !== undefined && version !== '' && { version }),
    bytes,
    at: new Date().toISOString(),
    certainty: 'read-back',
  };
}

export function pathText(path: readonly string[]): string {
  return `/${path.join('/')}`;
}
