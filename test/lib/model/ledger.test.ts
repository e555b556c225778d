import { expect, it } from 'vitest';
import { redactionsByKind } from '../../../lib/model/ledger.ts';

it('counts what stands in the text and in its rendered copy once', () => {
  const line = { kind: 'bsn', where: 'reactie-0001', rule: 'patroon.bsn' } as const;
  expect(
    redactionsByKind([
      { ...line, field: 'text', count: 1 },
      { ...line, field: 'fragment', count: 1 },
    ]),
  ).toEqual({ bsn: 1 });
  expect(
    redactionsByKind([
      { ...line, field: 'text', count: 2 },
      { ...line, where: 'reactie-0002', field: 'fragment', count: 1 },
    ]),
  ).toEqual({ bsn: 3 });
});
