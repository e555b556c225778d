/** R20: how many, of which kind, where, by which rule. Never what, never how long. */
import type { LedgerLine, RedactionKind } from '../model/capture.ts';
import type { Finding } from './findings.ts';

type LedgerField = LedgerLine['field'];

export interface Ledger {
  add(where: string, field: LedgerField, kind: RedactionKind, rule: string, count?: number): void;
  addAll(where: string, field: LedgerField, found: readonly Finding[]): void;
  readonly lines: LedgerLine[];
}

export function ledger(): Ledger {
  const lines = new Map<string, { kind: RedactionKind; where: string; field: LedgerField; rule: string; count: number }>();
  const add: Ledger['add'] = (where, field, kind, rule, count = 1) => {
    const key = [where, field, kind, rule].join(' ');
    const line = lines.get(key) ?? { kind, where, field, rule, count: 0 };
    line.count += count;
    lines.set(key, line);
  };
  return {
    add,
    addAll: (where, field, found) => {
      for (const finding of found) add(where, field, finding.kind, finding.rule);
    },
    get lines() {
      return [...lines.values()];
    },
  };
}
