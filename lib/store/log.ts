import { chainLine } from '../model/chain.ts';
import type { HandelingFields } from '../model/chain.ts';
import type { Handeling } from '../model/log.ts';
import { database } from './database.ts';

let queue: Promise<unknown> = Promise.resolve();

/** Adds one line to the chain. Lines are made one after another, so that the chain never forks. */
export function appendLog(fields: HandelingFields): Promise<Handeling> {
  const added = queue.then(() => append(fields));
  queue = added.catch(() => undefined); // the caller gets the failure; the next line must not
  return added;
}

async function append(fields: HandelingFields): Promise<Handeling> {
  const { log } = database();
  const line = await chainLine(await log.orderBy('seq').last(), fields);
  await log.add(line); // add, not put: a second writer with the same number fails instead of forking the chain
  return line;
}

export function readLog(): Promise<Handeling[]> {
  return database().log.orderBy('seq').toArray();
}

/** From the first line about this object to the last line there is: its own row, and where the log stands now (D14). */
export async function logSince(object: string): Promise<Handeling[]> {
  const [first] = await database().log.where('object').equals(object).sortBy('seq');
  return first ? database().log.where('seq').aboveOrEqual(first.seq).sortBy('seq') : [];
}

/** The stretch of the log from the first to the last line about this object; the chain in it is whole. */
export async function logOf(object: string): Promise<Handeling[]> {
  const about = await database().log.where('object').equals(object).sortBy('seq');
  const [first, last] = [about[0], about.at(-1)];
  return first && last ? database().log.where('seq').between(first.seq, last.seq, true, true).sortBy('seq') : [];
}
