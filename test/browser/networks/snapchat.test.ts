/** Snapchat's public pages on the stand, through the general reader: it shows no reactions. People there are invented. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { safeguard } from '../../../scripts/drive.ts';
import { scanFilePlainly, scanFolderPlainly } from '../../leaks/scan.ts';
import { needlesOf, startJourney } from '../journey.ts';
import type { Journey } from '../journey.ts';

describe('snapchat', () => {
  let journey: Journey;
  beforeAll(async () => {
    journey = await startJourney(['snapchat']);
  });
  afterAll(() => journey.close());

  it('keeps a Spotlight film with what was said, and tells how many reactions are in the app only', async () => {
    const { url, truth, thread } = journey.stand.setThread('snapchat', { seed: 41, reactions: 30 });
    const { capture, file } = await journey.captured(url);
    expect(capture.posts).toHaveLength(1);
    expect(capture.posts[0]?.text).toContain(thread.post.text.slice(0, 40));
    expect(capture.posts[0]?.times.markup).toBe(thread.post.time);
    expect(capture.posts[0]?.media.map(({ kind, state }) => [kind, state])).toContainEqual(['video', 'kept']);
    expect(capture.completeness).toMatchObject({ state: 'TEKORT', displayed: 30, captured: 0 });
    expect(capture.completeness.reasons.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['gap-needs-login', 'generic-reader']),
    );
    expect(scanFilePlainly(file, needlesOf(truth))).toEqual([]);
    expect(scanFolderPlainly(journey.profile, needlesOf(truth))).toEqual([]);
  });

  it('gives the same record whatever the language of the page (D17)', async () => {
    const records = [];
    for (const language of ['nl', 'en', 'tr'] as const) {
      const { url } = journey.stand.setThread('snapchat', { seed: 42, reactions: 5, language });
      const { capture } = await journey.captured(url);
      records.push(capture.posts.map(({ text, times, counts, media }) => ({ text, times, counts, media: media.length })));
    }
    expect(records[1]).toEqual(records[0]);
    expect(records[2]).toEqual(records[0]);
  });

  it('takes over a public profile and nobody beside it', async () => {
    const { truth } = journey.stand.setThread('snapchat', { seed: 43 });
    const { capture, file } = await journey.captured('https://www.snapchat.com/add/minvoorbeeld');
    expect(capture.profile).toMatchObject({ followers: '2100' });
    expect(capture.posts).toEqual([]);
    expect(scanFilePlainly(file, needlesOf(truth))).toEqual([]);
  });

  it.each([
    ['https://web.snapchat.com/', 'out-of-scope'],
    ['https://www.snapchat.com/story/abc', 'out-of-scope'],
    ['https://www.snapchat.com/p/abc/1', 'out-of-scope'],
    ['https://accounts.snapchat.com/login', 'page-needs-login'],
  ])('refuses %s (R2)', async (address, code) => {
    journey.stand.setThread('snapchat', { seed: 44 });
    const page = await journey.open(address);
    await expect(safeguard(journey.browser, page, { out: journey.out })).rejects.toMatchObject({ code });
    await page.close();
  });
});
