/** Recovery people can use, in the real browser: everything in one file, and a store that is gone. Everybody is invented. */
import { openAsBlob, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packagesIn } from '../../lib/bundle/takeAlong.ts';
import { verifyPackage } from '../../lib/bundle/verify.ts';
import { ask, finished } from '../../scripts/drive.ts';
import { startJourney } from './journey.ts';
import type { Journey } from './journey.ts';
import { faultsOf } from './judge.ts';

let journey: Journey;
let id: string;
/** One capture that is nowhere else. */
beforeAll(async () => {
  journey = await startJourney(['x']);
  const { browser, stand } = journey;
  const thread = await journey.open(stand.setThread('x', { seed: 88, reactions: 3 }).url);
  await browser.clickAction(thread);
  const tabId = await browser.tabIdOf(thread);
  const started = await ask(browser, 'startCapture', { tabId, scenario: 'A', reason: 'Proef met meenemen' });
  ({ captureId: id = '' } = await finished(browser, tabId, started));
  await thread.close();
});
afterAll(() => journey.close());

const dashboard = (place: string) => journey.open(`chrome-extension://${journey.browser.extensionId}/dashboard.html#/${place}`);

describe('recovery', () => {
  it('takes everything along that is nowhere else, in one file that can be checked without the extension and with it', async () => {
    const { browser, out } = journey;
    const page = await dashboard('herstel');
    await page.getByText('1 veiligstelling gaat mee.').waitFor();
    await page.getByRole('button', { name: 'Maak het bestand' }).click();
    await page.getByText('Opgeslagen als bestand, met 1 pakket').waitFor();
    expect(await faultsOf(page, 'herstel')).toEqual([]);
    const name = readdirSync(join(out, 'downloads')).find((each) => each.startsWith('veiligsteller-meenemen-')) ?? '';
    const file = join(out, 'downloads', name);
    const [zip, pakbon] = (await packagesIn(await openAsBlob(file))) ?? [];
    expect([zip?.name, pakbon?.name]).toEqual([`${id}.zip`, `${id}.pakbon.xml`]);
    expect(
      await verifyPackage(zip ?? new Blob(), { fileName: `${id}.zip`, pakbon: await (pakbon ?? new Blob()).text() }),
    ).toMatchObject({
      ok: true,
    });
    expect((await ask(browser, 'listCaptures', {})).map(({ state }) => state)).toEqual(['sealed']);
    expect((await ask(browser, 'getLog', {})).at(-1)).toMatchObject({ actie: 'taken-along', object: name, resultaat: 'geslaagd' });

    await page.goto(page.url().replace('herstel', 'controleren'));
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByText(`${id}.zip`).first().waitFor();
    await page.close();
  });

  it('makes a diagnosis in which everything could be found out, and nobody stands', async () => {
    const page = await dashboard('herstel');
    await page.getByRole('button', { name: 'Maak een diagnose' }).click();
    await page.getByText('Keten ongebroken').waitFor();
    expect(await faultsOf(page, 'diagnose')).toEqual([]);
    const shown = await page.locator('.diagnosis').innerText();
    for (const known of ['Voorbeeldzaken', 'minvoorbeeld', 'voorbeeld.example']) expect(shown).not.toContain(known);
    expect((await ask(journey.browser, 'diagnose', {})).parts.filter(({ failed }) => failed)).toEqual([]);
    await page.close();
  });

  it('says on screen that the store is gone, and what was nowhere else (F11)', async () => {
    const { browser } = journey;
    const page = await dashboard('');
    await page.evaluate(
      () =>
        new Promise<void>((done, failed) => {
          const asked = indexedDB.deleteDatabase('veiligsteller');
          asked.addEventListener('success', () => done());
          asked.addEventListener('error', () => failed(asked.error));
        }),
    );
    await browser.stopWorker();
    await expect.poll(async () => (await ask(browser, 'getLoss', {}))?.kind, { timeout: 30_000 }).toBe('gone');
    await page.reload();
    await page.getByText('De opslag van Veiligsteller is leeg, en er stond wel iets in').waitFor();
    await page.getByText('Welke dat waren').click();
    await page.getByText(id, { exact: true }).waitFor();
    expect(await faultsOf(page, 'opslag-verdwenen')).toEqual([]);
    await page.getByRole('button', { name: 'Gelezen, niet meer tonen' }).click();
    await page.getByText('De opslag van Veiligsteller is leeg').waitFor({ state: 'detached' });
    expect((await ask(browser, 'getLog', {})).map(({ actie }) => actie)).toEqual(['data-lost']);
  });
});
