import type { Found, Target } from '../../lib/export/target.ts';
import type { Delivery, DeliveryProblem } from '../../lib/model/delivery.ts';
import { storedBlob } from '../../lib/store/blobs.ts';
import { keepChecked } from '../../lib/store/deliveries.ts';
import { lineOf } from './deliveryLog.ts';

const words = {
  same: 'nog aanwezig en gelijk',
  absent: 'niet meer aanwezig',
  half: 'aanwezig, maar niet heel',
  different: 'aanwezig met andere inhoud',
} as const satisfies Record<Found['at'], string>;

const problems = { absent: 'gone', half: 'altered', different: 'exists-different' } as const satisfies Record<
  Exclude<Found['at'], 'same'>,
  DeliveryProblem
>;

/** Asks the receiver for each file, reads it back and says so in the log. What is gone or other waits for a person. */
export async function stillThere(delivery: Delivery, target: Target): Promise<Found['at']> {
  let at: Found['at'] = 'same';
  for (const file of delivery.files) {
    const facts = { ...delivery.facts, sha256: file.sha256 };
    const known = file.receipt?.id;
    const found = await target.find({ ...file, facts, ...(known !== undefined && { known }), read: () => storedBlob(file.sha256) });
    if (found.at !== 'same') at = found.at;
  }
  const now = new Date().toISOString();
  const act = { actie: 'delivery-checked', object: delivery.capture, herkomst: 'worker' } as const;
  const line = await lineOf(
    { ...act, resultaat: at === 'same' ? 'geslaagd' : 'mislukt' },
    `bij ${delivery.targetName}: ${words[at]}`,
  );
  await keepChecked(at === 'same' ? { ...delivery, checkedAt: now } : lost(delivery, problems[at], now), line);
  return at;
}

/** Its receipts are of a time that is over: a next attempt sends the files again. */
function lost(delivery: Delivery, code: DeliveryProblem, at: string): Delivery {
  const files = delivery.files.map(({ receipt: _gone, ...file }) => file);
  return { ...delivery, files, state: 'stopped', problem: { code, at } };
}
