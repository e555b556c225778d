import type { LedgerLine, RedactionKind } from './capture.ts';

/**
 * How many things were replaced, by kind. What stands in the text stands in the rendered copy (`fragment`) too and is
 * replaced in both: that is one thing, so per place the larger of the two numbers counts.
 */
export function redactionsByKind(ledger: readonly LedgerLine[]): Partial<Record<RedactionKind, number>> {
  const places = new Map<string, { kind: RedactionKind; record: number; copy: number }>();
  for (const { kind, where, field, count } of ledger) {
    const key = `${kind} ${where}`;
    const place = places.get(key) ?? { kind, record: 0, copy: 0 };
    if (field === 'fragment') place.copy += count;
    else place.record += count;
    places.set(key, place);
  }
  const sums: Partial<Record<RedactionKind, number>> = {};
  for (const { kind, record, copy } of places.values()) sums[kind] = (sums[kind] ?? 0) + Math.max(record, copy);
  return sums;
}
