// All accounts and people in this file are invented.
import { describe, expect, it, vi } from 'vitest';
import { Failure } from '../../../lib/model/failure.ts';
import { createDashboardState } from '../../../lib/ui/dashboardState.ts';
import { captureB, captureC, exportedFile, log, summaries, view } from '../../components/samples.ts';
import { noPacker, noVerifier, noWaiting, pretendWorker, settle } from './worker.ts';

function dashboard(answers: Parameters<typeof pretendWorker>[0] = {}) {
  const worker = pretendWorker({
    capturesRevision: () => crypto.randomUUID(),
    listDue: [],
    listRuns: [],
    listCaptures: summaries,
    getCapture: ({ id }: { id: string }) => [captureB, captureC].find((capture) => capture.id === id) ?? new Failure('not-found'),
    getView: ({ id }: { id: string }) => `${view}<!-- ${id} -->`,
    getLog: log,
    deleteCapture: () => null,
    ...answers,
  });
  let now = 1_000_000;
  const go = vi.fn<(path: string) => void>();
  const saveFile = vi.fn<(name: string, content: string | Blob) => void>();
  const state = createDashboardState({
    watch: () => undefined,
    csv: () => '',
    requestPermission: async () => true,
    ask: worker.ask,
    now: () => now,
    ...noWaiting,
    go,
    saveFile,
    verifier: noVerifier,
    packer: noPacker,
    copyText: async () => undefined,
  });
  return { state, worker, go, wait: (milliseconds: number) => (now += milliseconds) };
}

const placeOf = ({ id }: { id: string }) => `#/veiligstelling/${id}`;

describe('the pages of the dashboard', () => {
  it('begin with the work list', async () => {
    const { state } = dashboard();
    await state.arrive('');
    expect(state.route.value).toEqual({ page: 'list' });
    expect(state.captures.loaded.value).toMatchObject({ at: 'loaded', value: { length: summaries.length } });
  });

  it('show one capture with its own log lines only', async () => {
    const { state } = dashboard();
    await state.arrive(placeOf(captureB));
    expect(state.one.value).toMatchObject({ at: 'loaded', value: { capture: { id: captureB.id } } });
    expect(state.one.value.at === 'loaded' && state.one.value.value.log.map(({ seq }) => seq)).toEqual([2, 3]);
  });

  it('load a small view at once and a large one on demand', async () => {
    const { state } = dashboard();
    await state.arrive(placeOf(captureC));
    expect(state.view.value).toMatchObject({ at: 'loaded' });
    await state.arrive(placeOf(captureB));
    expect(state.view.value).toBeUndefined();
    await state.showView();
    expect(state.view.value).toMatchObject({ at: 'loaded', value: expect.stringContaining(captureB.id) });
  });

  it('never show the view of the capture one just left', async () => {
    const late = Promise.withResolvers<string>();
    const { state } = dashboard({ getView: late.promise });
    await state.arrive(placeOf(captureB));
    const showing = state.showView();
    await state.arrive('#/handelingenlog');
    late.resolve('too late');
    await showing;
    expect(state.view.value).toBeUndefined();
  });

  it('say so when a capture is not there any more', async () => {
    const { state } = dashboard();
    await state.arrive('#/veiligstelling/VS-20200101-0001');
    expect(state.one.value).toEqual({ at: 'failed', code: 'not-found' });
  });

  it('know an address that does not exist', async () => {
    const { state } = dashboard();
    await state.arrive('#/veiligstelling/../../x');
    expect(state.route.value).toEqual({ page: 'unknown' });
  });
});

describe('acts on a capture', () => {
  it('deletes with the reason and goes back to the list', async () => {
    const { state, worker, go } = dashboard();
    await state.arrive(placeOf(captureB));
    expect(await state.remove(' Dubbel vastgelegd ')).toBe(true);
    expect(worker.questionsOf('deleteCapture')).toEqual([{ id: captureB.id, reason: 'Dubbel vastgelegd' }]);
    expect(go).toHaveBeenCalledWith('/');
  });

  it('stays and says why when deleting failed', async () => {
    const { state, go } = dashboard({ deleteCapture: new Failure('storage-failed') });
    await state.arrive(placeOf(captureB));
    expect(await state.remove('Dubbel vastgelegd')).toBe(false);
    expect(state.trouble.value?.code).toBe('storage-failed');
    expect(go).not.toHaveBeenCalled();
  });

  it('tells of an export once the file is there, and reads the capture again', async () => {
    const { state, worker } = dashboard({ exportCapture: { ...exportedFile, pakbonName: 'p.xml' } });
    await state.arrive(placeOf(captureB));
    await state.exportFile();
    await settle();
    expect(state.news.value).toEqual({ code: 'exported', id: captureB.id });
    expect(worker.questionsOf('getCapture')).toHaveLength(2);
  });

  it('tells of a deleted capture in the list, and no longer on the page after that', async () => {
    const { state } = dashboard();
    await state.arrive(placeOf(captureB));
    await state.remove('Staat in het DMS');
    await state.arrive('#/');
    expect(state.news.value).toEqual({ code: 'deleted', id: captureB.id });
    await state.arrive('#/handelingenlog');
    expect(state.news.value).toBeUndefined();
  });

  it('has no news of an export that failed', async () => {
    const { state } = dashboard({ exportCapture: new Failure('gate-closed') });
    await state.arrive(placeOf(captureB));
    await state.exportFile();
    expect(state.exports.progress.value).toMatchObject({ at: 'failed', code: 'gate-closed' });
    expect(state.news.value).toBeUndefined();
  });
});
