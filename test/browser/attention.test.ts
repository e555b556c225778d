/** The person behind the screen: their own hand at the wheel. Everybody on the stand is invented. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { safeguard } from '../../scripts/drive.ts';
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
});
