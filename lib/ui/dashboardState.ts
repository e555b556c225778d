/** The work list, one capture, the log. Every change is asked of the worker and then read again. */
import { batch, signal } from '@preact/signals';
import type { ReadonlySignal, Signal } from '@preact/signals';
import type { Capture } from '../model/capture.ts';
import type { Changes, CorrectionWish } from '../model/changes.ts';
import { Failure, asFailure } from '../model/failure.ts';
import type { CaptureSummary } from '../model/job.ts';
import type { Handeling } from '../model/log.ts';
import type { Hotspot } from '../model/policy.ts';
import type { Reach } from '../model/reach.ts';
import type { Ask } from './ask.ts';
import { createDeliveryState } from './deliveryState.ts';
import type { DeliveryState } from './deliveryState.ts';
import { createDiagnosisState } from './diagnosisState.ts';
import type { DiagnosisState } from './diagnosisState.ts';
import { createExportState } from './exportState.ts';
import type { ExportState } from './exportState.ts';
import { overviewActs } from './overviewActs.ts';
import type { OverviewActs, OverviewDeps } from './overviewActs.ts';
import { createReviewState } from './reviewState.ts';
import type { ReviewState } from './reviewState.ts';
import { createListState } from './listState.ts';
import type { ListState } from './listState.ts';
import { load } from './loaded.ts';
import type { Loaded } from './loaded.ts';
import { createLossState } from './lossState.ts';
import type { LossState } from './lossState.ts';
import { createFlowState } from './flowState.ts';
import type { FlowState } from './flowState.ts';
import { pathOf, routeOf } from './route.ts';
import type { Route } from './route.ts';
import { createTakeAlongState } from './takeAlongState.ts';
import type { Packer, TakeAlongState } from './takeAlongState.ts';
import { createVerifyState } from './verifyState.ts';
import type { Verifier, VerifyState } from './verifyState.ts';
import type { RunDeps } from './runState.ts';
import { createWorkState } from './workState.ts';
import type { WorkState } from './workState.ts';

export interface DashboardDeps extends RunDeps, OverviewDeps {
  readonly now: () => number;
  /** Must be asked within a click: whether the browser may reach these addresses. */
  readonly mayReach: (reach: Reach) => Promise<boolean>;
  /** Runs again and again until the answer is called. */
  readonly every: (milliseconds: number, run: () => void) => () => void;
  readonly verifier: Verifier;
  readonly packer: Packer;
  readonly copyText: (text: string) => Promise<void>;
}

export interface OneCapture {
  readonly capture: Capture;
  readonly summary: CaptureSummary;
  readonly log: readonly Handeling[];
}

/** What just happened, for the live region; a code and the capture it was about. */
export interface News {
  readonly code: 'reviewed' | 'deleted' | 'exported' | 'replaced' | 'withdrawn' | 'referred';
  readonly id: string;
}

export interface DashboardState extends OverviewActs {
  readonly route: ReadonlySignal<Route>;
  readonly captures: ListState;
  readonly one: ReadonlySignal<Loaded<OneCapture>>;
  readonly view: ReadonlySignal<Loaded<string> | undefined>;
  readonly log: ReadonlySignal<Loaded<readonly Handeling[]>>;
  readonly news: ReadonlySignal<News | undefined>;
  /** Why the last action was not done. */
  readonly trouble: ReadonlySignal<Failure | undefined>;
  readonly exports: ExportState;
  readonly deliveries: DeliveryState;
  readonly review: ReviewState;
  readonly verify: VerifyState;
  readonly work: WorkState;
  readonly loss: LossState;
  readonly flow: FlowState;
  readonly takeAlong: TakeAlongState;
  readonly diagnosis: DiagnosisState;
  /** R26: undefined while it is not known; `null` where the earlier capture is gone. */
  readonly changes: ReadonlySignal<Changes | null | undefined>;
  /** What a correction can choose from (R27). */
  readonly hotspots: ReadonlySignal<readonly Hotspot[]>;
  readonly capacities: ReadonlySignal<readonly string[]>;
  /** The address of the page says `hash`. */
  readonly arrive: (hash: string) => Promise<void>;
  readonly go: DashboardDeps['go'];
  readonly showView: () => Promise<void>;
  readonly exportFile: () => Promise<void>;
  /** R18: the sealed way back, as a file of its own. */
  readonly saveEscrow: () => Promise<void>;
  /** The review is finished: back to the capture. */
  readonly reviewed: () => void;
  /** R11: a reaction makes way for a reference. Answers whether it was done. */
  readonly refer: (where: string, caseNumber: string) => Promise<boolean>;
  /** Answers whether it was done. */
  readonly remove: (reason: string) => Promise<boolean>;
  /** R27. Both answer whether it was done. */
  readonly correct: (wish: CorrectionWish) => Promise<boolean>;
  readonly withdraw: (reason: string) => Promise<boolean>;
  readonly retryStamps: () => Promise<void>;
}

interface Parts {
  readonly deps: DashboardDeps;
  readonly route: Signal<Route>;
  readonly captures: ListState;
  readonly one: Signal<Loaded<OneCapture>>;
  readonly view: Signal<Loaded<string> | undefined>;
  readonly log: Signal<Loaded<readonly Handeling[]>>;
  readonly news: Signal<News | undefined>;
  readonly trouble: Signal<Failure | undefined>;
  readonly exports: ExportState;
  readonly deliveries: DeliveryState;
  readonly review: ReviewState;
  readonly verify: VerifyState;
  readonly work: WorkState;
  readonly loss: LossState;
  readonly flow: FlowState;
  readonly takeAlong: TakeAlongState;
  readonly diagnosis: DiagnosisState;
  readonly changes: Signal<Changes | null | undefined>;
  readonly hotspots: Signal<readonly Hotspot[]>;
  readonly capacities: Signal<readonly string[]>;
}

export function createDashboardState(deps: DashboardDeps): DashboardState {
  const parts: Parts = { ...partsOf(deps), deliveries: createDeliveryState({ ...deps, onChanged: () => void readAgain(parts) }) };
  return {
    ...parts,
    go: deps.go,
    arrive: (hash) => arrive(parts, routeOf(hash)),
    showView: () => showView(parts),
    exportFile: () => exportFile(parts),
    saveEscrow: () => attempt(parts, (open) => saveEscrow(parts, open)).then(() => undefined),
    reviewed: () => reviewed(parts),
    refer: (where, caseNumber) => attempt(parts, (open) => refer(parts, open, where, caseNumber)),
    remove: (reason) => attempt(parts, (open) => remove(parts, open, reason)),
    correct: (wish) => attempt(parts, (open) => correct(parts, open, wish)),
    withdraw: (reason) => attempt(parts, (open) => withdraw(parts, open, reason)),
    ...overviewActs(parts, deps),
    retryStamps: () => attempt(parts, (open) => retryStamps(parts, open)).then(() => undefined),
  };
}

function partsOf(deps: DashboardDeps): Omit<Parts, 'deliveries'> {
  const captures = createListState(deps.ask, signal<Loaded<readonly CaptureSummary[]>>({ at: 'loading' }));
  return {
    deps,
    route: signal<Route>({ page: 'list' }),
    captures,
    takeAlong: createTakeAlongState(deps.ask, deps.packer, captures.all),
    one: signal<Loaded<OneCapture>>({ at: 'loading' }),
    view: signal<Loaded<string> | undefined>(undefined),
    log: signal<Loaded<readonly Handeling[]>>({ at: 'loading' }),
    news: signal<News | undefined>(undefined),
    trouble: signal<Failure | undefined>(undefined),
    exports: createExportState(deps.ask),
    review: createReviewState(deps.ask, deps.now),
    verify: createVerifyState(deps.ask, deps.verifier, deps.saveFile),
    work: createWorkState(deps),
    loss: createLossState(deps.ask),
    flow: createFlowState(deps.ask),
    diagnosis: createDiagnosisState(deps),
    changes: signal<Changes | null | undefined>(undefined),
    hotspots: signal<readonly Hotspot[]>([]),
    capacities: signal<readonly string[]>([]),
  };
}

async function arrive(parts: Parts, route: Route): Promise<void> {
  const { deps, exports, trouble, view, news } = parts;
  const keepsNews = isWhereDeletingEnds(parts, route);
  batch(() => {
    parts.route.value = route;
    trouble.value = undefined;
    view.value = undefined;
    if (!keepsNews) news.value = undefined;
    exports.reset();
  });
  parts.deliveries.close();
  void parts.loss.look();
  if (route.page === 'list' || route.page === 'capture') void parts.deliveries.open('id' in route ? route.id : undefined);
  if (route.page === 'list') await Promise.all([parts.captures.open(), parts.work.open()]);
  if (route.page === 'numbers' || route.page === 'recovery') await parts.captures.open();
  if (route.page === 'run') await parts.work.open();
  if (route.page === 'log') await load(parts.log, () => deps.ask('getLog', {}));
  if (route.page === 'capture') await openCapture(parts, route.id);
  if (route.page === 'review') await openReview(parts, route.id);
  if (route.page === 'flow') await parts.flow.open(route.id);
}

/** News is about the page it appeared on; a capture that was deleted is told of in the list. */
function isWhereDeletingEnds({ news, route: { value: before } }: Parts, { page }: Route): boolean {
  const isAfterCorrection = page === 'capture' && before.page === 'capture' && news.value?.code === 'replaced';
  const isAfterReview = page === 'capture' && before.page === 'review' && news.value?.code === 'reviewed';
  return isAfterCorrection || isAfterReview || (page === 'list' && before.page === 'capture' && news.value?.code === 'deleted');
}

/** What the screen shows of captures, after the worker changed it by itself. */
async function readAgain(parts: Parts): Promise<void> {
  const { value: here } = parts.route;
  if (here.page === 'list') await parts.captures.open();
  if (here.page === 'capture') await load(parts.one, () => oneCapture(parts.deps.ask, here.id));
}

/** From this size on the readable view waits for a click. */
const manyItems = 500;

async function openCapture(parts: Parts, id: string): Promise<void> {
  parts.changes.value = undefined;
  await load(parts.one, () => oneCapture(parts.deps.ask, id), isOf(parts.one.value, id));
  if (parts.one.value.at === 'loaded') await openBeside(parts, parts.one.value.value.capture);
  const { value: one } = parts.one;
  if (one.at === 'loaded' && one.value.summary.posts + one.value.summary.reactions <= manyItems) await showView(parts);
}

/** What the page shows besides the capture: the comparison, and what a correction can choose from. */
async function openBeside({ deps, changes, hotspots, capacities, trouble }: Parts, capture: Capture): Promise<void> {
  try {
    const { policy } = await deps.ask('getPolicy', {});
    batch(() => {
      hotspots.value = policy.hotspots;
      capacities.value = policy.capacities;
    });
    if (capture.earlier) changes.value = await deps.ask('getChanges', { id: capture.id });
  } catch (error) {
    trouble.value = asFailure(error);
  }
}

async function openReview(parts: Parts, id: string): Promise<void> {
  await load(parts.one, () => oneCapture(parts.deps.ask, id));
  const { value: one } = parts.one;
  if (one.at === 'loaded') parts.review.begin(one.value.capture);
}

/** Back to the capture, with the news that it was reviewed. */
function reviewed(parts: Parts): void {
  const id = parts.review.id.value;
  if (id === undefined) return;
  parts.news.value = { code: 'reviewed', id };
  parts.deps.go(pathOf({ page: 'capture', id }));
}

function isOf(one: Loaded<OneCapture>, id: string): boolean {
  return one.at === 'loaded' && one.value.capture.id === id;
}

async function oneCapture(ask: Ask, id: string): Promise<OneCapture> {
  const [capture, all, log] = await Promise.all([ask('getCapture', { id }), ask('listCaptures', { only: id }), ask('getLog', {})]);
  const summary = all.find((line) => line.id === id);
  if (!summary) throw new Failure('not-found', { object: 'capture' });
  return { capture, summary, log: log.filter((line) => line.object === id) };
}

async function showView({ deps, route, view }: Parts): Promise<void> {
  const { value: here } = route;
  if (here.page !== 'capture') return;
  const loading = signal<Loaded<string>>({ at: 'loading' });
  view.value = loading.value;
  await load(loading, () => deps.ask('getView', { id: here.id }));
  if (route.value === here) view.value = loading.value; // left meanwhile: another capture's view must not appear here
}

/** Does something to the open capture and reads it again; a failure becomes `trouble`, the screen stays. */
async function attempt(parts: Parts, act: (open: OneCapture) => Promise<void>): Promise<boolean> {
  const { value: one } = parts.one;
  if (one.at !== 'loaded') return false;
  parts.trouble.value = undefined;
  try {
    await act(one.value);
    return true;
  } catch (error) {
    parts.trouble.value = asFailure(error);
    return false;
  }
}

async function refer(parts: Parts, { capture: { id } }: OneCapture, where: string, caseNumber: string): Promise<void> {
  await parts.deps.ask('referToLetter', { id, where, ...(caseNumber !== '' && { caseNumber }) });
  parts.news.value = { code: 'referred', id };
  await load(parts.one, () => oneCapture(parts.deps.ask, id));
  await showView(parts);
}

async function saveEscrow({ deps }: Parts, { capture: { id } }: OneCapture): Promise<void> {
  const file = await deps.ask('saveEscrow', { id });
  if (!file) throw new Failure('not-found', { object: 'kluis' });
  deps.saveFile(`${id}.kluis.json`, JSON.stringify(file));
}

async function remove(parts: Parts, { capture }: OneCapture, reason: string): Promise<void> {
  await parts.deps.ask('deleteCapture', { id: capture.id, reason: reason.trim() });
  parts.news.value = { code: 'deleted', id: capture.id };
  parts.deps.go('/');
}

async function correct(parts: Parts, { capture }: OneCapture, wish: CorrectionWish): Promise<void> {
  const { id } = await parts.deps.ask('correctCapture', { id: capture.id, ...wish });
  parts.news.value = { code: 'replaced', id };
  parts.deps.go(pathOf({ page: 'capture', id }));
}

async function withdraw(parts: Parts, { capture: { id } }: OneCapture, reason: string): Promise<void> {
  await parts.deps.ask('withdrawCapture', { id, reason: reason.trim() });
  parts.news.value = { code: 'withdrawn', id };
  await load(parts.one, () => oneCapture(parts.deps.ask, id));
}

async function retryStamps(parts: Parts, { capture: { id } }: OneCapture): Promise<void> {
  await parts.deps.ask('retryStamps', {});
  await load(parts.one, () => oneCapture(parts.deps.ask, id));
}

async function exportFile(parts: Parts): Promise<void> {
  await attempt(parts, async ({ capture }) => {
    await parts.exports.run(capture.id);
    if (parts.exports.progress.value.at !== 'done') return;
    parts.news.value = { code: 'exported', id: capture.id };
    await load(parts.one, () => oneCapture(parts.deps.ask, capture.id));
  });
}
