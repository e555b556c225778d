// All people in this file are invented.
import { describe, expect, it, vi } from 'vitest';
import { Failure } from '../../../lib/model/failure.ts';
import { createEscrowState } from '../../../lib/ui/escrowState.ts';
import type { OpenEntry } from '../../../lib/ui/escrowState.ts';
import { pretendWorker } from './worker.ts';

const file = JSON.stringify({
  schema: 'veiligsteller-kluis-1',
  dossier: 'VS-20261120-0001',
  keyId: 'kluis-2026',
  madeAt: '2026-11-20T10:00:00.000Z',
  entries: [{ label: 'Reageerder 1', jwe: 'a.b.c.d.e' }],
});
const key = JSON.stringify({ kty: 'EC', crv: 'P-256', x: 'x', y: 'y', d: 'd' });
const entry = {
  dossier: 'VS-20261120-0001',
  label: 'Reageerder 1',
  names: ['Fenna Kanariezoon'],
  handles: [],
  ids: [],
  urls: [],
  reactions: [],
};

function officer(open: OpenEntry = async () => entry, answers = {}) {
  const worker = pretendWorker({ logEscrowOpened: () => null, ...answers });
  const state = createEscrowState(worker.ask, open);
  state.takeFile(file);
  state.takeKey(key);
  return { state, worker };
}

describe('opening one entry', () => {
  it('is logged with its reason before anything is shown', async () => {
    const order: string[] = [];
    const { state, worker } = officer(async () => (order.push('opened'), entry), {
      logEscrowOpened: () => (order.push('logged'), null),
    });
    await state.open('Reageerder 1', ' Verzoek 2026-14 ');
    expect(order).toEqual(['logged', 'opened']);
    expect(worker.questionsOf('logEscrowOpened')).toEqual([
      { dossier: 'VS-20261120-0001', label: 'Reageerder 1', reason: 'Verzoek 2026-14' },
    ]);
    expect(state.opened.value).toEqual(entry);
  });

  it('does not happen without a reason', async () => {
    const open = vi.fn<OpenEntry>(async () => entry);
    const { state } = officer(open);
    await state.open('Reageerder 1', '  ');
    expect(open).not.toHaveBeenCalled();
  });

  it('does not happen when it cannot be logged', async () => {
    const open = vi.fn<OpenEntry>(async () => entry);
    const { state } = officer(open, { logEscrowOpened: new Failure('storage-failed') });
    await state.open('Reageerder 1', 'Verzoek 2026-14');
    expect(open).not.toHaveBeenCalled();
    expect(state.trouble.value).toBe('storage-failed');
  });

  it('tells a wrong key from a wrong file', () => {
    const { state } = officer();
    state.takeKey('{"kty":"EC","crv":"P-256","x":"x","y":"y"}');
    expect([state.trouble.value, state.hasKey.value]).toEqual(['not-a-key', false]);
    state.takeFile('<html>');
    expect([state.trouble.value, state.file.value]).toEqual(['not-an-escrow', undefined]);
  });

  it('leaves nothing on the screen when it is closed, and forgets the key', async () => {
    const { state } = officer();
    await state.open('Reageerder 1', 'Verzoek 2026-14');
    state.close();
    expect([state.opened.value, state.hasKey.value]).toEqual([undefined, false]);
  });
});
