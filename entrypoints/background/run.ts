/** R9, R26: goes through the posts a person chose, one page after another. What it did is in the database after every step. */
import { browser } from 'wxt/browser';
import { postsOf } from '../../lib/messages/tabCalls.ts';
import { Failure, asFailure } from '../../lib/model/failure.ts';
import type { FailureCode } from '../../lib/model/failure.ts';
import type { JobStatus } from '../../lib/model/job.ts';
import type { ChosenPost, PauseReason, Run } from '../../lib/model/run.ts';
import { nextStep, paused, withStep } from '../../lib/scenario/round.ts';
import { capturesOf } from '../../lib/store/captures.ts';
import { appendLog } from '../../lib/store/log.ts';
import { goingRun, readPlace, readRun, saveRun, writePlace } from '../../lib/store/runs.ts';
import type { RunPlace } from '../../lib/store/runs.ts';
import { readJob, watchJobs } from '../../lib/store/session.ts';
import { readPolicy } from '../../lib/store/settings.ts';
import { inspect } from './look.ts';
import { startCapture } from './start.ts';

const alarm = 'ronde';
/** A page that is not there after this long is told as failed, and the run goes on. */
const tries = 40;
const betweenMs = 500;
/** A capture without a sign of life for this long is given up. */
const silenceMs = 5 * 60_000;

/** The worker may be stopped between two events: an alarm brings it back. */
export function listenForRuns(): void {
  watchJobs((status) => void onJob(status));
  browser.tabs.onRemoved.addListener((tabId) => void pauseIn(tabId));
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === alarm) void lookAfter();
  });
  browser.runtime.onStartup.addListener(() => void lookAfter());
}

const now = () => new Date().toISOString();
let isOpening = false;

/** Goes on with what waits; ends the run when nothing does. */
export async function advance(id: string): Promise<void> {
  const run = await readRun(id);
  const at = nextStep(run);
  if (run.state !== 'going' || isOpening) return;
  if (at === undefined) return finish(await saveRun({ ...run, state: 'ended', endedAt: now() }));
  isOpening = true;
  try {
    await browser.alarms.create(alarm, { periodInMinutes: 0.5 });
    await begin(run, at);
  } catch (error) {
    await settle(id, at, asFailure(error).code);
  } finally {
    isOpening = false;
  }
  if ((await readRun(id)).steps[at]?.state !== 'busy') await goOn(id); // it failed before there was anything to wait for
}

async function begin(run: Run, at: number): Promise<void> {
  const post = run.steps[at]?.post;
  if (!post) return;
  const made = await madeBefore(run, post);
  if (made !== undefined) return void (await saveRun(withStep(run, at, { state: 'captured', capture: made }, now())));
  await saveRun(withStep(run, at, { state: 'busy' }, now()));
  const place = await goTo(run.id, at, post.url);
  const { scenario, accountType, reason, capacity, selectionReason } = post;
  await untilThere(run.id, place.tabId, post);
  const job = await startCapture({ tabId: place.tabId, scenario, accountType, reason, capacity, selectionReason });
  await writePlace({ ...place, phase: 'capturing', job: job.id });
}

/** The browser may have ended after the capture was stored and before the run knew: nothing is captured twice for that. */
async function madeBefore({ startedAt }: Run, { platform, postId }: ChosenPost): Promise<string | undefined> {
  if (postId === undefined) return undefined;
  return (await capturesOf(platform, postId)).findLast(({ capturedAt }) => capturedAt > startedAt)?.id;
}

/** The same tab for all of them, in sight: a hidden page draws nothing. */
async function goTo(run: string, step: number, url: string): Promise<RunPlace> {
  const held = await readPlace();
  const before = held?.run === run ? held : undefined;
  const tab = before ? await browser.tabs.update(before.tabId, { url }) : await browser.tabs.create({ url, active: true });
  const tabId = before?.tabId ?? tab?.id;
  if (tabId === undefined) throw new Failure('tab-gone');
  const place: RunPlace = {
    run,
    tabId,
    step,
    phase: 'opening',
    isOurs: before?.isOurs ?? true,
    ...(before?.backTo !== undefined && { backTo: before.backTo }),
  };
  await writePlace(place);
  return place;
}

/** These pass while a page is still being built, or the one before it still stands there. */
const passing: readonly FailureCode[] = [
  'account-unknown',
  'not-a-page',
  'page-not-understood',
  'nothing-found',
  'tab-gone',
  'navigated',
];

async function untilThere(id: string, tabId: number, post: ChosenPost): Promise<void> {
  for (let left = tries; ; left -= 1) {
    if ((await readRun(id)).state !== 'going') throw new Failure('stopped');
    try {
      const { status } = await browser.tabs.get(tabId);
      if (status !== 'complete') throw new Failure('nothing-found');
      const look = await inspect(tabId);
      if (!isOf(look.url, post)) throw new Failure('navigated');
      if (!look.account) throw new Failure('account-unknown');
      // the frame of the page stands before its post does; a reader that sees none at all says so itself
      if (left > tries / 2 && (await postsOf(tabId)).posts.length === 0) throw new Failure('nothing-found');
      return;
    } catch (error) {
      const { code } = asFailure(error);
      if (left <= 1 || !passing.includes(code)) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, betweenMs));
  }
}

/** A post that is gone often shows the profile instead: that is not the post. */
function isOf(address: string, { url, postId }: ChosenPost): boolean {
  const [here, wanted] = [new URL(address), new URL(url)];
  return (
    here.pathname.replace(/\/+$/, '') === wanted.pathname.replace(/\/+$/, '') ||
    (postId !== undefined && here.href.includes(postId))
  );
}

async function onJob(status: JobStatus): Promise<void> {
  const place = await readPlace();
  if (!place || place.phase !== 'capturing' || place.job !== status.id) return;
  if (status.failure) await settle(place.run, place.step, status.failure.code);
  else if (status.step === 'done' && status.captureId !== undefined) {
    await writePlace({ ...place, phase: 'opening' });
    await saveRun(withStep(await readRun(place.run), place.step, { state: 'captured', capture: status.captureId }, now()));
  } else return;
  await goOn(place.run);
}

async function goOn(id: string): Promise<void> {
  const run = await readRun(id);
  if (run.state === 'ended') await finish(run);
  else await advance(id);
}

const pausing: Readonly<Partial<Record<FailureCode, PauseReason>>> = {
  'tab-gone': 'tab-gone',
  'page-needs-login': 'page-needs-login',
  'not-a-page': 'no-permission',
  stopped: 'user',
};

/** Some failures would be those of every post that follows: then the run waits for a person. */
async function settle(id: string, at: number, code: FailureCode): Promise<void> {
  const run = await readRun(id);
  if (run.state === 'ended') return;
  const reason = pausing[code];
  if (reason) await saveRun(paused(withStep(run, at, { state: 'waiting' }, now()), run.pausedBy ?? reason));
  else await saveRun(withStep(run, at, { state: 'failed', failure: code }, now()));
}

async function pauseIn(tabId: number): Promise<void> {
  const [place, run] = [await readPlace(), await goingRun()];
  if (!place || place.tabId !== tabId) return;
  await writePlace(undefined);
  if (run?.id === place.run) await saveRun(paused(run, 'tab-gone'));
}

/** After the worker was stopped the run goes on; after the browser was, only when a person says so. */
async function lookAfter(): Promise<void> {
  const [place, run] = [await readPlace(), await goingRun()];
  if (!run) return void (await browser.alarms.clear(alarm));
  if (!place) return void (await saveRun(paused(run, 'browser-closed')));
  if (isOpening) return;
  const job = place.job === undefined ? undefined : (await readJob(place.job))?.status;
  if (place.phase === 'capturing' && job) {
    const isSilent = Date.now() - Date.parse(job.heardAt) > silenceMs;
    if (job.step === 'done' || job.failure) await onJob(job);
    else if (isSilent) await onJob({ ...job, failure: { code: 'interrupted', detail: {} } });
    return;
  }
  await saveRun({
    ...run,
    steps: run.steps.map((step) => (step.state === 'busy' ? { ...step, state: 'waiting' as const } : step)),
  });
  await advance(run.id);
}

/** The tab goes back to where the person was; one of ours closes. */
export async function finish(run: Run): Promise<void> {
  const place = await readPlace();
  await browser.alarms.clear(alarm);
  await logRun('run-ended', run);
  if (!place || place.run !== run.id) return;
  await writePlace(undefined);
  if (place.isOurs) await browser.tabs.remove(place.tabId);
  else if (place.backTo !== undefined) await browser.tabs.update(place.tabId, { url: place.backTo });
}

/** R23: what was seen, chosen, captured and not; by numbers and our own account. */
export async function logRun(actie: 'run-started' | 'run-ended', run: Run): Promise<void> {
  const count = (state: string) => run.steps.filter((step) => step.state === state).length;
  const { policy } = await readPolicy();
  const open = run.steps.length - count('captured') - count('failed');
  await appendLog({
    actie,
    object: run.id,
    resultaat: actie === 'run-ended' && (open > 0 || count('failed') > 0) ? 'onvolledig' : 'geslaagd',
    herkomst: 'worker',
    actor: policy.actorRole,
    tijd: now(),
    toelichting: [
      run.account ? `ronde @${run.account.handle}` : 'herhaling',
      ...(run.view ? [`${run.view.seen} berichten gezien`] : []),
      `${run.steps.length} gekozen`,
      ...(actie === 'run-ended' ? [`${count('captured')} vastgelegd, ${count('failed')} mislukt, ${open} niet gedaan`] : []),
    ].join('; '),
  });
}
