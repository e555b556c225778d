import { describe, expect, it } from 'vitest';
import { networkSuite } from './suite.ts';

networkSuite('instagram', {
  layouts: ['page', 'popup'],
  depth: 4,
  hasExactTimes: true,
  refused: [
    ['https://www.instagram.com/direct/inbox/', 'out-of-scope'],
    ['https://www.instagram.com/stories/minvoorbeeld/1/', 'out-of-scope'],
    ['https://www.instagram.com/accounts/edit/', 'out-of-scope'],
    ['https://www.instagram.com/accounts/login/', 'page-needs-login'],
  ],
  also: (journey) => {
    describe('of its own', () => {
      it('tells how much Instagram keeps behind a button of its own, and does not push it', async () => {
        const { url, truth } = journey().stand.setThread('instagram', { seed: 45, reactions: 30, hidden: 4 });
        const { capture } = await journey().captured(url);
        expect(capture.reactions).toHaveLength(truth.reactions.length);
        expect(capture.completeness).toMatchObject({ state: 'TEKORT', displayed: truth.displayedReactions + 4 });
        expect(capture.completeness.reasons.map(({ code }) => code)).toContain('gap-hidden-by-network');
      });

      it('keeps all slides, also those that are not drawn', async () => {
        const { url } = journey().stand.setThread('instagram', { seed: 46, reactions: 3, photos: 4 });
        const { capture } = await journey().captured(url);
        expect(capture.posts[0]?.media.map(({ state }) => state)).toEqual(['kept', 'kept', 'kept', 'kept']);
      });

      it('goes through the slides where the page’s data does not have them, and keeps each once', async () => {
        const { url, thread } = journey().stand.setThread('instagram', {
          seed: 48,
          reactions: 3,
          photos: 4,
          layout: 'without-data',
        });
        const { capture } = await journey().captured(url);
        const kept = capture.posts[0]?.media.map((media) => (media.state === 'kept' ? media.alt : media.state));
        expect(kept).toEqual(thread.post.photos.map(({ alt }) => alt));
        expect(capture.completeness.state).toBe('OK');
      });

      it('takes the account’s own posts from its profile, and nobody’s beside them', async () => {
        const { truth } = journey().stand.setThread('instagram', { seed: 47, reactions: 3 });
        const { capture } = await journey().captured('https://www.instagram.com/minvoorbeeld/');
        expect(capture.posts).toHaveLength(9);
        expect(capture.profile).toMatchObject({ postCount: '9' });
        expect(truth.post.isOwn).toBe(true);
      });
    });
  },
});
