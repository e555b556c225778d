import { afterEach, describe, expect, it, vi } from 'vitest';
import { Failure } from '../../../lib/model/failure.ts';
import { appendLog, doAndLog } from '../../../lib/store/log.ts';
import { asStoreFailure, untilFits, written } from '../../../lib/store/room.ts';

const withRoom = (left: number) =>
  vi.stubGlobal('navigator', { storage: { estimate: async () => ({ usage: 5_000_000, quota: 5_000_000 + left }) } });
afterEach(() => void vi.unstubAllGlobals());

/** As Chromium says it of a disk that is full, and as the database passes it on. */
const notWritten = Object.assign(new Error('DataError Failed to write blobs (IOError)'), {
  name: 'AbortError',
  inner: Object.assign(new Error('Failed to write blobs (IOError)'), { name: 'DataError' }),
});

const writeFailing = (error: Error): Promise<never> =>
  written(30_000_000, async () => {
    throw error;
  });

describe('something that was not stored', () => {
  it('is said to be for want of room where there is none, whatever the browser calls it (F10)', async () => {
    withRoom(12_288);
    expect(await asStoreFailure(notWritten)).toMatchObject({ code: 'storage-full' });
    expect(await asStoreFailure(new Failure('storage-failed'))).toMatchObject({ code: 'storage-full' });
  });

  it('needs room for what had to be kept as well', async () => {
    withRoom(20_000_000);
    expect(await asStoreFailure(notWritten, 30_000_000)).toMatchObject({ code: 'storage-full' });
    expect(await asStoreFailure(notWritten, 3_000_000)).toMatchObject({ code: 'storage-failed' });
  });

  it('is not blamed on the disk where it is about what stands there, or where the browser does not say', async () => {
    withRoom(0);
    expect(await asStoreFailure(new Failure('storage-failed', { reason: 'damaged' }))).toMatchObject({ code: 'storage-failed' });
    expect(await asStoreFailure(new Failure('busy'))).toMatchObject({ code: 'busy' });
    vi.stubGlobal('navigator', {});
    expect(await asStoreFailure(notWritten)).toMatchObject({ code: 'storage-failed' });
  });

  it('says how much room it needs, and how much there is, whoever noticed (F10)', async () => {
    withRoom(3_000_000);
    const told = { code: 'storage-full', detail: { neededBytes: 46_000_000, leftBytes: 3_000_000 } };
    const full = new DOMException('no room', 'QuotaExceededError');
    expect(await asStoreFailure(notWritten, 30_000_000)).toMatchObject(told);
    await expect(writeFailing(full)).rejects.toMatchObject(told);
    await expect(writeFailing(new DOMException('aborted', 'AbortError'))).rejects.toMatchObject(told);
    vi.stubGlobal('navigator', {});
    await expect(writeFailing(new Failure('not-found'))).rejects.toMatchObject({ code: 'not-found' });
    expect((await asStoreFailure(full)).detail).toEqual({ neededBytes: 16_000_000 });
  });

  it('is not for want of room where the browser says so of a disk that was full, and has room again', async () => {
    withRoom(600_000_000);
    const full = new DOMException('no room', 'QuotaExceededError');
    expect(await asStoreFailure(full, 3_000_000)).toMatchObject({ code: 'storage-failed' });
  });
});

const sealed = {
  actie: 'sealed',
  object: 'VS-20261122-0001',
  resultaat: 'geslaagd',
  herkomst: 'worker',
  actor: 'redactie',
  tijd: '2026-11-22T10:00:00.000Z',
  toelichting: '',
} as const;

describe('a disk that is full', () => {
  it('is not written to at all, by nobody: the browser could lose what stands there (F10)', async () => {
    withRoom(12_288);
    const write = vi.fn<() => Promise<void>>();
    await expect(written(100, write)).rejects.toMatchObject({ code: 'storage-full', detail: { leftBytes: 12_288 } });
    expect(write).not.toHaveBeenCalled();
    await expect(appendLog(sealed)).rejects.toMatchObject({ code: 'storage-full' });
  });

  it('is asked once for the room of what is done, and nothing is done where that does not fit', async () => {
    const estimate = vi.fn<() => Promise<StorageEstimate>>(async () => ({ usage: 0, quota: 20_000_000 }));
    vi.stubGlobal('navigator', { storage: { estimate } });
    const work = vi.fn<() => Promise<boolean>>(async () => false);
    await expect(doAndLog({ line: sealed, tables: [], work, bytes: 30_000_000 })).rejects.toMatchObject({
      code: 'storage-full',
      detail: { neededBytes: 46_000_000 },
    });
    expect(work).not.toHaveBeenCalled();
    estimate.mockClear();
    await doAndLog({ line: sealed, tables: [], work, bytes: 1_000 });
    expect(work).toHaveBeenCalledOnce();
    expect(estimate).toHaveBeenCalledOnce();
  });

  it('is written to when there is room again, or nobody says how much there is', async () => {
    withRoom(20_000_000);
    await expect(untilFits(1_000)).resolves.toBeUndefined();
    vi.stubGlobal('navigator', {});
    await expect(untilFits(1_000_000_000)).resolves.toBeUndefined();
  });
});
