/** A real Firefox with the extension in it, driven over WebDriver BiDi; what differs from Chromium stands in docs/firefox.md. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { launch } from 'puppeteer-core';
import type { Browser, Page } from 'puppeteer-core';
import type { Driven } from '../../../scripts/drive.ts';
import { activeTabId, sendMessage } from '../inPage.ts';

const addonId = 'veiligsteller@veiligsteller.invalid';

export interface FirefoxOptions {
  readonly executable: string;
  /** Folder of the unpacked extension; without it the browser installs what its policies name. */
  readonly extension?: string;
  readonly stand?: { readonly port: number; readonly hosts: readonly string[] };
  readonly downloads: string;
  /** Hosts that are no network's: a receiver of packages, at the port it is asked for there. */
  readonly elsewhere?: readonly { readonly host: string; readonly port: number; readonly asked: number }[];
  /** Kept afterwards when given, with what the extension stored; otherwise a temporary one that goes at `close`. */
  readonly profile?: string;
  /** Optional host permissions that count as granted. */
  readonly grant?: readonly string[];
}

export interface Firefox extends Driven<Page> {
  open(url: string): Promise<Page>;
  /** One of the extension's own pages: `dashboard.html`. */
  openOwn(path: string): Promise<Page>;
  ownAddress(path: string): string;
  /** Runs in the browser's own window, with the extension as `ext`: for what no page can do. Gives its string. */
  inBrowser(body: string): Promise<string>;
  /** Stops the background as the browser would when it is idle; the next message starts it again. */
  stopWorker(): Promise<void>;
  close(): Promise<void>;
  /** Ends every process of the browser at once; the profile stays. */
  kill(): Promise<void>;
}

/** The same for every profile: what was stored belongs to it. */
const uuid = '6d1f0c52-6f0e-4d5e-9a51-2f6f6f1d7c11';

export async function launchFirefox(options: FirefoxOptions): Promise<Firefox> {
  const downloads = resolve(options.downloads);
  mkdirSync(downloads, { recursive: true });
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'veiligsteller-vos-'));
  mkdirSync(profile, { recursive: true });
  const { stand, elsewhere = [] } = options;
  const ports = [...(stand ? [{ asked: 443, port: stand.port }] : []), ...elsewhere];
  const browser = await launch({
    browser: 'firefox',
    executablePath: options.executable,
    headless: true,
    acceptInsecureCerts: true,
    protocolTimeout: 120_000,
    timeout: 90_000,
    userDataDir: profile,
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'intl.locale.requested': 'nl',
      'intl.accept_languages': 'nl-NL, nl',
      'network.dns.localDomains': [...(stand?.hosts ?? []), ...elsewhere.map(({ host }) => host)].join(','),
      'network.socket.forcePort': ports.map(({ asked, port }) => `${asked}=${port}`).join(';'),
      // an unpacked extension goes with the browser: what it stored stays, as of one that was installed
      'extensions.webextensions.keepStorageOnUninstall': true,
      'extensions.webextensions.keepUuidOnUninstall': true,
      'extensions.webextensions.uuids': JSON.stringify({ [addonId]: uuid }),
      'browser.download.folderList': 2,
      'browser.download.dir': downloads,
    },
  });
  if (options.extension !== undefined) await browser.installExtension(resolve(options.extension));
  const firefox = handle(browser, profile, options.profile === undefined);
  if (options.grant?.length) await firefox.inBrowser(granting(options.grant));
  return firefox;
}

/** The user's yes to the browser's question, as the browser itself writes it down. */
function granting(origins: readonly string[]): string {
  return `const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
    await ExtensionPermissions.add(ext.id, ${JSON.stringify({ permissions: [], origins })}, ext);`;
}

/** As Alt+Shift+V or a click on the toolbar button: gives the tab to the extension and opens the popup. */
const pressAction = `const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
  await ExtensionParent.apiManager.global.browserActionFor(ext).triggerAction(window);`;

const ownAddress = (path: string): string => `moz-extension://${uuid}/${path}`;

/** As the browser does it when nothing has happened for a while; here also when something has. */
const stopBackground = `await ext.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true });
  return ext.backgroundState;`;

function handle(browser: Browser, profile: string, isTemporary: boolean): Firefox {
  let asker: Promise<Page> | undefined;
  const askPage = (): Promise<Page> => (asker ??= openOwn('options.html'));
  async function openOwn(path: string): Promise<Page> {
    const page = await browser.newPage();
    page.goto(ownAddress(path)).catch(() => undefined); // never resolves for these pages: looked at below
    await arrived(page);
    return page;
  }
  const inBrowser = (body: string): Promise<string> => evaluateInChrome(browser, body);
  return {
    openOwn,
    ownAddress,
    inBrowser,
    async open(url) {
      const page = await browser.newPage();
      await page.goto(url, { waitUntil: 'domcontentloaded' });
      return page;
    },
    async clickAction(page) {
      await page.bringToFront();
      await inBrowser(pressAction);
    },
    async tabIdOf(page) {
      const inside = await askPage();
      await page.bringToFront();
      return inside.evaluate(activeTabId);
    },
    async ask(call, question) {
      const inside = await askPage();
      return inside.evaluate(sendMessage, { call, question });
    },
    async stopWorker() {
      const state = await inBrowser(stopBackground);
      if (state === 'running') throw new Error('the background goes on');
    },
    async close() {
      await browser.close();
      await restored(profile);
      if (isTemporary) rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
    async kill() {
      const child = browser.process();
      if (child?.pid === undefined) throw new Error('The browser has no process');
      const gone = new Promise<void>((ended) => child.once('exit', () => ended()));
      process.kill(-child.pid, 'SIGKILL'); // its group: the parent and the processes of its pages
      await gone;
      await restored(profile);
    },
  };
}

/** Puppeteer puts the settings of a kept profile back once the browser is gone; to start it meanwhile goes wrong. */
async function restored(profile: string): Promise<void> {
  const end = performance.now() + 60_000;
  while (existsSync(profile) && readdirSync(profile).some((name) => name.endsWith('.puppeteer'))) {
    if (performance.now() > end) throw new Error('the settings of the profile were not put back');
    await wait(50);
  }
}

const isThere = () => location.protocol === 'moz-extension:' && document.readyState === 'complete';

/** Asks until there is an answer: while the page changes, asking fails. */
async function arrived(page: Page): Promise<void> {
  const end = performance.now() + 60_000;
  while (!(await page.evaluate(isThere).catch(() => false))) {
    if (performance.now() > end) throw new Error('the page of the extension did not open');
    await wait(100);
  }
}

/** The connection under puppeteer: the browser's own window is in nobody's types. */
interface Inside {
  readonly connection: { send(method: string, parameters: object): Promise<{ readonly result: unknown }> };
}
interface Tree {
  readonly contexts: readonly { readonly context: string; readonly url: string }[];
}
interface Evaluated {
  readonly type: 'success' | 'exception';
  readonly result?: { readonly value?: string };
  readonly exceptionDetails?: { readonly text: string };
}

async function evaluateInChrome(browser: Browser, body: string): Promise<string> {
  const { connection } = browser as unknown as Inside; // it runs in this process; not in its types
  const tree = (await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' })).result as Tree; // BiDi's answer
  const context = tree.contexts.find(({ url }) => url.endsWith('/browser.xhtml'))?.context;
  if (context === undefined) throw new Error('Firefox has no window');
  const expression = `(async () => { const ext = WebExtensionPolicy.getByID('${addonId}').extension; ${body} })()`;
  const answer = await connection.send('script.evaluate', { expression, target: { context }, awaitPromise: true });
  const { type, result, exceptionDetails } = answer.result as Evaluated; // BiDi's answer
  if (type === 'exception') throw new Error(exceptionDetails?.text ?? 'the window threw');
  return result?.value ?? '';
}
