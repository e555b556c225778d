/** From a page to a package that is signed and stamped, checked in the overview: the built extension, with an authority of our own. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, describe, expect, it } from 'vitest';
import { verifyPackage } from '../../lib/bundle/verify.ts';
import { ask } from '../../scripts/drive.ts';
import { unzipped } from '../lib/bundle/unzipped.ts';
import { openAuthority } from '../tsa/authority.ts';
import { faultsOf } from './judge.ts';
import { startJourney } from './journey.ts';

const authority = openAuthority();
let isOpen = true;
const host = 'tijdstempel.voorbeeld.example';
const journey = await startJourney(['x'], undefined, {
  authority: { host, answer: (request) => (isOpen ? authority.answer(request) : undefined) },
});
const { browser, stand, out } = journey;
const stampAuthorities = [{ name: 'Testautoriteit', url: `https://${host}/`, roots: authority.root }];
await ask(browser, 'savePolicy', { policy: { ...journey.policy, stampAuthorities } });
afterAll(async () => {
  await journey.close();
  authority.close();
});

async function dashboard(path: string): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(`chrome-extension://${browser.extensionId}/dashboard.html#${path}`);
  return page;
}
const panel = (page: Page) => page.locator('.verify-page .panel');

describe('a package with a signature and a time-stamp', () => {
  it('is green on the page that verifies, and red with the right name after one flipped byte', async () => {
    const { file } = await journey.captured(stand.setThread('x', { seed: 61, reactions: 6, photos: 1 }).url);
    const page = await dashboard('/controleren');
    await page.getByLabel('Bestanden kiezen').setInputFiles([file, file.replace('.zip', '.pakbon.xml')]);
    await panel(page).getByText('.zip: in orde').waitFor();
    await page.getByText('De sleutel van deze installatie.').waitFor();
    await page
      .getByText(/CN=Test TSA/)
      .first()
      .waitFor();
    expect(await faultsOf(page, 'controleren-goed')).toEqual([]);

    const buffer = readFileSync(file);
    buffer.writeUInt8(buffer.readUInt8(4_000) ^ 1, 4_000);
    await page.getByLabel('Bestanden kiezen').setInputFiles({ name: 'VS-anders.zip', mimeType: 'application/zip', buffer });
    await panel(page).getByText('VS-anders.zip: niet in orde').waitFor();
    expect(await panel(page).locator('.verify-problem li').first().innerText()).toMatch(/: niet te lezen|andere SHA-256/);
    expect(await faultsOf(page, 'controleren-fout')).toEqual([]);
    await page.close();
  });

  it('is accepted by openssl, and its bewijsblad prints on one page', async () => {
    const file = join(out, readdirSync(out).find((name) => name.endsWith('.zip')) ?? '');
    for (const [name, bytes] of await unzipped(readFileSync(file))) {
      mkdirSync(dirname(join(out, 'los', name)), { recursive: true });
      writeFileSync(join(out, 'los', name), bytes);
    }
    const bag = join(out, 'los', readdirSync(join(out, 'los'))[0] ?? '');
    const about = ['-data', 'tagmanifest-sha256.txt', '-in', 'tagmanifest-sha256.txt.tsr', '-CAfile', 'tijdstempel-wortel.pem'];
    const told = execFileSync('openssl', ['ts', '-verify', ...about], {
      cwd: bag,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    expect(told).toContain('Verification: OK');
    const sheet = readdirSync(bag, { recursive: true, encoding: 'utf8' }).find((name) => name.endsWith('-bewijsblad.html')) ?? '';
    const page = await browser.context.newPage();
    await page.goto(`file://${join(bag, sheet)}`);
    expect(await faultsOf(page, 'bewijsblad')).toEqual([]);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
    await page.close();
  });
});

describe('an authority that does not answer', () => {
  it('keeps no package waiting; its stamp is asked again, and lies beside the package (F20)', async () => {
    isOpen = false;
    const { capture, file } = await journey.captured(stand.setThread('x', { seed: 62, reactions: 2 }).url);
    isOpen = true;
    const before = await verifyPackage(new Uint8Array(readFileSync(file)));
    expect(before).toMatchObject({ ok: true, facts: { tokens: [], waiting: ['Testautoriteit'] } });
    const page = await dashboard(`/veiligstelling/${capture.id}`);
    await page.getByRole('button', { name: 'Nu opnieuw vragen' }).click();
    await page.getByText('1 tijdstempel is later ontvangen.').waitFor();
    await page.getByRole('button', { name: 'Opnieuw exporteren' }).click();
    const stamp = join(out, 'downloads', `${capture.id}.tijdstempel-1.tsr`);
    await expect.poll(() => readdirSync(dirname(stamp)), { timeout: 20_000 }).toContain(`${capture.id}.tijdstempel-1.tsr`);
    const lateStamps = [{ name: 'tijdstempel-1.tsr', bytes: new Uint8Array(readFileSync(stamp)) }];
    const report = await verifyPackage(new Uint8Array(readFileSync(file)), { lateStamps });
    expect(report).toMatchObject({ ok: true, facts: { tokens: [{ file: 'tijdstempel-1.tsr' }] } });
    await page.close();
  });
});

describe('the same post once more', () => {
  it('refers to the capture before, and shows what has changed (R26); a correction leaves the old one as it was (R27)', async () => {
    const { url } = stand.setThread('x', { seed: 63, reactions: 4 });
    const first = await journey.captured(url);
    const second = await journey.captured(url);
    expect(second.capture.earlier).toMatchObject({ id: first.capture.id, zip: expect.stringMatching(/^[0-9a-f]{64}$/) });
    const page = await dashboard(`/veiligstelling/${second.capture.id}`);
    await page.getByText('5 onveranderd').waitFor();
    await page.getByRole('button', { name: 'Corrigeren' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Scenario').selectOption('A');
    await dialog.getByLabel('Reden').fill('Er werd niet gereageerd als burger');
    await dialog.getByRole('button', { name: 'Nieuwe veiligstelling maken' }).click();
    await page.getByText('Eenzijdig, corporate account', { exact: true }).first().waitFor();
    await page.getByText(`${second.capture.id}: Er werd niet gereageerd`).waitFor();
    expect(await faultsOf(page, 'veiligstelling-gecorrigeerd')).toEqual([]);
    await page.getByRole('link', { name: second.capture.id }).first().click();
    await page.getByText(/^Vervangen door VS-/).waitFor();
    const { reactions } = await ask(browser, 'getCapture', { id: second.capture.id });
    expect(reactions).toHaveLength(4);
    await page.close();
  });
});
