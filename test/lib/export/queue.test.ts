import { describe, expect, it } from 'vitest';
import { TargetProblem } from '../../../lib/export/problem.ts';
import { backOff } from '../../../lib/export/queue.ts';
import type { Target } from '../../../lib/export/target.ts';
import { deliveryOf, packageOf, sending } from './sending.ts';

/** A receiver in memory that fails as told, before it has anything or after. */
function receiver(
  fail: (name: string) => { code: ConstructorParameters<typeof TargetProblem>[0]; after?: true; retryAfterMs?: number } | undefined,
) {
  const has = new Map<string, string>();
  const order: string[] = [];
  const target: Target = {
    async check() {},
    describe: () => 'in het geheugen',
    async find({ fileName, sha256 }) {
      const found = has.get(fileName);
      if (found === undefined) return { at: 'absent' };
      const receipt = { where: fileName, bytes: 1, at: '2026-11-22T10:00:00.000Z', certainty: 'read-back', isFound: true } as const;
      return found === sha256 ? { at: 'same', receipt } : { at: 'different' };
    },
    async deliver({ fileName, sha256, bytes }) {
      order.push(fileName);
      const fault = fail(fileName);
      if (fault && !fault.after)
        throw new TargetProblem(fault.code, { ...(fault.retryAfterMs !== undefined && { retryAfterMs: fault.retryAfterMs }) });
      has.set(fileName, sha256);
      if (fault) throw new TargetProblem(fault.code);
      return { where: fileName, bytes, at: '2026-11-22T10:00:00.000Z', certainty: 'read-back' };
    },
  };
  return { target, has, order };
}
const zip = (id: string) => packageOf(id, 500);

describe('the queue', () => {
  it('sends a letter before dossiers that came first (R11)', async () => {
    const { target, order } = receiver(() => undefined);
    const queue = sending(() => target);
    for (const id of ['VS-20261122-0001', 'VS-20261122-0002', 'BB-20261122-abcdefgh'])
      queue.add({ ...deliveryOf(id, [zip(id)]), priority: id.startsWith('BB') ? 0 : 1 }, [zip(id)]);
    await queue.run();
    expect(order[0]).toBe('BB-20261122-abcdefgh.zip');
    expect(queue.certain).toHaveLength(3);
  });

  it('makes no second record when only the answer was lost (F19), and tells that it stood there', async () => {
    let times = 0;
    const { target, order } = receiver(() => (times++ === 0 ? { code: 'unreachable', after: true } : undefined));
    const queue = sending(() => target);
    queue.add(deliveryOf('VS-20261122-0001', [zip('VS-20261122-0001')]), [zip('VS-20261122-0001')]);
    await queue.settle();
    expect(order).toHaveLength(1);
    expect([...queue.deliveries.values()][0]).toMatchObject({ state: 'certain', files: [{ receipt: { isFound: true } }] });
  });

  it('does not send again what is certain already when the second file fails', async () => {
    let times = 0;
    const { target, order } = receiver((name) => (name.endsWith('slip.zip') && times++ === 0 ? { code: 'busy' } : undefined));
    const queue = sending(() => target);
    const files = [zip('VS-20261122-0001'), zip('VS-20261122-0001-slip')];
    queue.add(deliveryOf('VS-20261122-0001', files), files);
    await queue.settle();
    expect(order).toEqual(['VS-20261122-0001.zip', 'VS-20261122-0001-slip.zip', 'VS-20261122-0001-slip.zip']);
  });

  it('waits as long as the receiver asks, and lets everything else for it wait too', async () => {
    const { target, order } = receiver(() => ({ code: 'busy', retryAfterMs: 500_000 }));
    const queue = sending(() => target);
    for (let at = 1; at <= 50; at++) queue.add(deliveryOf(`VS-20261122-00${at}`, [zip(String(at))]), [zip(String(at))]);
    await queue.run();
    expect(order).toHaveLength(1);
    expect([...queue.deliveries.values()].every(({ nextAt }) => nextAt >= 501_000)).toBe(true);
  });

  it.each(['login', 'forbidden', 'rejected', 'too-large', 'exists-different'] as const)(
    'asks a person after %s, once',
    async (code) => {
      const { target, order } = receiver(() => ({ code }));
      const queue = sending(() => target);
      queue.add(deliveryOf('VS-20261122-0001', [zip('a')]), [zip('a')]);
      await queue.settle();
      expect(order).toHaveLength(1);
      expect([...queue.deliveries.values()][0]).toMatchObject({ state: 'stopped', problem: { code } });
      expect(queue.certain).toEqual([]);
    },
  );

  it('stops at a receiver that damages what it gets, after three times', async () => {
    const { target, order } = receiver(() => ({ code: 'altered' }));
    const queue = sending(() => target);
    queue.add(deliveryOf('VS-20261122-0001', [zip('a')]), [zip('a')]);
    await queue.settle();
    expect(order).toHaveLength(3);
    expect([...queue.deliveries.values()][0]).toMatchObject({ state: 'stopped', problem: { code: 'altered' } });
  });

  it('says that our own file is damaged, when that is why the receiver has other bytes (I2)', async () => {
    const { target } = receiver(() => ({ code: 'altered' }));
    const queue = sending(() => target);
    queue.add(deliveryOf('VS-20261122-0001', [zip('a')]), [zip('a')]);
    queue.damaged.add(zip('a').sha256);
    await queue.settle();
    expect([...queue.deliveries.values()][0]).toMatchObject({ state: 'stopped', problem: { code: 'local-damaged' } });
  });

  it('has 200 records of 200 packages that were queued while nobody answered, and after it was killed twice on its way (F2)', async () => {
    let isThere = false;
    const { target, has, order } = receiver((name) => {
      if (!isThere) return { code: 'unreachable' };
      return name.endsWith('7.zip') && !has.has(name) ? { code: 'server-error', after: true } : undefined; // the answer is lost now and then
    });
    const queue = sending(() => target);
    const ids = Array.from({ length: 200 }, (_none, at) => `VS-20261122-${String(at).padStart(4, '0')}`);
    for (const id of ids) queue.add(deliveryOf(id, [zip(id)]), [zip(id)]);
    await queue.run();
    expect(order).toHaveLength(1);
    isThere = true;
    queue.at += 100_000;
    for (const calls of [173, 211]) {
      queue.killAfter(calls);
      await expect(queue.run()).rejects.toThrow('the worker is gone');
    }
    queue.killAfter(Number.POSITIVE_INFINITY);
    await queue.settle();
    expect(has.size).toBe(200);
    expect([...queue.deliveries.values()].every(({ state }) => state === 'certain')).toBe(true);
    expect(new Set(queue.certain).size).toBe(200);
    expect(order.length - new Set(order).size).toBeLessThanOrEqual(3); // found before it is sent: at most what was under way goes again
  });

  it('tells a receiver what it has of the package this one corrects, once its turn has come (R27)', async () => {
    const { target } = receiver(() => undefined);
    const told: unknown[] = [];
    const queue = sending(() => ({ ...target, find: (parcel) => (told.push(parcel.corrects), target.find(parcel)) }));
    const [wrong, right] = [zip('VS-20261122-0001'), zip('VS-20261122-0002')];
    queue.add(deliveryOf('VS-20261122-0001', [wrong]), [wrong]);
    queue.add({ ...deliveryOf('VS-20261122-0002', [right]), corrects: 'VS-20261122-0001' }, [right]);
    queue.corrects = ({ corrects }) =>
      queue.certain.includes(`${corrects}~dms`) ? { id: 'd-1', fileName: wrong.fileName } : undefined;
    await queue.run();
    expect(told).toEqual([undefined, { id: 'd-1', fileName: wrong.fileName }]);
  });

  it('comes back ever later, at most after an hour, never with everybody at once', () => {
    expect([1, 2, 3, 4].map((attempt) => backOff(attempt, 0.5))).toEqual([30_000, 60_000, 120_000, 240_000]);
    expect(backOff(40, 0.5)).toBe(3_600_000);
    expect(backOff(1, 0)).toBeLessThan(backOff(1, 1));
  });
});
