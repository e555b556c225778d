/** Mastodon on the stand: whole threads in the old and the new front end, and messages that are nobody's business. */
import { expect, it } from 'vitest';
import { ask, safeguard } from '../../../scripts/drive.ts';
import { messageAt } from '../../stand/mastodon/api.ts';
import { ownPost } from '../../stand/thread.ts';
import { startJourney } from '../journey.ts';
import { networkSuite } from './suite.ts';

networkSuite('mastodon', {
  layouts: ['mastodon-classic', 'mastodon-redesign'],
  depth: 4,
  hasExactTimes: true,
  refused: [
    ['https://voorbeeld.social/conversations', 'out-of-scope'],
    ['https://voorbeeld.social/notifications', 'out-of-scope'],
    ['https://voorbeeld.social/settings/profile', 'out-of-scope'],
    ['https://voorbeeld.social/auth/sign_in', 'page-needs-login'],
  ],
  also(journey) {
    it.each(['mastodon-classic', 'mastodon-redesign'])('refuses a post to one person, in the layout "%s" (R2)', async (layout) => {
      const here = journey();
      const { thread } = here.stand.setThread('mastodon', { seed: layout.length, reactions: 3, layout });
      const page = await here.open(`https://voorbeeld.social/@minvoorbeeld/${ownPost(thread, messageAt).id}`);
      await page.waitForSelector('.detailed-status__wrapper');
      await expect(safeguard(here.browser, page, { out: here.out })).rejects.toMatchObject({ code: 'out-of-scope' });
      await page.close();
    });

    it('takes parents and times from the public API where the markup has none', async () => {
      const { url } = journey().stand.setThread('mastodon', {
        seed: 46,
        reactions: 40,
        replyShare: 0.5,
        layout: 'mastodon-redesign',
      });
      const { capture } = await journey().captured(url);
      expect(capture.adapter.layout).toBe('mastodon-redesign');
      expect(capture.reactions.every(({ times }) => times.fromApi)).toBe(true);
    });

    it('fetches own pictures from the host they stand on, when that was asked for and allowed (D9)', async () => {
      const { url } = journey().stand.setThread('mastodon', { seed: 48, reactions: 3, photos: 2, filesApart: true });
      const { capture } = await journey().captured(url);
      expect(capture.posts[0]?.media).toMatchObject([
        { state: 'kept', url: expect.stringMatching(/^https:\/\/files\.voorbeeld-opslag\.nl\/.*original/) },
        { state: 'kept' },
      ]);
    });

    it('names the host before the start, and says which pictures are missing when it is refused', async () => {
      const here = await startJourney(['mastodon'], ['https://voorbeeld.social/*']);
      const { url } = here.stand.setThread('mastodon', { seed: 49, reactions: 3, photos: 2, filesApart: true });
      const page = await here.open(url);
      await page.waitForSelector('.detailed-status__wrapper img[src*="small"]');
      await here.browser.clickAction(page);
      const tabId = await here.browser.tabIdOf(page);
      expect(await ask(here.browser, 'lookAtPage', { tabId })).toMatchObject({
        state: 'ready',
        needsPermission: ['https://files.voorbeeld-opslag.nl/*'],
        mediaElsewhere: ['files.voorbeeld-opslag.nl'],
      });
      const { capture } = await safeguard(here.browser, page, { out: here.out });
      expect(capture.posts[0]?.media.map((media) => media.state === 'missing' && media.reason)).toEqual([
        'no-permission',
        'no-permission',
      ]);
      expect(capture.completeness.state).toBe('TEKORT');
      expect(capture.completeness.reasons).toContainEqual({ code: 'media-missing', detail: { count: 2 } });
      await here.close();
    });

    it('reads a profile with its boost, films and cards in both layouts', async () => {
      for (const layout of ['mastodon-classic', 'mastodon-redesign']) {
        journey().stand.setThread('mastodon', { seed: 47 + layout.length, reactions: 3, layout });
        const { capture } = await journey().captured('https://voorbeeld.social/@minvoorbeeld');
        const kinds = new Set(capture.posts.flatMap((post) => post.media.map(({ kind }) => kind)));
        expect([...kinds]).toEqual(expect.arrayContaining(['video', 'gif', 'card', 'poll']));
        expect(capture.posts.some(({ repostedBy }) => repostedBy !== undefined)).toBe(true);
        expect(capture.posts.some(({ isPinned }) => isPinned)).toBe(true);
      }
    });
  },
});
