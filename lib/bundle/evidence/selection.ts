/** A deelbewijs: chosen records of a package with the proof that each was in it, signed and stamped, without the rest (Woo). */
import { Failure } from '../../model/failure.ts';
import { bagOf } from '../verify/bag-checks.ts';
import type { Bag } from '../verify/bag-checks.ts';
import { openPackage } from '../verify/open.ts';
import { treeCheck } from '../verify/tree-checks.ts';
import type { ReadTree } from '../verify/tree-checks.ts';
import { zip } from '../zip.ts';
import type { ZipFile } from '../zip.ts';
import { joined } from '../../model/bytes.ts';
import { inputOf } from './leaves.ts';
import type { SaltedLeaf } from './leaves.ts';
import { merkleTree, proofOf } from './merkle.ts';
import type { ProofStep } from './merkle.ts';
import { keyFileName, rootsFileName, signatureFileName, signedFileName } from './seal.ts';
import { selectionReadMe } from './selection-readme.ts';
import { recordSummary, selectionView } from './selection-view.ts';
import type { RecordSummary } from './selection-view.ts';
import { rootFileName } from './tree-files.ts';

const selectionReadMeName = 'LEESMIJ-deelbewijs.txt';
const selectionViewName = 'weergave.html';
export const selectionListName = 'deelbewijs.json';

export interface ProvenRecord {
  readonly place: string;
  readonly salt: string;
  readonly path: readonly ProofStep[];
  readonly text: string;
}

/** Tag files that go along as they are: with them the root is known to be signed and stamped. */
const tagFiles = [signedFileName, signatureFileName, rootFileName, keyFileName, rootsFileName, 'bag-info.txt'];

export interface Selection {
  readonly zip: Blob;
  readonly fileName: string;
}

/** `places` as in the package's -bewijs.json, e.g. `reacties-123/reactie-0007`. `now` (ISO) is the date in the zip. */
export async function makeSelection(source: Blob, places: readonly string[], now: string): Promise<Selection> {
  const bag = bagOf(await openPackage(source));
  const { check, tree } = await treeCheck(bag);
  if (!check.ok) throw new Failure('export-failed', { reason: 'tree' });
  const records = await chosen(tree, places);
  if (records.length !== new Set(places).size || records.length === 0) throw new Failure('not-found', { object: 'gegeven' });
  const name = `${bag.id}-deelbewijs`;
  const files = [...ownFiles(bag.id, records), ...carried(bag)].map((file) => ({ ...file, path: `${name}/${file.path}` }));
  return {
    zip: await zip(
      files.toSorted((a, b) => (a.path < b.path ? -1 : 1)),
      now,
    ),
    fileName: `${name}.zip`,
  };
}

/** What can be chosen. */
export async function listRecords(source: Blob): Promise<(RecordSummary & { readonly place: string })[]> {
  const { tree } = await treeCheck(bagOf(await openPackage(source)));
  return tree.leaves.map(({ place, text }) => ({ place, ...recordSummary(text) }));
}

async function chosen({ leaves, hashes }: ReadTree, places: readonly string[]): Promise<ProvenRecord[]> {
  const tree = await merkleTree(hashes);
  const wanted = new Set(places);
  return leaves.flatMap(({ place, salt, text }, at) => (wanted.has(place) ? [{ place, salt, text, path: proofOf(tree, at) }] : []));
}

/** What the zip holds of our own making; verifying makes it again and compares. */
export function ownTexts(id: string, records: readonly ProvenRecord[]): ReadonlyMap<string, Uint8Array> {
  const named = records.map((record, at) => ({ ...record, name: String(at + 1).padStart(4, '0') }));
  const list = {
    kenmerk: id,
    toelichting:
      'Een selectie uit een archiefpakket. Het pad leidt van elk gegeven naar de wortel in merkle-sha256.txt (RFC 9162).',
    gegevens: named.map(({ name, place, salt, path }) => ({
      naam: name,
      plaats: place,
      zout: salt,
      pad: path.map(({ side, hash }) => ({ kant: side, hash })),
    })),
  };
  return new Map([
    [selectionReadMeName, encode(selectionReadMe(id, records.length))],
    [selectionViewName, encode(selectionView(id, records))],
    [selectionListName, encode(`${JSON.stringify(list, null, 1)}\n`)],
    ...named.flatMap(({ name, path, ...leaf }) => [
      [`gegevens/${name}.json`, encode(leaf.text)] as const,
      [`bladeren/${name}.blad`, joined([new Uint8Array([0]), inputOf(leaf satisfies SaltedLeaf)])] as const,
      [`bladeren/${name}.pad`, encode(path.map(({ side, hash }) => `${side} ${hash}\n`).join(''))] as const,
    ]),
  ]);
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function ownFiles(id: string, records: readonly ProvenRecord[]): ZipFile[] {
  return [...ownTexts(id, records)].map(([path, bytes]) => zipFile(path, bytes));
}

function carried({ files }: Bag): ZipFile[] {
  return [...files].flatMap(([path, { text, bytes }]) => {
    const content = bytes ?? (text === undefined ? undefined : new TextEncoder().encode(text));
    return content && (tagFiles.includes(path) || path.endsWith('.tsr')) ? [zipFile(path, content)] : [];
  });
}

function zipFile(path: string, content: Uint8Array): ZipFile {
  return { path, size: content.length, isText: true, bytes: async () => content };
}
