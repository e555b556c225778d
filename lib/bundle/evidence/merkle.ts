/** D14: a Merkle tree (RFC 9162, 2.1): one root for all records, and a short proof that one record is under it. */
import { fromHex, hex, joined } from '../../model/bytes.ts';
import { sha256 } from './bytes.ts';

/** What a record is hashed as: 32 random bytes before its text, so that nobody can test a guess of a record that was left out. */
export function leafInput(salt: Uint8Array, text: string): Uint8Array {
  return joined([salt, new TextEncoder().encode(text)]);
}

/** Leaves and nodes are hashed with different first bytes: a node can never pass for a record. */
export function leafHash(input: Uint8Array): Promise<Uint8Array> {
  return sha256(joined([new Uint8Array([0]), input]));
}

function nodeHash(left: Uint8Array, right: Uint8Array): Promise<Uint8Array> {
  return sha256(joined([new Uint8Array([1]), left, right]));
}

/** One step from a leaf to the root: the hash beside it, and on which side that stands. */
export interface ProofStep {
  readonly side: 'links' | 'rechts';
  readonly hash: string;
}

/** All hashes of the tree, the leaves in the first row and the root alone in the last. */
export type Tree = readonly (readonly Uint8Array[])[];

/** A lone hash at the end of a row goes up as it is: this gives the same root as splitting at the largest power of two. */
export async function merkleTree(leaves: readonly Uint8Array[]): Promise<Tree> {
  const rows: Uint8Array[][] = [[...leaves]];
  for (let row = rows[0] ?? []; row.length > 1; row = rows.at(-1) ?? []) {
    const above: Uint8Array[] = [];
    for (let at = 0; at < row.length; at += 2) {
      const [left, right] = [row[at], row[at + 1]];
      if (left) above.push(right ? await nodeHash(left, right) : left);
    }
    rows.push(above);
  }
  return rows;
}

/** Hex; of no leaves at all it is the hash of nothing, as the standard says. */
export async function rootOf(tree: Tree): Promise<string> {
  const [root] = tree.at(-1) ?? [];
  return hex(root ?? (await sha256(new Uint8Array())));
}

export function proofOf(tree: Tree, index: number): ProofStep[] {
  const steps: ProofStep[] = [];
  let at = index;
  for (const row of tree.slice(0, -1)) {
    const beside = row[at % 2 === 0 ? at + 1 : at - 1];
    if (beside) steps.push({ side: at % 2 === 0 ? 'rechts' : 'links', hash: hex(beside) });
    at = Math.floor(at / 2);
  }
  return steps;
}

/** The root these steps lead to, as hex. */
export async function rootFrom(leaf: Uint8Array, steps: readonly ProofStep[]): Promise<string> {
  let at = leaf;
  for (const { side, hash } of steps) {
    const beside = fromHex(hash);
    at = side === 'links' ? await nodeHash(beside, at) : await nodeHash(at, beside);
  }
  return hex(at);
}
