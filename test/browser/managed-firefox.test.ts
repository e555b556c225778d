/** The worked example of docs/beheer for Firefox, as uitrol.md says to try it: a zip that nobody signed, forced on a real Firefox by its policies. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { outputOf } from '../../scripts/build.ts';
import { ask } from '../../scripts/drive.ts';
import { firefoxPath } from '../../scripts/firefox.ts';
import { filesUnder, zipOf } from '../../scripts/release/files.ts';
import { root } from '../../scripts/root.ts';
import { launchFirefox } from './firefox/launch.ts';
import type { Firefox } from './firefox/launch.ts';

const installed = firefoxPath();
const isRelease = installed !== undefined && !basename(realpathSync(installed)).includes('esr');
if (installed === undefined) console.warn('OVERGESLAGEN: Firefox ontbreekt op deze machine (Debian: apt-get install firefox-esr)');
if (isRelease) console.warn('OVERGESLAGEN: alleen Firefox ESR neemt een zip die niemand ondertekende');

interface Policies {
  readonly policies: {
    readonly ExtensionSettings: Record<string, Record<string, unknown>>;
    readonly '3rdparty': { readonly Extensions: Record<string, Record<string, unknown>> };
  };
}
const example = JSON.parse(readFileSync(join(root, 'docs/beheer/voorbeelden/firefox-policies.json'), 'utf8')) as Policies; // our own file
const { Extensions } = example.policies['3rdparty'];
const id = Object.keys(Extensions)[0] ?? '';
const settings = Extensions[id] ?? {};

describe.skipIf(installed === undefined || isRelease)('the first start of Firefox with a policy', { timeout: 180_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'veiligsteller-vos-beheerd-'));
  let firefox: Firefox | undefined;
  afterAll(async () => {
    await firefox?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('has installed the extension itself, which takes what the administrator set, and locks it', async () => {
    const executable = await managed(folder, installed ?? '');
    firefox = await launchFirefox({ executable, downloads: join(folder, 'downloads') });
    await expect.poll(() => isInstalled(firefox), { timeout: 60_000 }).toBe('ja');
    const page = await firefox.openOwn('options.html');
    await expect
      .poll(async () => (await ask(firefox!, 'getPolicy', {})).locked.toSorted(), { timeout: 60_000 })
      .toEqual(Object.keys(settings).toSorted());
    expect((await ask(firefox, 'getPolicy', {})).policy).toMatchObject(settings);
    await page.waitForSelector('text/Ingesteld door uw beheerder');
    const { name, isLocked } = await page.evaluate(() => {
      const field = [...document.querySelectorAll('label')].find((one) =>
        one.textContent?.startsWith('Naam van de organisatie'),
      )?.control;
      return field instanceof HTMLInputElement
        ? { name: field.value, isLocked: field.matches(':disabled') }
        : { name: '', isLocked: false };
    });
    expect({ name, isLocked }).toEqual({ name: 'Ministerie van Voorbeeldzaken', isLocked: true });
  });
});

/** A Firefox of its own, for its policies lie beside it: those in /etc hold for every Firefox on the machine. */
async function managed(at: string, program: string): Promise<string> {
  const real = realpathSync(program);
  const copy = join(at, 'firefox');
  execFileSync('cp', ['-a', dirname(real), copy]);
  const xpi = join(at, 'veiligsteller.xpi');
  writeFileSync(xpi, await zipOf(outputOf('firefox'), filesUnder(outputOf('firefox'))));
  const { ExtensionSettings, ...rest } = example.policies;
  const policies = {
    ...rest,
    ExtensionSettings: { [id]: { ...ExtensionSettings[id], install_url: pathToFileURL(xpi).href } },
    Preferences: { 'xpinstall.signatures.required': { Value: false } },
  };
  rmSync(join(copy, 'distribution'), { recursive: true, force: true }); // Debian's leads elsewhere
  mkdirSync(join(copy, 'distribution'));
  writeFileSync(join(copy, 'distribution', 'policies.json'), JSON.stringify({ policies }));
  return join(copy, basename(real));
}

/** While it is not, the window knows no such extension. */
async function isInstalled(browser: Firefox | undefined): Promise<string> {
  return browser?.inBrowser(`return 'ja';`).catch(() => 'nog niet') ?? 'geen browser';
}
