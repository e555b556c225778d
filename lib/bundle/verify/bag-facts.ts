import type { Bag } from './bag-checks.ts';

/** What bag-info.txt says of key, log, row and stamps (`bagInfo` writes it). */
export interface BagFacts {
  readonly fingerprint?: string;
  readonly log?: { readonly first: number; readonly last: number; readonly hash: string; readonly omitted: readonly number[] };
  readonly previous?: { readonly id: string; readonly tagmanifest: string; readonly logSeq: number; readonly logHash: string };
  /** Files of the stamps in the bag. */
  readonly stamps: readonly string[];
  readonly waiting: readonly string[];
}

export function bagFacts({ files }: Bag): BagFacts {
  const info = files.get('bag-info.txt')?.text ?? '';
  const all = (label: string) => [...info.matchAll(new RegExp(`^${label}: (.*)$`, 'gm'))].map(([, value = '']) => value.trim());
  const [fingerprint] = all('Sleutel-Vingerafdruk');
  const [, first, last, hash] = /^(\d+)-(\d+) ([0-9a-f]{64})$/.exec(all('Handelingenlog-Kop')[0] ?? '') ?? [];
  const omitted = (all('Handelingenlog-Weggelaten')[0] ?? '').split(' ').filter(Boolean).map(Number);
  const previous = /^([A-Za-z0-9-]{1,40}) ([0-9a-f]{64}) (\d+) ([0-9a-f]{64})$/.exec(all('Vorig-Pakket')[0] ?? '');
  return {
    ...(fingerprint !== undefined && { fingerprint }),
    ...(hash !== undefined && { log: { first: Number(first), last: Number(last), hash, omitted } }),
    ...(previous && {
      previous: {
        id: previous[1] ?? '',
        tagmanifest: previous[2] ?? '',
        logSeq: Number(previous[3]),
        logHash: previous[4] ?? '',
      },
    }),
    stamps: all('Tijdstempel').map((value) => value.split(' ')[0] ?? ''),
    waiting: all('Tijdstempel-Volgt'),
  };
}
