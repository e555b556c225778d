import { beforeEach, describe, expect, it } from 'vitest';
import {
  addDeliveries as add,
  allDeliveries,
  correctedBy,
  isAnythingWaiting,
  keepDelivery,
  nextDelivery,
  readDelivery,
  restTarget,
  setPaused,
  wake,
} from '../../../lib/store/deliveries.ts';
import type { Delivery } from '../../../lib/model/delivery.ts';
import { database } from '../../../lib/store/database.ts';
import { readLog } from '../../../lib/store/log.ts';
import { deliveryOf, packageOf } from '../export/sending.ts';

const line = {
  actie: 'delivery-asked',
  object: 'VS-20261122-0001',
  resultaat: 'geslaagd',
  herkomst: 'worker',
  actor: 'Medewerker',
  tijd: '2026-11-22T10:00:00.000Z',
} as const;
const addDeliveries = (wanted: readonly Delivery[]) => add(wanted, line);
const one = (id: string, change = {}) => ({ ...deliveryOf(id, [packageOf(id, 200)]), ...change });

describe('the queue on disk', () => {
  beforeEach(async () => {
    await Promise.all([database().deliveries.clear(), database().meta.clear(), database().log.clear()]);
  });

  it('has one delivery per package and target, however often it is asked for (F14)', async () => {
    await addDeliveries([one('VS-20261122-0001')]);
    await keepDelivery(one('VS-20261122-0001', { state: 'certain' }));
    await Promise.all([addDeliveries([one('VS-20261122-0001')]), addDeliveries([one('VS-20261122-0001')])]);
    expect(await allDeliveries()).toMatchObject([{ state: 'certain' }]);
    expect(await readLog()).toHaveLength(1);
  });

  it('goes on with the one that was being sent when the browser died, letters before all', async () => {
    await addDeliveries([
      one('VS-20261122-0001', { state: 'sending', attempts: 1 }),
      one('VS-20261122-0002', { state: 'stopped' }),
    ]);
    expect(await nextDelivery(10)).toMatchObject({ capture: 'VS-20261122-0001' });
    await addDeliveries([one('BB-20261122-abcdefgh', { priority: 0, queuedAt: '2026-11-22T11:00:00.000Z' })]);
    expect(await nextDelivery(10)).toMatchObject({ capture: 'BB-20261122-abcdefgh' });
  });

  it('knows what the same receiver has of the package that is corrected, and nothing where it never had it (R27)', async () => {
    const [file] = one('VS-20261122-0001').files;
    const receipt = { where: '/a.zip', id: 'd-1', bytes: 200, at: line.tijd, certainty: 'read-back' } as const;
    await keepDelivery(one('VS-20261122-0001', { state: 'certain', files: [{ ...file, receipt }] }));
    const correction = one('VS-20261122-0002', { corrects: 'VS-20261122-0001' });
    expect(await correctedBy(correction, 0)).toEqual({ id: 'd-1', fileName: 'VS-20261122-0001.zip' });
    expect(await correctedBy({ ...correction, target: 'elders' }, 0)).toBeUndefined();
    expect(await correctedBy(one('VS-20261122-0002'), 0)).toBeUndefined();
  });

  it('sends nothing while it is paused, and forgets nothing', async () => {
    await addDeliveries([one('VS-20261122-0001')]);
    await setPaused(true);
    expect(await nextDelivery(10)).toBeUndefined();
    expect(await isAnythingWaiting()).toBe(true);
    await setPaused(false);
    expect(await nextDelivery(10)).toBeDefined();
  });

  it('lets a target rest, and wakes what waits for it when somebody typed the password', async () => {
    await addDeliveries([
      one('VS-20261122-0001'),
      one('VS-20261122-0002', { state: 'certain' }),
      one('VS-20261122-0003', { state: 'stopped' }),
    ]);
    await restTarget('dms', 900);
    expect(await nextDelivery(10)).toBeUndefined();
    await wake({ target: 'dms' }, 10);
    expect(await nextDelivery(10)).toMatchObject({ capture: 'VS-20261122-0001', attempts: 0 });
    expect(await readDelivery('VS-20261122-0002~dms')).toMatchObject({ state: 'certain' });
    expect(await readDelivery('VS-20261122-0003~dms')).toMatchObject({ state: 'waiting' });
  });
});
