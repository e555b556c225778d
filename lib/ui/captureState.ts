/** The popup: from "what is this page" to "saved as a file". Holds no page content, only what the worker told. */
import { computed, signal } from '@preact/signals';
import type { ReadonlySignal, Signal } from '@preact/signals';
import type { Answers, Asks } from '../messages/calls.ts';
import { asFailure } from '../model/failure.ts';
import type { JobStatus } from '../model/job.ts';
import type { PointedCount } from '../model/pointed.ts';
import type { Scenario } from '../model/policy.ts';
import { endOf, lastScreen, resultOf, running } from './captureScreen.ts';
import type { Screen } from './captureScreen.ts';
import type { Choice, ReadyPage } from './choice.ts';
import { createChoiceState } from './choiceState.ts';
import type { ChoiceState, ScenarioTables } from './choiceState.ts';
import { createDeliveryState } from './deliveryState.ts';
import type { DeliveryDeps, DeliveryState } from './deliveryState.ts';
import { createExportState } from './exportState.ts';
import type { ExportState } from './exportState.ts';
import { follow } from './follow.ts';
import type { FollowDeps, Follower } from './follow.ts';
import { createLetterState } from './letterState.ts';
import type { LetterState } from './letterState.ts';
import { createLossState } from './lossState.ts';
import type { LossState } from './lossState.ts';
import { lookWhileUnsure } from './lookAgain.ts';
import { createReportState } from './reportState.ts';
import type { ReportState } from './reportState.ts';

export interface CaptureDeps extends FollowDeps, Pick<DeliveryDeps, 'mayReach'> {
  /** Address of the tab, where the browser tells it: decides whether the last result is still about this page. */
  readonly address?: string;
  /** Must be called within the click. */
  readonly requestPermission: (origins: readonly string[]) => Promise<boolean>;
  readonly saveFile: (name: string, html: string) => void;
  readonly openDashboard: (path: string) => void;
  readonly openPage: (page: 'options' | 'onboarding') => void;
  readonly tables: ScenarioTables;
  readonly now: () => number;
}

export interface CaptureState {
  readonly screen: ReadonlySignal<Screen>;
  readonly choices: ChoiceState;
  readonly exports: ExportState;
  /** Of the capture that is shown. */
  readonly deliveries: DeliveryState;
  readonly report: ReportState;
  readonly letter: LetterState;
  /** F11: read in the overview, where it says what to do. */
  readonly loss: LossState['loss'];
  readonly letterTeams: ReadonlySignal<readonly string[]>;
  /** R11: a letter that was taken goes on its way at once. */
  readonly sendsLetters: ReadonlySignal<boolean>;
  /** R9, R12: reactions pointed at on the page, that come along. */
  readonly pointed: ReadonlySignal<PointedCount>;
  readonly capacities: ReadonlySignal<readonly string[]>;
  readonly isSetUp: ReadonlySignal<boolean>;
  /** R11: the organisation wants the controls on the page of its accounts by themselves. */
  readonly webcareAlways: ReadonlySignal<boolean>;
  /** The user did not allow fetching media: the capture goes on without and says so. */
  readonly isMediaRefused: ReadonlySignal<boolean>;
  readonly isStarting: ReadonlySignal<boolean>;
  readonly open: () => Promise<void>;
  readonly lookAgain: () => Promise<void>;
  readonly start: () => Promise<void>;
  readonly openLetter: () => Promise<void>;
  readonly closeLetter: () => void;
  readonly takeLetter: () => Promise<void>;
  /** What was pointed at has changed on the page. */
  readonly readPointed: () => Promise<void>;
  readonly forgetPointed: () => Promise<void>;
  readonly stop: () => Promise<void>;
  readonly exportFile: () => Promise<void>;
  readonly deliver: () => Promise<void>;
  readonly openDashboard: CaptureDeps['openDashboard'];
  readonly openPage: CaptureDeps['openPage'];
}

interface Parts {
  readonly deps: CaptureDeps;
  readonly screen: Signal<Screen>;
  readonly policy: Signal<Answers<'getPolicy'> | undefined>;
  readonly choices: ChoiceState;
  readonly exports: ExportState;
  readonly letter: LetterState;
  readonly pointed: Signal<PointedCount>;
  readonly isMediaRefused: Signal<boolean>;
}

export function createCaptureState(deps: CaptureDeps): CaptureState {
  const parts = partsOf(deps);
  const { screen, choices, exports, letter, policy, pointed, isMediaRefused } = parts;
  const isStarting = signal(false);
  const sendsLetters = computed(() => (policy.value?.policy.targets ?? []).length > 0);
  let isLetterTaken = false;
  const loss = createLossState(deps.ask);
  const deliveries = createDeliveryState({ ...deps, onChanged: () => void guarded(readAgain) });
  const follower: Follower = follow(deps, (job) => void guarded(() => onJob(job)), fail);

  function fail(error: unknown): void {
    follower.end();
    const { code, detail } = asFailure(error);
    screen.value = { at: 'failed', code, detail };
  }
  async function guarded(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      fail(error);
    }
  }
  async function onJob(job: JobStatus): Promise<void> {
    const end = await endOf(deps.ask, job, () => follower.end());
    screen.value = end ?? running(screen.value, job, deps.now());
    if (end) await openDeliveries(end);
  }
  async function open(): Promise<void> {
    const last = await lastScreen(deps);
    if (!last) return look(parts);
    screen.value = last;
    if (last.at === 'running') follower.begin();
    return openDeliveries(last);
  }
  /** What the organisation has places for can go there from here. */
  async function openDeliveries(shown: Screen): Promise<void> {
    if (shown.at !== 'result') return;
    await deliveries.open(shown.capture.id);
    if (isLetterTaken && sendsLetters.value && shown.summary.reviewPoints === 0) await deliveries.send(shown.capture.id);
    isLetterTaken = false;
  }
  async function readAgain(): Promise<void> {
    const { value: shown } = screen;
    if (shown.at === 'result') screen.value = await resultOf(deps.ask, shown.capture.id);
  }
  async function start(): Promise<void> {
    const [page, scenario] = [readyPage(screen.value), choices.scenario.value];
    if (isStarting.value || !page || !choices.isReady() || scenario === undefined) return;
    await run(() => begin(parts, page, scenario));
  }
  async function run(begun: () => Promise<JobStatus>): Promise<void> {
    isStarting.value = true;
    await guarded(async () => {
      screen.value = running(screen.value, await begun(), deps.now());
      follower.begin();
    });
    isStarting.value = false;
  }
  async function takeLetter(): Promise<void> {
    const { value: shown } = screen;
    const asked = shown.at === 'letter' && !isStarting.value ? letter.question() : undefined;
    if (shown.at !== 'letter' || !asked) return;
    const { account } = choices.choice.value;
    const stated = account !== undefined && account !== 'niet-van-ons' && { accountType: account };
    await run(async () => {
      await allowMedia(parts, shown.page);
      return deps.ask('takeLetter', { ...asked, ...stated });
    });
    isLetterTaken = screen.value.at === 'running';
    letter.close();
  }

  return {
    screen,
    choices,
    exports,
    deliveries,
    report: createReportState(deps.ask, deps.tabId, deps.saveFile),
    letter,
    loss: loss.loss,
    sendsLetters,
    letterTeams: computed(() => policy.value?.policy.letterTeams ?? []),
    pointed,
    capacities: computed(() => policy.value?.policy.capacities ?? []),
    webcareAlways: computed(() => policy.value?.policy.webcareAlways ?? false),
    isSetUp: computed(() => policy.value?.isSetUp ?? true),
    isMediaRefused,
    isStarting,
    async open() {
      void loss.look(); // what the screen is for does not wait for it
      await guarded(open);
    },
    async lookAgain() {
      deliveries.close();
      void loss.look();
      await guarded(() => look(parts));
    },
    start,
    async openLetter() {
      if (screen.value.at === 'letter') return letter.point();
      const page = readyPage(screen.value);
      if (!page) return undefined;
      screen.value = { at: 'letter', page };
      return letter.open();
    },
    closeLetter() {
      const { value: shown } = screen;
      letter.close();
      if (shown.at === 'letter') screen.value = { at: 'choosing', page: shown.page };
    },
    takeLetter,
    readPointed: () => guarded(() => readPointed(parts, false)),
    forgetPointed: () => guarded(() => readPointed(parts, true)),
    stop: () => guarded(() => stop(parts)),
    async exportFile() {
      if (screen.value.at === 'result') await exports.run(screen.value.capture.id);
    },
    async deliver() {
      if (screen.value.at === 'result') await deliveries.deliver(screen.value.capture.id);
    },
    openDashboard: deps.openDashboard,
    openPage: deps.openPage,
  };
}

function partsOf(deps: CaptureDeps): Parts {
  const screen = signal<Screen>({ at: 'looking' });
  const policy = signal<Answers<'getPolicy'> | undefined>(undefined);
  return {
    deps,
    screen,
    policy,
    choices: createChoiceState(
      deps.tables,
      computed(() => readyPage(screen.value)),
    ),
    exports: createExportState(deps.ask),
    letter: createLetterState(deps.ask, deps.tabId, deps.now, () => ({
      teams: policy.value?.policy.letterTeams ?? [],
      terms: policy.value?.policy.letterTerms,
    })),
    pointed: signal(nothingPointed),
    isMediaRefused: signal(false),
  };
}

const nothingPointed: PointedCount = { vraag: 0, mee: 0 };

async function readPointed({ deps, pointed }: Parts, forget: boolean): Promise<void> {
  pointed.value = await deps.ask('pointedIn', { tabId: deps.tabId, ...(forget && { forget }) });
}

function readyPage(screen: Screen): ReadyPage | undefined {
  return screen.at === 'choosing' ? screen.page : undefined;
}

/** Forgets what was chosen and asks the worker what stands in the tab now. */
async function look({ deps, screen, policy, choices, exports, pointed }: Parts): Promise<void> {
  screen.value = { at: 'looking' };
  choices.reset();
  exports.reset();
  const [page, settings] = await Promise.all([deps.ask('lookAtPage', { tabId: deps.tabId }), deps.ask('getPolicy', {})]);
  policy.value = settings;
  pointed.value = (page.state === 'ready' && page.pointed) || nothingPointed;
  screen.value = page.state === 'refused' ? { at: 'refused', code: page.code, host: page.host } : { at: 'choosing', page };
  lookWhileUnsure(
    deps,
    () => readyPage(screen.value),
    (later) => {
      screen.value = { at: 'choosing', page: later };
    },
  );
}

async function begin(parts: Parts, page: ReadyPage, scenario: Scenario): Promise<JobStatus> {
  const { deps, choices } = parts;
  await allowMedia(parts, page);
  return deps.ask('startCapture', question(deps.tabId, scenario, choices));
}

/** Nothing may be awaited before this: the browser shows its question only within the click. */
async function allowMedia({ deps, isMediaRefused }: Parts, { needsPermission }: ReadyPage): Promise<void> {
  isMediaRefused.value = needsPermission.length > 0 && !(await deps.requestPermission(needsPermission));
}

function question(tabId: number, scenario: Scenario, { choice, departs }: ChoiceState): Asks<'startCapture'> {
  const { account, reason, capacity, selectionReason, mayHover }: Choice = choice.value;
  return {
    tabId,
    scenario,
    ...(account !== undefined && account !== 'niet-van-ons' && { accountType: account }),
    ...(departs.value && { reason: reason.trim() }),
    ...(mayHover && { mayHover }),
    ...(scenario === 'C' && { capacity, selectionReason: selectionReason.trim() }),
  };
}

async function stop({ deps, screen }: Parts): Promise<void> {
  const { value: now } = screen;
  if (now.at !== 'running') return;
  screen.value = { ...now, isStopping: true };
  await deps.ask('stopCapture', { job: now.job.id });
}
