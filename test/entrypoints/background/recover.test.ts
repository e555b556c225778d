import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { recover } from '../../../entrypoints/background/recover.ts';
import { markWritten } from '../../../lib/store/marker.ts';
import { database } from '../../../lib/store/database.ts';
import { readLog } from '../../../lib/store/log.ts';
import nl from '../../../public/_locales/nl/messages.json' with { type: 'json' };

beforeEach(async () => {
  fakeBrowser.reset();
  vi.stubGlobal('fetch', async () => Response.json(nl));
  await Promise.all(database().tables.map((table) => table.clear()));
});

it('says once, as the first line of the log, that the database was gone while there had been data (F11)', async () => {
  await recover({ isBrowserNew: true });
  expect(await readLog()).toEqual([]);
  await markWritten();
  await Promise.all([recover({ isBrowserNew: false }), recover({ isBrowserNew: true })]);
  await recover({ isBrowserNew: true });
  expect((await readLog()).map(({ actie, resultaat }) => [actie, resultaat])).toEqual([['data-lost', 'mislukt']]);
  expect(Object.values(await fakeBrowser.notifications.getAll())).toHaveLength(1);
});
