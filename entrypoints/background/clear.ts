/** D11: some time after every receiver had it, and after asking each once more, the content goes from this computer. */
import { browser } from 'wxt/browser';
import { TargetProblem } from '../../lib/export/problem.ts';
import type { Delivery } from '../../lib/model/delivery.ts';
import { clearCapture, securedCaptures } from '../../lib/store/captures.ts';
import { deliveriesOf } from '../../lib/store/deliveries.ts';
import { readPolicy } from '../../lib/store/settings.ts';
import { stayAwake } from './awake.ts';
import { targetOf } from './deliver.ts';
import { lineOf } from './deliveryLog.ts';
import { stillThere } from './stillThere.ts';

const alarm = 'opruimen';
const everyMinutes = 180;
const dayMs = 86_400_000;

export function listenForClearing(): void {
  void browser.alarms.create(alarm, { delayInMinutes: 5, periodInMinutes: everyMinutes });
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === alarm) void stayAwake(clearDue);
  });
}

export async function clearDue(now = Date.now()): Promise<void> {
  const { policy } = await readPolicy();
  if (policy.graceDays === undefined) return;
  for (const id of await securedCaptures()) {
    const deliveries = await deliveriesOf(id);
    if (!isOver(deliveries, policy.graceDays, now) || !(await areThere(deliveries))) continue;
    const act = { actie: 'cleared', object: id, resultaat: 'geslaagd', herkomst: 'worker' } as const;
    const places = deliveries.map(({ targetName }) => targetName).join(', ');
    await clearCapture(id, await lineOf(act, `inhoud van deze computer verwijderd; ontvangst opnieuw nagegaan bij ${places}`));
  }
}

/** The term counts from the last certain receipt. */
function isOver(deliveries: readonly Delivery[], graceDays: number, now: number): boolean {
  const receipts = deliveries.flatMap(({ files }) => files.map(({ receipt }) => receipt && Date.parse(receipt.at)));
  return receipts.length > 0 && receipts.every((at) => at !== undefined && at + graceDays * dayMs <= now);
}

/** Somebody may have removed it there meanwhile: then ours stays. */
async function areThere(deliveries: readonly Delivery[]): Promise<boolean> {
  for (const delivery of deliveries) {
    try {
      if ((await stillThere(delivery, await targetOf(delivery.target))) !== 'same') return false;
    } catch (error) {
      if (!(error instanceof TargetProblem)) throw error;
      return false; // not to be asked now: another time, and nothing goes
    }
  }
  return true;
}
