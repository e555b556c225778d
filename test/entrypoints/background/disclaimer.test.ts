// All accounts are invented.
import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { noteDisclaimer } from '../../../entrypoints/background/disclaimer.ts';
import { database } from '../../../lib/store/database.ts';
import { readLog } from '../../../lib/store/log.ts';
import { readPolicy, savePolicy } from '../../../lib/store/settings.ts';
import { captureB, policy } from '../../components/samples.ts';

beforeEach(async () => {
  fakeBrowser.reset();
  await Promise.all(database().tables.map((table) => table.clear()));
  await savePolicy(policy);
});
const registered = async () =>
  (await readPolicy()).policy.accounts.find(({ handle }) => handle === captureB.account.handle)?.disclaimer;

it('writes in the register what the profile was seen to say, and in the log that it did (R30)', async () => {
  expect(await registered()).toBeUndefined();
  await noteDisclaimer({ ...captureB, disclaimer: 'gezien' });
  await noteDisclaimer({ ...captureB, disclaimer: 'gezien' });
  expect(await registered()).toBe(true);
  await noteDisclaimer({ ...captureB, disclaimer: 'niet gezien' });
  expect(await registered()).toBe(false);
  expect((await readLog()).map(({ toelichting }) => toelichting?.split(': ')[1])).toEqual([
    `gezien bij ${captureB.id}`,
    `niet gezien bij ${captureB.id}`,
  ]);
});

it('leaves the register alone for a capture without a profile, and for an account that is not in it', async () => {
  await noteDisclaimer(captureB);
  await noteDisclaimer({ ...captureB, disclaimer: 'gezien', account: { ...captureB.account, handle: 'iemandanders' } });
  expect((await readPolicy()).policy).toEqual(policy);
  expect(await readLog()).toEqual([]);
});

it('changes nothing that the administrator set', async () => {
  await fakeBrowser.storage.managed.set({ accounts: policy.accounts });
  await noteDisclaimer({ ...captureB, disclaimer: 'gezien' });
  expect(await registered()).toBeUndefined();
});
