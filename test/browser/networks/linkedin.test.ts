/** LinkedIn's three front ends on the stand. People there are invented. */
import { setTimeout } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { safeguard } from '../../../scripts/drive.ts';
import { scanFile } from '../../leaks/scan.ts';
import { needlesOf, shape, trueShape } from '../journey.ts';
import { networkSuite } from './suite.ts';

networkSuite('linkedin', {
  layouts: ['sdui', 'classic'],
  depth: 2,
  hasExactTimes: true,
  refused: [
    ['https://www.linkedin.com/messaging/thread/2-abc/', 'out-of-scope'],
    ['https://www.linkedin.com/mypreferences/d/', 'out-of-scope'],
    ['https://www.linkedin.com/login', 'page-needs-login'],
    ['https://www.linkedin.com/authwall?trk=stand', 'page-needs-login'],
  ],
  also(journey) {
    it('gives a guest the ten comments there are, and says that the rest is for members', async () => {
      const here = journey();
      const { url, truth } = here.stand.setThread('linkedin', {
        seed: 51,
        reactions: 40,
        replyShare: 0.2,
        layout: 'guest',
        signedIn: false,
      });
      const { capture, file } = await here.captured(url);
      const comments = truth.reactions.filter(({ parent }) => parent === truth.post.id).slice(0, 10);
      expect(capture.adapter.layout).toBe('linkedin-guest');
      expect(shape(capture).map(({ second }) => second)).toEqual(comments.map(({ time }) => time.slice(0, 19)));
      expect(capture.completeness).toMatchObject({ state: 'TEKORT', displayed: 40, captured: 10 });
      expect(capture.completeness.reasons).toContainEqual({ code: 'gap-needs-login', detail: { count: 30 } });
      expect(capture.completeness.reasons.map(({ code }) => code)).toContain('not-logged-in');
      expect(scanFile(file, needlesOf(truth))).toEqual([]);
    });

    it('reads along with the person at the wheel where only the wheel brings more', { timeout: 240_000 }, async () => {
      const here = journey();
      const { url, truth } = here.stand.setThread('linkedin', { seed: 52, reactions: 70, replyShare: 0.2, layout: 'sdui-wheel' });
      const page = await here.open(url);
      const capturing = safeguard(here.browser, page, { out: here.out });
      const ended = capturing.then(
        () => true,
        () => true,
      );
      await page.mouse.move(600, 400);
      // a person who goes on reading
      do await page.mouse.wheel(0, 900);
      while (!(await Promise.race([ended, setTimeout(700, false)])));
      const { capture } = await capturing;
      await page.close();
      expect(capture.reactions.length).toBe(truth.reactions.length);
      expect(shape(capture)).toEqual(trueShape(truth));
      expect(capture.completeness.state).toBe('OK');
    });

    it('gives the page of the organisation: its own updates, what it shared of others (R13) and what it quoted', async () => {
      const here = journey();
      here.stand.setThread('linkedin', { seed: 53, reactions: 5 });
      const { capture } = await here.captured('https://www.linkedin.com/company/minvoorbeeld/posts/');
      expect(capture.profile).toMatchObject({ followers: '203.624', links: ['https://voorbeeldzaken.example/'] });
      expect(capture.posts.map(({ kind }) => kind)).toEqual([
        'bericht',
        'herpublicatie',
        'citaatbericht',
        'bericht',
        'bericht',
        'bericht',
      ]);
      expect(capture.posts[1]?.author).not.toBe(capture.accountKey);
      expect(capture.posts[2]?.quote).toMatchObject({ isThirdParty: true });
    });
  },
});
