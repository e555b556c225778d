import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Answers, Asks, CallName } from '../lib/messages/calls.ts';
import type { Reply } from '../lib/messages/client.ts';
import type { Capture } from '../lib/model/capture.ts';
import { asFailure, Failure } from '../lib/model/failure.ts';
import type { JobStatus, PageView } from '../lib/model/job.ts';
import type { AccountType, Scenario } from '../lib/model/policy.ts';
import type { ReviewDecision } from '../lib/model/review.ts';
import { propose } from '../lib/scenario/propose.ts';

export interface Wanted {
  readonly scenario?: Scenario;
  readonly accountType?: AccountType;
  readonly out: string;
  readonly onProgress?: (status: JobStatus) => void;
}

export interface Outcome {
  readonly capture: Capture;
  /** Path of the package on disk. */
  readonly file: string;
  readonly ms: {
    readonly unfold: number;
    readonly read: number;
    readonly strip: number;
    readonly store: number;
    readonly bundle: number;
  };
}

const waitMs = 100;
/** The next question starts a stopped worker; a dozen unanswered ones in a row is no restart any more. As in lib/ui/follow.ts. */
const patience = 12;

/** A browser with the extension in it: Chromium by Playwright, Firefox by puppeteer. */
export interface Driven<P> {
  clickAction(page: P): Promise<void>;
  tabIdOf(page: P): Promise<number>;
  ask(call: string, question: unknown): Promise<unknown>;
}
type Asked = Pick<Driven<never>, 'ask'>;

/** Asks the worker by the message table, as one of the extension's own pages would; a worker that died meanwhile gives `interrupted`. */
export async function ask<N extends CallName>(browser: Asked, call: N, question: Asks<N>): Promise<Answers<N>> {
  const reply = await replyOf(browser, call, question);
  if (!reply.ok) throw new Failure(reply.code, reply.detail);
  return reply.answer as Answers<N>; // by the same table
}

/** What Chromium and Firefox say when the worker goes before it has answered. */
const workerGone = /message channel closed|message port closed|Receiving end does not exist|went out of scope/;

async function replyOf(browser: Asked, call: CallName, question: unknown): Promise<Reply> {
  try {
    return (await browser.ask(call, question)) as Reply; // the server answers nothing else
  } catch (error) {
    if (workerGone.test(String(error))) throw new Failure('interrupted', { call }, { cause: error });
    throw error;
  }
}

/** Walks the whole trip with the extension's own code: click on the toolbar, capture, review, export. Throws the extension's Failure. */
export async function safeguard<P extends { bringToFront(): Promise<void> }>(
  browser: Driven<P>,
  page: P,
  wanted: Wanted,
): Promise<Outcome> {
  await page.bringToFront();
  await browser.clickAction(page);
  const tabId = await browser.tabIdOf(page);
  const view = await ask(browser, 'lookAtPage', { tabId });
  if (view.state === 'refused') throw new Failure(view.code, { host: view.host });
  const done = await finished(browser, tabId, await start(browser, tabId, view, wanted), wanted);
  return outcomeOf(browser, done, wanted.out);
}

/** Review and export of what was just captured; `decide`: what becomes of places the machine was not sure of. */
export async function outcomeOf(browser: Asked, done: JobStatus, out: string, decide = decision): Promise<Outcome> {
  const id = done.captureId ?? '';
  const capture = await ask(browser, 'getCapture', { id });
  await review(browser, capture, decide);
  const began = performance.now();
  const exported = await ask(browser, 'exportCapture', { id });
  const bundle = Math.round(performance.now() - began);
  const { unfold = 0, read = 0, strip = 0, store = 0 } = done.tookMs ?? {};
  return {
    capture,
    file: keep(out, exported.path ?? '', exported.pakbonPath ?? ''),
    ms: { unfold, read, strip, store, bundle },
  };
}

/** What somebody says of health or belief is pointed out, and stays; whoever it could be goes. */
function decision({ rule, ...place }: Capture['review'][number]): ReviewDecision {
  return rule.startsWith('bijzonder.') ? { act: 'keep', reason: 'geen-persoon', ...place } : { act: 'redact', ...place };
}

/** Nobody looks here: whatever the machine was not sure of goes, and the log says how long was looked. */
async function review(browser: Asked, { id, choice, review: points }: Capture, decide: typeof decision): Promise<void> {
  let open = points;
  while (open.length > 0) {
    const decisions = open.slice(0, 200).map(decide);
    await ask(browser, 'decideReview', { id, decisions });
    ({ review: open } = await ask(browser, 'getCapture', { id }));
  }
  if (choice.scenario === 'C' || points.length > 0) await ask(browser, 'markReviewed', { id, secondsSpent: 0, seen: 0 });
}

function start(
  browser: Asked,
  tabId: number,
  view: Extract<PageView, { state: 'ready' }>,
  { scenario, accountType }: Wanted,
): Promise<JobStatus> {
  const type = view.proposal?.accountType ?? accountType;
  const chosen =
    scenario ??
    view.proposal?.scenario ??
    propose({ accountType: type ?? 'corporate', pageKind: view.pageKind, replies: view.replies }).scenario;
  const stated = {
    reason: 'Gekozen bij de opdracht',
    capacity: 'Namens de organisatie',
    selectionReason: 'Gekozen bij de opdracht',
  };
  return ask(browser, 'startCapture', {
    tabId,
    scenario: chosen,
    ...(!view.proposal && accountType && { accountType }),
    ...stated,
  });
}

export async function finished(
  browser: Asked,
  tabId: number,
  started: JobStatus,
  { onProgress }: Pick<Wanted, 'onProgress'> = {},
): Promise<JobStatus> {
  let status = started;
  let unanswered = 0;
  while (status.step !== 'done') {
    if (status.failure) throw new Failure(status.failure.code, status.failure.detail);
    onProgress?.(status);
    await new Promise((resolve) => setTimeout(resolve, waitMs));
    try {
      status = (await ask(browser, 'jobOf', { tabId })) ?? status;
      unanswered = 0;
    } catch (error) {
      unanswered += 1;
      if (asFailure(error).code !== 'interrupted' || unanswered >= patience) throw error;
    }
  }
  onProgress?.(status);
  return status;
}

/** A new profile counts from one again: a package that lies there already stays, and this one goes in a folder beside it. */
export function keep(out: string, ...files: string[]): string {
  let folder = out;
  for (let at = 2; files.some((file) => existsSync(join(folder, basename(file)))); at += 1) folder = join(out, String(at));
  mkdirSync(folder, { recursive: true });
  for (const file of files) copyFileSync(file, join(folder, basename(file)));
  return join(folder, basename(files[0] ?? ''));
}
