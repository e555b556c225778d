/** OAuth with PKCE through the browser's own window (T26), against a place to sign in as Microsoft documents it. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { deliverDue } from '../../../entrypoints/background/deliver.ts';
import { signInTarget } from '../../../entrypoints/background/signIn.ts';
import { readSecret } from '../../../lib/store/secrets.ts';
import { database } from '../../../lib/store/database.ts';
import { readDelivery } from '../../../lib/store/deliveries.ts';
import { deliveryOf, packageOf } from '../../lib/export/sending.ts';
import { startLogin } from '../../peers/graph.ts';

const target = {
  kind: 'graph',
  id: 'm365',
  name: 'SharePoint',
  url: 'https://graph.microsoft.com/v1.0/drives/d1',
  tenant: 'voorbeeld.example',
  clientId: 'app-1',
} as const;
const microsoft = 'https://login.microsoftonline.com';

let login: Awaited<ReturnType<typeof startLogin>>;
const asked: string[] = [];
const original = globalThis.fetch;
beforeAll(async () => {
  login = await startLogin(() => ({ access: 'toegang', expiresIn: 3_600 }));
  globalThis.fetch = (async (url: URL, init?: RequestInit) => {
    asked.push(url.href);
    return original(url.href.replace(microsoft, login.url), init);
  }) as typeof fetch; // there is no other place to sign in than Microsoft's
});
afterAll(async () => {
  globalThis.fetch = original;
  await login.close();
});
beforeEach(async () => {
  fakeBrowser.reset();
  asked.length = 0;
  await Promise.all([database().deliveries.clear(), database().meta.clear()]);
});

/** What the person does in the window: answers the address the browser comes back to. */
function person(does: (url: string) => Promise<string | undefined>) {
  const seen: { url: string; interactive?: boolean }[] = [];
  Object.assign(fakeBrowser, {
    identity: {
      getRedirectURL: () => 'https://abcdefghij.chromiumapp.org/',
      launchWebAuthFlow: async (details: { url: string; interactive?: boolean }) => (seen.push(details), does(details.url)),
    },
    alarms: { ...fakeBrowser.alarms, create: async () => undefined, clear: async () => true },
    permissions: { contains: async () => false },
  });
  return seen;
}

it('asks in a window of the browser, keeps what it gets in memory only, and wakes what waited for it', async () => {
  const waiting = { ...deliveryOf('VS-20261122-0001', [packageOf('VS-20261122-0001', 200)], 'm365'), nextAt: 9e15 };
  await database().deliveries.put(waiting);
  const seen = person(async (url) => login.comeBack(url));
  expect(await signInTarget({ target })).toEqual({ ok: true });
  expect(seen).toMatchObject([
    { interactive: true, url: expect.stringContaining(`${microsoft}/voorbeeld.example/oauth2/v2.0/authorize?`) },
  ]);
  expect(new URL(seen[0]?.url ?? '').searchParams.get('redirect_uri')).toBe('https://abcdefghij.chromiumapp.org/');
  expect(asked).toEqual([`${microsoft}/voorbeeld.example/oauth2/v2.0/token`]);
  expect(JSON.parse((await readSecret('m365')) ?? '')).toMatchObject({ access: 'toegang', refresh: 'verversing' });
  expect(await fakeBrowser.storage.local.get()).toEqual({});
  expect(JSON.stringify(await Promise.all(database().tables.map((table) => table.toArray())))).not.toContain('toegang');
  await deliverDue();
  expect(await readDelivery(waiting.id)).toMatchObject({ attempts: 1, problem: { code: 'setting-missing' } }); // it had its turn
});

it.each([
  ['the window is closed', async () => Promise.reject(new Error('The user did not approve access.')), 'login'],
  ['it comes back with nothing', async () => undefined, 'login'],
  ['it comes back with a refusal', async () => 'https://abcdefghij.chromiumapp.org/?error=access_denied', 'login'],
  ['the answer is to another question', async (url: string) => login.comeBack(url).replace(/state=.*/, 'state=andere'), 'login'],
  ['the code is not taken', async (url: string) => login.comeBack(url).replace('code-1', 'code-2'), 'needs-secret'],
] as const)('says what is wrong, and keeps nothing, when %s', async (_what, does, problem) => {
  person(does);
  expect(await signInTarget({ target })).toEqual({ ok: false, problem });
  expect(await readSecret('m365')).toBeUndefined();
});
