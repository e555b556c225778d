import { browser } from 'wxt/browser';
import type { Policy } from '../../lib/model/policy.ts';
import { named, readBlob } from '../../lib/store/blobs.ts';
import { addLateStamp, waitingForStamps } from '../../lib/store/captures.ts';
import type { CaptureRow } from '../../lib/store/database.ts';
import { appendLog } from '../../lib/store/log.ts';
import { readPolicy } from '../../lib/store/settings.ts';

const alarm = 'tijdstempels';
const everyMinutes = 30;

/** F20: what could not be had now is asked again by and by, also after the browser was closed. */
export async function retryLater(): Promise<void> {
  await browser.alarms.create(alarm, { periodInMinutes: everyMinutes });
}

export function listenForRetries(): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === alarm) void retryStamps();
  });
}

let running: Promise<{ missing: number }> | undefined;

/** Asks again for every stamp that is still to come; answers how many are. */
export function retryStamps(): Promise<{ missing: number }> {
  running ??= retryAll().finally(() => {
    running = undefined;
  });
  return running;
}

async function retryAll(): Promise<{ missing: number }> {
  const { policy } = await readPolicy();
  for (const row of await waitingForStamps()) await retryOne(row, policy);
  const rest = await waitingForStamps();
  if (rest.length === 0) await browser.alarms.clear(alarm);
  return { missing: rest.reduce((sum, { stamps }) => sum + (stamps?.waiting.length ?? 0), 0) };
}

async function retryOne({ id, stamps, tagmanifest }: CaptureRow, policy: Policy): Promise<void> {
  if (tagmanifest === undefined) return;
  const { bytes } = await readBlob(tagmanifest);
  const { askForStamp } = await import('../../lib/export/timestamp.ts');
  for (const name of stamps?.waiting ?? []) {
    const authority = policy.stampAuthorities?.find((one) => one.name === name);
    const answer = authority && (await askForStamp(authority, bytes));
    if (!answer?.ok) continue;
    await addLateStamp(id, name, await named(answer.response, 'application/timestamp-reply'));
    await appendLog({
      actie: 'stamped',
      object: id,
      resultaat: 'geslaagd',
      herkomst: 'worker',
      actor: policy.actorRole,
      tijd: new Date().toISOString(),
      toelichting: `tijdstempel van ${name}, na het verzegelen: ${answer.stamp.time}`,
    });
  }
}
