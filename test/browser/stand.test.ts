// Everybody on the stand is invented.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright';
import { jpeg } from '../stand/images.ts';
import { startStand } from '../stand/server.ts';
import type { Stand } from '../stand/server.ts';
import { dummyExtension } from './dummy.ts';
import { launch } from './launch.ts';
import type { Launched } from './launch.ts';

let stand: Stand;
let browser: Launched;
const extension = dummyExtension();
const assets = mkdtempSync(join(tmpdir(), 'veiligsteller-bijlagen-'));

beforeAll(async () => {
  stand = await startStand();
  browser = await launch({ extension, stand });
});
afterAll(async () => {
  await browser.close();
  await stand.close();
  for (const folder of [extension, assets]) rmSync(folder, { recursive: true, force: true });
});

async function open(url: string): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(url);
  return page;
}

interface Seen {
  readonly id: string;
  readonly isUnderAbove: boolean;
  readonly isPromoted: boolean;
  readonly isBelowHeading: boolean;
  readonly place: number;
}

/** All posts in the DOM now, with where they stand. */
function rowsOf(page: Page): Promise<Seen[]> {
  return page.evaluate(() => {
    // oxlint-disable-next-line consistent-function-scoping -- runs in the page, which has no module around it
    const placeOf = (cell: Element): number => Number(/translateY\(([\d.]+)px/.exec(cell.getAttribute('style') ?? '')?.[1]);
    const cells = [...document.querySelectorAll('[data-testid=primaryColumn] [data-testid=cellInnerDiv]')];
    const heading = cells.find((cell) => cell.querySelector('h2'));
    return cells.flatMap((cell) => {
      const article = cell.querySelector('article[data-testid=tweet]');
      const isPromoted = cell.querySelector('[data-testid=placementTracking]') !== null;
      const id = article?.querySelector('a[href*="/status/"]:has(time)')?.getAttribute('href')?.split('/')[3] ?? '';
      const top = article?.querySelector('.r-15zivkp');
      const isBelowHeading = heading !== undefined && placeOf(cell) > placeOf(heading);
      return article ? [{ id, isPromoted, isUnderAbove: Boolean(top), isBelowHeading, place: placeOf(cell) }] : [];
    });
  });
}

/** Scrolls on until nothing is new, opening what can be opened; what was seen, in the order of the page. */
async function walk(page: Page): Promise<{ ids: string[]; parents: Map<string, string>; mostAtOnce: number }> {
  const before = new Map<string, string>(); // id → id of the post above it in the page
  const parents = new Map<string, string>();
  let [mostAtOnce, still, last] = [0, 0, ''];
  while (still < 6) {
    const rows = await rowsOf(page);
    const mine = rows.filter((row) => !row.isPromoted && !row.isBelowHeading);
    mostAtOnce = Math.max(mostAtOnce, rows.length);
    mine.forEach((row, at) => {
      const above = mine[at - 1]?.id;
      if (above === undefined) return;
      before.set(row.id, above);
      if (row.isUnderAbove) parents.set(row.id, above);
    });
    if (await openMore(page)) {
      still = 0;
      continue;
    }
    const now = `${await page.evaluate(() => scrollY)} ${before.size}`;
    still = now === last ? still + 1 : 0;
    last = now;
    await page.evaluate(() => scrollBy(0, innerHeight * 0.6));
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  }
  return { ids: inOrder(before), parents, mostAtOnce };
}

/** Clicks the first control that opens more, if there is one, and waits until it has. */
async function openMore(page: Page): Promise<boolean> {
  return page.evaluate(async () => {
    const button = document.querySelector<HTMLElement>(
      '[data-testid=primaryColumn] [data-testid=cellInnerDiv]:not(:has(article)) button.css-more',
    );
    if (!button) return false;
    const list = document.getElementById('css-list')!;
    const changed = new Promise<void>((done) => {
      const observer = new MutationObserver(() => {
        observer.disconnect();
        done();
      });
      observer.observe(list, { childList: true, subtree: true });
    });
    button.click();
    await changed;
    return true;
  });
}

/** Follows "the one above me" from the top. */
function inOrder(before: ReadonlyMap<string, string>): string[] {
  const after = new Map([...before].map(([id, above]) => [above, id]));
  const first = [...after.keys()].find((id) => !before.has(id));
  const ids: string[] = [];
  for (let id = first; id !== undefined; id = after.get(id)) ids.push(id);
  return ids;
}

describe('a thread on X', () => {
  it('shows all 300 reactions, in order and with their parents, to who scrolls on and opens what is closed', async () => {
    const { url, truth } = stand.setThread('x', { seed: 31, reactions: 300, maxDepth: 9, replyShare: 0.5, signedIn: true });
    const page = await open(url);
    await page.waitForSelector('article');
    const { ids, parents, mostAtOnce } = await walk(page);
    expect(ids).toEqual([truth.post.id, ...truth.reactions.map((item) => item.id)]);
    for (const item of truth.reactions) {
      expect(parents.get(item.id) ?? truth.post.id).toBe(item.parent);
    }
    expect(mostAtOnce).toBeLessThan(40);
    await page.close();
  });

  it('uses the nodes of rows that left for rows that come', async () => {
    const { url } = stand.setThread('x', { seed: 32, reactions: 120 });
    const page = await open(url);
    await page.waitForSelector('article[tabindex="0"]');
    const ids = await page.evaluate(async () => {
      const article = document.querySelector('article[tabindex="0"]')!;
      const name = article.querySelector('[data-testid=User-Name]')!;
      const idOf = (): string => article.querySelector('a:has(time)')!.getAttribute('href')!;
      const first = idOf();
      for (let step = 0; step < 200 && idOf() === first; step += 1) {
        scrollBy(0, 500);
        await new Promise((done) => requestAnimationFrame(done));
      }
      return { first, later: idOf(), isSameName: article.contains(name), isThere: article.isConnected };
    });
    expect(ids.later).not.toBe(ids.first);
    expect(ids).toMatchObject({ isSameName: true });
    await page.close();
  });

  it('fetches pictures only when they come near', async () => {
    const { url, thread } = stand.setThread('x', { seed: 33, reactions: 200, delayMs: 5 });
    const from = stand.requests.length;
    const page = await open(url);
    await page.waitForSelector('article[tabindex="0"] img[src]');
    const avatars = new Set(
      stand.requests
        .slice(from)
        .filter(({ path }) => path.startsWith('/profile_images/'))
        .map(({ path }) => path),
    );
    const authors = new Set(thread.reactions.map((item) => item.author.avatar));
    expect(avatars.size).toBeGreaterThan(2);
    expect(avatars.size).toBeLessThan(authors.size / 3);
    await page.close();
  });

  it('unfolds a shortened text when asked', async () => {
    const { url, truth } = stand.setThread('x', { seed: 34, reactions: 40, replyShare: 0 });
    const page = await open(url);
    await page.waitForSelector('article');
    const unfold = (): Promise<string | undefined> =>
      page.evaluate(() => {
        const button = document.querySelector<HTMLElement>('[data-testid=tweet-text-show-more-link]');
        const unfolded = button?.closest('article')?.querySelector('a:has(time)')?.getAttribute('href')?.split('/')[3];
        button?.click();
        return unfolded;
      });
    let id = await unfold();
    for (let step = 0; step < 60 && id === undefined; step += 1) {
      await page.mouse.wheel(0, 300);
      id = await unfold();
    }
    const text = page.locator(`article:has(a[href$="/status/${id}"]) [data-testid=tweetText]`);
    await expect
      .poll(
        () =>
          text.evaluate((element) =>
            [...element.childNodes].map((node) => (node as HTMLImageElement).alt ?? node.textContent).join(''),
          ),
        { timeout: 20_000 },
      )
      .toBe(truth.reactions.find((item) => item.id === id)?.text);
    await page.close();
  });

  it('goes to another post and back without loading a page', async () => {
    const { url, truth } = stand.setThread('x', { seed: 35, reactions: 30, signedIn: false });
    const page = await open(url);
    await page.waitForSelector('article[tabindex="0"]');
    const from = stand.requests.length;
    await page.locator('article[tabindex="0"] time').first().click();
    await page.waitForURL((now) => now.href !== url);
    const id = page.url().split('/').at(-1);
    expect(truth.reactions.map((item) => item.id)).toContain(id);
    await expect
      .poll(() => page.locator('article[tabindex="-1"] a:has(time)').getAttribute('href'), { timeout: 20_000 })
      .toContain(id);
    await page.goBack();
    await expect
      .poll(() => page.locator('article[tabindex="-1"] a:has(time)').getAttribute('href'), { timeout: 20_000 })
      .toContain(truth.post.id);
    expect(stand.requests.slice(from).filter(({ destination }) => destination === 'document')).toEqual([]);
    await page.close();
  });

  it('lets its clock run', async () => {
    const { url } = stand.setThread('x', { seed: 36, reactions: 3, replyShare: 0, clockSpeed: 1_800 });
    const page = await open(url);
    const time = page.locator('article[tabindex="0"] time').first();
    const first = await time.textContent();
    await expect.poll(() => time.textContent(), { timeout: 20_000 }).not.toBe(first);
    expect(first).toMatch(/^\d+ [mu]$/);
    await page.close();
  });

  it('runs no script but its own', async () => {
    const { url } = stand.setThread('x', { seed: 37, reactions: 3 });
    const page = await open(url);
    await page.waitForSelector('article');
    const ran = await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'window.ranForeignScript = true';
      document.body.append(script);
      return 'ranForeignScript' in window;
    });
    expect(ran).toBe(false);
    await page.close();
  });

  it('holds strangers around the thread: rail, page data, menu, advertisements, suggestions', async () => {
    const { url, thread } = stand.setThread('x', { seed: 38, reactions: 60, replyShare: 0 });
    const page = await open(url);
    await page.waitForSelector('article');
    const source = await page.content();
    for (const person of [...thread.others.rail, ...thread.others.hidden]) expect(source).toContain(person.handle);
    await page.click('[data-testid=SideNav_AccountSwitcher_Button]');
    expect(await page.locator('#layers [role=menu]').textContent()).toContain('wtoetsenbord_vb');
    const { ids } = await walk(page);
    expect(ids).toHaveLength(61);
    const rows = await rowsOf(page);
    expect(rows.filter((row) => row.isBelowHeading)).toHaveLength(thread.others.discovered.length);
    await page.close();
  });

  it('speaks English when the account does, and closes the replies where only the account may answer', async () => {
    const { url, truth } = stand.setThread('x', { seed: 39, reactions: 2, language: 'en', repliesAllowed: false });
    const page = await open(url);
    await page.waitForSelector('article[tabindex="0"]');
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await page.locator('[data-testid=primaryColumn]').textContent()).toContain('Who can reply?');
    expect(await page.locator('article[tabindex="-1"] [data-testid=reply]').isDisabled()).toBe(true);
    const ids = (await rowsOf(page)).filter((row) => !row.isBelowHeading).map((row) => row.id);
    expect(ids).toEqual([truth.post.id, ...truth.reactions.map((item) => item.id)]);
    expect(truth.reactions.every((item) => item.isOwn)).toBe(true);
    await page.close();
  });

  it('records every request the browser makes', async () => {
    const { url } = stand.setThread('x', { seed: 40, reactions: 20 });
    const page = await browser.context.newPage();
    const from = stand.requests.length;
    const made: string[] = [];
    page.on('request', (request) => made.push(`${request.method()} ${request.url()}`));
    await page.goto(url, { waitUntil: 'networkidle' });
    const recorded = stand.requests.slice(from).map(({ method, host, path }) => `${method} https://${host}${path}`);
    expect(made.filter((request) => !request.includes('data:') && !recorded.includes(request))).toEqual([]);
    expect(made.length).toBeGreaterThan(10);
    await page.close();
  });

  it('answers an unknown post and a foreign host with "not here"', async () => {
    const page = await browser.context.newPage();
    expect((await page.goto('https://x.com/minvoorbeeld/status/1'))?.status()).toBe(404);
    await expect(page.goto('https://buiten.example/')).rejects.toThrow('ERR_NAME_NOT_RESOLVED');
    await page.close();
  });
});

describe('planting', () => {
  it('puts a test’s own pieces in the head, the rail, an item and the headers', async () => {
    const { url, truth } = stand.setThread('x', { seed: 43, reactions: 8, replyShare: 0, plantEvery: 0 });
    const [first] = truth.reactions;
    stand.plant('x', {
      head: '<meta name="author" content="kanarie-a25">',
      rail: '<p>kanarie-a36</p>',
      items: { [first!.id]: '<img alt="kanarie-a8">' },
      attributes: { [first!.id]: { 'data-user': 'kanarie-a11' } },
      script: 'history.replaceState({ user: "kanarie-a34" }, "")',
      headers: { 'x-user': 'kanarie-a32' },
    });
    const page = await browser.context.newPage();
    const answer = await page.goto(url);
    await page
      .locator(`article[data-user="kanarie-a11"]:has(a[href$="${first!.id}"]) img[alt="kanarie-a8"]`)
      .waitFor({ state: 'attached' });
    expect(await page.content()).toMatch(/kanarie-a25[\s\S]*kanarie-a36/);
    expect(await page.evaluate(() => history.state)).toEqual({ user: 'kanarie-a34' });
    expect(answer?.headers()['x-user']).toBe('kanarie-a32');
    stand.plant('x', {});
    await page.close();
  });
});

describe('the account on X', () => {
  it('has a pinned post, a repost of a third party, a quote and a protected variant', async () => {
    stand.setThread('x', { seed: 41, reactions: 3 });
    const page = await open('https://x.com/minvoorbeeld');
    await page.waitForSelector('article');
    expect(await page.locator('[data-testid=socialContext]').first().textContent()).toBe('Vastgezet');
    for (let step = 0; step < 6 && (await page.locator('.css-quote').count()) === 0; step += 1) await page.mouse.wheel(0, 400);
    expect(await page.locator('.css-quote [data-testid=User-Name] a').count()).toBe(0);
    await page.goto('https://x.com/minvb_besloten');
    expect(await page.locator('[data-testid=icon-lock]').count()).toBe(1);
    expect(await page.locator('article').count()).toBe(0);
    await page.close();
  });

  it('offers its photos in sizes, the original with the maker in it', async () => {
    const { url, thread } = stand.setThread('x', { seed: 42, reactions: 3, photos: 2 });
    const page = await open(url);
    const photo = `https://pbs.twimg.com/media/${thread.post.photos[0]!.key}?format=jpg&name=`;
    const widthOf = (name: string): Promise<number> =>
      page.evaluate(async (source) => {
        const image = new Image();
        image.src = source;
        await image.decode();
        return image.naturalWidth;
      }, photo + name);
    expect([await widthOf('small'), await widthOf('orig')]).toEqual([340, 1200]);
    const bytes = await page.evaluate(
      async (source) => [
        ...new Uint8Array(await (await fetch(source, { mode: 'cors' }).catch(() => new Response())).arrayBuffer()),
      ],
      `${photo}orig`,
    );
    expect(bytes).toEqual([]); // as the real one: no CORS for the page; the extension has its permission
    expect(jpeg('a', 16, 16, 'Ministerie van Voorbeeldzaken').includes('Ministerie van Voorbeeldzaken')).toBe(true);
    await page.close();
  });
});

describe('Mastodon', () => {
  it('shows the whole thread, empties what is out of sight and fills it again', async () => {
    const { url, truth } = stand.setThread('mastodon', { seed: 51, reactions: 120, maxDepth: 5 });
    const page = await open(url);
    await page.waitForSelector('.status__wrapper');
    await expect.poll(() => page.locator('.scrollable [tabindex="-1"]:empty').count(), { timeout: 20_000 }).toBeGreaterThan(60);
    const ids = new Set<string>();
    for (let step = 0; step < 400 && ids.size < truth.reactions.length; step += 1) {
      const more = page.locator('.column__alert button');
      if ((await more.count()) > 0) await more.click();
      for (const id of await page
        .locator('.status[data-id]')
        .evaluateAll((all) => all.map((each) => (each as HTMLElement).dataset['id']!)))
        ids.add(id);
      await page.evaluate(() => scrollBy(0, innerHeight * 0.7));
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    }
    // which of the rows in view is filled first is the browser's business
    expect([...ids].toSorted()).toEqual(truth.reactions.map((item) => item.id).toSorted());
    await page.close();
  });

  it('tells the same by its API, unless it is closed', async () => {
    const thread = stand.setThread('mastodon', { seed: 52, reactions: 30 });
    const [token, gone] = [
      stand.setThread('mastodon', { seed: 53, api: 'token' }),
      stand.setThread('mastodon', { seed: 54, api: 'gone' }),
    ];
    const page = await open(thread.url);
    const ask = (
      id: string,
    ): Promise<{ status: number; descendants: { id: string; in_reply_to_id: string; account: { acct: string } }[] }> =>
      page.evaluate(async (of) => {
        const answer = await fetch(`/api/v1/statuses/${of}/context`);
        return { status: answer.status, ...(await answer.json()) };
      }, id);
    const told = await ask(thread.truth.post.id);
    expect(told.descendants.map((item) => [item.id, item.in_reply_to_id, item.account.acct])).toEqual(
      thread.truth.reactions.map((item) => [item.id, item.parent, item.author]),
    );
    expect([(await ask(token.truth.post.id)).status, (await ask(gone.truth.post.id)).status]).toEqual([401, 404]);
    await page.goto(gone.url);
    await page.waitForSelector('.status__wrapper'); // the page itself goes on
    await page.close();
  });

  it('shows words of warning before the text', async () => {
    const { url, thread } = stand.setThread('mastodon', { seed: 56, reactions: 9, replyShare: 0 });
    const warned = thread.reactions.find((item) => item.warning !== undefined)!;
    const page = await open(url);
    const status = page.locator(`.status[data-id="${warned.id}"]`);
    for (let step = 0; step < 20 && (await status.count()) === 0; step += 1) await page.mouse.wheel(0, 300);
    expect(await status.locator('.status__content__text').isVisible()).toBe(false);
    await status.locator('.status__content__spoiler-link--show-more').click();
    expect(await status.locator('.status__content__text').isVisible()).toBe(true);
    await page.close();
  });

  it('has a profile with a boost and a poll', async () => {
    stand.setThread('mastodon', { seed: 55, reactions: 3 });
    const page = await open('https://voorbeeld.social/@minvoorbeeld');
    await page.waitForSelector('article');
    expect(await page.locator('.poll li').count()).toBe(2);
    await page.mouse.wheel(0, 900);
    await page.locator('.status__prepend', { hasText: 'Ministerie van Voorbeeldzaken boostte' }).waitFor();
    await page.close();
  });
});

describe('a saved page', () => {
  it('answers every address of its host, with the files beside it by name', async () => {
    writeFileSync(join(assets, 'foto.jpg'), jpeg('foto', 32, 16));
    const saved = await startStand({
      pages: {
        'x.com': {
          '*': {
            html: '<title>Bewaard</title><img src="https://pbs.twimg.com/media/foto?format=jpg&name=orig"><img src="https://elders.example/weg.png">',
          },
        },
      },
      assets,
      everyHost: true,
    });
    const other = await launch({ extension, stand: saved });
    const page = await other.context.newPage();
    await page.goto('https://x.com/minvoorbeeld/status/5?s=20', { waitUntil: 'networkidle' });
    expect(await page.title()).toBe('Bewaard');
    expect(
      await page
        .locator('img')
        .first()
        .evaluate((image) => (image as HTMLImageElement).naturalWidth),
    ).toBe(32);
    const asked = saved.requests.filter(({ path }) => path !== '/favicon.ico').map(({ host, status }) => `${host} ${status}`);
    expect(asked.toSorted()).toEqual(['elders.example 404', 'pbs.twimg.com 200', 'x.com 200']);
    await other.close();
    await saved.close();
  });
});
