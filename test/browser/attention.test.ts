/** The person behind the screen: their own hand at the wheel, another tab in front. Everybody on the stand is invented. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { safeguard } from '../../scripts/drive.ts';
import { letHide } from './hide.ts';
import { startJourney } from './journey.ts';
import type { Journey } from './journey.ts';

let journey: Journey;
beforeAll(async () => {
  journey = await startJourney(['x']);
});
afterAll(() => journey.close());

describe('a capture', () => {
  it('leaves the page to the person who scrolls, and reads on afterwards', async () => {
    const { browser, stand, out } = journey;
    const { url, truth } = stand.setThread('x', { seed: 52, reactions: 120 });
    const page = await journey.open(url);
    let turns = 0;
    const { capture } = await safeguard(browser, page, {
      out,
      onProgress: ({ reactions, step }) => {
        if (step !== 'unfolding' || reactions < 20 || turns >= 12) return;
        turns += 1;
        void page.mouse.wheel(0, turns % 3 === 0 ? -900 : 500);
      },
    });
    expect(turns).toBeGreaterThan(3);
    expect(capture.reactions.length).toBe(truth.reactions.length);
    expect(capture.completeness.state).toBe('OK');
    await page.close();
  });

  it('waits while its tab is in the background and says so, and goes on when it comes back', async () => {
    const { browser, stand, out } = journey;
    const { url, truth } = stand.setThread('x', { seed: 53, reactions: 90 });
    const page = await journey.open(url);
    await letHide(page);
    const other = await browser.context.newPage();
    const read: number[] = [];
    let isAway = false;
    const { capture } = await safeguard(browser, page, {
      out,
      onProgress: ({ reactions, step, hint }) => {
        if (step !== 'unfolding' || reactions < 20) return;
        if (hint === 'tab-hidden') read.push(reactions);
        if (!isAway) void other.bringToFront();
        isAway = true;
        if (read.length === 15) void page.bringToFront();
      },
    });
    expect(read.length).toBeGreaterThanOrEqual(15);
    // what was being read when the tab went is read to its end; then nothing more
    expect(new Set(read.slice(5)).size).toBe(1);
    expect(read.at(-1)).toBeLessThan(truth.reactions.length);
    expect(capture.reactions.length).toBe(truth.reactions.length);
    expect(capture.completeness.state).toBe('OK');
    await page.close();
    await other.close();
  });
});
