/** What the page's own answers add to what the page shows; people and texts are invented. */
import { describe, expect, it } from 'vitest';
import { tiktok } from '../../../../lib/platforms/tiktok/index.ts';
import { ownFixture, readPage } from '../pages.ts';

const address = 'https://www.tiktok.com/@proefstad/video/7433000000000000000';
const page = new URL(address);
const { answers } = tiktok;
const isOne = (text: string) => answers!.isOne(new URL(text), page);

it('asks again only what this page asked its own site for this post', () => {
  expect(isOne('https://www.tiktok.com/api/comment/list/?aweme_id=7433000000000000000&cursor=0')).toBe(true);
  expect(isOne('https://www.tiktok.com/api/comment/list/reply/?item_id=7433000000000000000&comment_id=7')).toBe(true);
  expect(isOne('https://www.tiktok.com/api/comment/list/?aweme_id=7433000000000000001')).toBe(false);
  expect(isOne('https://www.tiktok.com/api/comment/publish/?aweme_id=7433000000000000000')).toBe(false);
  expect(isOne('https://elders.example/api/comment/list/?aweme_id=7433000000000000000')).toBe(false);
});

const comment = (cid: string, unique_id: string, text: string, more = {}) => ({
  cid,
  text,
  create_time: 1_730_650_000 + Number(cid),
  reply_id: '0',
  reply_to_reply_id: '0',
  user: { uid: `60${cid}`, unique_id, nickname: unique_id },
  ...more,
});

describe('the answers', () => {
  const reading = readPage(ownFixture('tiktok/video-detail-tr.html'), address);
  const ids = reading.items.filter(({ kind }) => kind === 'reaction').map(({ id }) => id);
  const first = {
    comments: [
      comment('11', 'wies.v', 'Goed zo', { reply_comment: [comment('12', 'bas_b', 'Nee', { reply_id: '11' })] }),
      comment('14', 'WIES.V', 'Goed  zo!'),
    ],
  };
  const second = {
    comments: [
      comment('12', 'bas_b', 'Nee', { reply_id: '11' }),
      comment('13', 'proefstad', 'Dank, @Wies Vogel', { reply_id: '11', reply_to_reply_id: '12' }),
    ],
  };
  const facts = answers!.facts([first, undefined, second], page);

  it('are found by who said what in which thread, the second time apart from the first', () => {
    expect(ids.slice(0, 4).map((id) => facts.get(id)?.id)).toEqual(['11', '12', '13', '14']);
    expect(facts.size).toBe(4);
  });

  it('tell the exact moment and who is answered', () => {
    expect(facts.get(ids[2]!)).toMatchObject({
      parentId: '12',
      createdAt: new Date(1_730_650_013_000).toISOString(),
      account: { handle: 'proefstad', ids: ['6013'] },
    });
    expect(facts.get(ids[1]!)?.parentId).toBe('11');
    expect(facts.get(ids[0]!)?.parentId).toBe('7433000000000000000');
  });

  it('give nothing when they are something else', () => {
    for (const wrong of [[], [null], [{ comments: 'geen' }], [{ comments: [{ cid: 'x', user: null }, 7] }], ['tekst']]) {
      expect(answers!.facts(wrong, page).size).toBe(0);
    }
  });
});
