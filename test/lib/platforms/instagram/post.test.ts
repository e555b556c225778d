/** Own page in the structure of Instagram's, with everybody invented: a reel with answers, a GIF, hidden and elsewhere standing comments. */
import { describe, expect, it } from 'vitest';
import { instagram } from '../../../../lib/platforms/instagram/index.ts';
import { ownFixture, parse, readPage, unmarkedTexts } from '../pages.ts';

const address = 'https://www.instagram.com/gemproefstad/reel/DRQdFBNUoyi/';
const html = ownFixture('instagram/reel-signed-in-nl.html');
const reading = readPage(html, address);
const handleOf = (author: number | undefined) => reading.people[author!]?.handle;

describe('a reel on its own page', () => {
  it('is the post of its address, with its words, its maker and its moment by three ways', () => {
    const post = reading.items[0]!;
    expect(post).toMatchObject({
      kind: 'post',
      id: 'DRQdFBNUoyi',
      text: 'De nieuwe brug is open. Met dank aan @bouwer.proef #brug',
      hashtags: ['brug'],
      times: { shown: '2 d', markup: '2026-11-19T10:00:02.000Z', fromId: '2025-11-19T23:50:20.531Z' },
      counts: { likes: '1.204', replies: '9' },
    });
    expect(handleOf(post.author)).toBe('gemproefstad');
    expect(post.mentions.map(handleOf)).toEqual(['bouwer.proef']);
  });

  it('has the film that the page’s own data names, in its largest size', () => {
    expect(reading.items[0]!.media).toEqual([
      {
        kind: 'video',
        url: 'https://scontent.cdninstagram.com/o1/v/large.mp4',
        poster: 'https://scontent.cdninstagram.com/v/t51.71878-15/900100200_still_n.jpg?s=320',
      },
    ]);
  });

  it('has only the still picture of a film where the data does not name it', () => {
    const bare = readPage(html.replaceAll('video_versions', 'iets_anders').replaceAll('image_versions2', 'weg'), address);
    expect(bare.items[0]!.media).toEqual([
      { kind: 'video', poster: 'https://scontent.cdninstagram.com/v/t51.71878-15/900100200_still_n.jpg' },
    ]);
  });

  it('gives the comments in page order, each under the one it answers', () => {
    const comments = reading.items.slice(1);
    expect(comments.map(({ author, text, parent }) => [handleOf(author), text, parent?.id])).toEqual([
      ['mies.kwartel', 'Mooi geworden 👏', 'DRQdFBNUoyi'],
      ['gemproefstad', '@mies.kwartel Dank je wel!', '17900000000000001'],
      ['gif.sturend', '', 'DRQdFBNUoyi'],
      ['teun_spreeuw7', 'Te laat 😡', 'DRQdFBNUoyi'],
    ]);
    expect(comments[0]!.counts).toEqual({ likes: '12' });
    expect(comments[1]!.times.markup).toBe('2026-11-19T11:05:00.000Z');
    expect(comments[2]!.media).toMatchObject([{ kind: 'gif' }]);
    expect(comments[2]!.id).toMatch(/^zonder-adres-[0-9a-f]+$/);
  });

  it('tells what cannot be had: hidden comments, and those on Facebook', () => {
    expect(reading.facts).toMatchObject({
      displayedReactions: 9,
      isLoggedIn: true,
      replies: { possible: 'yes' },
      gaps: [{ kind: 'hidden-by-network' }, { kind: 'on-another-network', count: 3 }],
    });
  });

  it('takes a comment that is drawn twice once, and nothing of its second row for the post’s own', () => {
    const page = parse(html);
    const link = page.querySelector('a[href*="/c/17900000000000003"]')!;
    let row = link;
    while (!row.parentElement!.querySelector('a[href*="/c/17900000000000001"]')) row = row.parentElement!;
    const copy = row.cloneNode(true) as Element;
    copy.append(parse('<img alt="" src="https://scontent.cdninstagram.com/v/burger.jpg">').body.firstChild!);
    row.after(copy);
    const twice = readPage(page.documentElement.outerHTML, address);
    expect(twice.items.map(({ id }) => id)).toEqual(reading.items.map(({ id }) => id));
    expect(twice.items[0]!.media).toEqual(reading.items[0]!.media);
    expect(twice.facts.gaps).toEqual(reading.facts.gaps);
  });

  it('takes nothing that stands in a comment’s own entry, beside its row', () => {
    const page = parse(html.replaceAll('image_versions2', 'weg'));
    const own = readPage(page.documentElement.outerHTML, address).items[0]!.media;
    let row = page.querySelector('a[href*="/c/17900000000000003"]')!;
    while (!row.parentElement!.querySelector('a[href*="/c/17900000000000001"]')) row = row.parentElement!;
    const entry = page.createElement('li');
    row.replaceWith(entry);
    entry.append(row, parse('<video src="https://scontent.cdninstagram.com/v/burger.mp4"></video>').body.firstChild!);
    expect(readPage(page.documentElement.outerHTML, address).items[0]!.media).toEqual(own);
  });

  it('finds the parents in the lists where addresses do not tell them (until 2026)', () => {
    const older = readPage(html.replace('/c/17900000000000001/r/17900000000000002/', '/c/17900000000000002/'), address);
    expect(older.items.map(({ id, parent }) => [id, parent?.id])).toContainEqual(['17900000000000002', '17900000000000001']);
  });

  it('opens answers that are closed, and nothing else: not what is open, hidden or translated', () => {
    const clicked = instagram.unfold.controls.flatMap(({ selector, label }) =>
      [...reading.page.querySelectorAll(selector)]
        .map((element) => element.textContent)
        .filter((words) => !label || label.test(words)),
    );
    expect(clicked).toEqual(['Alle 5 antwoorden bekijken']);
  });

  it('knows the employee, whoever is tagged in the picture, and whoever only the data names', () => {
    expect(reading.people.filter(({ isEmployee }) => isEmployee).map(({ handle }) => handle)).toEqual(['medewerker.kantoor']);
    expect(reading.people.map(({ handle }) => handle)).toEqual(expect.arrayContaining(['getagd.op.beeld', 'verborgen.ganzerik']));
    expect(reading.people.find(({ handle }) => handle === 'verborgen.ganzerik')?.name).toBe('Vera Ganzerik');
  });

  it('leaves no place where anybody stands unmarked', () => {
    const handles = reading.people.flatMap(({ handle, name }) => [handle!, ...(name ? [name] : [])]);
    for (const text of unmarkedTexts(reading)) for (const form of handles) expect(text).not.toContain(form);
  });
});

const slides = (count: number) =>
  `<div><div role="presentation"><ul>${'<li><div><img src="https://scontent.cdninstagram.com/v/a_n.jpg"></div></li>'.repeat(2)}</ul></div><button></button><div>${'<div></div>'.repeat(count)}</div></div>`;

describe('a row of slides', () => {
  it('counts the slides that are not drawn as missing', () => {
    const page = html.replaceAll('image_versions2', 'weg').replace(/<div role="button"><video.*?<\/div>/s, slides(5));
    const { media } = readPage(page, address).items[0]!;
    expect(media.map(({ url }) => url !== undefined)).toEqual([true, true, false, false, false]);
  });
});

describe('addresses of Instagram', () => {
  it.each([
    ['/p/DRQdFBNUoyi/', 'post'],
    ['/p/DRQdFBNUoyi/c/17900000000000001/', 'post'],
    ['/reels/DRQdFBNUoyi/', 'post'],
    ['/gemproefstad/', 'profile'],
    ['/gemproefstad/reels/', 'profile'],
    ['/gemproefstad/tagged/', 'other'],
    ['/gemproefstad/followers/', 'private'],
    ['/p/DRQdFBNUoyi/liked_by/', 'private'],
    ['/stories/gemproefstad/1/', 'private'],
    ['/stories/highlights/1/', 'private'],
    ['/direct/t/1/', 'direct-messages'],
    ['/accounts/edit/', 'private'],
    ['/accounts/login/', 'login'],
    ['/challenge/', 'login'],
    ['/', 'private'],
  ])('%s is %s', (path, kind) => {
    expect(instagram.pageKind(parse(''), new URL(path, 'https://www.instagram.com'))).toBe(kind);
  });
});
