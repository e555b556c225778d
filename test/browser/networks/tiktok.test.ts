/** TikTok on the stand: comments without ids or times in the page; the page's own answers tell them. */
import { expect, it } from 'vitest';
import { networkSuite } from './suite.ts';

networkSuite('tiktok', {
  layouts: ['2026', '2023'],
  depth: 2,
  hasExactTimes: true,
  refused: [
    ['https://www.tiktok.com/messages', 'out-of-scope'],
    ['https://www.tiktok.com/setting', 'out-of-scope'],
    ['https://www.tiktok.com/login', 'page-needs-login'],
  ],
  also(journey) {
    it('keeps the largest file of its own video and what is said in it', async () => {
      const { url, thread } = journey().stand.setThread('tiktok', { seed: 45, reactions: 5 });
      const { capture } = await journey().captured(url);
      expect(capture.posts).toHaveLength(1);
      expect(capture.posts[0]?.media[0]).toMatchObject({ state: 'kept', kind: 'video' });
      const asked = journey().stand.requests.filter(({ path, isExtension }) => isExtension && path.includes(`${thread.post.id}/`));
      expect(asked.map(({ path }) => path.split('/').at(-1))).toEqual([expect.stringMatching(/^groot\.mp4/)]);
    });

    it('keeps every photo of a photo post', async () => {
      const { url } = journey().stand.setThread('tiktok', { seed: 46, reactions: 3, photos: 3 });
      const { capture } = await journey().captured(url);
      expect(capture.posts[0]?.media.map(({ state, kind }) => [state, kind])).toEqual(
        Array.from({ length: 3 }, () => ['kept', 'image']),
      );
    });

    it('says that nobody can comment where comments are turned off (R5)', async () => {
      const { url } = journey().stand.setThread('tiktok', { seed: 47, reactions: 0, repliesAllowed: false });
      const { capture } = await journey().captured(url);
      expect(capture.replies.possible).toBe('no');
      expect(capture.reactions).toEqual([]);
    });
  },
});
