/** The built extension on the stand, with everything it says and asks recorded. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { outputOf } from '../../../scripts/build.ts';
import { ask } from '../../../scripts/drive.ts';
import { ministryPolicy } from '../../../lib/practice/ministry.ts';
import { launch } from '../../browser/launch.ts';
import type { Launched } from '../../browser/launch.ts';
import { startStand } from '../../stand/server.ts';
import type { Stand } from '../../stand/server.ts';
import { withReceiver } from './givenOut.ts';
import { startReceiver } from './receiver.ts';
import type { Receiver } from './receiver.ts';

export interface Stage {
  readonly stand: Stand;
  readonly receiver: Receiver;
  readonly browser: Launched;
  readonly profile: string;
  readonly downloads: string;
  readonly out: string;
  /** What the extension's own pages and worker wrote to the console, errors included. */
  readonly console: readonly string[];
  open(url: string): Promise<Page>;
  /** Ends everything but the folders. */
  close(): Promise<void>;
  clear(): void;
}

/** `receiverName`: what the receiver is called in the settings. */
export async function startStage(
  profile = mkdtempSync(join(tmpdir(), 'veiligsteller-profiel-')),
  receiverName?: string,
): Promise<Stage> {
  const out = mkdtempSync(join(tmpdir(), 'veiligsteller-uit-'));
  const downloads = join(out, 'downloads');
  const stand = await startStand();
  const receiver = await startReceiver();
  const browser = await launch({
    extension: outputOf('chrome'),
    stand,
    profile,
    downloads,
    grant: ['https://*/*'],
    elsewhere: [receiver],
  });
  const lines = listen(browser);
  await listenInWorker(browser);
  await ask(browser, 'savePolicy', { policy: withReceiver(ministryPolicy(['x', 'mastodon']), receiver, receiverName) });
  return {
    stand,
    receiver,
    browser,
    profile,
    downloads,
    out,
    console: lines,
    async open(url) {
      const page = await browser.context.newPage();
      await page.goto(url, { waitUntil: 'domcontentloaded' });
      return page;
    },
    async close() {
      await browser.close();
      await stand.close();
      await receiver.close();
    },
    clear() {
      for (const folder of [out, profile]) rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}

/** Of our own pages; what the page of a network writes is its own affair. */
function listen({ context, extensionId }: Launched): string[] {
  const lines: string[] = [];
  const isOurs = (url: string): boolean => url.includes(extensionId);
  context.on('console', (line) => {
    if (isOurs(line.location().url) || isOurs(line.page()?.url() ?? 'chrome-extension') || line.page() === null)
      lines.push(line.text(), line.location().url);
  });
  context.on('weberror', (error) => {
    const { message, stack = '' } = error.error();
    if (isOurs(stack) || isOurs(error.page()?.url() ?? '')) lines.push(message, stack);
  });
  return lines;
}

/** The parts of the worker's world that are used here. */
interface InWorker {
  readonly chrome: {
    readonly runtime: {
      readonly onMessage: { addListener(listener: (message: unknown, sender: unknown) => void): void };
      readonly lastError?: unknown;
    };
    readonly storage: Record<'local' | 'session' | 'sync', { get(key: null): Promise<unknown> }>;
    readonly downloads: { search(query: object): Promise<unknown> };
    readonly action: { getBadgeText(of: object): Promise<string>; getTitle(of: object): Promise<string> };
  };
  readonly addEventListener: (name: string, listener: (event: unknown) => void) => void;
  heard?: string[];
  written?: string[];
}

/** Messages as they reach the worker (D16), and what the worker writes. */
async function listenInWorker({ worker }: Launched): Promise<void> {
  await worker.evaluate(() => {
    const world = globalThis as unknown as InWorker & { console: Record<string, (...words: unknown[]) => void> }; // runs in the worker
    const heard: string[] = (world.heard ??= []);
    const written: string[] = (world.written ??= []);
    world.chrome.runtime.onMessage.addListener((message, sender) => void heard.push(JSON.stringify({ message, sender })));
    for (const name of ['error', 'warn', 'log', 'info', 'debug']) {
      const real = world.console[name];
      world.console[name] = (...words) => {
        written.push(
          words.map((word) => (word instanceof Error ? `${word.message} ${word.stack ?? ''}` : JSON.stringify(word))).join(' '),
        );
        real?.(...words);
      };
    }
    world.addEventListener('unhandledrejection', (event) => void written.push(String((event as { reason?: unknown }).reason)));
  });
}

const isDraft = (line: string): boolean => /^\{"message":\{"call":"draft(?:Part|Done)"/.test(line);

/** What came from content scripts may name people (D3); what our own pages were told may not. */
export async function heardByWorker({ worker }: Launched): Promise<{ fromTabs: string; fromPages: string; written: string }> {
  const { heard, written } = await worker.evaluate(() => {
    const { heard: all = [], written: lines = [] } = globalThis as unknown as InWorker; // runs in the worker
    return { heard: all, written: lines };
  });
  return {
    fromTabs: heard.filter(isDraft).join('\n'),
    fromPages: heard
      .filter((line) => !isDraft(line))
      .map(withoutTab)
      .join('\n'),
    written: written.join('\n'),
  };
}

/** The browser itself tells the sender's address and title, which are the page's. */
function withoutTab(line: string): string {
  const { message } = JSON.parse(line) as { message: unknown }; // written above
  return JSON.stringify(message);
}

/** What the extension holds outside its database (D12, D13), and the keys of pseudonyms, which are only in memory (D9). */
export async function kept({ worker }: Launched): Promise<{ durable: string; downloads: string; shown: string; keys: string[] }> {
  return worker.evaluate(async () => {
    const { chrome } = globalThis as unknown as InWorker; // runs in the worker
    const [local, sync, session, downloads, badge, title] = await Promise.all([
      chrome.storage.local.get(null),
      chrome.storage.sync.get(null),
      chrome.storage.session.get(null),
      chrome.downloads.search({}),
      chrome.action.getBadgeText({}),
      chrome.action.getTitle({}),
    ]);
    const cached = await Promise.all(
      (await caches.keys()).map(async (name) => [name, ...(await (await caches.open(name)).keys()).map(({ url }) => url)]),
    );
    const files: string[] = [];
    for await (const [name] of (await navigator.storage.getDirectory()) as unknown as AsyncIterable<[string]>) files.push(name); // not in TypeScript's list yet
    const keys = Object.values(session as Record<string, { key?: unknown }>).flatMap((one) =>
      typeof one?.key === 'string' ? [one.key] : [],
    );
    return {
      durable: JSON.stringify([local, sync, cached, files]),
      downloads: JSON.stringify(downloads),
      shown: JSON.stringify([badge, title]),
      keys,
    };
  });
}
