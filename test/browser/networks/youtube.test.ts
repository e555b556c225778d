/** YouTube on the stand. People there are invented. */
import { expect, it } from 'vitest';
import { scanFile } from '../../leaks/scan.ts';
import type { ThreadParams } from '../../stand/thread-model.ts';
import { needlesOf, shape, trueShape } from '../journey.ts';
import type { Journey } from '../journey.ts';
import { networkSuite } from './suite.ts';

const withoutTimes = (items: ReturnType<typeof shape>) => items.map(({ isOwn, parent }) => ({ isOwn, parent }));

networkSuite('youtube', {
  layouts: ['subthreads'],
  depth: 4,
  hasExactTimes: false,
  lacksFilm: true,
  refused: [
    ['https://www.youtube.com/feed/history', 'out-of-scope'],
    ['https://www.youtube.com/account', 'out-of-scope'],
    ['https://studio.youtube.com/', 'out-of-scope'],
    ['https://www.youtube.com/signin', 'page-needs-login'],
  ],
  also(journey) {
    // before 2026 all answers of a conversation stand in one list, so no deeper than two
    const flat: ThreadParams = { seed: 42, reactions: 60, replyShare: 0.4, maxDepth: 2 };
    const asked = async (params: ThreadParams, address: (url: string) => string, run: Journey = journey()) => {
      const { url, truth } = run.stand.setThread('youtube', params);
      return { ...(await run.captured(address(url))), truth };
    };

    it.each(['replies', 'renderer'])('reads the older layout "%s" as well', async (layout) => {
      const { capture, file, truth } = await asked({ ...flat, layout }, (url) => url);
      expect(withoutTimes(shape(capture))).toEqual(withoutTimes(trueShape(truth) as ReturnType<typeof shape>)); // the same fields
      expect(capture.completeness.reasons).toEqual([{ code: 'media-missing', detail: { count: 1 } }]);
      expect(scanFile(file, needlesOf(truth))).toEqual([]);
    });

    it.each([
      ['a Short, in the panel that a button opens', (url: string) => url.replace('watch?v=', 'shorts/')],
      ['a community post', (url: string) => url.replace('watch?v=', 'post/Ugkx')],
    ])('finds the reactions of %s', async (_, address) => {
      const { capture, file, truth } = await asked({ ...flat, maxDepth: 4 }, address);
      expect(withoutTimes(shape(capture))).toEqual(withoutTimes(trueShape(truth) as ReturnType<typeof shape>)); // idem
      expect(capture.completeness.reasons.filter(({ code }) => code !== 'media-missing')).toEqual([]);
      expect(scanFile(file, needlesOf(truth))).toEqual([]);
    });

    it('keeps the still picture and says that the film itself is not there', async () => {
      const { capture } = await asked({ ...flat, reactions: 3 }, (url) => url);
      const media = capture.posts[0]?.media ?? [];
      expect(media.map(({ kind }) => kind)).toContain('video');
      expect(media.some(({ state }) => state === 'missing')).toBe(true);
      expect(capture.posts[0]?.text).toContain('#');
    });

    it('takes over a channel: who it is and its own posts, and no videos of others', async () => {
      const { capture, file, truth } = await asked({ seed: 45 }, () => 'https://www.youtube.com/@minvoorbeeld');
      expect(capture.profile).toMatchObject({ followers: '12.345', postCount: '345' });
      expect(capture.posts).toHaveLength(6);
      expect(scanFile(file, needlesOf(truth))).toEqual([]);
    });
  },
});
