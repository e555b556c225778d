/** F7: a post with very many pictures; everybody is invented. */
import { expect, it, vi } from 'vitest';
import { createPeople } from '../../../../lib/platforms/people.ts';
import { x } from '../../../../lib/platforms/x/index.ts';

const url = new URL('https://x.com/minvoorbeeld/status/1900000000000000001');
const photo = (at: number) =>
  `<a href="/minvoorbeeld/status/1900000000000000001/photo/${at}"><div data-testid="tweetPhoto"><img src="https://pbs.twimg.com/media/F${at}?format=jpg&name=small"></div></a>`;
const page = (photos: number) =>
  new DOMParser().parseFromString(
    `<main><article data-testid="tweet"><div data-testid="User-Name"><a href="/minvoorbeeld">Ministerie</a><a href="/minvoorbeeld">@minvoorbeeld</a>
    <a href="${url.pathname}"><time datetime="2026-04-03T10:54:04.000Z">3 apr</time></a></div>${Array.from({ length: photos }, (_none, at) => photo(at + 1)).join('')}</article></main>`,
    'text/html',
  );

function comparisons(photos: number): number {
  const [place] = x.find(page(photos), url);
  if (!place) throw new Error('no post found');
  const compare = vi.spyOn(Node.prototype, 'contains');
  const { item } = x.read(place, place.element.ownerDocument, url, createPeople());
  const asked = compare.mock.calls.length;
  compare.mockRestore();
  expect(item.media).toHaveLength(photos);
  return asked;
}

it('compares no picture of a post with each of the others', () => {
  expect(comparisons(400)).toBeLessThan(comparisons(100) * 5);
});
