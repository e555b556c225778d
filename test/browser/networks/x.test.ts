/** X on the stand: whole threads, its layouts and languages, and what a post of the account can hold. */
import { expect, it } from 'vitest';
import { networkSuite } from './suite.ts';

networkSuite('x', {
  layouts: ['x-2026', 'x-2023'],
  depth: 4,
  hasExactTimes: true,
  refused: [
    ['https://x.com/messages', 'out-of-scope'],
    ['https://x.com/notifications', 'out-of-scope'],
    ['https://x.com/settings/account', 'out-of-scope'],
    ['https://x.com/login', 'page-needs-login'],
  ],
  also(journey) {
    it('keeps of a profile the film as its still picture, the GIF as its file, and card and poll as what they say', async () => {
      journey().stand.setThread('x', { seed: 45, reactions: 3 });
      const { capture } = await journey().captured('https://x.com/minvoorbeeld');
      const media = capture.posts.flatMap((post) => post.media);
      const [film, gif, card, poll] = ['video', 'gif', 'card', 'poll'].map((kind) => media.find((each) => each.kind === kind));
      expect(film).toBeDefined();
      expect(gif).toMatchObject({ state: 'kept' });
      expect(card).toMatchObject({ state: 'text', text: expect.stringContaining('Alles over het nieuwe loket') });
      expect(poll).toMatchObject({ state: 'text', text: expect.stringContaining('Ochtend') });
      expect(capture.posts.some(({ repostedBy }) => repostedBy !== undefined)).toBe(true);
    });
  },
});
