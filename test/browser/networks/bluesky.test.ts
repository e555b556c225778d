/** Bluesky on the stand: a thread as a tree, more of it while it is scrolled, the last of it behind a button. */
import { expect, it } from 'vitest';
import { networkSuite } from './suite.ts';

networkSuite('bluesky', {
  layouts: ['2026', '2024'],
  depth: 4,
  hasExactTimes: true,
  refused: [
    ['https://bsky.app/messages', 'out-of-scope'],
    ['https://bsky.app/settings', 'out-of-scope'],
  ],
  also(journey) {
    it('keeps its own photo in full size', async () => {
      const { url } = journey().stand.setThread('bluesky', { seed: 45, reactions: 4 });
      const { capture } = await journey().captured(url);
      expect(capture.posts[0]?.media[0]).toMatchObject({ state: 'kept', kind: 'image' });
      expect(journey().stand.requests.some(({ path, isExtension }) => isExtension && path.includes('/feed_fullsize/'))).toBe(true);
    });

    it('counts what was deleted in between, and hangs nothing on the wrong parent', async () => {
      const { url } = journey().stand.setThread('bluesky', { seed: 46, reactions: 30, replyShare: 0.5, maxDepth: 4, deleted: 2 });
      const { capture } = await journey().captured(url);
      expect(capture.completeness.state).toBe('TEKORT');
      expect(capture.completeness.reasons).toContainEqual(
        expect.objectContaining({ code: 'unavailable-items', detail: { count: 2 } }),
      );
    });
  },
});
