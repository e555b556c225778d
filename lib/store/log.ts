import { chainLine } from '../model/chain.ts';
import type { HandelingFields } from '../model/chain.ts';
import type { Handeling } from '../model/log.ts';
import { isLetterId } from '../model/letter.ts';
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

/**
 * For a package: from the first line about this object to the last line there is, its own row and where the log stands now
 * (D14). Lines about citizens' letters are left out of it (a gap breaks no link), and a letter's own lines are a chain by
 * themselves: with a hash or a number of the one log in both, whoever has both packages would know that they belong together (G3).
 */
export async function logSince(object: string): Promise<Handeling[]> {
  const about = await database().log.where('object').equals(object).sortBy('seq');
  if (isLetterId(object)) return apart(about);
  const lines = about[0] ? await database().log.where('seq').aboveOrEqual(about[0].seq).sortBy('seq') : [];
  return lines.filter((line) => !isLetterId(line.object));
}

async function apart(lines: readonly Handeling[]): Promise<Handeling[]> {
  const chain: Handeling[] = [];
  for (const { seq: _seq, vorige: _vorige, hash: _hash, ...fields } of lines) chain.push(await chainLine(chain.at(-1), fields));
  return chain;
}

/** The stretch of the log from the first to the last line about this object; the chain in it is whole. */
export async function logOf(object: string): Promise<Handeling[]> {
  const about = await database().log.where('object').equals(object).sortBy('seq');
  const [first, last] = [about[0], about.at(-1)];
  return first && last ? database().log.where('seq').between(first.seq, last.seq, true, true).sortBy('seq') : [];
}
