/** The queue on disk. It survives the worker, the browser and a power cut (D11). */
import type { CaptureId } from '../model/capture.ts';
import type { HandelingFields } from '../model/chain.ts';
import { deliveryId } from '../model/delivery.ts';
import type { Corrected, Delivery } from '../model/delivery.ts';
import { database } from './database.ts';
import { doAndLog } from './log.ts';

/** F19: a package and target that are known already keep the delivery they have; a second click adds nothing, and no line either. */
export async function addDeliveries(wanted: readonly Delivery[], line: HandelingFields): Promise<void> {
  const { deliveries } = database();
  const work = async () => {
    const known = await deliveries.bulkGet(wanted.map(({ id }) => id));
    const fresh = wanted.filter((_, at) => known[at] === undefined);
    await deliveries.bulkAdd(fresh);
    return fresh.length > 0;
  };
  await doAndLog({ line, tables: [deliveries], work });
}

/** The receiver has it. The capture is `secured` when every target has; all of it is known together, or nothing (D11). */
export async function settleDelivery(delivery: Delivery, line: HandelingFields): Promise<void> {
  const { deliveries, captures } = database();
  const work = async () => {
    await deliveries.put(delivery);
    const all = await deliveries.where('capture').equals(delivery.capture).toArray();
    const row = await captures.get(delivery.capture);
    if (row && row.state !== 'cleared' && all.every(({ state }) => state === 'certain')) {
      await captures.update(delivery.capture, { state: 'secured' });
    }
    return true;
  };
  await doAndLog({ line, tables: [deliveries, captures], work });
}

/** What the receiver said when it was asked again (R25). */
export async function keepChecked(delivery: Delivery, line: HandelingFields): Promise<void> {
  const { deliveries, captures } = database();
  const work = async () => {
    await deliveries.put(delivery);
    const row = await captures.get(delivery.capture);
    // D11: secured is what every receiver has, not what it once had
    if (delivery.state !== 'certain' && row?.state === 'secured') await captures.update(row.id, { state: 'sealed' });
    return true;
  };
  await doAndLog({ line, tables: [deliveries, captures], work });
}

export async function keepDelivery(delivery: Delivery): Promise<void> {
  await database().deliveries.put(delivery);
}

export async function readDelivery(id: string): Promise<Delivery | undefined> {
  return database().deliveries.get(id);
}

/** R27: what the same target has of the package this one corrects; undefined where it never had it. `at`: the file, in the same order. */
export async function correctedBy({ corrects, target }: Delivery, at: number): Promise<Corrected | undefined> {
  const earlier = corrects === undefined ? undefined : await readDelivery(deliveryId(corrects, target));
  const file = earlier?.files[at];
  return file?.receipt?.id === undefined ? undefined : { id: file.receipt.id, fileName: file.fileName };
}

export async function deliveriesOf(capture: CaptureId): Promise<Delivery[]> {
  return database().deliveries.where('capture').equals(capture).toArray();
}

export async function allDeliveries(): Promise<Delivery[]> {
  return database().deliveries.toArray();
}

/** What waits, letters first, then who came first. One that was being sent when the worker died is sent again. */
export async function nextDelivery(now: number): Promise<Delivery | undefined> {
  if (await isPaused()) return undefined;
  const open = await database().deliveries.where('state').anyOf('waiting', 'sending').toArray();
  return open.filter(({ nextAt }) => nextAt <= now).toSorted(byTurn)[0];
}

function byTurn(one: Delivery, other: Delivery): number {
  return one.priority - other.priority || (one.queuedAt < other.queuedAt ? -1 : 1);
}

export async function restTarget(target: string, until: number): Promise<void> {
  const { deliveries } = database();
  await deliveries
    .where('state')
    .equals('waiting')
    .and((delivery) => delivery.target === target && delivery.nextAt < until)
    .modify({ nextAt: until });
}

/** Its turn comes at once: somebody said so, or what stood in the way is gone. `target`: all of it, else this one delivery. */
export async function wake(which: { readonly target: string } | { readonly id: string }, now: number): Promise<void> {
  const { deliveries } = database();
  const rows = 'id' in which ? deliveries.where('id').equals(which.id) : deliveries.filter(({ target }) => target === which.target);
  await rows.and(({ state }) => state === 'waiting' || state === 'stopped').modify({ state: 'waiting', nextAt: now, attempts: 0 });
}

const pausedKey = 'deliveries-paused';

export async function isPaused(): Promise<boolean> {
  return (await database().meta.get(pausedKey))?.value === 1;
}

export async function setPaused(paused: boolean): Promise<void> {
  await database().meta.put({ key: pausedKey, value: paused ? 1 : 0 });
}

/** Whether anything is still to be sent, now or later. */
export async function isAnythingWaiting(): Promise<boolean> {
  return (await database().deliveries.where('state').anyOf('waiting', 'sending').count()) > 0;
}
