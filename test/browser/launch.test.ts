// Everybody in these tests is invented.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startStand } from '../stand/server.ts';
import type { Stand } from '../stand/server.ts';
import { dummyExtension } from './dummy.ts';
import { launch } from './launch.ts';
import type { Launched } from './launch.ts';
import { scanFolder } from '../leaks/scan.ts';

const canaries = {
  title: 'Kanarietitel',
  body: 'Kanarielijf',
  path: 'kanariepad',
  query: 'kanarievraag',
  cookie: 'kanariekoek',
  stored: 'kanarieopslag',
  field: 'kanarieveld',
};
const page = `<!doctype html><title>${canaries.title}</title><p>${canaries.body}</p><input name="a" value="${canaries.field}">
<script>document.cookie = 'a=${canaries.cookie}; max-age=9999'; localStorage.a = '${canaries.stored}'; sessionStorage.a = '${canaries.stored}'</script>`;

let stand: Stand;
let extension: string;
const folders: string[] = [];
const temporary = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'veiligsteller-lancering-'));
  folders.push(folder);
  return folder;
};

beforeAll(async () => {
  extension = dummyExtension();
  folders.push(extension);
  stand = await startStand({ pages: { 'kanarie.example': { '*': { html: page } } } });
});
afterAll(async () => {
  await stand.close();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

describe('a launched browser', () => {
  let browser: Launched;
  let downloads: string;
  beforeAll(async () => {
    downloads = temporary();
    browser = await launch({ extension, stand, downloads, grant: ['https://pbs.twimg.com/*'] });
  });
  afterAll(() => browser.close());

  it('runs the extension under the id that its folder gives', () => {
    expect(browser.worker.url()).toBe(`chrome-extension://${browser.extensionId}/worker.js`);
  });

  it('gives the page to the extension at a click on the toolbar button, also with a twin tab open', async () => {
    const { url } = stand.setThread('x', { seed: 21, reactions: 5 });
    const [one, twin] = [await browser.context.newPage(), await browser.context.newPage()];
    await one.goto(url);
    await twin.goto(url);
    const tab = await browser.tabIdOf(one);
    await browser.clickAction(one);
    await expect.poll(() => browser.ask('clicked', null), { timeout: 20_000 }).toMatchObject({ answer: { tab, url } });
  });

  it('asks the worker from a page of the extension, also after the worker was stopped', async () => {
    await browser.stopWorker();
    expect(await browser.ask('may', 'https://x.com/*')).toEqual({
      answer: false,
      from: `chrome-extension://${browser.extensionId}/popup.html`,
    });
  });

  it('counts the origins it was given as granted, and no others', async () => {
    expect(await browser.ask('may', 'https://pbs.twimg.com/*')).toMatchObject({ answer: true });
    expect(await browser.ask('may', 'https://abs.twimg.com/*')).toMatchObject({ answer: false });
    expect(await browser.ask('fetch', 'https://pbs.twimg.com/media/abc?name=small')).toMatchObject({ answer: 200 });
    expect(stand.requests.filter((request) => request.isExtension).map(({ host }) => host)).toContain('pbs.twimg.com');
  });

  it('reaches no host outside the stand', async () => {
    const before = stand.requests.length;
    expect(await browser.ask('fetch', 'https://buiten.example/')).toEqual({ failed: true });
    expect(stand.requests).toHaveLength(before);
  });

  it('saves downloads under their own names in the folder', async () => {
    await browser.ask('save', 'VS-20261120-0001.zip');
    await expect.poll(() => existsSync(join(downloads, 'VS-20261120-0001.zip')), { timeout: 20_000 }).toBe(true);
    expect(readFileSync(join(downloads, 'VS-20261120-0001.zip'), 'latin1')).toBe('PK\x05\x06');
  });
});

describe('managed settings', () => {
  const mayWrite = process.platform === 'linux' && process.getuid?.() === 0;
  it.skipIf(!mayWrite)('reach the extension, and are gone from the machine after closing', async () => {
    const browser = await launch({ extension, stand, policy: { word: 'beheerd' } });
    try {
      expect(await browser.ask('managed', 'word')).toMatchObject({ answer: { word: 'beheerd' } });
    } finally {
      await browser.close(); // also when it fails: the settings are for the whole machine
    }
    const again = await launch({ extension, stand });
    expect(await again.ask('managed', 'word')).toMatchObject({ answer: {} });
    await again.close();
  });
});

function filesWith(folder: string, words: readonly string[]) {
  return scanFolder(
    folder,
    words.map((value, index) => ({ whose: `word ${index}`, kind: 'planted', value })),
  );
}

async function visit(browser: Launched): Promise<void> {
  const tab = await browser.context.newPage();
  await tab.goto(`https://kanarie.example/${canaries.path}?q=${canaries.query}`);
  await tab.fill('input', `${canaries.field} ingevuld`);
  await browser.clickAction(tab);
  await expect.poll(() => browser.ask('clicked', null), { timeout: 20_000 }).toMatchObject({ answer: { url: tab.url() } });
  expect(await tab.evaluate(() => localStorage['a'])).toBe(canaries.stored); // alive: the page did store it
}

describe('the profile on disk', () => {
  it('holds nothing of a visited page after closing but the name of its host', async () => {
    const profile = temporary();
    const browser = await launch({ extension, stand, profile });
    await visit(browser);
    expect(filesWith(profile, Object.values(canaries))).toEqual([]);
    await browser.close();
    expect(filesWith(profile, Object.values(canaries))).toEqual([]);
    expect(filesWith(profile, ['kanarie.example'])).not.toEqual([]); // alive: the scanner does find what is there
  });

  it('holds nothing of a visited page after the browser was killed', async () => {
    const profile = temporary();
    const browser = await launch({ extension, stand, profile });
    await visit(browser);
    await browser.kill();
    expect(filesWith(profile, Object.values(canaries))).toEqual([]);
    const again = await launch({ extension, stand, profile });
    expect(again.extensionId).toBe(browser.extensionId);
    await again.close();
  });
});
