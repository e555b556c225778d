/** The store in numbers, for a diagnosis: nothing of what is in it. */
import { captureStates } from '../model/capture.ts';
import { verifyChain } from '../model/chain.ts';
import { deliveryStates } from '../model/delivery.ts';
import type { DiagnosisFacts } from '../model/diagnosis.ts';
import { namesOf } from './captures.ts';
import { database } from './database.ts';
import { readLog } from './log.ts';

export async function storeFacts(): Promise<DiagnosisFacts> {
  const { usage, quota } = await navigator.storage.estimate();
  return {
    schema: (await database().open()).verno,
    ...(usage !== undefined && { usedBytes: usage }),
    ...(quota !== undefined && { quotaBytes: quota }),
    blobs: await database().blobs.count(),
  };
}

export async function captureFacts(): Promise<DiagnosisFacts> {
  const rows = await database().captures.toArray();
  const count = (is: (row: (typeof rows)[number]) => boolean) => rows.filter(is).length;
  const named = new Set(rows.flatMap((row) => (row.state === 'cleared' ? [] : namesOf(row))));
  const there = new Set<string>(await database().blobs.toCollection().primaryKeys());
  return {
    ...Object.fromEntries(captureStates.map((state) => [state, count((row) => row.state === state)])),
    toReview: count(({ reviewPoints }) => reviewPoints > 0),
    corrected: count(({ correction }) => correction !== undefined),
    waitingForStamps: count(({ stamps }) => (stamps?.waiting.length ?? 0) > 0),
    missingBytes: [...named].filter((name) => !there.has(name)).length,
  };
}

export async function logFacts(): Promise<DiagnosisFacts> {
  const lines = await readLog();
  const { problems, gaps } = await verifyChain(lines);
  return { lines: lines.length, isWhole: problems.length === 0 && gaps === 0, lastAt: lines.at(-1)?.tijd.slice(0, 16) ?? '' };
}

export async function deliveryFacts(): Promise<DiagnosisFacts> {
  const { deliveries } = database();
  const counts = await Promise.all(deliveryStates.map((state) => deliveries.where('state').equals(state).count()));
  return Object.fromEntries(deliveryStates.map((state, at) => [state, counts[at] ?? 0]));
}
