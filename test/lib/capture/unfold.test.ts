/** The rounds of unfolding, over a page that grows by itself. Nobody real is in it. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createHarvest } from '../../../lib/capture/harvest.ts';
import { createStyleTable } from '../../../lib/capture/styles.ts';
import { unfold } from '../../../lib/capture/unfold.ts';
import type { UnfoldOptions } from '../../../lib/capture/unfold.ts';
import { Failure } from '../../../lib/model/failure.ts';
import type { Adapter, UnfoldPlan } from '../../../lib/platforms/adapter.ts';
import { createPeople } from '../../../lib/platforms/people.ts';
import { fakeList, forgetList } from './fakeList.ts';

const url = new URL('https://voorbeeld.social/1');

/** Reads `<p id>`; one with the class `vreemd` is built in a way it does not know. */
function reader(plan: Partial<UnfoldPlan> = {}): Adapter {
  return {
    platform: 'other',
    version: '1',
    mediaHosts: [],
    canRead: () => true,
    pageKind: () => 'post',
    facts: () => ({ layout: 'test', replies: { possible: 'unknown', evidence: '' }, unavailableItems: 0, notes: [] }),
    find: (page) => [...page.querySelectorAll('p')].map((element) => ({ kind: 'reaction', id: element.id, element })),
    read: ({ element }) => {
      if (element.className === 'vreemd') throw new Failure('page-not-understood');
      return {
        item: { times: {}, text: element.textContent ?? '', media: [], counts: {}, mentions: [], hashtags: [], links: [] },
        marks: [],
      };
    },
    profile: () => undefined,
    unfold: { controls: [], never: [], scrolls: true, ...plan },
  };
}

function options(adapter: Adapter, more: Partial<UnfoldOptions> = {}): UnfoldOptions {
  return {
    page: document,
    url: () => url,
    reader: { adapter, people: createPeople(), styles: createStyleTable(window) },
    budgets: { seconds: 60, items: 1_000, megabytes: 10 },
    withReactions: true,
    displayedReactions: undefined,
    hiddenReactions: () => 0,
    onRound: async () => false,
    ...more,
  };
}

/** Lets the page's clock run until the work is done. */
async function done<T>(work: Promise<T>): Promise<T> {
  const clock = { isOver: false };
  const over = () => {
    clock.isOver = true;
  };
  work.then(over, over);
  while (!clock.isOver) await vi.advanceTimersByTimeAsync(250);
  return work;
}

beforeEach(() => {
  vi.useFakeTimers();
  document.body.innerHTML = '<p id="a">een</p><p id="b">twee</p>';
  Element.prototype.scrollIntoView = () => undefined; // jsdom draws nothing
});
afterEach(() => {
  forgetList();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const forLong = { seconds: 600, items: 1_000, megabytes: 10 };

describe('unfolding', () => {
  it('waits while the tab is in the background, says so, and reads on when it is back', async () => {
    const shown = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    const hints: unknown[] = [];
    const harvested = createHarvest();
    const ended = await done(
      unfold(
        options(reader(), {
          onRound: async (_, hint) => {
            hints.push(hint);
            if (hints.length === 6) {
              shown.mockReturnValue('visible');
              document.body.insertAdjacentHTML('beforeend', '<p id="c">drie</p>');
            }
            return false;
          },
        }),
        harvested,
      ),
    );
    expect(hints.slice(0, 6)).toEqual(Array(6).fill('tab-hidden'));
    expect(hints.at(-1)).toBeUndefined();
    expect(ended).toMatchObject({ reachedEnd: true });
    expect(harvested.items.size).toBe(3);
  });

  it('does not wait for ever for a tab that stays in the background', async () => {
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    const ended = await done(unfold(options(reader(), { budgets: { seconds: 1, items: 10, megabytes: 1 } }), createHarvest()));
    expect(ended).toMatchObject({ isLeftInBackground: true, reachedEnd: false });
  });

  it('asks the person to scroll where only they can, and ends when they do not', async () => {
    const hints: unknown[] = [];
    const asked = options(reader({ needsUser: true }), {
      displayedReactions: 5,
      onRound: async (_, hint) => hints.push(hint) < 0,
    });
    expect(await done(unfold(asked, createHarvest()))).toMatchObject({ reachedEnd: true });
    expect(hints).toContain('scroll-yourself');
  });

  it('does not ask when everything the page promised is there', async () => {
    const hints: unknown[] = [];
    await done(
      unfold(
        options(reader({ needsUser: true }), { displayedReactions: 2, onRound: async (_, hint) => hints.push(hint) < 0 }),
        createHarvest(),
      ),
    );
    expect(hints).not.toContain('scroll-yourself');
  });

  it('opens the place of the reactions once, and does not count its button as something left closed', async () => {
    document.body.innerHTML = '<button class="open">Reacties</button>';
    let clicks = 0;
    document.querySelector('button')!.addEventListener('click', () => {
      clicks += 1;
      document.body.insertAdjacentHTML('beforeend', '<p id="a">een</p>');
    });
    const plan: UnfoldPlan['controls'] = [{ kind: 'open-reactions', selector: '.open' }];
    const harvested = createHarvest();
    const ended = await done(unfold(options(reader({ controls: plan, scrolls: false })), harvested));
    expect([clicks, harvested.items.size, ended.closedControls]).toEqual([1, 1, []]);
  });

  it('waits for a spinner that takes its time, and not for ever for one that never ends', async () => {
    vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 100, 20));
    document.body.insertAdjacentHTML('beforeend', '<i class="spinner"></i>');
    const began = Date.now();
    let late = 0;
    const bring = setInterval(() => {
      late += 1;
      if (late < 4) document.body.insertAdjacentHTML('afterbegin', `<p id="laat${late}">laat</p>`);
    }, 7_000);
    const harvested = createHarvest();
    const ended = await done(
      unfold(options(reader({ loading: '.spinner' }), { displayedReactions: 9, budgets: forLong }), harvested),
    );
    clearInterval(bring);
    expect(ended).toMatchObject({ reachedEnd: true, budgetsHit: [] });
    expect(harvested.items.size).toBe(5);
    expect(Date.now() - began).toBeLessThan(100_000);
  });

  it('keeps the others when one is built in a way it does not know, and counts that one', async () => {
    document.body.insertAdjacentHTML('beforeend', '<p id="c" class="vreemd">drie</p>');
    const harvested = createHarvest();
    await done(unfold(options(reader({ scrolls: false })), harvested));
    expect(harvested.items.values().map(({ text }) => text)).toEqual(['een', 'twee']);
    expect([...harvested.unreadable]).toEqual(['c']);
  });
});

const ids = (length: number) => Array.from({ length }, (_, at) => `r${at}`);
const row = (at: number) => `<p id="r${at}">r${at}</p>`;
const walked = async (length: number, more: Partial<UnfoldOptions> = {}, plan: Partial<UnfoldPlan> = {}) => {
  const harvested = createHarvest();
  const ended = await done(unfold(options(reader(plan), { displayedReactions: length, ...more }), harvested));
  return { ended, harvested, order: harvested.items.values().map(({ id }) => id) };
};

describe('unfolding a list whose rows come and go', () => {
  it('walks it once, when it holds what it promised', async () => {
    const list = fakeList(row, () => 60);
    const { ended, order } = await walked(60);
    expect(order).toEqual(ids(60));
    expect(ended).toMatchObject({ reachedEnd: true, closedControls: [] });
    expect(list.returns).toBe(1); // to where the person was
  });

  it('goes to its top before anything is read or asked of it', async () => {
    const list = fakeList(row, () => 60);
    list.scrollTo(3_000);
    const told: string[] = [];
    await walked(60, {
      onTop: () => told.push(`top ${document.querySelector('p')?.id ?? ''}`),
      onRound: async () => told.push('round') < 0,
    });
    expect(told.slice(0, 2)).toEqual(['top r0', 'round']);
  });

  it('walks it once more for rows that were not drawn when they were passed, and puts them in their place', async () => {
    fakeList(
      (at, { returns }) => (at >= 20 && at < 24 && returns === 0 ? undefined : row(at)),
      () => 60,
    );
    const { order } = await walked(60);
    expect(order).toEqual(ids(60));
  });

  it('does not go on looking for what does not come, nor for what the network says it hides', async () => {
    const list = fakeList(row, () => 60);
    await walked(60, { displayedReactions: 70 });
    expect(list.returns).toBe(2);
    await walked(60, { displayedReactions: 70, hiddenReactions: () => 10 });
    expect(list.returns).toBe(3);
  });

  it('takes a post of many screens for a long post and not for the end, and does not wait for a network meanwhile', async () => {
    const high = 210; // rows of the list, thirty screens
    const list = fakeList(
      (at, { top }) => {
        if (at >= high) return row(at - high);
        return at === Math.max(0, Math.floor(top / 100) - 3) ? '<p id="post">een lang bericht</p>' : undefined;
      },
      () => high + 12,
    );
    vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function box(this: Element) {
      const at = Number(this.parentElement?.dataset['at'] ?? 0);
      return this.id === 'post' ? new DOMRect(0, -list.top, 500, high * 100) : new DOMRect(0, at * 100 - list.top, 500, 100);
    });
    Element.prototype.scrollIntoView = function into(this: Element) {
      list.scrollTo(list.top + this.getBoundingClientRect().top);
    };
    const began = Date.now();
    const tops: number[] = [];
    const onRound = async () => tops.push(list.top) < 0;
    const { order, ended } = await walked(12, { displayedReactions: undefined, onRound });
    const seen = tops.filter((top) => top < high * 100);
    expect(Math.max(...seen.slice(1).map((top, index) => top - (seen[index] ?? 0)))).toBeLessThanOrEqual(700); // nothing of it was jumped over
    expect(Math.max(...seen)).toBeGreaterThan(high * 100 - 700);
    expect(order).toEqual(['post', ...ids(12)]);
    expect(ended.reachedEnd).toBe(true);
    expect(Date.now() - began).toBeLessThan(30_000); // of the page's own clock
  });

  it('is not carried over rows that come in above what stood at the end', async () => {
    let length = 12;
    let isAsked = false;
    const list = fakeList(
      (at, { top }) => {
        if (!isAsked && top > 100) {
          isAsked = true;
          setTimeout(() => {
            length = 90;
            list.scrollTo(top + 7_800); // the browser keeps the spinner in view
          }, 100);
        }
        return row(at);
      },
      () => length,
    );
    const { order } = await walked(90, { displayedReactions: undefined });
    expect(order).toEqual(ids(90));
  });

  it('waits for what a slow network still has to bring before it scrolls on', async () => {
    let isOpen = false;
    let clickedAt = -1;
    const list = fakeList(
      (at) => (at === 3 ? `${row(3)}<button class="more">meer</button>${isOpen ? '<p id="late">laat</p>' : ''}` : row(at)),
      () => 60,
    );
    document.addEventListener('click', ({ target }) => {
      if (!(target instanceof HTMLButtonElement)) return;
      setTimeout(() => document.body.append('!'), 20); // something else on the page moves
      if (clickedAt >= 0) return;
      clickedAt = list.top;
      setTimeout(() => {
        isOpen = true;
        if (list.top !== clickedAt) return; // its row was recycled: it is never seen again
        target.outerHTML = '<p id="late">laat</p>';
      }, 1_000);
    });
    const { order, ended } = await walked(
      60,
      { displayedReactions: undefined },
      { controls: [{ kind: 'more-replies', selector: '.more' }] },
    );
    expect(order.slice(0, 6)).toEqual(['r0', 'r1', 'r2', 'r3', 'late', 'r4']);
    expect(ended.closedControls).toEqual([]);
  });

  it('opens what is folded before it passes it, also where whole screens were drawn ahead', async () => {
    const opened = new Set<number>();
    let hasDrawnAll = false;
    const list = fakeList(
      (at, { top }) => {
        // a button that is left when its row is emptied: what it opens then is not drawn
        const isAway = hasDrawnAll && at * 100 < top - 300;
        const more = at % 10 === 5 ? `<button class="more" data-of="${at}">meer</button>` : '';
        if (opened.has(at)) return `${row(at)}<p id="r${at}a">r${at}a</p>`;
        return isAway ? more : `${row(at)}${more}`;
      },
      () => 60,
      60,
    );
    document.addEventListener('click', ({ target }) => {
      const at = Number(target instanceof HTMLButtonElement ? target.dataset['of'] : Number.NaN);
      if (at * 100 >= list.top - 300) opened.add(at);
      hasDrawnAll = true;
      list.draw();
    });
    const { order } = await walked(
      60,
      { displayedReactions: undefined },
      { controls: [{ kind: 'more-replies', selector: '.more' }] },
    );
    expect(order).toEqual(ids(60).flatMap((id, at) => (at % 10 === 5 ? [id, `${id}a`] : [id])));
    expect(list.returns).toBe(1); // found the first time
  });
});
