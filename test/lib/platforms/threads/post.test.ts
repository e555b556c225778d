/** Own page in the structure of Threads', with everybody invented: a series, answers to answers, a quote, strangers below. */
import { describe, expect, it } from 'vitest';
import { threads } from '../../../../lib/platforms/threads/index.ts';
import { ownFixture, parse, readPage, unmarkedTexts } from '../pages.ts';

const address = 'https://www.threads.com/@gemproefstad/post/DUynx8jNnUH';

interface Post {
  readonly by: string;
  readonly code: string;
  readonly text: string;
  readonly inside?: string;
  readonly goesOn?: boolean;
  readonly isQuoted?: boolean;
}
const counts = (...numbers: readonly (string | undefined)[]) =>
  numbers
    .map(
      (number) => `<div><div role="button"><div><svg></svg><span dir="auto"><span>${number ?? ''}</span></span></div></div></div>`,
    )
    .join('');

/** One post as Threads draws it. */
function post({ by, code, text, inside = '', goesOn, isQuoted }: Post): string {
  const avatar = `<img height="36" width="36" alt="Profielfoto van ${by}" src="https://scontent.cdninstagram.com/v/t51.2885-19/${by.length}44455566_n.jpg">`;
  return `<div><div data-pressable-container="true"><div><div><div><a href="/@${by}" role="link"><div>${avatar}</div></a></div></div>
<div><div><span><a href="/@${by}" role="link"><span dir="auto" translate="no"><span>${by}</span></span></a></span><div><span dir="auto"><a href="/@${by}/post/${code}" role="link"><time datetime="2026-02-15T19:52:14.000Z"><span>59m</span></time></a></span></div></div><div><div role="button" aria-haspopup="menu"><svg></svg></div></div></div>
<div><div>${
    text
      ? `<div>${text
          .split('\n\n')
          .map((words) => `<span dir="auto"><span>${words}</span></span>`)
          .join('')}</div>`
      : ''
  }${inside}${isQuoted ? '' : `<div><div>${counts('9', '5', '', undefined)}</div></div>`}</div></div>${goesOn ? '<div><div></div></div>' : ''}</div></div></div>`;
}

const quoted = post({ by: 'derde.krant', code: 'DUt0tOvokvA', text: 'Aangehaald bericht', isQuoted: true });
const photo =
  '<div><div><picture><img alt="Brug" src="https://scontent.cdninstagram.com/v/t51.82787-15/1_n.jpg"></picture></div></div>';
const block = (index: number, ...posts: string[]) => `<div data-pagelet="threads_post_page_${index}">${posts.join('')}</div>`;
const posts = [
  block(
    0,
    post({
      by: 'gemproefstad',
      code: 'DUynx8jNnUH',
      text: 'Nieuwe brug 🌉\n\nMet <a href="/@bouwer.proef">@bouwer.proef</a>. <a href="https://l.threads.com/?u=https%3A%2F%2Fvoorbeeld.nl%2Fbrug">voorbeeld.nl</a>',
      inside: photo,
      goesOn: true,
    }),
    post({ by: 'gemproefstad', code: 'DUynx8jNnUI', text: 'En dit is het vervolg.' }),
  ),
  '<div><div role="button" aria-haspopup="menu">Populair</div><div role="button">Activiteit bekijken<svg></svg></div></div>',
  block(
    1,
    post({ by: 'mies.kwartel', code: 'DUynx8jNnUJ', text: 'Mooi!', goesOn: true }),
    post({ by: 'gemproefstad', code: 'DUynx8jNnUK', text: 'Dank je.' }),
    '<div><div role="button"><span dir="auto">Nog 3 antwoorden bekijken</span></div></div>',
  ),
  block(2, post({ by: 'teun.spreeuw', code: 'DUynx8jNnUL', text: '', inside: quoted })),
  '<div><div role="button"><svg></svg><span dir="auto">4 verborgen antwoorden</span></div></div>',
  `<div><h2>Gerelateerde threads</h2>${post({ by: 'vreemde.vogel', code: 'DUynx8jNnUM', text: 'Ik hoor hier niet' })}</div>`,
].join('\n');
const html = ownFixture('threads/post-nl.html').replace('POSTS', posts);
const reading = readPage(html, address);
const handleOf = (author: number | undefined) => reading.people[author!]?.handle;

describe('a post on Threads with its answers', () => {
  it('gives the post with what its writer added, the answers, and no stranger from below or from the page before', () => {
    expect(reading.items.map(({ kind, id, author, parent }) => [kind, id, handleOf(author), parent?.id, parent?.method])).toEqual([
      ['post', 'DUynx8jNnUH', 'gemproefstad', undefined, undefined],
      ['post', 'DUynx8jNnUI', 'gemproefstad', 'DUynx8jNnUH', 'chain'],
      ['reaction', 'DUynx8jNnUJ', 'mies.kwartel', 'DUynx8jNnUH', 'position'],
      ['reaction', 'DUynx8jNnUK', 'gemproefstad', 'DUynx8jNnUJ', 'chain'],
      ['reaction', 'DUynx8jNnUL', 'teun.spreeuw', 'DUynx8jNnUH', 'position'],
    ]);
  });

  it('gives paragraphs, mentions, real addresses, pictures, numbers and moments', () => {
    expect(reading.items[0]).toMatchObject({
      text: 'Nieuwe brug 🌉\n\nMet @bouwer.proef. voorbeeld.nl',
      links: ['https://voorbeeld.nl/brug'],
      media: [{ kind: 'image', alt: 'Brug' }],
      counts: { likes: '9', replies: '5' },
      times: { shown: '59m', markup: '2026-02-15T19:52:14.000Z', fromId: '2026-02-15T19:52:13.087Z' },
      url: address,
    });
    expect(reading.items[0]!.mentions.map(handleOf)).toEqual(['bouwer.proef']);
  });

  it('keeps a quoted post apart from the answer that quotes it', () => {
    const { text, quote } = reading.items[4]!;
    expect([text, handleOf(quote?.author), quote?.text]).toEqual(['', 'derde.krant', 'Aangehaald bericht']);
  });

  it('tells what the page says: numbers, who is signed in, what is hidden', () => {
    expect(reading.facts).toMatchObject({
      layout: 'threads-pagelets',
      displayedReactions: 5,
      isLoggedIn: true,
      replies: { possible: 'yes' },
      gaps: [{ kind: 'hidden-by-network', count: 4 }],
    });
    expect(reading.people.filter(({ isEmployee }) => isEmployee).map(({ handle }) => handle)).toEqual(['medewerker.kantoor']);
    expect(reading.people.find(({ handle }) => handle === 'verborgen.ganzerik')).toMatchObject({
      name: 'Vera Ganzerik',
      ids: ['99887766554433'],
    });
  });

  it('opens only the button with more answers', () => {
    const buttons = threads.unfold.controls.flatMap(({ selector, label }) =>
      [...reading.page.querySelectorAll(selector)]
        .map((element) => element.textContent)
        .filter((words) => !label || label.test(words)),
    );
    expect(buttons).toEqual(['Nog 3 antwoorden bekijken']);
  });

  it('leaves no place where anybody stands unmarked', () => {
    const handles = reading.people.flatMap(({ handle, name }) => [handle!, ...(name ? [name] : [])]);
    for (const text of unmarkedTexts(reading)) for (const form of handles) expect(text).not.toContain(form);
  });

  it('reads on where the server drew the page without blocks, by its lines', () => {
    const plain = readPage(html.replaceAll(/ data-pagelet="[^"]*"/g, ''), address);
    expect(plain.items.map(({ id, parent }) => [id, parent?.method])).toEqual([
      ['DUynx8jNnUH', undefined],
      ['DUynx8jNnUI', 'chain'],
      ['DUynx8jNnUJ', 'position'],
      ['DUynx8jNnUK', 'chain'],
      ['DUynx8jNnUL', 'position'],
    ]);
  });
});

describe('addresses of Threads', () => {
  it.each([
    ['/@gemproefstad/post/DUynx8jNnUH', 'post'],
    ['/@gemproefstad/post/DUynx8jNnUH/media', 'post'],
    ['/@gemproefstad/post/DUynx8jNnUH/likes', 'private'],
    ['/t/DUynx8jNnUH', 'post'],
    ['/@gemproefstad', 'profile'],
    ['/@gemproefstad/replies', 'profile'],
    ['/messages', 'direct-messages'],
    ['/settings/account', 'private'],
    ['/login', 'login'],
    ['/', 'private'],
    ['/search', 'other'],
  ])('%s is %s', (path, kind) => {
    expect(threads.pageKind(parse(''), new URL(path, 'https://www.threads.com'))).toBe(kind);
  });
});
