/** D11, F11: the mark outside the database. */
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { StoreLoss } from '../../../lib/model/recovery.ts';
import { storeCapture } from '../../../lib/store/captures.ts';
import { database } from '../../../lib/store/database.ts';
import { appendLog, readLog } from '../../../lib/store/log.ts';
import { forgetLoss, lookForLoss, untoldLoss } from '../../../lib/store/marker.ts';
import { captureB } from '../../components/samples.ts';

const line = (object: string, actie: 'stripped' | 'data-lost' = 'stripped') =>
  ({ actie, object, resultaat: 'geslaagd', herkomst: 'worker', actor: 'Rol', tijd: '2026-11-22T10:00:00.000Z' }) as const;
const now = '2026-11-23T08:00:00.000Z';
const told: StoreLoss[] = [];
const look = () =>
  lookForLoss(now, async (loss) => {
    told.push(loss);
    await appendLog(line('opslag', 'data-lost'));
  });
const stored = (id: string) => storeCapture({ ...captureB, id }, [], `taak-${id}`, line(id));

beforeEach(async () => {
  fakeBrowser.reset();
  told.length = 0;
  await Promise.all(database().tables.map((table) => table.clear()));
});

describe('the mark outside the database (D11, F11)', () => {
  it('sees no loss in a new installation, nor where all is there', async () => {
    expect(await look()).toBeUndefined();
    await stored('VS-20261122-0001');
    expect(await look()).toBeUndefined();
    expect(await untoldLoss()).toBeUndefined();
  });

  it('says how much there was, and what was nowhere else, when the database is gone', async () => {
    await stored('VS-20261122-0001');
    await stored('VS-20261122-0002');
    await database().captures.update('VS-20261122-0001', { state: 'delivered' });
    await appendLog(line('VS-20261122-0001'));
    await Promise.all(database().tables.map((table) => table.clear()));
    expect(await look()).toMatchObject({
      kind: 'gone',
      at: now,
      left: 0,
      before: { captures: 2, lines: 3, open: 1, openIds: ['VS-20261122-0002'] },
    });
    expect((await readLog()).map(({ actie }) => actie)).toEqual(['data-lost']);
  });

  it('notices a database that went back in time, and a new line does not hide it', async () => {
    await stored('VS-20261122-0001');
    await stored('VS-20261122-0002');
    await database().log.delete(2);
    await database().captures.delete('VS-20261122-0002');
    expect(await look()).toMatchObject({ kind: 'older', left: 1, before: { captures: 2 } });
    await Promise.all(database().tables.map((table) => table.clear()));
    await appendLog(line('VS-20261123-0001'));
    expect(await look()).toMatchObject({ kind: 'gone' });
  });

  it('tells once, and keeps it for the screens until somebody has read it', async () => {
    await stored('VS-20261122-0001');
    await Promise.all(database().tables.map((table) => table.clear()));
    await look();
    expect(await look()).toBeUndefined();
    expect(told).toHaveLength(1);
    expect(await untoldLoss()).toMatchObject({ kind: 'gone' });
    await forgetLoss();
    expect(await untoldLoss()).toBeUndefined();
  });

  it('finds nothing twice in the log when the worker died between the line and the new mark', async () => {
    await stored('VS-20261122-0001');
    await stored('VS-20261122-0002');
    await Promise.all(database().tables.map((table) => table.clear()));
    await appendLog(line('opslag', 'data-lost'));
    expect(await look()).toMatchObject({ kind: 'gone' });
    expect(told).toEqual([]);
  });
});
