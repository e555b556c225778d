import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Capture } from '../../../lib/model/capture.ts';
import { named, readBlob } from '../../../lib/store/blobs.ts';
import {
  addLateStamp,
  clearCapture,
  earlierCapture,
  findByKey,
  listCaptures,
  nextId,
  previousPackage,
  readCapture,
  removeCapture,
  storeCapture,
  storeSealed,
  storeWrapped,
  waitingForStamps,
} from '../../../lib/store/captures.ts';
import { addDeliveries, keepChecked, settleDelivery } from '../../../lib/store/deliveries.ts';
import { readLog } from '../../../lib/store/log.ts';
import { deliveryOf, packageOf } from '../export/sending.ts';
import { database } from '../../../lib/store/database.ts';

/** Only what the store looks at; an invented account. */
function capture(id: string): Capture {
  return {
    schema: 1,
    id,
    platform: 'x',
    account: { platform: 'x', handle: 'minvoorbeeld', type: 'corporate', holder: 'Ministerie van Voorbeeldzaken' },
    choice: { scenario: 'A', proposed: 'A', accountType: 'corporate', because: [], decidedBy: 'voorstel' },
    posts: [],
    reactions: [],
    review: [],
    ledger: [],
    thirdParties: 0,
    completeness: { state: 'OK', reasons: [], captured: 0, goal: '', minimum: '', reached: '' },
    clock: { started: '', ended: '', stripped: '2026-11-22T10:00:00.000Z' },
  } as unknown as Capture; // the rest is not the store's business
}
const line = (actie: 'stripped' | 'sealed' | 'deleted' | 'delivered' | 'cleared') =>
  ({
    actie,
    object: 'VS-20261122-0001',
    resultaat: 'geslaagd',
    herkomst: 'worker',
    actor: 'rol',
    tijd: '2026-11-22T10:00:00Z',
  }) as const;
const picture = () => named(new TextEncoder().encode('plaatje'), 'image/png');

beforeEach(async () => {
  fakeBrowser.reset();
  await Promise.all(database().tables.map((table) => table.clear()));
});

afterEach(() => void vi.restoreAllMocks());

describe('a store that is full', () => {
  it('says how much was to be written, at a capture and at a package (F10)', async () => {
    const photo = await named(new Uint8Array(3_000_000), 'image/png');
    await storeCapture(capture('VS-20261122-0001'), [], 'job-1', line('stripped'));
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    const besides = 16_000_000 + JSON.stringify(capture('VS-20261122-0002')).length;
    await expect(storeCapture(capture('VS-20261122-0002'), [photo], 'job-2', line('stripped'))).rejects.toMatchObject({
      code: 'storage-full',
      detail: { neededBytes: 3_000_000 + besides },
    });
    const zip = { sha256: 'a'.repeat(64), blob: new Blob([new Uint8Array(7_000_000)]) };
    const slip = await picture();
    const sealedAs = { fileName: 'pakket.zip', bytes: 7_000_000, sha256: zip.sha256, at: '2026-11-22T10:00:00Z' };
    const link = { id: 'VS-20261122-0001', tagmanifest: slip.sha256, logSeq: 1, logHash: '' };
    await expect(
      storeSealed('VS-20261122-0001', zip, { pakbon: slip, tagmanifest: slip, waiting: [] }, sealedAs, link, line('sealed')),
    ).rejects.toMatchObject({ code: 'storage-full', detail: { neededBytes: 23_000_000 + 2 * slip.bytes.length } });
    expect((await listCaptures()).map(({ id, state }) => [id, state])).toEqual([['VS-20261122-0001', 'stripped']]);
  });
});

describe('the store', () => {
  it('gives every number of a day once, also when asked at the same moment', async () => {
    const ids = await Promise.all(Array.from({ length: 10 }, () => nextId(new Date('2026-11-22T10:00:00Z'))));
    expect(new Set(ids).size).toBe(10);
    expect(ids.toSorted()[0]).toBe('VS-20261122-0001');
  });

  it('keeps one capture for one job, however often it is handed in (I3)', async () => {
    await storeCapture(capture('VS-20261122-0001'), [await picture()], 'job-1', line('stripped'));
    await storeCapture(capture('VS-20261122-0002'), [await picture()], 'job-1', line('stripped'));
    expect((await listCaptures()).map(({ id }) => id)).toEqual(['VS-20261122-0001']);
    expect((await findByKey('job-1'))?.id).toBe('VS-20261122-0001');
  });

  it('finds the capture before of the same profile, and none of a post that stands on it (R4)', async () => {
    const post = { key: 'bericht-7', kind: 'bericht', platformId: '7', text: 'Eerste', times: {}, media: [] };
    const about = { key: 'profiel-minvoorbeeld', account: 'minvoorbeeld', description: 'Wij zijn dit', fields: [], links: [] };
    const made = (id: string, at: string, profile?: object) =>
      ({ ...capture(id), posts: [post], ...(profile && { profile }), clock: { started: '', ended: '', stripped: at } }) as never;
    await storeCapture(made('VS-20261122-0001', '2026-11-22T10:00:00Z', about), [], 'job-1', line('stripped'));
    await storeCapture(made('VS-20261122-0002', '2026-11-22T11:00:00Z'), [], 'job-2', line('stripped'));
    const again = await earlierCapture(made('VS-20261122-0003', '2026-11-22T12:00:00Z', about));
    expect(again).toMatchObject({ id: 'VS-20261122-0001' });
  });

  it('reads back what it wrote', async () => {
    await storeCapture(capture('VS-20261122-0001'), [await picture()], 'job-1', line('stripped'));
    expect(await readCapture('VS-20261122-0001')).toEqual(capture('VS-20261122-0001'));
  });

  it('hands out no bytes that have changed since they were written (I2)', async () => {
    const { sha256 } = await picture();
    await storeCapture(capture('VS-20261122-0001'), [await picture()], 'job-1', line('stripped'));
    await database().blobs.update(sha256, { blob: new Blob(['iets anders']) });
    await expect(readBlob(sha256)).rejects.toMatchObject({ code: 'storage-failed', detail: { reason: 'damaged' } });
  });

  const link = { id: 'VS-20261122-0001', tagmanifest: 'aa', logSeq: 3, logHash: 'bb' };

  it('removes a capture with its package, but no picture that another capture uses', async () => {
    const { sha256 } = await picture();
    await storeCapture(capture('VS-20261122-0001'), [await picture()], 'job-1', line('stripped'));
    await storeCapture(capture('VS-20261122-0002'), [await picture()], 'job-2', line('stripped'));
    const zip = await named(new TextEncoder().encode('zip'), 'application/zip');
    await storeSealed(
      'VS-20261122-0001',
      { sha256: zip.sha256, blob: new Blob(['zip']) },
      {
        pakbon: await named(new TextEncoder().encode('<pakbon/>'), 'application/xml'),
        tagmanifest: await named(new TextEncoder().encode('tags'), 'text/plain'),
        waiting: ['Testautoriteit'],
      },
      { fileName: 'a.zip', bytes: 3, sha256: zip.sha256, at: '' },
      link,
      line('sealed'),
    );
    expect(await previousPackage()).toEqual(link);
    expect((await waitingForStamps()).map(({ id }) => id)).toEqual(['VS-20261122-0001']);
    await addLateStamp('VS-20261122-0001', 'Testautoriteit', await named(new TextEncoder().encode('stempel'), 'x/y'));
    expect(await waitingForStamps()).toEqual([]);
    await removeCapture('VS-20261122-0001', line('deleted'));
    await expect(readBlob(zip.sha256)).rejects.toMatchObject({ detail: { reason: 'missing' } });
    expect((await readBlob(sha256)).mime).toBe('image/png');
    await removeCapture('VS-20261122-0002', line('deleted'));
    expect(await database().blobs.count()).toBe(0);
  });
});

const state = async () => (await listCaptures())[0]?.state;

describe('what every receiver has', () => {
  const id = 'VS-20261122-0001';
  const toTwo = [deliveryOf(id, [packageOf(id, 200)], 'dms'), deliveryOf(id, [packageOf(id, 200)], 'zgw')];
  beforeEach(async () => {
    await storeCapture(capture(id), [await picture()], 'job-1', line('stripped'));
    await addDeliveries(toTwo, line('delivered'));
  });
  const settleBoth = async () => {
    for (const delivery of toTwo) await settleDelivery({ ...delivery, state: 'certain' }, line('delivered'));
  };

  it('is secured when the last of them has it, and not before (D11)', async () => {
    await settleDelivery({ ...toTwo[0]!, state: 'certain' }, line('delivered'));
    expect(await state()).toBe('stripped');
    await settleDelivery({ ...toTwo[1]!, state: 'certain' }, line('delivered'));
    expect(await state()).toBe('secured');
  });

  it('is not secured any more when one of them lost it', async () => {
    await settleBoth();
    await keepChecked({ ...toTwo[0]!, state: 'stopped' }, line('delivered'));
    expect(await state()).toBe('sealed');
  });

  it('goes from this computer with a line, and cannot be read any more; its receipts and its log can', async () => {
    await clearCapture(id, line('cleared'));
    expect(await state()).toBe('stripped'); // nobody has it yet
    await settleBoth();
    await clearCapture(id, line('cleared'));
    expect(await state()).toBe('cleared');
    await expect(readCapture(id)).rejects.toMatchObject({ code: 'cleared' });
    expect(await database().blobs.count()).toBe(0);
    expect(await database().deliveries.count()).toBe(2);
    expect((await readLog()).at(-1)).toMatchObject({ actie: 'cleared', object: id });
    await clearCapture(id, line('cleared'));
    expect((await readLog()).filter(({ actie }) => actie === 'cleared')).toHaveLength(1);
  });

  it('goes in every form it was sent in (D12)', async () => {
    const pakbon = await named(new TextEncoder().encode('<pakbon/>'), 'application/xml');
    const other = packageOf('een andere vorm', 300);
    const row = { fileName: `${id}-sip.zip`, zip: other.sha256, bytes: 300, pakbon: pakbon.sha256 };
    await expect(storeWrapped(id, 'mdto-sip', row, { zip: other.blob, pakbon })).rejects.toMatchObject({ code: 'not-found' }); // nothing is sealed yet
    await database().captures.update(id, { sealed: 'x' });
    await storeWrapped(id, 'mdto-sip', row, { zip: other.blob, pakbon });
    expect(await database().blobs.get(other.sha256)).toBeDefined();
    await settleBoth();
    await clearCapture(id, line('cleared'));
    expect(await database().blobs.count()).toBe(0);
    expect((await database().captures.get(id))?.wrapped).toBeUndefined();
  });
});
