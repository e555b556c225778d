/** D11, R25: what a receiver has is asked again, and goes from this computer only when it is there still and the term is over. */
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { clearDue } from '../../../entrypoints/background/clear.ts';
import { deliverDue } from '../../../entrypoints/background/deliver.ts';
import { deliveryHandlers } from '../../../entrypoints/background/deliveryCalls.ts';
import { readRow } from '../../../lib/store/captures.ts';
import { database } from '../../../lib/store/database.ts';
import { deliveriesOf } from '../../../lib/store/deliveries.ts';
import { readLog } from '../../../lib/store/log.ts';
import { keepSecret } from '../../../lib/store/secrets.ts';
import { savePolicy } from '../../../lib/store/settings.ts';
import { damageReceived, emptyReceiver, received, refuseWith } from '../../faults/receiver.ts';
import { installSeam } from '../../faults/seam.ts';
import { captureId, freshWorld, furnish, handOver, policy, target } from '../../faults/world.ts';

const dayMs = 86_400_000;
const deliveryId = `${captureId}~${target.id}`;

beforeAll(() => {
  installSeam();
  furnish();
});
beforeEach(async () => {
  await freshWorld();
  await handOver();
  await savePolicy({ ...policy, targets: [target], graceDays: 10 });
  await keepSecret(target.id, 'geheim');
  await deliveryHandlers.deliverCapture({ id: captureId });
  await deliverDue();
});

const state = async () => (await readRow(captureId)).state;
const acts = async () => (await readLog()).map(({ actie }) => actie);
const asked = () => deliveryHandlers.checkDelivery({ id: deliveryId });

describe('asked whether it is there still', () => {
  it('is secured as long as the receiver gives the same bytes back, and the log tells that it was asked', async () => {
    expect(await state()).toBe('secured');
    expect(await asked()).toEqual({ at: 'same' });
    expect((await deliveriesOf(captureId))[0]).toMatchObject({ state: 'certain', checkedAt: expect.any(String) });
    expect((await readLog()).at(-1)).toMatchObject({ actie: 'delivery-checked', resultaat: 'geslaagd' });
  });

  it.each([
    ['gone', 'absent', emptyReceiver],
    ['exists-different', 'different', damageReceived],
  ] as const)('is not secured any more when it is %s there; delivered again, it is', async (problem, at, happen) => {
    happen();
    expect(await asked()).toEqual({ at });
    expect(await state()).toBe('sealed');
    expect((await deliveriesOf(captureId))[0]).toMatchObject({ state: 'stopped', problem: { code: problem } });
    expect((await readLog()).at(-1)).toMatchObject({ actie: 'delivery-checked', resultaat: 'mislukt' });
    emptyReceiver(); // there somebody put that right
    await deliveryHandlers.retryDelivery({ id: deliveryId });
    await deliverDue();
    expect(await state()).toBe('secured');
    expect(received().filter(({ name }) => name.endsWith('.zip'))).toHaveLength(1);
  });

  it('is what it was when the receiver cannot be asked now', async () => {
    refuseWith(503);
    expect(await asked()).toEqual({ problem: 'busy' });
    expect(await state()).toBe('secured');
  });
});

const later = (days: number) => clearDue(Date.now() + days * dayMs);
const contents = () => database().blobs.count();

describe('the term after which content goes from this computer', () => {
  it('is waited for, then what was received is asked for once more, and the line and its receipts stay', async () => {
    await later(9);
    expect(await state()).toBe('secured');
    await later(11);
    expect([await state(), await contents()]).toEqual(['cleared', 0]);
    expect((await acts()).slice(-2)).toEqual(['delivery-checked', 'cleared']);
    expect((await deliveriesOf(captureId))[0]?.files.map(({ receipt }) => receipt?.certainty)).toEqual(['read-back', 'read-back']);
  });

  it.each([
    ['the receiver has it no more', () => emptyReceiver()],
    ['the receiver has other bytes', () => damageReceived()],
    ['the receiver does not answer as it should', () => refuseWith(503)],
    ['nobody typed the password since the browser started', () => deliveryHandlers.keepSecret({ target: target.id, secret: '' })],
    ['no term was set', () => savePolicy({ ...policy, targets: [target] })],
  ] as const)('takes nothing away when %s', async (_why, happen) => {
    const before = await contents();
    await happen();
    await later(11);
    expect(await contents()).toBe(before);
    expect(await acts()).not.toContain('cleared');
  });

  it('counts from the last of all places, and goes on to nothing while one of them still waits', async () => {
    const second = { ...target, id: 'tweede', name: 'Tweede', folder: 'elders' };
    await savePolicy({ ...policy, targets: [target, second], graceDays: 10 });
    await deliveryHandlers.deliverCapture({ id: captureId });
    await deliverDue(); // there is no password for it
    const before = await contents();
    await later(11);
    expect(await contents()).toBe(before);
    await deliveryHandlers.keepSecret({ target: 'tweede', secret: 'geheim' });
    await deliverDue();
    await later(11);
    expect(await state()).toBe('cleared');
  });
});
