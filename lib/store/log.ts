import type { Table } from 'dexie';
import { chainLine } from '../model/chain.ts';
import type { HandelingFields } from '../model/chain.ts';
import type { Handeling } from '../model/log.ts';
import { isLetterId } from '../model/letter.ts';
import { database } from './database.ts';
import { keepTally, markWritten } from './marker.ts';
import { untilFits, written } from './room.ts';

let queue: Promise<unknown> = Promise.resolve();

/** Adds one line to the chain. Lines are made one after another, so that the chain never forks. */
export function appendLog(fields: HandelingFields): Promise<Handeling> {
  return oneByOne(async () => {
    await untilFits();
    const line = await nextLine(fields);
    await database().log.add(line); // add, not put: a second writer with the same number fails instead of forking the chain
    await keepTally();
    return line;
  });
}

/** What a line tells of, and the tables it is done in. Answers false when there was nothing to do: then there is nothing to tell. */
export interface Deed {
  readonly line: HandelingFields;
  readonly tables: readonly Table[];
  readonly work: () => Promise<boolean>;
  /** How many it writes besides the line; absent: none to speak of. */
  readonly bytes?: number;
}

/** Does it and says so in one transaction: afterwards both are there, or neither (I4). */
export function doAndLog({ line: fields, tables, work, bytes = 0 }: Deed): Promise<void> {
  const deed = async () => {
    await markWritten();
    const line = await nextLine(fields);
    const db = database();
    await db.transaction('rw', [...tables, db.log], async () => {
      if (await work()) await db.log.add(line);
    });
    await keepTally();
  };
  return oneByOne(() => written(bytes, deed));
}

function oneByOne<T>(work: () => Promise<T>): Promise<T> {
  const done = queue.then(work);
  queue = done.catch(() => undefined); // the caller gets the failure; the next line must not
  return done;
}

async function nextLine(fields: HandelingFields): Promise<Handeling> {
  return chainLine(await database().log.orderBy('seq').last(), fields);
}

export function linesAbout(object: string): Promise<Handeling[]> {
  return database().log.where('object').equals(object).sortBy('seq');
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
  const about = await linesAbout(object);
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
  const about = await linesAbout(object);
  const [first, last] = [about[0], about.at(-1)];
  return first && last ? database().log.where('seq').between(first.seq, last.seq, true, true).sortBy('seq') : [];
}
