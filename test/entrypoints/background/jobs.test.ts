/** F4: what becomes of a capture whose page was loaded anew. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { jobHandlers } from '../../../entrypoints/background/jobs.ts';
import { refuseBusy } from '../../../entrypoints/background/start.ts';
import { takeHandlers } from '../../../entrypoints/background/take.ts';
import { database } from '../../../lib/store/database.ts';
import { readLog } from '../../../lib/store/log.ts';
import { writeJob } from '../../../lib/store/session.ts';
import { account, draft } from '../../lib/privacy/sample.ts';

const tabId = 7;
const ago = (milliseconds: number) => new Date(Date.now() - milliseconds).toISOString();

async function reading(silentMs: number): Promise<void> {
  await writeJob({
    status: { id: 'taak-1', tabId, step: 'reading', posts: 1, reactions: 2, startedAt: ago(60_000), heardAt: ago(silentMs) },
    choice: { scenario: 'B', proposed: 'B', accountType: 'corporate', because: [], decidedBy: 'voorstel' },
    account,
    key: '07'.repeat(32),
    captureId: 'VS-20261122-0001',
  });
}

const said = async () => (await readLog()).map(({ toelichting }) => toelichting);

/** What the page says to be busy with. */
function inPage(answer: () => Promise<unknown>) {
  const asked = vi.fn<() => Promise<unknown>>(answer);
  Object.assign(fakeBrowser.tabs, { sendMessage: asked });
  return asked;
}

beforeEach(async () => {
  fakeBrowser.reset();
  await Promise.all(database().tables.map((table) => table.clear()));
});

describe('a capture whose page is silent', () => {
  it('goes on while the page says that it still reads', async () => {
    await reading(30_000);
    inPage(async () => ({ reads: 'taak-1' }));
    expect((await jobHandlers.jobOf({ tabId }))?.failure).toBeUndefined();
    await expect(refuseBusy(tabId)).rejects.toMatchObject({ code: 'busy' });
  });

  it.each([
    ['nothing of ours is in the page', async () => Promise.reject(new Error('Receiving end does not exist'))],
    ['the page was loaded anew and does nothing', async () => ({})],
    ['the page does something else', async () => ({ reads: 'taak-2', unheard: 'taak-0' })],
    ['the page says what no page of ours says', async () => 'taak-1'],
  ])('has ended, with a line in the log, and the tab is free again: %s', async (_why, answer) => {
    await reading(30_000);
    inPage(answer);
    expect((await jobHandlers.jobOf({ tabId }))?.failure?.code).toBe('navigated');
    expect((await readLog()).map(({ actie, toelichting }) => [actie, toelichting])).toEqual([['capture-failed', 'navigated']]);
    await expect(refuseBusy(tabId)).resolves.toBeUndefined();
  });

  it('has failed for want of room where the page could not tell the worker that it ended, and there is none (F10)', async () => {
    vi.stubGlobal('navigator', { storage: { estimate: async () => ({ usage: 0, quota: 3_000 }) } });
    await reading(30_000);
    inPage(async () => ({ unheard: 'taak-1' }));
    const status = await jobHandlers.jobOf({ tabId });
    expect(status?.failure).toMatchObject({ code: 'storage-full', detail: { leftBytes: 3_000 } });
    expect(await said()).toEqual([]);
    vi.unstubAllGlobals();
    await expect.poll(said, { timeout: 10_000 }).toEqual(['storage-full']);
  });

  it('is not asked while it was heard a moment ago: a second click does not end the first', async () => {
    await reading(500);
    const asked = inPage(async () => ({}));
    await expect(refuseBusy(tabId)).rejects.toMatchObject({ code: 'busy' });
    expect(asked).not.toHaveBeenCalled();
  });

  it('stays ended when the page comes back after all: it is told to stop, and what it read is not taken', async () => {
    await reading(30_000);
    inPage(async () => ({}));
    await jobHandlers.jobOf({ tabId });
    const asker = { tabId, url: 'https://x.com/minvoorbeeld' };
    expect(await jobHandlers.progress({ job: 'taak-1', step: 'reading', posts: 1, reactions: 3 }, asker)).toEqual({ stop: true });
    const { items: _items, ...head } = draft([], []);
    await expect(takeHandlers.draftDone({ job: 'taak-1', parts: 1, head }, asker)).rejects.toMatchObject({ code: 'not-allowed' });
  });
});
