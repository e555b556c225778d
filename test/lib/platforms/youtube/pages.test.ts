/** YouTube's layouts of several years, in small pages of our own. People and texts are invented. */
import { describe, expect, it } from 'vitest';
import { adapterFor } from '../../../../lib/platforms/registry.ts';
import { ownFixture, parse, readPage, unmarkedTexts } from '../pages.ts';

const address = 'https://www.youtube.com/watch?v=brug0000001';
const html = ownFixture('youtube/watch-2026-nl.html');
const fresh = (body: string, url = address) => readPage(`<html lang="nl"><body>${body}</body></html>`, url);

const oldComment = (id: string, name: string, channel: string, text: string) =>
  `<ytd-comment-renderer id="comment"><div id="author-thumbnail"><a href="/channel/${channel}"><img alt="${name}" src="https://yt3.ggpht.com/a/gezicht${id}=s48"></a></div><a id="author-text" href="/channel/${channel}"><span>${name}</span></a><yt-formatted-string class="published-time-text above-comment"><a href="/watch?v=brug0000001&amp;lc=${id}">3 gün önce</a></yt-formatted-string><yt-formatted-string id="content-text">${text}</yt-formatted-string><span id="vote-count-middle">9</span></ytd-comment-renderer>`;

describe('a video of today, with threads in threads', () => {
  const reading = readPage(html, address);
  const byId = (id: string) => reading.items.find((item) => item.id === id)!;

  it('gives the video and every reaction once, each under the one it answers', () => {
    expect(reading.items.map(({ id, kind, parent }) => [id, kind, parent?.id])).toEqual([
      ['brug0000001', 'post', undefined],
      ['UgAaaaaaaa', 'reaction', 'brug0000001'],
      ['UgBbbbbbbb', 'reaction', 'brug0000001'],
      ['9Cccccccc', 'reaction', 'UgBbbbbbbb'],
      ['9Dddddddd', 'reaction', '9Cccccccc'],
    ]);
  });

  it('takes title and description for what was said, with its moment, still picture and subtitles', () => {
    expect(byId('brug0000001')).toMatchObject({
      text: 'Plan voor de brug\n\nMet dank aan @wiesvogelaar. Meer op https://proefstad.example/br... #brug',
      isTruncated: true,
      times: { shown: '2 dagen geleden (18 nov 2026)', markup: '2026-11-18T08:00:00.000Z' },
      counts: { likes: '1.234', views: '12.345' },
      links: ['https://proefstad.example/brug'],
      hashtags: ['brug'],
      media: [
        {
          kind: 'video',
          poster: 'https://i.ytimg.com/vi/brug0000001/maxresdefault.jpg',
          captions: 'https://www.youtube.com/api/timedtext?v=brug0000001&lang=nl&fmt=vtt',
        },
      ],
    });
  });

  it('reads text, time, pin and the mark of an edit by structure', () => {
    expect(byId('UgBbbbbbbb')).toMatchObject({
      text: 'Mooi 🙂\nWanneer?',
      times: { shown: '1 dag geleden (bewerkt)', edited: 'bewerkt' },
    });
    expect(byId('UgAaaaaaaa')).toMatchObject({ isPinned: true, counts: { likes: '3' } });
    expect(byId('9Dddddddd').author).toBe(reading.facts.account);
    expect(byId('UgAaaaaaaa').author).toBe(reading.facts.account);
  });

  it('knows how many there are, in which order, and that one was taken away', () => {
    expect(reading.facts).toMatchObject({
      layout: 'youtube-2026',
      displayedReactions: 1005,
      sortOrder: 'Topreacties',
      unavailableItems: 1,
      isLoggedIn: true,
      replies: { possible: 'yes', evidence: 'composer' },
    });
  });

  it('knows everybody: who is signed in, whom the data hides, whose video stands beside it', () => {
    const employees = reading.people.filter(({ isEmployee }) => isEmployee);
    expect(employees.flatMap(({ name }) => name ?? [])).toContain('Wilma Toetsenbord');
    expect(employees.flatMap(({ handle }) => handle ?? [])).toEqual(['wtoetsenbord']);
    expect(employees.flatMap(({ avatars }) => avatars)).toContain('https://yt3.ggpht.com/medewerker99=s88');
    expect(reading.people.map(({ handle }) => handle)).toContain('verborgenvogel');
    expect(reading.people.map(({ name }) => name)).toContain('Zender Zeemeeuw');
  });

  it('marks every place where somebody stands', () => {
    for (const text of unmarkedTexts(reading)) expect(text).not.toMatch(/wiesvogelaar|boukekraanvogel|Vastgezet door/u);
  });
});

it('reads the elements of until 2024: names and ids of channels, answers in one list, whatever the language', () => {
  const replies = `<div id="replies"><ytd-comment-replies-renderer><div id="expander-contents"><div id="contents">${oldComment('UgEeeeeeee.9Ffffffff', 'Gemeente Proefstad', 'UCproefstad00000000000', 'Dank')}</div></div></ytd-comment-replies-renderer></div>`;
  const data = `<script>var ytInitialData = {"a":{"text":"Gemeente Proefstad","navigationEndpoint":{"browseEndpoint":{"browseId":"UCproefstad00000000000","canonicalBaseUrl":"/@gemproefstad"}}}};</script>`;
  const reading = fresh(
    `${data}<ytd-watch-flexy><ytd-video-primary-info-renderer><h1 class="title"><yt-formatted-string>Köprü</yt-formatted-string></h1><div id="info-strings"><yt-formatted-string>18 Kas 2026</yt-formatted-string></div></ytd-video-primary-info-renderer><ytd-video-secondary-info-renderer><ytd-video-owner-renderer><ytd-channel-name id="channel-name"><a href="/channel/UCproefstad00000000000">Gemeente Proefstad</a></ytd-channel-name></ytd-video-owner-renderer><ytd-expander><div id="description"><yt-formatted-string class="content">Uit 2021</yt-formatted-string></div></ytd-expander></ytd-video-secondary-info-renderer></ytd-watch-flexy>
    <ytd-comments><ytd-comment-thread-renderer>${oldComment('UgEeeeeeee', 'Wies Vogelaar', 'UCwies0000000000000000', 'Güzel')}${replies}</ytd-comment-thread-renderer></ytd-comments>`,
  );
  expect(reading.items.map(({ id, text, parent }) => [id, text, parent?.id])).toEqual([
    ['brug0000001', 'Köprü\n\nUit 2021', undefined],
    ['UgEeeeeeee', 'Güzel', 'brug0000001'],
    ['9Ffffffff', 'Dank', 'UgEeeeeeee'],
  ]);
  expect(reading.people[reading.facts.account!]).toMatchObject({ handle: 'gemproefstad', name: 'Gemeente Proefstad' });
  expect(reading.items[2]!.author).toBe(reading.facts.account);
  expect(reading.people[reading.items[1]!.author!]).toMatchObject({
    name: 'Wies Vogelaar',
    ids: expect.arrayContaining(['UCwies0000000000000000']) as unknown,
  });
});

describe('what a page says of reactions', () => {
  const watch =
    '<ytd-watch-flexy><ytd-watch-metadata><h1>Brug</h1><div id="owner"><a id="channel-name" href="/@gemproefstad">Gemeente Proefstad</a></div></ytd-watch-metadata></ytd-watch-flexy>';

  it.each(['Reacties zijn uitgeschakeld.', 'Yorumlar kapalı.'])('is "no" where they are off: %s', (words) => {
    const off = `<ytd-comments><div id="contents"><ytd-message-renderer><yt-formatted-string id="message">${words} <a href="//support.google.com/youtube/answer/9706180">?</a></yt-formatted-string></ytd-message-renderer></div></ytd-comments>`;
    expect(fresh(watch + off).facts).toMatchObject({ replies: { possible: 'no', evidence: 'comments-off' } });
  });

  it('is a gap, and no "no", where this mode does not show them', () => {
    const hidden = '<ytd-comments><ytd-message-renderer>Kısıtlı Mod</ytd-message-renderer></ytd-comments>';
    expect(fresh(watch + hidden).facts).toMatchObject({ replies: { possible: 'unknown' }, gaps: [{ kind: 'hidden-by-network' }] });
  });

  it('is "unknown" before the page has drawn their place, and "yes" when it waits to be scrolled to', () => {
    expect(fresh(watch).facts.replies).toEqual({ possible: 'unknown', evidence: 'comments-not-loaded' });
    const waiting = '<ytd-comments><ytd-continuation-item-renderer></ytd-continuation-item-renderer></ytd-comments>';
    expect(fresh(watch + waiting).facts.replies).toEqual({ possible: 'yes', evidence: 'comments-section' });
    expect(fresh(watch + waiting).facts.displayedReactions).toBeUndefined();
  });

  it('has a note where a live chat stands, which is no list of reactions', () => {
    expect(fresh(`${watch}<ytd-live-chat-frame id="chat"></ytd-live-chat-frame>`).facts.notes).toEqual(['youtube-live-chat']);
  });
});

it('reads a community post with its picture and poll, and no shared post of somebody else as its own', () => {
  const reading = fresh(
    `<ytd-backstage-post-renderer><div id="author-thumbnail"><a href="/@gemproefstad"><img src="https://yt3.ggpht.com/stadswapen1=s88"></a></div><a id="author-text" href="/@gemproefstad"><span>Gemeente Proefstad</span></a><yt-formatted-string id="published-time-text"><a href="/post/UgkxPost0001">1 uur geleden</a></yt-formatted-string><yt-formatted-string id="content-text">Kies mee</yt-formatted-string><ytd-backstage-image-renderer><img src="https://yt3.ggpht.com/postbeeld1=s640-nd-v1"></ytd-backstage-image-renderer><ytd-backstage-poll-renderer><div class="choice-text">Groen</div><div class="choice-text">Blauw</div></ytd-backstage-poll-renderer><span id="vote-count-middle">7</span></ytd-backstage-post-renderer>`,
    'https://www.youtube.com/post/UgkxPost0001',
  );
  expect(reading.items).toHaveLength(1);
  expect(reading.items[0]).toMatchObject({
    id: 'UgkxPost0001',
    text: 'Kies mee',
    counts: { likes: '7' },
    media: [
      { kind: 'image', url: 'https://yt3.ggpht.com/postbeeld1=s0' },
      { kind: 'poll', text: 'Groen\nBlauw' },
    ],
  });
});

it.each([
  ['https://www.youtube.com/watch?v=brug0000001&t=5', 'post'],
  ['https://www.youtube.com/shorts/brug0000001', 'post'],
  ['https://www.youtube.com/live/brug0000001', 'post'],
  ['https://m.youtube.com/watch?v=brug0000001', 'post'],
  ['https://www.youtube.com/@gemproefstad', 'profile'],
  ['https://www.youtube.com/channel/UCproefstad00000000000/videos', 'profile'],
  ['https://www.youtube.com/channel/UCproefstad00000000000/community?lb=UgkxPost0001', 'post'],
  ['https://www.youtube.com/', 'other'],
  ['https://www.youtube.com/feed/history', 'private'],
  ['https://www.youtube.com/account', 'private'],
  ['https://www.youtube.com/playlist?list=WL', 'private'],
  ['https://studio.youtube.com/channel/UCx', 'private'],
  ['https://www.youtube.com/signin', 'login'],
])('tells what %s is', (where, kind) => {
  const page = parse('');
  const url = new URL(where);
  const adapter = adapterFor(page, url);
  expect([adapter.platform, adapter.pageKind(page, url)]).toEqual(['youtube', kind]);
});

it('is not taken in by a look-alike host', () => {
  expect(adapterFor(parse(html), new URL('https://www.youtube.com.elders.example/watch?v=brug0000001')).platform).toBe('other');
});

it('does not fall over a page that shadows what it looks with', () => {
  const traps = ['querySelector', 'children', 'textContent', 'closest']
    .map((name) => `<form name="${name}"><input name="${name}"></form>`)
    .join('');
  const reading = readPage(html.replace('<body>', `<body>${traps}`).replaceAll('lc=UgBbbbbbbb"', 'lc=../../__proto__"'), address);
  expect(reading.items.map(({ id }) => id)).toEqual(['brug0000001', 'UgAaaaaaaa', '9Cccccccc', '9Dddddddd']);
});
