/** The tree as files: its root among the tag files, so that it is signed and stamped; the salts in the account of how. */
import type { SaltedLeaf } from './leaves.ts';
import { hex } from '../../model/bytes.ts';

export const rootFileName = 'merkle-sha256.txt';

export interface RecordTree {
  readonly leaves: readonly SaltedLeaf[];
  readonly hashes: readonly Uint8Array[];
  readonly root: string;
}

export function rootFile({ root, leaves }: RecordTree): string {
  return `Boom: RFC 9162\nHash: SHA-256\nAantal: ${leaves.length}\nWortel: ${root}\n`;
}

export function readRootFile(text: string): { readonly count: number; readonly root: string } | undefined {
  const [, count, root] = /^Boom: RFC 9162\nHash: SHA-256\nAantal: (\d{1,9})\nWortel: ([0-9a-f]{64})\n$/.exec(text) ?? [];
  return count !== undefined && root !== undefined ? { count: Number(count), root } : undefined;
}

/** `-bewijs.json`: with it one record can be proven without the others (Woo). */
export function treeAccount(id: string, { leaves, hashes, root }: RecordTree): Record<string, unknown> {
  return {
    kenmerk: id,
    toelichting:
      'Elk bericht, elke reactie en elk profiel is een blad van één boom (RFC 9162, SHA-256). blad = SHA-256 over het byte 00, het zout (32 bytes) en de JSON van het gegeven met de sleutels op volgorde en zonder spaties. knoop = SHA-256 over het byte 01 en de twee hashes eronder. De wortel staat in merkle-sha256.txt en is met het pakket ondertekend. Het zout maakt dat niemand kan raden wat in een deelbewijs is weggelaten.',
    boom: { soort: 'RFC 9162', hash: 'SHA-256', aantal: leaves.length, wortel: root },
    bladeren: leaves.map(({ place, salt }, at) => ({ plaats: place, zout: salt, blad: hex(hashes[at] ?? new Uint8Array()) })),
  };
}
