import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { Failure } from '../../../lib/model/failure.ts';
import type { CaptureSummary } from '../../../lib/model/job.ts';
import type { TakenCapture } from '../../../lib/model/recovery.ts';
import { createTakeAlongState } from '../../../lib/ui/takeAlongState.ts';
import { captureB, summaryOf } from '../../components/samples.ts';
import { noPacker, pretendWorker } from './worker.ts';

const line = (id: string, state: CaptureSummary['state']) => summaryOf({ ...captureB, id }, { state });
const filesOf = ({ id }: { id: string }) => ({ files: [{ fileName: `${id}.zip`, sha256: id.slice(-1).repeat(64) }] });

function taking(captures: readonly CaptureSummary[], answers: Parameters<typeof pretendWorker>[0] = {}, packer = {}) {
  const saved: (readonly TakenCapture[])[] = [];
  const worker = pretendWorker({ sealCapture: filesOf, tookAlong: () => null, ...answers });
  const save: typeof noPacker.save = (taken) => {
    saved.push(taken);
    return noPacker.save(taken);
  };
  const state = createTakeAlongState(worker.ask, { ...noPacker, save, ...packer }, signal(captures));
  return { state, worker, saved };
}

describe('alles meenemen', () => {
  it('chooses what is nowhere else, and on request what is only a file', () => {
    const { state } = taking([line('a1', 'stripped'), line('a2', 'delivered'), line('a3', 'secured'), line('a4', 'cleared')]);
    expect(state.chosen.value.map(({ id }) => id)).toEqual(['a1']);
    state.chooseSaved(true);
    expect(state.chosen.value.map(({ id }) => id)).toEqual(['a1', 'a2']);
  });

  it('never lets damaged bytes go along as a package, and says of each why it stays', async () => {
    const { state, saved, worker } = taking(
      [line('a1', 'sealed'), line('a2', 'sealed'), line('a3', 'stripped')],
      { sealCapture: ({ id }: { id: string }) => (id === 'a3' ? new Failure('gate-closed') : filesOf({ id })) },
      { isWhole: async ({ fileName }: { fileName: string }) => fileName !== 'a2.zip' },
    );
    await state.start();
    expect(saved).toEqual([
      [
        { id: 'a1', state: 'sealed', ...filesOf({ id: 'a1' }) },
        { id: 'a2', state: 'sealed', missing: 'storage-failed' },
        { id: 'a3', state: 'stripped', missing: 'gate-closed' },
      ],
    ]);
    expect(state.progress.value).toMatchObject({ at: 'done', packed: 1 });
    expect(worker.questionsOf('tookAlong')).toEqual([
      { fileName: 'veiligsteller-meenemen-20261122-1000.zip', packed: 1, missing: 2, manifest: '0'.repeat(64) },
    ]);
  });

  it('stops after the package it is at, and then writes nothing', async () => {
    const taken = taking([line('a1', 'stripped'), line('a2', 'stripped')], {
      sealCapture({ id }: { id: string }) {
        taken.state.stop();
        return filesOf({ id });
      },
    });
    await taken.state.start();
    expect(taken.state.progress.value).toEqual({ at: 'stopped' });
    expect(taken.worker.questionsOf('sealCapture')).toHaveLength(1);
    expect(taken.saved).toEqual([]);
    expect(taken.worker.questionsOf('tookAlong')).toEqual([]);
  });

  it('makes no file when nothing could be packed, and says so when the file could not be written', async () => {
    const none = taking([line('a1', 'stripped')], { sealCapture: new Failure('review-needed') });
    await none.state.start();
    expect(none.state.progress.value).toMatchObject({ at: 'nothing', missing: [{ id: 'a1', missing: 'review-needed' }] });
    const full = taking(
      [line('a1', 'sealed')],
      {},
      {
        save: async () => {
          throw new Failure('export-failed');
        },
      },
    );
    await full.state.start();
    expect(full.state.progress.value).toMatchObject({ at: 'failed', code: 'export-failed' });
    expect(full.worker.questionsOf('tookAlong')).toEqual([]);
  });
});
