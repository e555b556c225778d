/** Tables over a capture: what was removed, and its media. Pure. */
import type { Capture, CapturedItem, LedgerLine, MediaRecord, RedactionKind } from '../model/capture.ts';
import { redactionsByKind } from '../model/ledger.ts';

export interface RemovedKind {
  readonly kind: RedactionKind;
  readonly count: number;
  readonly places: number;
}

/** R20 in short: how much of each kind, most first. */
export function removedByKind(ledger: readonly LedgerLine[]): RemovedKind[] {
  const sums = redactionsByKind(ledger);
  const kinds = [...Map.groupBy(ledger, ({ kind }) => kind)];
  return kinds
    .map(([kind, lines]) => ({ kind, count: sums[kind] ?? 0, places: new Set(lines.map(({ where }) => where)).size }))
    .toSorted((one, other) => other.count - one.count);
}

/** How many things went in all, each counted once. */
export function removedInAll(ledger: readonly LedgerLine[]): number {
  return removedByKind(ledger).reduce((total, { count }) => total + count, 0);
}

export interface LedgerRow {
  readonly kind: RedactionKind;
  readonly rule: string;
  readonly field: LedgerLine['field'];
  readonly count: number;
  readonly where: readonly { readonly key: string; readonly count: number }[];
}

/** R20 in full: one row for each kind, place in the item and rule, so text and rendered copy apart; the items below it. */
export function ledgerRows(ledger: readonly LedgerLine[]): LedgerRow[] {
  const rows = [...Map.groupBy(ledger, ({ kind, rule, field }) => `${kind} ${rule} ${field}`).values()];
  return rows.flatMap((lines) => {
    const [first] = lines;
    if (!first) return [];
    const where = [...Map.groupBy(lines, (line) => line.where)].map(([key, here]) => ({ key, count: sum(here) }));
    return [{ kind: first.kind, rule: first.rule, field: first.field, count: sum(lines), where }];
  });
}

function sum(lines: readonly LedgerLine[]): number {
  return lines.reduce((total, { count }) => total + count, 0);
}

export interface MediaLine {
  readonly where: string;
  readonly media: Exclude<MediaRecord, { state: 'text' }>;
}

/** Every medium with the item it belongs to; cards and polls are text and stand in the view. */
export function mediaLines(capture: Capture): MediaLine[] {
  const { profile } = capture;
  const ofProfile = profile ? [profile.avatar, profile.banner].flatMap((media) => mediaLine(profile.key, media)) : [];
  const ofItems = [...capture.posts, ...capture.reactions].flatMap((item) =>
    mediaOf(item).flatMap((media) => mediaLine(item.key, media)),
  );
  return [...ofProfile, ...ofItems];
}

function mediaOf(item: CapturedItem): readonly MediaRecord[] {
  return item.quote ? [...item.media, ...item.quote.media] : item.media;
}

function mediaLine(where: string, media: MediaRecord | undefined): MediaLine[] {
  return media && media.state !== 'text' ? [{ where, media }] : [];
}
