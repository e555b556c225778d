/** The queue of deliveries, wired: database, secrets, permissions, log and alarm (D11, D23). */
import { browser } from 'wxt/browser';
import { TargetProblem } from '../../lib/export/problem.ts';
import type { QueueDeps } from '../../lib/export/queue.ts';
import type { Target } from '../../lib/export/target.ts';
import type { DeliveryFile, DeliveryProgress } from '../../lib/model/delivery.ts';
import type { TargetSetting } from '../../lib/model/target.ts';
import { storedBlob } from '../../lib/store/blobs.ts';
import {
  correctedBy,
  isAnythingWaiting,
  keepDelivery,
  nextDelivery,
  restTarget,
  settleDelivery,
} from '../../lib/store/deliveries.ts';
import { keepSecret, readSecret } from '../../lib/store/secrets.ts';
import { readPolicy } from '../../lib/store/settings.ts';
import { stayAwake } from './awake.ts';
import { deliveredLine, logProblem } from './deliveryLog.ts';

const alarm = 'afleveren';

/** At every start of the worker and every minute while something waits: also after the browser was closed, or the computer slept. */
export function listenForTurns(): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === alarm) startDelivering();
  });
  browser.runtime.onStartup.addListener(startDelivering);
  startDelivering();
}

/** For whoever does not wait for it. Where the store does not answer, the alarm asks again: what waits is not forgotten. */
export function startDelivering(): void {
  deliverDue().catch(() => void browser.alarms.create(alarm, { periodInMinutes: 1 }));
}

let running: Promise<void> | undefined;

let isAskedAgain = false;

/** Sends what is due; one run at a time. What is asked while a run ends is looked at once more. */
export function deliverDue(): Promise<void> {
  isAskedAgain = true;
  running ??= stayAwake(untilNobodyAsks).finally(() => {
    running = undefined;
  });
  return running;
}

async function untilNobodyAsks(): Promise<void> {
  while (isAskedAgain) {
    isAskedAgain = false;
    await run();
  }
}

async function run(): Promise<void> {
  if (!(await isAnythingWaiting())) return;
  await browser.alarms.create(alarm, { periodInMinutes: 1 }); // before the first byte: a worker that dies now is woken
  const { sendDue } = await import('../../lib/export/queue.ts');
  await sendDue(deps);
  progress = undefined;
  if (!(await isAnythingWaiting())) await browser.alarms.clear(alarm);
}

let progress: DeliveryProgress | undefined;
export const progressNow = (): DeliveryProgress | undefined => progress;

const deps: QueueDeps = {
  next: () => nextDelivery(Date.now()),
  keep: keepDelivery,
  rest: restTarget,
  open: async (delivery) => targetOf(delivery.target),
  read: readSealed,
  corrects: correctedBy,
  isWhole: async (file) => (await import('../../lib/bundle/sha256.ts')).isNamed(await readSealed(file), file.sha256),
  settle: async (delivery, target) => settleDelivery(delivery, await deliveredLine(delivery, target.describe())),
  onProblem: logProblem,
  onProgress(now) {
    progress = now;
  },
  now: Date.now,
  random: Math.random,
};

async function readSealed({ sha256, mime }: DeliveryFile): Promise<Blob> {
  const blob = await storedBlob(sha256).catch((error: unknown) => {
    throw new TargetProblem('local-damaged', {}, { cause: error });
  });
  return blob.slice(0, blob.size, mime); // a view on the same bytes, with the type they are sent under
}

export async function targetOf(id: string): Promise<Target> {
  const { policy } = await readPolicy();
  const setting = policy.targets?.find((one) => one.id === id);
  if (!setting) throw new TargetProblem('setting-missing');
  const secret = await readSecret(id);
  if (secret === undefined) throw new TargetProblem('needs-secret');
  return reachable(setting, secret);
}

/** A target that the browser may talk to. */
export async function reachable(setting: TargetSetting, secret: string): Promise<Target> {
  const addresses = [setting.url, ...('cases' in setting && setting.cases !== undefined ? [setting.cases] : [])];
  const origins = addresses.map((url) => `${new URL(url).origin}/*`);
  if (!(await browser.permissions.contains({ origins }))) throw new TargetProblem('no-permission');
  const { openTarget } = await import('../../lib/export/targets.ts');
  return openTarget(setting, secret, (renewed) => keepSecret(setting.id, renewed));
}
