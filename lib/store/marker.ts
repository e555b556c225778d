/** D11: a mark outside the database says what stands in it, so that a loss is noticed and never a silent fresh start. */
import { browser } from 'wxt/browser';
import type { StoreLoss, StoreTally } from '../model/recovery.ts';
import { database } from './database.ts';

const markKey = 'data-should-exist';
const lossKey = 'data-lost';
const namedAtMost = 100;

/** Before the very first write: from now on an empty database is a lost one. */
export async function markWritten(): Promise<void> {
  if ((await readMark()) === undefined) await browser.storage.local.set({ [markKey]: true });
}

/** After something was written. A mark that tells of more than there is stays: somebody has to hear of that first. */
export async function keepTally(): Promise<void> {
  try {
    const mark = await readMark();
    const now = await tally();
    if (typeof mark !== 'object' || mark.lines <= now.lines) await browser.storage.local.set({ [markKey]: now });
  } catch {
    // what was written stands; the mark of before it says that there is data, and the next line renews it
  }
}

/** What the database lost since the mark was made; kept for the screens until somebody has seen it. `tell` writes it in the log. */
export async function lookForLoss(now: string, tell: (loss: StoreLoss) => Promise<void>): Promise<StoreLoss | undefined> {
  const mark = await readMark(); // before the log: a line that comes meanwhile is no loss
  const last = await database().log.orderBy('seq').last();
  const isLost = typeof mark === 'object' ? mark.lines > (last?.seq ?? 0) : mark === true && last === undefined;
  if (!isLost) return undefined;
  const left = await database().captures.count();
  const loss: StoreLoss = { kind: left === 0 ? 'gone' : 'older', at: now, left, ...(typeof mark === 'object' && { before: mark }) };
  await browser.storage.local.set({ [lossKey]: loss });
  if (last?.actie !== 'data-lost') await tell(loss); // a worker that died between these two has told already
  await browser.storage.local.set({ [markKey]: await tally() }); // from now on what there is, is all there is
  return loss;
}

export async function untoldLoss(): Promise<StoreLoss | undefined> {
  return (await browser.storage.local.get(lossKey))[lossKey] as StoreLoss | undefined; // only we write there
}

/** Somebody has read it. */
export async function forgetLoss(): Promise<void> {
  await browser.storage.local.remove(lossKey);
}

async function readMark(): Promise<StoreTally | true | undefined> {
  return (await browser.storage.local.get(markKey))[markKey] as StoreTally | true | undefined; // only we write there; `true` before 0.2
}

/** Not at a receiver and not saved as a file. */
const openStates = ['stripped', 'reviewed', 'sealed'] as const;

async function tally(): Promise<StoreTally> {
  const { captures, log } = database();
  const open = () => captures.where('state').anyOf(openStates);
  return {
    at: new Date().toISOString(),
    lines: (await log.orderBy('seq').last())?.seq ?? 0,
    captures: await captures.count(),
    open: await open().count(),
    openIds: await open().limit(namedAtMost).primaryKeys(),
  };
}
