import { describe, expect, it } from 'vitest';
import '../../../lib/platforms/registry.ts'; // all readers
import { chainOf } from '../../../lib/capture/chain.ts';
import { reactionsOn } from '../../../lib/capture/letter.ts';
import type { DraftItem } from '../../../lib/model/draft.ts';

const item = (id: string, parent?: string, kind: DraftItem['kind'] = 'reaction'): DraftItem => ({
  kind,
  id,
  times: {},
  media: [],
  counts: {},
  mentions: [],
  hashtags: [],
  links: [],
  ...(parent !== undefined && { parent: { id: parent, method: 'markup' } }),
});
const ids = (items: readonly DraftItem[]): string[] => items.map(({ id }) => id);

describe('what a letter answers', () => {
  const thread = [item('p', undefined, 'post'), item('a', 'p'), item('b', 'a'), item('c', 'p'), item('d', 'b'), item('e', 'weg')];

  it('is every reaction up to the post, in the order of the page', () => {
    expect(ids(chainOf(thread, 'd'))).toEqual(['p', 'a', 'b', 'd']);
    expect(ids(chainOf(thread, 'c'))).toEqual(['p', 'c']);
  });

  it('is at least the post, where the way up is not on the page', () => {
    expect(ids(chainOf(thread, 'e'))).toEqual(['p', 'e']);
  });

  it('ends, also when reactions answer each other in a circle', () => {
    expect(ids(chainOf([item('p', undefined, 'post'), item('x', 'y'), item('y', 'x')], 'x'))).toEqual(['p', 'x', 'y']);
  });

  it.each(['p', 'nergens'])('asks for a reaction: %s is none', (id) => {
    expect(() => chainOf(thread, id)).toThrow(expect.objectContaining({ code: 'nothing-found' }));
  });
});

const tweet = (
  id: string,
  name: string,
  handle: string,
  text: string,
) => `<div data-testid="cellInnerDiv"><article data-testid="tweet" tabindex="${id === '1' ? -1 : 0}">
    <div data-testid="User-Name"><a href="/${handle}"><span>${name}</span></a><a href="/${handle}"><span>@${handle}</span></a>
    <a href="/${handle}/status/${id}"><time datetime="2026-11-20T10:00:00.000Z">1 u</time></a></div>
    <div data-testid="tweetText" id="t${id}"><span>${text}</span></div></article></div>`;

const page = () => {
  document.body.innerHTML = `<main><div data-testid="primaryColumn"><section>${tweet('1', 'Ministerie', 'minvoorbeeld', 'Bericht')}${tweet('2', 'Fenna Kanariezoon', 'fenna_kz', 'Ik maak bezwaar')}${tweet('3', 'Zoë Öztürk', 'zoe_oz', 'Mooi')}</section></div></main>`;
  return document;
};

describe('the reactions to choose from', () => {
  // people are invented
  const url = new URL('https://x.com/minvoorbeeld/status/1');
  it('are those in the page, with who wrote them and how they begin', () => {
    expect(reactionsOn(page(), url)).toEqual([
      { item: '2', author: 'Fenna Kanariezoon @fenna_kz', text: 'Ik maak bezwaar' },
      { item: '3', author: 'Zoë Öztürk @zoe_oz', text: 'Mooi' },
    ]);
  });

  it('tell in which of them the user selected something', () => {
    const shown = page();
    const range = shown.createRange();
    range.selectNodeContents(shown.querySelector('#t3')!);
    shown.getSelection()?.removeAllRanges();
    shown.getSelection()?.addRange(range);
    expect(
      reactionsOn(shown, url)
        .filter(({ isPicked }) => isPicked)
        .map(({ item: id }) => id),
    ).toEqual(['3']);
  });

  it('tell which of them a link stands in: a reaction’s own address, not what stands in more of them', () => {
    const shown = page();
    const pickedBy = (link: string) => reactionsOn(shown, url, link).flatMap(({ item: id, isPicked }) => (isPicked ? [id] : []));
    expect(pickedBy(new URL('/fenna_kz/status/2', document.baseURI).href)).toEqual(['2']);
    shown.querySelector('#t3')!.innerHTML += '<a href="/fenna_kz">@fenna_kz</a>';
    expect(pickedBy(new URL('/fenna_kz', document.baseURI).href)).toEqual([]);
  });
});
