import { expect } from 'vitest';
import type { Corrected, Delivery } from '../../../lib/model/delivery.ts';
import type { Target } from '../../../lib/export/target.ts';
import { faults } from '../../peers/fault.ts';
import type { Fault, FaultProxy } from '../../peers/fault.ts';
import { deliveryOf, packageOf, sending } from './sending.ts';

/** What the receiver has, by its own word: name and hash of each record. */
export type Stored = readonly { readonly name: string; readonly sha256: string }[];

/**
 * F17–F19 as SQLite tests its faults: the n-th request fails, for n = 1, 2, 3 … until a delivery meets no fault any more; for each kind
 * of fault. `before`: what it corrects is delivered first, without a fault. After each: one record of each file, its bytes ours, and a state that says so. Answers how many faults were met.
 */
export async function faultLoop(
  proxy: FaultProxy,
  open: (delivery: Delivery) => Target,
  stored: (id: string) => Promise<Stored>,
  kinds: readonly Fault[] = faults,
  before?: (id: string) => Promise<Corrected>,
): Promise<number> {
  let met = 0;
  for (const fault of kinds) {
    for (let n = 1, isSpent = true; isSpent; n++) {
      const id = `VS-20261122-${fault}-${n}`;
      const zip = packageOf(id, 30_000);
      const queue = sending(open);
      queue.add(deliveryOf(id, [zip]), [zip]);
      const corrects = await before?.(id);
      queue.corrects = () => corrects;
      proxy.arm(n, fault);
      await queue.run();
      const truth = [...queue.deliveries.values()][0]!;
      isSpent = proxy.isSpent;
      if (truth.state === 'certain') expect(await stored(id)).toEqual([{ name: zip.fileName, sha256: zip.sha256 }]);
      proxy.arm(0, fault);
      await queue.settle();
      const after = [...queue.deliveries.values()][0]!;
      const { metadata } = after.files[0]?.receipt ?? {};
      // told beside the bytes and taken, or nothing was told so: a fault on the way is not a refusal
      expect({ fault, n, state: after.state, problem: after.problem?.code, isRefused: metadata === 'refused' }).toEqual({
        fault,
        n,
        state: 'certain',
        problem: undefined,
        isRefused: false,
      });
      expect({ fault, n, stored: await stored(id) }).toEqual({ fault, n, stored: [{ name: zip.fileName, sha256: zip.sha256 }] });
      if (isSpent) met++;
    }
  }
  return met;
}
