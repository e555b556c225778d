import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { fromHex, hex } from '../../../../lib/model/bytes.ts';
import { leafHash, leafInput, merkleTree, proofOf, rootFrom, rootOf } from '../../../../lib/bundle/evidence/merkle.ts';

/** The eight entries of the Certificate Transparency test vectors, and the roots of the first n of them (published with RFC 6962's reference code). */
const entries = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
const roots = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const leaves = () => Promise.all(entries.map((entry) => leafHash(fromHex(entry))));

describe('the tree', () => {
  it('has the roots of the published test vectors', async () => {
    const all = await leaves();
    const found = await Promise.all(roots.map(async (_, n) => rootOf(await merkleTree(all.slice(0, n + 1)))));
    expect(found).toEqual(roots);
  });

  it('of nothing has the hash of nothing', async () => {
    expect(await rootOf(await merkleTree([]))).toBe(createHash('sha256').digest('hex'));
  });

  it('proves every leaf of trees of every size up to 40, and no other', async () => {
    const many = await Promise.all(Array.from({ length: 41 }, (_, n) => leafHash(new Uint8Array([n]))));
    for (let size = 1; size <= 40; size += 1) {
      const tree = await merkleTree(many.slice(0, size));
      const root = await rootOf(tree);
      for (let at = 0; at < size; at += 1) {
        const proof = proofOf(tree, at);
        expect(await rootFrom(many[at]!, proof)).toBe(root);
        expect(proof.length).toBeLessThanOrEqual(Math.ceil(Math.log2(size)));
        expect((await rootFrom(many[(at + 1) % 41 || 1]!, proof)) === root).toBe(false);
      }
    }
  });

  it('never takes a node for a record', async () => {
    const [one, two] = await leaves();
    const tree = await merkleTree([one!, two!]);
    expect(hex(await leafHash(new Uint8Array([...one!, ...two!])))).not.toBe(await rootOf(tree));
  });

  it('hides what is left out: the same text with another salt is another leaf', async () => {
    const [a, b] = await Promise.all([1, 2].map((n) => leafHash(leafInput(new Uint8Array(32).fill(n), 'Wanneer geldt dit?'))));
    expect(hex(a!)).not.toBe(hex(b!));
  });
});
