import type { NetworkName } from './thread-model.ts';

/** The same seed gives the same stand, on every machine. */
export interface Dice {
  /** 0 ≤ n < 1 */
  next(): number;
  /** Whole number, 0 ≤ n < below. */
  below(limit: number): number;
  /** True with this chance. */
  chance(share: number): boolean;
  pick<T>(from: readonly T[]): T;
}

export function dice(seed: number): Dice {
  let state = Math.imul(seed, 2_654_435_761) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    next,
    below,
    chance: (share) => next() < share,
    pick(from) {
      const picked = from[below(from.length)];
      if (picked === undefined) throw new Error('nothing to pick from');
      return picked;
    },
  };
}

const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789';

/** Short word that stands for a key or hash in an address. */
export function opaque(seed: string, length = 11): string {
  let hash = 2_166_136_261;
  for (const character of seed) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16_777_619) >>> 0;
  const roll = dice(hash);
  return Array.from({ length }, () => alphabet.charAt(roll.below(alphabet.length))).join('');
}

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
