/** One click into the DMS: the built extension, a real Apache with mod_dav over TLS, and what a records manager sees of it. */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import JSZip from 'jszip';
import { generate } from 'selfsigned';
import { afterAll, expect, it } from 'vitest';
import { verifyPackage } from '../../lib/bundle/verify.ts';
import { ask, finished } from '../../scripts/drive.ts';
import { isMissing } from '../peers/peer.ts';
import { hasApache, startApache } from '../peers/webdav.ts';
import { scanFolderPlainly } from '../leaks/scan.ts';
import { faultsOf } from './judge.ts';
import { startJourney } from './journey.ts';

const isSkipped = isMissing('Apache httpd met mod_dav', hasApache);
const host = 'dms.voorbeeld.example';
const closers: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const close of closers) await close();
});

async function namesIn(zip: Uint8Array): Promise<string[]> {
  return Object.keys((await JSZip.loadAsync(zip)).files);
}

const patient = { timeout: 60_000 };

interface Alarms {
  readonly chrome: { readonly alarms: { create(name: string, when: { readonly when: number }): Promise<void> } };
}

it.skipIf(isSkipped)('brings a package to the receiver, and calls it secured once it was read back (D11, T26)', async () => {
  const pems = await generate([{ name: 'commonName', value: host }]);
  const apache = await startApache({ key: pems.private, cert: pems.cert });
  closers.push(() => apache.close());
  const { port, pathname } = new URL(apache.url);
  const journey = await startJourney(['x'], undefined, {}, [{ host, port: Number(port) }]);
  closers.unshift(() => journey.close());
  const { browser, stand } = journey;
  const target = {
    kind: 'webdav' as const,
    id: 'dms',
    name: 'Documentsysteem',
    url: `https://${host}${pathname}`,
    folder: '{jaar}/{account}',
    user: apache.user,
  };
  await ask(browser, 'savePolicy', { policy: { ...journey.policy, targets: [target] } });
  expect(await ask(browser, 'tryTarget', { target })).toEqual({ ok: false, problem: 'needs-secret' });
  const settings = await browser.context.newPage();
  await settings.goto(`chrome-extension://${browser.extensionId}/options.html`);
  await settings.locator('summary', { hasText: 'Plek 1: Documentsysteem' }).click();
  await settings.getByLabel('Wachtwoord', { exact: true }).fill('vergeten');
  await settings.getByRole('button', { name: 'Proberen' }).last().click();
  await settings.getByText('Gebruikersnaam, wachtwoord of sleutel wordt niet aangenomen.').waitFor();
  expect(await faultsOf(settings, 'afleveren-instellen')).toEqual([]);
  await ask(browser, 'keepSecret', { target: 'dms', secret: '' });
  await settings.close();

  const thread = await journey.open(stand.setThread('x', { seed: 71, reactions: 3 }).url);
  await thread.bringToFront();
  await browser.clickAction(thread);
  const tabId = await browser.tabIdOf(thread);
  const started = await ask(browser, 'startCapture', { tabId, scenario: 'A', reason: 'Proef met afleveren' });
  const { captureId: id = '' } = await finished(browser, tabId, started);
  await thread.close();

  const page = await browser.context.newPage();
  await page.goto(`chrome-extension://${browser.extensionId}/dashboard.html#/veiligstelling/${id}`);
  await page.getByRole('button', { name: 'Afleveren aan Documentsysteem' }).click();
  await page.getByText('Het wachtwoord of de sleutel voor deze plek is nog niet ingevuld').waitFor();
  expect(await faultsOf(page, 'afleveren-wachtwoord')).toEqual([]);
  await page.getByLabel('Wachtwoord of sleutel voor Documentsysteem').fill(apache.password);
  await page.getByRole('button', { name: 'Gebruiken en afleveren' }).click();
  await page.getByText('Teruggelezen bij de ontvanger en gelijk').first().waitFor();
  await page.locator('.badges').getByText('Veiliggesteld', { exact: true }).waitFor();
  expect(await faultsOf(page, 'afleveren-ontvangst')).toEqual([]);

  const [year = ''] = readdirSync(apache.folder);
  const files = readdirSync(join(apache.folder, year, 'minvoorbeeld')).filter((name) => !name.startsWith('.'));
  expect(files.toSorted()).toEqual([`${id}.pakbon.xml`, `${id}.zip`]);
  const zip = readFileSync(join(apache.folder, year, 'minvoorbeeld', `${id}.zip`));
  const { deliveries } = await ask(browser, 'listDeliveries', { id });
  expect(deliveries).toMatchObject([{ state: 'certain', files: [{ sha256: createHash('sha256').update(zip).digest('hex') }, {}] }]);
  expect(await verifyPackage(new Uint8Array(zip))).toMatchObject({ ok: true });

  // another place wants another form: the same files, each once, and its own pakbon
  const sip = { ...target, id: 'sip', name: 'e-depot', folder: 'sip', wrapper: 'mdto-sip' as const };
  await ask(browser, 'savePolicy', { policy: { ...journey.policy, targets: [target, sip] } });
  await ask(browser, 'keepSecret', { target: 'sip', secret: apache.password });
  await ask(browser, 'deliverCapture', { id });
  await expect
    .poll(async () => (await ask(browser, 'listDeliveries', { id })).deliveries.map(({ state }) => state), patient)
    .toEqual(['certain', 'certain']);
  const inSip = join(apache.folder, 'sip');
  expect(
    readdirSync(inSip)
      .filter((name) => !name.startsWith('.'))
      .toSorted(),
  ).toEqual([`${id}-sip.pakbon.xml`, `${id}-sip.zip`]);
  const payload = [...(await namesIn(zip))].flatMap((name) =>
    name.startsWith(`${id}/data/`) ? name.replace(`${id}/data/`, '') : [],
  );
  expect((await namesIn(readFileSync(join(inSip, `${id}-sip.zip`)))).toSorted()).toEqual(payload.toSorted());

  await page.getByRole('button', { name: 'Staat het er nog? Documentsysteem' }).click();
  await page.getByText('De ontvanger heeft nog precies dezelfde bestanden.').waitFor();
  await ask(browser, 'savePolicy', { policy: { ...journey.policy, targets: [target, sip], graceDays: 0 } });
  await page.evaluate(() => (globalThis as unknown as Alarms).chrome.alarms.create('opruimen', { when: Date.now() })); // a page of the extension
  await expect.poll(async () => (await ask(browser, 'listCaptures', {}))[0]?.state, patient).toBe('cleared');
  await page.reload();
  await page.getByText('De inhoud is hier opgeruimd').waitFor();
  await page.getByText('Teruggelezen bij de ontvanger en gelijk').first().waitFor();
  expect(await faultsOf(page, 'afleveren-opgeruimd')).toEqual([]);

  const log = await ask(browser, 'getLog', {});
  expect(log.filter(({ object }) => object === id).map(({ actie }) => actie)).toEqual(
    expect.arrayContaining(['delivery-asked', 'delivered', 'delivery-checked', 'cleared']),
  );
  expect(JSON.stringify([log, deliveries])).not.toContain(apache.password);

  // T26: typed here, it stood in memory only; neither it nor what is made of it is anywhere in the profile
  const login = Buffer.from(`${apache.user}:${apache.password}`).toString('base64');
  const planted = { 'de plek': target.name, 'het wachtwoord': apache.password, 'de inlog': login };
  const needles = Object.entries(planted).map(([whose, value]) => ({ whose, kind: 'planted' as const, value }));
  const onDisk = scanFolderPlainly(browser.profile, needles).map(({ whose }) => whose);
  expect(new Set(onDisk)).toEqual(new Set(['de plek'])); // what is there is found
});
