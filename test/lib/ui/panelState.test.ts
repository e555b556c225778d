// All accounts and people in this file are invented.
import { describe, expect, it, vi } from 'vitest';
import { scenarioTables } from '../../../entrypoints/common/scenarioTables.ts';
import { Failure } from '../../../lib/model/failure.ts';
import { createCaptureState } from '../../../lib/ui/captureState.ts';
import type { CaptureDeps } from '../../../lib/ui/captureState.ts';
import { createWebcareState } from '../../../lib/ui/webcareState.ts';
import { createRoundState } from '../../../lib/ui/roundState.ts';
import { createPanelState } from '../../../lib/ui/panelState.ts';
import type { PanelDeps } from '../../../lib/ui/panelState.ts';
import { captureB, job, policy, reactions, readyB, readyUnknown, startedAt, summaryOf } from '../../components/samples.ts';
import { handClock, pretendWorker } from './worker.ts';

type Table = Parameters<typeof pretendWorker>[0];
const refused = { state: 'refused', code: 'not-a-page', host: '' };
const post = { tabId: 7, address: 'https://x.com/minvoorbeeld/status/1' };
const other = { tabId: 8, address: 'https://x.com/minvoorbeeld/status/2' };

function panel(answers: Table = {}) {
  const worker = pretendWorker({
    jobOf: () => null,
    getPolicy: { policy, isManaged: false, isSetUp: true },
    lookAtPage: readyB,
    listReactions: reactions,
    webcare: { isOn: false },
    ...answers,
  });
  const wishes = new Map<number, 'page' | 'letter' | 'along'>();
  const takeWish = vi.fn<PanelDeps['takeWish']>(async (tabId) => {
    const wish = wishes.get(tabId);
    wishes.delete(tabId);
    return wish;
  });
  const clock = handClock();
  const make = (tab: { tabId: number; address?: string }) => ({
    webcare: createWebcareState(worker.ask, tab.tabId),
    round: createRoundState({
      ...tab,
      ask: worker.ask,
      every: clock.every,
      requestPermission: async () => true,
      ticks: { read: async () => [], keep: async () => undefined },
    }),
    capture: createCaptureState({
      ...tab,
      ask: worker.ask,
      every: clock.every,
      now: () => Date.parse(startedAt) + 60_000,
      mayReach: async () => true,
      requestPermission: async () => true,
      saveFile: vi.fn<CaptureDeps['saveFile']>(),
      openDashboard: vi.fn<CaptureDeps['openDashboard']>(),
      openPage: vi.fn<CaptureDeps['openPage']>(),
      tables: scenarioTables,
    }),
  });
  const state = createPanelState({ make, takeWish });
  return { state, worker, wishes, clock, at: () => state.shown.value?.capture.screen.value.at };
}

describe('the panel beside the page', () => {
  it('shows the tab in front, and each tab as it was left', async () => {
    const { state, worker } = panel();
    await state.show(post);
    state.shown.value!.capture.choices.choose({ reason: 'half ingevuld' });
    await state.show(other);
    expect(state.shown.value!.capture.choices.choice.value.reason).toBe('');
    await state.show(post);
    expect(state.shown.value!.capture.choices.choice.value.reason).toBe('half ingevuld');
    expect(worker.questionsOf('lookAtPage')).toEqual([{ tabId: 7 }, { tabId: 8 }]);
  });

  it('looks anew when the page makes way for another, not when it says again that it has loaded', async () => {
    const { state, worker } = panel();
    await state.show(post);
    await state.changed(post);
    expect(worker.questionsOf('lookAtPage')).toHaveLength(1);
    await state.changed({ ...post, address: 'https://x.com/minvoorbeeld/status/9' });
    expect(worker.questionsOf('lookAtPage')).toHaveLength(2);
  });

  it('leaves a tab behind alone until it is in front again', async () => {
    const { state, worker } = panel();
    await state.show(post);
    await state.show(other);
    await state.changed({ ...post, address: 'https://x.com/minvoorbeeld/status/9' });
    expect(worker.questionsOf('lookAtPage')).toHaveLength(2);
    await state.show({ ...post, address: 'https://x.com/minvoorbeeld/status/9' });
    expect(worker.questionsOf('lookAtPage')).toHaveLength(3);
  });

  it('shows a running capture to its end, also when the page goes', async () => {
    const { state, at } = panel({ jobOf: job({}) });
    await state.show(post);
    expect(at()).toBe('running');
    const before = state.shown.value;
    await state.changed({ tabId: 7, address: 'https://x.com/home' });
    expect(state.shown.value).toBe(before);
  });

  it('looks again at a tab that the user gives us by a click on the button', async () => {
    const { state, worker, wishes, at } = panel({ lookAtPage: refused });
    await state.show({ tabId: 7 });
    expect(at()).toBe('refused');
    worker.set('lookAtPage', readyB);
    wishes.set(7, 'page');
    await state.called(post);
    expect(at()).toBe('choosing');
  });

  it('does nothing for a call to the panel of another tab, and heeds it when that comes in front', async () => {
    const { state, wishes, at } = panel();
    await state.show(post);
    wishes.set(8, 'letter');
    await state.called(other);
    expect(at()).toBe('choosing');
    await state.show(other);
    expect(at()).toBe('letter');
  });

  it('goes on from one letter to the next (R11)', async () => {
    const { state, wishes, at } = panel({
      jobOf: job({ step: 'done', captureId: captureB.id }),
      getCapture: { ...captureB, url: post.address },
      listCaptures: [summaryOf(captureB)],
    });
    await state.show(post);
    expect(at()).toBe('result');
    wishes.set(7, 'letter');
    await state.called(post);
    expect(at()).toBe('letter');
  });

  it('takes the letter that was pointed at last, and keeps what was filled in (R11)', async () => {
    const { state, wishes, worker } = panel();
    wishes.set(7, 'letter');
    await state.show(post);
    const { letter } = state.shown.value!.capture;
    letter.change({ team: 'Juridische zaken' });
    const others = reactions.map(({ isPicked: _was, ...one }, at) => ({ ...one, ...(at === 2 && { isPicked: true as const }) }));
    worker.set('listReactions', others);
    wishes.set(7, 'letter');
    await state.called(post);
    expect(letter.draft.value).toMatchObject({ item: others[2]!.item, team: 'Juridische zaken' });
  });

  it('asks first whose account it is where the register does not know it', async () => {
    const { state, wishes, at } = panel({ lookAtPage: readyUnknown });
    wishes.set(7, 'letter');
    await state.show(post);
    expect(at()).toBe('choosing');
  });

  it('tells of a result what became of it in the overview since', async () => {
    const { state, worker } = panel({
      jobOf: job({ step: 'done', captureId: captureB.id }),
      getCapture: { ...captureB, url: post.address },
      listCaptures: [summaryOf(captureB)],
    });
    await state.show(post);
    worker.set('listCaptures', [summaryOf(captureB, { reviewPoints: 0, state: 'reviewed' })]);
    await state.show(post);
    expect(state.shown.value!.capture.screen.value).toMatchObject({ summary: { state: 'reviewed' } });
  });

  it('forgets a tab that was closed', async () => {
    const { state, worker } = panel();
    await state.show(post);
    state.closed(7);
    await state.show(post);
    expect(worker.questionsOf('lookAtPage')).toHaveLength(2);
  });

  it('knows from the page whether the controls for letters are on it', async () => {
    const { state, worker } = panel({ webcare: ({ act }: { act: string }) => ({ isOn: act === 'start' }) });
    await state.show(post);
    const { webcare } = state.shown.value!;
    await webcare.start();
    expect(webcare.isOn.value).toBe(true);
    expect(worker.questionsOf('webcare').at(-1)).toMatchObject({ tabId: 7, act: 'start', words: { label: expect.any(String) } });
    await state.called(post); // they went by themselves
    expect(webcare.isOn.value).toBe(false);
  });

  it('counts what was pointed at on the page, and leaves what was said in the form (R12)', async () => {
    const { state, wishes, worker } = panel({ pointedIn: { vraag: 1, mee: 0 } });
    await state.show(post);
    const { capture } = state.shown.value!;
    capture.choices.choose({ reason: 'half ingevuld' });
    wishes.set(7, 'along');
    await state.called(post);
    expect(capture.pointed.value).toEqual({ vraag: 1, mee: 0 });
    expect(capture.choices.choice.value.reason).toBe('half ingevuld');
    await capture.forgetPointed();
    expect(worker.questionsOf('pointedIn').at(-1)).toEqual({ tabId: 7, forget: true });
  });

  it('puts the controls on a post of a registered account by itself where the organisation wants that, and once', async () => {
    let isOn = false;
    const webcare = ({ act }: { act: string }) => ({ isOn: act === 'ask' ? isOn : (isOn = act === 'start') });
    const always = { policy: { ...policy, webcareAlways: true }, isManaged: true, isSetUp: true };
    const { state } = panel({ webcare, getPolicy: always });
    await state.show(post);
    expect(state.shown.value!.webcare.isOn.value).toBe(true);
    await state.shown.value!.webcare.stop();
    await state.called(post);
    expect(isOn).toBe(false);
    const elsewhere = panel({ webcare, getPolicy: always, lookAtPage: readyUnknown });
    await elsewhere.state.show(post);
    expect(isOn).toBe(false);
  });

  it('says why the controls could not be put on the page', async () => {
    const { state } = panel({
      webcare: ({ act }: { act: string }) => (act === 'start' ? new Failure('tab-gone') : { isOn: false }),
    });
    await state.show(post);
    await state.shown.value!.webcare.start();
    expect(state.shown.value!.webcare.trouble.value?.code).toBe('tab-gone');
  });
});
