import { describe, expect, it } from 'vitest';
import { networkSuite } from './suite.ts';

networkSuite('threads', {
  layouts: ['2026', 'region'],
  depth: 4,
  hasExactTimes: true,
  refused: [
    ['https://www.threads.com/messages', 'out-of-scope'],
    ['https://www.threads.com/settings/account', 'out-of-scope'],
    ['https://www.threads.com/login', 'page-needs-login'],
  ],
  also: (journey) => {
    describe('of its own', () => {
      it('counts the answers that are hidden, and takes no stranger’s post from below', async () => {
        const { url, truth } = journey().stand.setThread('threads', { seed: 45, reactions: 30, hidden: 4 });
        const { capture } = await journey().captured(url);
        expect(capture.reactions).toHaveLength(truth.reactions.length);
        expect(capture.completeness.reasons).toContainEqual({ code: 'gap-hidden-by-network', detail: { count: 4 } });
      });

      it('keeps of a profile the account’s posts, and what it republished as that (R13)', async () => {
        journey().stand.setThread('threads', { seed: 47, reactions: 3 });
        const { capture } = await journey().captured('https://www.threads.com/@minvoorbeeld');
        expect(capture.posts.map(({ kind }) => kind).filter((kind) => kind === 'herpublicatie')).toHaveLength(1);
        expect(capture.posts).toHaveLength(9);
      });
    });
  },
});
