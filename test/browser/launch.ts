/** A real browser with the extension in it, for tests and for the commands. */
import { mkdirSync, mkdtempSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright';
import type { BrowserContext, CDPSession, Page, Worker } from 'playwright';
import { browserPath } from '../../scripts/browser.ts';
import { changePreferences, extensionIdOf, grants, keepPagesOut, quiet, readPreferences, savesTo } from './profile.ts';
import { activeTabId, sendMessage } from './inPage.ts';

export interface LaunchOptions {
  /** Folder of the unpacked extension. */
  readonly extension: string;
  /** Where the networks' hosts really are; without it no host can be reached. */
  readonly stand?: { readonly port: number; readonly hosts: readonly string[] };
  /** The pages of the world, with their certificates checked: no stand, for whoever captures a page of today. */
  readonly isOnline?: boolean;
  /** Hosts that are no network's: a receiver of packages. */
  readonly elsewhere?: readonly { readonly host: string; readonly port: number }[];
  /** Default: true. */
  readonly headless?: boolean;
  /** Kept afterwards when given; otherwise a temporary one that goes at `close`. */
  readonly profile?: string;
  readonly downloads?: string;
  /** Optional host permissions that count as granted: `https://pbs.twimg.com/*`. */
  readonly grant?: readonly string[];
  /** Managed settings (D15). For the whole machine, so one test at a time; needs the right to write there. */
  readonly policy?: Readonly<Record<string, unknown>>;
  /** Language of the browser itself; default nl. */
  readonly language?: string;
  /** Page of the extension that questions are asked from. */
  readonly askPage?: string;
}

export interface Launched {
  readonly context: BrowserContext;
  /** Stays valid when the worker is stopped and starts again. */
  readonly worker: Worker;
  readonly extensionId: string;
  readonly profile: string;
  readonly executable: string;
  /** A real click on the toolbar button: gives activeTab for this page, opens the popup if there is one. */
  clickAction(page: Page): Promise<void>;
  tabIdOf(page: Page): Promise<number>;
  /** Asks the worker as one of the extension's own pages would; gives the raw reply. */
  ask(call: string, question: unknown): Promise<unknown>;
  /** Stops the worker as the browser would; the next message starts it again. */
  stopWorker(): Promise<void>;
  close(): Promise<void>;
  /** Ends the browser at once, as a power cut would; the profile stays. */
  kill(): Promise<void>;
}

export async function launch(options: LaunchOptions): Promise<Launched> {
  const executable = browserPath();
  const extension = resolve(options.extension);
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'veiligsteller-profiel-'));
  const extensionId = extensionIdOf(extension);
  const removePolicy = options.policy ? writePolicy(executable, extensionId, options.policy) : () => {};
  try {
    await prepare({ ...options, extension }, executable, profile, extensionId);
    const context = await open({ ...options, extension }, executable, profile);
    const worker = await workerOf(context, extension, extensionId);
    if (options.downloads) await downloadsByName(context);
    return handle(context, worker, { ...options, extension }, { executable, profile, extensionId, removePolicy });
  } catch (error) {
    removePolicy();
    throw error;
  }
}

/** Permissions can only be seeded in a profile that knows the extension: start once, close, change, start again. */
async function prepare(options: LaunchOptions, executable: string, profile: string, extensionId: string): Promise<void> {
  changePreferences(profile, (preferences) => {
    quiet(preferences);
    if (options.downloads) savesTo(preferences, resolve(options.downloads));
  });
  if (!options.grant?.length) return;
  const known = JSON.stringify(readPreferences(profile));
  if (!known.includes(`"${extensionId}"`)) {
    const context = await open(options, executable, profile);
    await workerOf(context, options.extension, extensionId);
    await context.close();
  }
  const { grant } = options;
  changePreferences(profile, (preferences) => grants(preferences, extensionId, grant));
}

function open(options: LaunchOptions, executable: string, profile: string): Promise<BrowserContext> {
  keepPagesOut(profile);
  return chromium.launchPersistentContext(profile, {
    executablePath: executable,
    headless: options.headless ?? true,
    ignoreHTTPSErrors: !options.isOnline,
    viewport: { width: 1280, height: 900 },
    locale: options.language ?? 'nl-NL',
    args: flags(options),
  });
}

/** What the browser is started with. */
export function flags({ extension, stand, elsewhere, language, isOnline }: LaunchOptions): string[] {
  return [
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-breakpad',
    '--disable-domain-reliability',
    '--metrics-recording-only',
    `--lang=${language ?? 'nl'}`,
    // nothing of visited pages in caches on disk
    '--disk-cache-dir=/dev/null',
    '--disk-cache-size=1',
    '--media-cache-size=1',
    '--disable-gpu-shader-disk-cache',
    '--disable-back-forward-cache',
    '--enable-unsafe-extension-debugging',
    `--disable-extensions-except=${extension}`,
    `--load-extension=${extension}`,
    ...(isOnline ? [] : ['--ignore-certificate-errors', `--host-resolver-rules=${hostRules(stand, elsewhere)}`]),
  ];
}

/** What the browser itself asks for; kept out of the stand's list where that gets every host. */
const errands = [
  'update.googleapis.com',
  'accounts.google.com',
  'clients2.google.com',
  'edgedl.me.gvt1.com',
  'safebrowsing.googleapis.com',
];

/** Rules are tried in order: the stand's hosts first, then nothing. */
function hostRules(stand: LaunchOptions['stand'], elsewhere: LaunchOptions['elsewhere'] = []): string {
  const aside = stand?.hosts.includes('*') ? errands.map((host) => `MAP ${host} ~NOTFOUND`) : [];
  const own = stand?.hosts.map((host) => `MAP ${host}:443 127.0.0.1:${stand.port}`) ?? [];
  const others = elsewhere.map(({ host, port }) => `MAP ${host}:443 127.0.0.1:${port}`);
  return [...aside, ...others, ...own, 'MAP * ~NOTFOUND', 'EXCLUDE 127.0.0.1'].join(', ');
}

async function workerOf(context: BrowserContext, extension: string, extensionId: string): Promise<Worker> {
  const isOurs = (worker: Worker): boolean => worker.url().startsWith(`chrome-extension://${extensionId}/`);
  const running = context.serviceWorkers().find(isOurs);
  if (running) return running;
  const started = context.waitForEvent('serviceworker', { predicate: isOurs, timeout: 4_000 }).catch(() => undefined); // next: the other way
  const worker = (await started) ?? context.serviceWorkers().find(isOurs);
  if (worker) return worker;
  // Chrome and Edge no longer listen to --load-extension
  const cdp = await browserSession(context);
  const loaded = context.waitForEvent('serviceworker', { predicate: isOurs, timeout: 15_000 });
  await send(cdp, 'Extensions.loadUnpacked', { path: extension });
  return loaded;
}

interface Details {
  readonly executable: string;
  readonly profile: string;
  readonly extensionId: string;
  readonly removePolicy: () => void;
}

function handle(context: BrowserContext, worker: Worker, options: LaunchOptions, details: Details): Launched {
  const { profile, extensionId } = details;
  const isTemporary = options.profile === undefined;
  let asker: Promise<Page> | undefined;
  const askPage = (): Promise<Page> => (asker ??= openAskPage(context, extensionId, options.askPage ?? 'popup.html'));
  return {
    context,
    worker,
    extensionId,
    profile,
    executable: details.executable,
    async clickAction(page) {
      const cdp = await browserSession(context);
      await send(cdp, 'Extensions.triggerAction', { id: extensionId, targetId: await tabTarget(cdp, page) });
      await cdp.detach();
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
      const cdp = await context.newCDPSession(await askPage());
      await cdp.send('ServiceWorker.enable');
      await cdp.send('ServiceWorker.stopAllWorkers');
      await cdp.detach();
    },
    async close() {
      await context.close();
      details.removePolicy();
      if (isTemporary) rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
    async kill() {
      const gone = new Promise<void>((closed) => context.once('close', () => closed()));
      process.kill(await browserPid(context, profile), 'SIGKILL');
      await gone;
      rmSync(join(profile, 'SingletonLock'), { force: true });
      details.removePolicy();
    },
  };
}

/** Without this Playwright gives downloads its own names, in its own place. */
async function downloadsByName(context: BrowserContext): Promise<void> {
  const cdp = await browserSession(context);
  await cdp.send('Browser.setDownloadBehavior', { behavior: 'default' });
}

async function openAskPage(context: BrowserContext, extensionId: string, name: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${extensionId}/${name}`);
  return page;
}

async function browserSession(context: BrowserContext): Promise<CDPSession> {
  const browser = context.browser();
  if (!browser) throw new Error('The browser is gone');
  return browser.newBrowserCDPSession();
}

/** Extensions.* is not in Playwright's types. */
function send(cdp: CDPSession, method: string, parameters: object): Promise<unknown> {
  const loose = cdp as unknown as { send(method: string, parameters: object): Promise<unknown> }; // same object, fewer promises
  return loose.send(method, parameters);
}

interface Target {
  readonly targetId: string;
  readonly url: string;
  readonly embedderData?: { readonly tabActive?: boolean };
}

/** The tab around the page: the browser's toolbar belongs to tabs, Playwright knows pages. */
async function tabTarget(cdp: CDPSession, page: Page): Promise<string> {
  await page.bringToFront();
  const { targetInfos } = (await send(cdp, 'Target.getTargets', { filter: [{ type: 'tab' }] })) as { targetInfos: Target[] }; // CDP's answer
  const tabs = targetInfos.filter((target) => target.url === page.url());
  const tab = tabs.length === 1 ? tabs[0] : tabs.find((each) => each.embedderData?.tabActive);
  if (!tab) throw new Error('No tab, or more than one, shows this address');
  return tab.targetId;
}

async function browserPid(context: BrowserContext, profile: string): Promise<number> {
  if (process.platform === 'linux') return Number(/\d+$/.exec(readlinkSync(join(profile, 'SingletonLock')))?.[0]);
  const cdp = await browserSession(context);
  const { processInfo } = await cdp.send('SystemInfo.getProcessInfo');
  const browser = processInfo.find(({ type }) => type === 'browser');
  if (!browser) throw new Error('The browser has no process');
  return browser.id;
}

/** Managed settings live in a folder of the machine; the file goes away at `close`. */
function writePolicy(executable: string, extensionId: string, policy: Readonly<Record<string, unknown>>): () => void {
  const folder = policyFolder(executable);
  const file = join(folder, `veiligsteller-test-${process.pid}.json`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, JSON.stringify({ '3rdparty': { extensions: { [extensionId]: policy } } }));
  return () => rmSync(file, { force: true });
}

function policyFolder(executable: string): string {
  if (process.platform !== 'linux') throw new Error('Managed settings can only be tried on Linux');
  if (executable.includes('edge')) return '/etc/opt/edge/policies/managed';
  return executable.includes('chrome') ? '/etc/opt/chrome/policies/managed' : '/etc/chromium/policies/managed';
}
