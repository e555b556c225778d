// All accounts and people in this file are invented.
import { describe, expect, it, vi } from 'vitest';
import { scenarioTables } from '../../../entrypoints/common/scenarioTables.ts';
import { Failure } from '../../../lib/model/failure.ts';
import { createCaptureState } from '../../../lib/ui/captureState.ts';
import type { CaptureDeps } from '../../../lib/ui/captureState.ts';
import {
  captureB,
  exportedFile,
  job,
  policy,
  readyB,
  readyC,
  readyUnknown,
  startedAt,
  summaryOf,
} from '../../components/samples.ts';
import { handClock, pretendWorker, settle } from './worker.ts';

const settings = { policy, isManaged: false, isSetUp: true };
const dms = { kind: 'webdav', id: 'dms', name: 'Documentsysteem', url: 'https://dms.voorbeeld.example/', user: 'archief' } as const;
const justAfter = Date.parse(startedAt) + 60_000;

function popup(answers: Parameters<typeof pretendWorker>[0], change: Partial<CaptureDeps> = {}) {
  const worker = pretendWorker({
    jobOf: () => null,
    getPolicy: settings,
    startCapture: job({ step: 'starting' }),
    stopCapture: () => null,
    ...answers,
  });
  const clock = handClock();
  const requestPermission = vi.fn<CaptureDeps['requestPermission']>(async () => true);
  const state = createCaptureState({
    ask: worker.ask,
    tabId: 7,
    every: clock.every,
    now: () => justAfter,
    mayReach: async () => true,
    requestPermission,
    saveFile: vi.fn<CaptureDeps['saveFile']>(),
    openDashboard: vi.fn<CaptureDeps['openDashboard']>(),
    openPage: vi.fn<CaptureDeps['openPage']>(),
    tables: scenarioTables,
    ...change,
  });
  return { state, worker, clock, requestPermission };
}

const done = {
  getCapture: captureB,
  listCaptures: [summaryOf(captureB)],
};

async function started(answers: Parameters<typeof pretendWorker>[0] = {}) {
  const all = popup({ lookAtPage: readyB, ...answers });
  await all.state.open();
  await all.state.start();
  return all;
}

describe('opening the popup', () => {
  it('shows the page and the proposal of the worker', async () => {
    const { state } = popup({ lookAtPage: readyB });
    await state.open();
    expect(state.screen.value).toMatchObject({ at: 'choosing', page: { platform: 'x' } });
    expect(state.choices.scenario.value).toBe('B');
    expect(state.choices.missing.value).toEqual([]);
  });

  it('looks again at a page that was still loading, until it tells whether one can reply', async () => {
    const { displayedReactions: _none, ...loading } = { ...readyB, replies: 'unknown' as const };
    const { state, worker, clock } = popup({ lookAtPage: loading });
    await state.open();
    await clock.tick();
    expect(state.screen.value).toMatchObject({ page: { replies: 'unknown' } });
    worker.set('lookAtPage', readyB);
    await clock.tick(2);
    expect(state.screen.value).toMatchObject({ page: { replies: 'yes' } });
    expect(clock.isTicking()).toBe(false);
    expect(worker.questionsOf('lookAtPage')).toHaveLength(3);
  });

  it('gives up looking after a while, and keeps what the user filled in', async () => {
    const { state, worker, clock } = popup({ lookAtPage: { ...readyC, replies: 'unknown' } });
    await state.open();
    state.choices.choose({ capacity: 'Als bewindspersoon' });
    await clock.tick(20);
    expect(worker.questionsOf('lookAtPage').length).toBeLessThan(10);
    expect(state.choices.choice.value.capacity).toBe('Als bewindspersoon');
    expect(clock.isTicking()).toBe(false);
  });

  it('does not look again once the capture runs', async () => {
    const { state, worker, clock } = popup({ lookAtPage: { ...readyB, replies: 'unknown' }, jobOf: () => null });
    await state.open();
    await state.start();
    worker.set('jobOf', job());
    await clock.tick(3);
    expect(worker.questionsOf('lookAtPage')).toHaveLength(1);
    expect(state.screen.value.at).toBe('running');
  });

  it('says why a page of direct messages is refused and starts nothing', async () => {
    const { state, worker } = popup({ lookAtPage: { state: 'refused', code: 'out-of-scope', host: 'x.com' } });
    await state.open();
    await state.start();
    expect(state.screen.value).toEqual({ at: 'refused', code: 'out-of-scope', host: 'x.com' });
    expect(worker.questionsOf('startCapture')).toEqual([]);
  });

  it('shows a failure of the worker by its code', async () => {
    const { state } = popup({ lookAtPage: new Failure('page-not-understood') });
    await state.open();
    expect(state.screen.value).toMatchObject({ at: 'failed', code: 'page-not-understood' });
  });
});

describe('what a person must say', () => {
  it('asks what kind of account it is before proposing anything for an account outside the register', async () => {
    const { state, worker } = popup({ lookAtPage: readyUnknown });
    await state.open();
    expect(state.choices.missing.value).toEqual(['account']);
    await state.start();
    expect(state.choices.isPointingOut.value).toBe(true);
    expect(worker.questionsOf('startCapture')).toEqual([]);

    state.choices.choose({ account: 'corporate' });
    expect(state.choices.scenario.value).toBe('B');
    await state.start();
    expect(worker.questionsOf('startCapture')).toEqual([{ tabId: 7, scenario: 'B', accountType: 'corporate' }]);
  });

  it('never starts on a page that is not ours (R14, R15)', async () => {
    const { state, worker } = popup({ lookAtPage: readyUnknown });
    await state.open();
    state.choices.choose({ account: 'niet-van-ons' });
    await state.start();
    expect(state.choices.missing.value).toEqual(['not-ours']);
    expect(worker.questionsOf('startCapture')).toEqual([]);
  });

  it('wants a reason for departing from the proposal, and sends it', async () => {
    const { state, worker } = popup({ lookAtPage: readyB });
    await state.open();
    state.choices.choose({ scenario: 'A' });
    await state.start();
    expect(state.choices.missing.value).toEqual(['reason']);
    expect(worker.questionsOf('startCapture')).toEqual([]);

    state.choices.choose({ reason: ' Reacties staan in een eigen dossier ' });
    await state.start();
    expect(worker.questionsOf('startCapture')).toEqual([
      { tabId: 7, scenario: 'A', reason: 'Reacties staan in een eigen dossier' },
    ]);
  });

  it('shows what the chosen scenario keeps, not what the proposed one would have kept', async () => {
    const { state } = popup({ lookAtPage: readyB });
    await state.open();
    expect(state.choices.shown.value.keeps).toContain('reactions');
    state.choices.choose({ scenario: 'A' });
    expect(state.choices.shown.value.keeps).not.toContain('reactions');
    expect(state.choices.shown.value.removes).toContain('reactions');
  });

  it('forgets the reason when the proposal is followed after all', async () => {
    const { state, worker } = popup({ lookAtPage: readyB });
    await state.open();
    state.choices.choose({ scenario: 'A', reason: 'Bij nader inzien niet' });
    state.choices.followProposal();
    await state.start();
    expect(worker.questionsOf('startCapture')).toEqual([{ tabId: 7, scenario: 'B' }]);
  });

  it('wants a capacity and a reason for a post of a hybrid account (R9)', async () => {
    const { state, worker } = popup({ lookAtPage: readyC });
    await state.open();
    await state.start();
    expect(state.choices.missing.value).toEqual(['capacity', 'selectionReason']);
    expect(state.capacities.value).toEqual(policy.capacities);

    state.choices.choose({ capacity: 'Als bewindspersoon', selectionReason: 'Kondigt een besluit aan' });
    await state.start();
    expect(worker.questionsOf('startCapture')).toEqual([
      { tabId: 7, scenario: 'C', capacity: 'Als bewindspersoon', selectionReason: 'Kondigt een besluit aan' },
    ]);
  });

  it('sends the user from the profile of a hybrid account to the one post (R9)', async () => {
    const { state, worker } = popup({ lookAtPage: { ...readyC, pageKind: 'profile' } });
    await state.open();
    state.choices.choose({ capacity: 'Als bewindspersoon', selectionReason: 'Kondigt een besluit aan' });
    await state.start();
    expect(state.choices.missing.value).toEqual(['single-post']);
    expect(worker.questionsOf('startCapture')).toEqual([]);
  });
});

describe('permission for media', () => {
  it('is asked within the click, before anything is awaited', async () => {
    const { state, requestPermission } = popup({ lookAtPage: readyB });
    await state.open();
    const starting = state.start();
    expect(requestPermission).toHaveBeenCalledWith(['https://*.twimg.com/*']);
    await starting;
    expect(state.isMediaRefused.value).toBe(false);
  });

  it('may be refused: the capture starts all the same and says that media will be missing', async () => {
    const { state, worker } = popup({ lookAtPage: readyB }, { requestPermission: async () => false });
    await state.open();
    await state.start();
    expect(state.isMediaRefused.value).toBe(true);
    expect(worker.questionsOf('startCapture')).toHaveLength(1);
  });

  it('is not asked when nothing needs it', async () => {
    const { state, requestPermission } = popup({ lookAtPage: { ...readyB, needsPermission: [] } });
    await state.open();
    await state.start();
    expect(requestPermission).not.toHaveBeenCalled();
  });
});

describe('a running capture', () => {
  it('starts once, however often the button is pressed', async () => {
    const { state, worker } = popup({ lookAtPage: readyB });
    await state.open();
    await Promise.all([state.start(), state.start(), state.start()]);
    expect(worker.questionsOf('startCapture')).toHaveLength(1);
  });

  it('shows its numbers, and then its result', async () => {
    const { state, worker, clock } = await started(done);
    worker.set('jobOf', job({ step: 'reading', reactions: 40 }));
    await clock.tick();
    expect(state.screen.value).toMatchObject({ at: 'running', job: { step: 'reading', reactions: 40 } });

    worker.set('jobOf', job({ step: 'done', captureId: captureB.id }));
    await clock.tick();
    expect(state.screen.value).toMatchObject({ at: 'result', summary: { id: captureB.id, state: 'stripped' } });
    expect(clock.isTicking()).toBe(false);
  });

  it('shows why it failed', async () => {
    const { state, worker, clock } = await started();
    worker.set('jobOf', job({ failure: { code: 'gate-closed', detail: { hits: 1 } } }));
    await clock.tick();
    expect(state.screen.value).toEqual({ at: 'failed', code: 'gate-closed', detail: { hits: 1 } });
    expect(clock.isTicking()).toBe(false);
  });

  it('stays on the screen as being stopped until the worker has an end', async () => {
    const { state, worker, clock } = await started(done);
    await state.stop();
    expect(worker.questionsOf('stopCapture')).toEqual([{ job: 'job-1' }]);
    worker.set('jobOf', job({ reactions: 500 }));
    await clock.tick();
    expect(state.screen.value).toMatchObject({ at: 'running', isStopping: true, job: { reactions: 500 } });
  });

  it('can be stopped once more while what was read is stripped, which is another stop (F23)', async () => {
    const { state, worker, clock } = await started();
    await state.stop();
    worker.set('jobOf', job({ step: 'media' }));
    await clock.tick();
    expect(state.screen.value).toMatchObject({ at: 'running', isStopping: false });
    await state.stop();
    worker.set('jobOf', job({ step: 'stripping' }));
    await clock.tick();
    expect(state.screen.value).toMatchObject({ at: 'running', isStopping: true });
    expect(worker.questionsOf('stopCapture')).toHaveLength(2);
  });

  it('survives a worker that is started again', async () => {
    const { state, worker, clock } = await started();
    worker.set('jobOf', new Failure('interrupted'));
    await clock.tick(3);
    worker.set('jobOf', job({ reactions: 77 }));
    await clock.tick();
    expect(state.screen.value).toMatchObject({ at: 'running', job: { reactions: 77 } });
  });

  it('says so when the worker stays away', async () => {
    const { state, worker, clock } = await started();
    worker.set('jobOf', () => null);
    await clock.tick(12);
    expect(state.screen.value).toMatchObject({ at: 'failed', code: 'interrupted' });
  });
});

describe('closing and reopening the popup', () => {
  it('shows the capture that is running, without looking at the page again', async () => {
    const { state, worker, clock } = popup({ jobOf: job() });
    await state.open();
    expect(state.screen.value).toMatchObject({ at: 'running', job: { reactions: 412 } });
    expect(clock.isTicking()).toBe(true);
    expect(worker.questionsOf('lookAtPage')).toEqual([]);
  });

  it('shows the result of this page', async () => {
    const finished = job({ step: 'done', captureId: captureB.id });
    const { state } = popup({ jobOf: finished, ...done }, { address: `${captureB.url}?s=20` });
    await state.open();
    expect(state.screen.value.at).toBe('result');
  });

  it('looks at the page when the tab has gone on to another one', async () => {
    const finished = job({ step: 'done', captureId: captureB.id });
    const { state } = popup({ jobOf: finished, lookAtPage: readyB, ...done }, { address: 'https://x.com/MinVoorbeeld/status/2' });
    await state.open();
    expect(state.screen.value.at).toBe('choosing');
  });

  it('looks at the page when the capture was deleted since', async () => {
    const finished = job({ step: 'done', captureId: captureB.id });
    const { state } = popup({ jobOf: finished, lookAtPage: readyB, getCapture: new Failure('not-found'), listCaptures: [] });
    await state.open();
    expect(state.screen.value.at).toBe('choosing');
  });

  it('tells of a failure while it was closed, and looks again on demand', async () => {
    const { state } = popup({ jobOf: job({ failure: { code: 'navigated', detail: {} } }), lookAtPage: readyB });
    await state.open();
    expect(state.screen.value).toMatchObject({ at: 'failed', code: 'navigated' });
    await state.lookAgain();
    expect(state.screen.value.at).toBe('choosing');
  });

  it('leaves an old result to the dashboard', async () => {
    const finished = job({ step: 'done', captureId: captureB.id });
    const { state } = popup({ jobOf: finished, lookAtPage: readyB, ...done }, { now: () => justAfter + 3_600_000 });
    await state.open();
    expect(state.screen.value.at).toBe('choosing');
  });
});

describe('exporting from the popup', () => {
  const finished = { jobOf: job({ step: 'done', captureId: captureB.id }), ...done };

  it('speaks of a saved file only after the worker has confirmed it', async () => {
    const written = Promise.withResolvers<unknown>();
    const { state } = popup({ ...finished, exportCapture: written.promise });
    await state.open();
    const exporting = state.exportFile();
    expect(state.exports.progress.value).toEqual({ at: 'busy' });
    written.resolve({ ...exportedFile, pakbonName: 'VS-20261118-0002.pakbon.xml' });
    await exporting;
    expect(state.exports.progress.value).toMatchObject({ at: 'done', file: { bytes: exportedFile.bytes } });
  });

  it('keeps the result on the screen when the file could not be written', async () => {
    const { state } = popup({ ...finished, exportCapture: new Failure('export-failed') });
    await state.open();
    await state.exportFile();
    await settle();
    expect(state.exports.progress.value).toMatchObject({ at: 'failed', code: 'export-failed' });
    expect(state.screen.value.at).toBe('result');
  });
});

describe('a citizen’s letter', () => {
  const reactions = [{ item: '77', author: 'Fenna Kanariezoon @fenna', text: 'Ik maak bezwaar', isPicked: true }];

  it('is taken by what was said of it, and followed as any capture', async () => {
    const { state, worker, clock, requestPermission } = popup({
      lookAtPage: { ...readyB, needsPermission: ['https://pbs.twimg.com/*'] },
      listReactions: reactions,
      takeLetter: job({ step: 'starting' }),
    });
    await state.open();
    await state.openLetter();
    expect(state.screen.value.at).toBe('letter');
    await state.takeLetter();
    expect(worker.questionsOf('takeLetter')).toEqual([]);
    state.letter.change({ kind: 'bezwaar', team: 'Juridische zaken', answerBy: '' });
    worker.set('jobOf', job({ step: 'done', captureId: captureB.id }));
    worker.set('getCapture', captureB);
    worker.set('listCaptures', [summaryOf(captureB)]);
    await state.takeLetter();
    expect(worker.questionsOf('takeLetter')).toEqual([{ tabId: 7, item: '77', kind: 'bezwaar', team: 'Juridische zaken' }]);
    expect(requestPermission).toHaveBeenCalledWith(['https://pbs.twimg.com/*']);
    await clock.tick();
    expect(state.screen.value.at).toBe('result');
    expect(state.letter.reactions.value).toBeUndefined();
  });

  it.each([
    { what: 'goes on its way at once where there is a place for it', targets: [dms], reviewPoints: 0, sent: 1 },
    { what: 'waits where somebody has to look first', targets: [dms], reviewPoints: 2, sent: 0 },
    { what: 'waits where there is no place for it', targets: [], reviewPoints: 0, sent: 0 },
  ])('$what (R11)', async ({ targets, reviewPoints, sent }) => {
    const { state, worker, clock } = popup({
      getPolicy: { ...settings, policy: { ...policy, targets } },
      lookAtPage: readyB,
      listReactions: reactions,
      takeLetter: job({ step: 'starting' }),
      listDeliveries: { deliveries: [], isPaused: false },
      deliverCapture: [],
    });
    await state.open();
    await state.openLetter();
    state.letter.change({ kind: 'bezwaar', team: 'Juridische zaken', answerBy: '' });
    worker.set('jobOf', job({ step: 'done', captureId: captureB.id }));
    worker.set('getCapture', captureB);
    worker.set('listCaptures', [{ ...summaryOf(captureB), reviewPoints }]);
    await state.takeLetter();
    await clock.tick();
    await vi.waitFor(() => expect(worker.questionsOf('listDeliveries').length).toBeGreaterThan(0));
    await vi.waitFor(() => expect(worker.questionsOf('deliverCapture')).toHaveLength(sent));
  });

  it('can be left alone again', async () => {
    const { state } = popup({ lookAtPage: readyB, listReactions: reactions });
    await state.open();
    await state.openLetter();
    state.closeLetter();
    expect(state.screen.value).toMatchObject({ at: 'choosing', page: { platform: 'x' } });
  });
});
