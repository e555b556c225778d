import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { takeHandlers } from '../../../entrypoints/background/take.ts';
import type { DraftHead } from '../../../lib/model/draft.ts';
import { storeCapture } from '../../../lib/store/captures.ts';
import { database } from '../../../lib/store/database.ts';
import { readLog } from '../../../lib/store/log.ts';
import { readJob, writeJob } from '../../../lib/store/session.ts';
import { captureB, job } from '../../components/samples.ts';

beforeEach(async () => {
  fakeBrowser.reset();
  await Promise.all(database().tables.map((table) => table.clear()));
});

/** The content script asks again: it had no answer. The head is not looked at any more. */
function again() {
  return takeHandlers.draftDone({ job: 'taak-1', parts: 0, head: {} as DraftHead }, { tabId: 7 });
}

it('ends a job that was stored by a worker that was stopped before it could say so', async () => {
  const status = job({ id: 'taak-1', tabId: 7, step: 'storing' });
  const { account, choice, id: captureId } = captureB;
  await writeJob({ status, account, choice, captureId, key: '' });
  await storeCapture(captureB, [], 'taak-1', {
    actie: 'stripped',
    object: captureId,
    resultaat: 'geslaagd',
    herkomst: 'worker',
    actor: 'rol',
    tijd: '2026-11-22T10:00:00Z',
  });

  expect(await again()).toEqual({ stored: captureId });
  expect((await readJob('taak-1'))?.status).toMatchObject({ step: 'done', captureId });
  expect(await again()).toEqual({ stored: captureId });
  expect((await readLog()).map(({ actie, object }) => ({ actie, object }))).toEqual([{ actie: 'stripped', object: captureId }]);
});
