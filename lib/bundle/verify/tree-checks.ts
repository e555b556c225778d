/** The tree over the records: every record is the leaf it says it is, and all leaves together have the signed root. */
import { fromHex, hex } from '../../model/bytes.ts';
import { inputOf, isObject, leavesOf } from '../evidence/leaves.ts';
import type { SaltedLeaf } from '../evidence/leaves.ts';
import { leafHash, merkleTree, rootOf } from '../evidence/merkle.ts';
import { readRootFile, rootFileName } from '../evidence/tree-files.ts';
import type { Bag } from './bag-checks.ts';
import { printable } from './open.ts';
import { check } from './report.ts';
import type { Check } from './report.ts';

/** Every record of the package with its salt, in the order of the tree. */
export interface ReadTree {
  readonly leaves: readonly SaltedLeaf[];
  readonly hashes: readonly Uint8Array[];
}

export async function treeCheck(bag: Bag): Promise<{ readonly check: Check; readonly tree: ReadTree }> {
  const name = `verantwoording-${bag.id}-bewijs.json`;
  const listed = listedLeaves(bag.payload.get(`verantwoording-${bag.id}/${name}`)?.text);
  const records = recordsIn(bag);
  const leaves = records.map((leaf, at): SaltedLeaf => ({ ...leaf, salt: listed?.[at]?.salt ?? '' }));
  const hashes = await Promise.all(leaves.map(async (leaf) => leafHash(inputOf(leaf))));
  const stated = readRootFile(bag.files.get(rootFileName)?.text ?? '');
  const root = stated && (await rootOf(await merkleTree((listed ?? []).map(({ hash }) => fromHex(hash)))));
  const isRoot = root === stated?.root && stated?.count === (listed?.length ?? 0);
  return {
    check: check(
      'boom',
      `Alle ${records.length} gegevens (berichten, reacties, profielen) leiden naar de wortel in ${rootFileName}.`,
      `Er zijn gegevens die niet naar de wortel in ${rootFileName} leiden.`,
      [
        ...(stated ? [] : [`${rootFileName}: ontbreekt of is onleesbaar`]),
        ...(listed ? listProblems(name, listed, { leaves, hashes }) : [`${name}: ontbreekt of is onleesbaar`]),
        ...(isRoot || !stated ? [] : [`${rootFileName}: de wortel of het aantal is niet dat van ${name}`]),
      ],
    ),
    tree: { leaves, hashes },
  };
}

interface Listed {
  readonly place: string;
  readonly salt: string;
  readonly hash: string;
}

function listProblems(name: string, listed: readonly Listed[], { leaves, hashes }: ReadTree): string[] {
  return [
    ...(listed.length === leaves.length
      ? []
      : [`${name}: noemt ${listed.length} gegevens, in het pakket staan er ${leaves.length}`]),
    ...listed.flatMap((one, at) => leafProblems(name, one, leaves[at], hashes[at])),
  ];
}

function leafProblems(name: string, listed: Listed, leaf: SaltedLeaf | undefined, hash: Uint8Array | undefined): string[] {
  if (!leaf || !hash) return [`${printable(listed.place)}: ontbreekt, maar staat in ${name}`];
  if (leaf.place !== listed.place) return [`${printable(leaf.place)}: staat waar ${printable(listed.place)} hoort`];
  return hex(hash) === listed.hash ? [] : [`${printable(leaf.place)}: is niet het gegeven dat in de boom staat`];
}

/** In the order of the objects' names, as the builder has them. */
function recordsIn({ payload }: Bag) {
  const files = [...payload].filter(([path]) => path.endsWith('-gegevens.json')).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return files.flatMap(([path, { text }]) => leavesOf(path.split('/')[0] ?? '', parsed(text)));
}

function listedLeaves(text: string | undefined): Listed[] | undefined {
  const account = parsed(text);
  const leaves = isObject(account) ? account['bladeren'] : undefined;
  if (!Array.isArray(leaves)) return undefined;
  return leaves.map((leaf: unknown) => {
    const { plaats, zout, blad } = isObject(leaf) ? leaf : {};
    return { place: String(plaats), salt: String(zout), hash: String(blad) };
  });
}

function parsed(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined; // told by the caller
  }
}
