/** R23: what the captures together say: how many, how complete, what was removed, and what is to be improved. Pure. */
import { redactionKinds } from '../model/capture.ts';
import type { CompletenessReason, CompletenessState, RedactionKind } from '../model/capture.ts';
import type { CaptureSummary } from '../model/job.ts';
import { platformNames } from '../model/platform.ts';
import type { PlatformId } from '../model/platform.ts';

export interface Numbers {
  /** yyyy-mm, oldest first, without gaps; the last year at most. */
  readonly months: readonly { readonly month: string; readonly count: number }[];
  readonly networks: readonly ({ readonly platform: PlatformId; readonly count: number } & Readonly<
    Record<CompletenessState, number>
  >)[];
  readonly removed: readonly { readonly kind: RedactionKind; readonly count: number }[];
  readonly shortfalls: readonly Shortfall[];
}

export interface Shortfall {
  readonly code: CompletenessReason;
  readonly count: number;
  readonly platforms: readonly PlatformId[];
  /** ISO, of the last capture with it. */
  readonly last: string;
}

/** What no longer counts (R27) counts here neither. */
export function numbersOf(captures: readonly CaptureSummary[]): Numbers {
  const counting = captures.filter(({ correction }) => !correction);
  return {
    months: monthsOf(counting),
    networks: networksOf(counting),
    removed: removedOf(counting),
    shortfalls: shortfallsOf(counting),
  };
}

function monthsOf(captures: readonly CaptureSummary[]): Numbers['months'] {
  const counts = Map.groupBy(captures, ({ capturedAt }) => capturedAt.slice(0, 7));
  const [first, last] = [[...counts.keys()].toSorted()[0], [...counts.keys()].toSorted().at(-1)];
  if (first === undefined || last === undefined) return [];
  const months: string[] = [];
  for (let month = first; month <= last; month = next(month)) months.push(month);
  return months.slice(-12).map((month) => ({ month, count: counts.get(month)?.length ?? 0 }));
}

function next(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 7);
}

function networksOf(captures: readonly CaptureSummary[]): Numbers['networks'] {
  const byNetwork = Map.groupBy(captures, ({ platform }) => platform);
  return [...byNetwork]
    .map(([platform, some]) => ({
      platform,
      count: some.length,
      OK: numberOf(some, 'OK'),
      TEKORT: numberOf(some, 'TEKORT'),
      ONVOLLEDIG: numberOf(some, 'ONVOLLEDIG'),
    }))
    .toSorted((one, other) => other.count - one.count || platformNames[one.platform].localeCompare(platformNames[other.platform]));
}

function numberOf(some: readonly CaptureSummary[], state: CompletenessState): number {
  return some.filter(({ completeness }) => completeness === state).length;
}

function removedOf(captures: readonly CaptureSummary[]): Numbers['removed'] {
  return redactionKinds
    .map((kind) => ({ kind, count: captures.reduce((sum, { removed }) => sum + (removed?.[kind] ?? 0), 0) }))
    .filter(({ count }) => count > 0)
    .toSorted((one, other) => other.count - one.count);
}

function shortfallsOf(captures: readonly CaptureSummary[]): Shortfall[] {
  const found = captures.flatMap((capture) => [...new Set(capture.shortfalls ?? [])].map((code) => ({ code, capture })));
  return [...Map.groupBy(found, ({ code }) => code)]
    .map(([code, some]) => ({
      code,
      count: some.length,
      platforms: [...new Set(some.map(({ capture }) => capture.platform))].toSorted(),
      last:
        some
          .map(({ capture }) => capture.capturedAt)
          .toSorted()
          .at(-1) ?? '',
    }))
    .toSorted((one, other) => other.count - one.count);
}
