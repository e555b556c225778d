import { opaque } from '../../lib/practice/dice.ts';
import type { NetworkName } from './thread-model.ts';

/** Networks whose ids hold their moment: how far it is shifted, and what it counts from. */
const epochs = {
  x: { shift: 22n, from: 1_288_834_974_657n },
  mastodon: { shift: 16n, from: 0n },
  linkedin: { shift: 22n, from: 0n },
  instagram: { shift: 23n, from: 1_314_220_021_721n },
  threads: { shift: 23n, from: 1_314_220_021_721n },
} as const;

/** A platform id as the real ones are made, with its moment in it where they hold one; `sequence` keeps ids of the same millisecond apart. */
export function idAt(network: NetworkName, ms: number, sequence: number): string {
  if (network === 'tiktok') return ((BigInt(Math.floor(ms / 1_000)) << 32n) | BigInt(sequence * 4_099)).toString();
  if (network === 'bluesky') return tid(BigInt(ms) * 1_000n + BigInt(sequence % 1_000));
  if (network === 'facebook') return (100_000_000_000_000n + BigInt(ms) * 10_000n + BigInt(sequence % 10_000)).toString();
  if (network === 'youtube' || network === 'snapchat') return opaque(`${network}-${ms}-${sequence}`);
  const { shift, from } = epochs[network];
  return (((BigInt(ms) - from) << shift) | BigInt(sequence % 4_096)).toString();
}

/** Timestamp identifier of the AT protocol: microseconds and a clock id, base32-sortable, 13 characters. */
function tid(microseconds: bigint): string {
  const digits = '234567abcdefghijklmnopqrstuvwxyz';
  let value = microseconds << 10n;
  let text = '';
  for (let at = 0; at < 13; at += 1) {
    text = digits.charAt(Number(value & 31n)) + text;
    value >>= 5n;
  }
  return text;
}
