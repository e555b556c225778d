/** X in Dutch, signed in; all people in the page are invented. */
import { describe, expect, it } from 'vitest';
import { createPeople } from '../../../../lib/platforms/people.ts';
import { x } from '../../../../lib/platforms/x/index.ts';
import { ownFixture, parse, readPage, unmarkedTexts } from '../pages.ts';

const address = 'https://x.com/minproefstad/status/2040010000000000000';
const html = ownFixture('x/post-nl.html');
const reading = readPage(html, address);
const byId = (id: string) => reading.items.find((item) => item.id === id)!;

describe('a post with its conversation on X, in Dutch', () => {
  it('takes the account’s own posts above it as posts, and everything below it as reactions, the account’s own too', () => {
    expect(reading.items.map(({ id, kind }) => [id, kind])).toEqual([
      ['2040000000000000000', 'post'],
      ['2040010000000000000', 'post'],
      ['2040020000000000000', 'reaction'],
      ['2040030000000000000', 'reaction'],
      ['2040040000000000000', 'reaction'],
      ['2040060000000000000', 'reaction'],
    ]);
    expect(byId('2040040000000000000').author).toBe(reading.facts.account);
  });

  it('leaves out advertisements and what follows "Meer ontdekken", and says that the end is here', () => {
    const strangers = ['koopnualles', 'aanbiedingplein', 'heelanders'];
    const writers = reading.items.map(({ author }) => reading.people[author!]?.handle);
    expect(writers.filter((handle) => strangers.includes(handle!))).toEqual([]);
    // their names may stand in the texts of others, so they are known all the same
    expect(reading.people.map(({ handle }) => handle)).toEqual(expect.arrayContaining(strangers));
    expect(x.isAtEnd?.(reading.page, new URL(address))).toBe(true);
  });

  it('follows the lines between avatars, and says when the place in the list is all there is', () => {
    expect(reading.items.map(({ parent }) => parent)).toEqual([
      undefined,
      { id: '2040000000000000000', method: 'chain' },
      { id: '2040010000000000000', method: 'position' },
      { id: '2040020000000000000', method: 'chain' },
      { id: '2040030000000000000', method: 'chain' },
      { id: '2040010000000000000', method: 'position' },
    ]);
  });

  it('cannot be answered where the button for it is off, whatever the notice says (R5)', () => {
    const page = parse(html);
    const focal = [...page.querySelectorAll('article')].find((article) =>
      article.querySelector('a[href*="/2040010000000000000"] time'),
    );
    const button = focal!.querySelector('[data-testid="reply"]')!;
    button.setAttribute('aria-disabled', 'true');
    button.setAttribute('aria-label', 'Vloop');
    button.textContent = '';
    expect(x.facts(page, new URL(address), createPeople()).replies).toEqual({ possible: 'no', evidence: 'reply-button-off' });
  });

  it('counts a row that leads to a reaction’s own page as answers that stand there', () => {
    const row = `<div data-testid="cellInnerDiv"><a href="/vlierbes7/status/2040020000000000000" role="link"><span>Vloop 3 zelm</span></a></div>`;
    const page = parse(html);
    page.querySelectorAll('[data-testid="cellInnerDiv"]')[3]!.insertAdjacentHTML('afterend', row);
    expect(x.facts(page, new URL(address), createPeople()).gaps).toEqual([{ kind: 'on-another-page', count: 3 }]);
    expect(x.find(page, new URL(address))).toHaveLength(reading.items.length);
  });

  it('does not guess what the first row answers when the row above it has been recycled', () => {
    const page = parse(html);
    const cells = [...page.querySelectorAll('[data-testid="cellInnerDiv"]')];
    for (const cell of cells.slice(0, 4)) cell.remove();
    const found = x.find(page, new URL(address));
    expect(found.slice(0, 2).map(({ id, kind, parent }) => [id, kind, parent])).toEqual([
      ['2040030000000000000', 'reaction', undefined],
      ['2040040000000000000', 'reaction', { id: '2040030000000000000', method: 'chain' }],
    ]);
  });

  it('keeps three times apart', () => {
    expect(byId('2040020000000000000').times).toEqual({
      shown: '3 u',
      markup: '2026-04-03T10:54:04.000Z',
      fromId: '2026-04-03T10:54:04.395Z',
    });
  });

  it('reads emoji as characters, the real address behind t.co, and hashtags', () => {
    expect(byId('2040020000000000000').text).toBe('Fijn 🙂 nieuws.');
    expect(byId('2040010000000000000').links).toEqual(['https://proefstad.example/besluit/2026']);
    expect(byId('2040010000000000000').hashtags).toEqual(['wonen']);
  });

  it('keeps a film without an address as its still picture, though it is wrapped like an advertisement', () => {
    expect(byId('2040010000000000000').media).toEqual([
      { kind: 'video', poster: 'https://pbs.twimg.com/amplify_video_thumb/2040/img/aB3dE.jpg' },
    ]);
  });

  it('says that a text can be unfolded while a button for it is there', () => {
    expect(reading.found.at(-1)?.isTruncated).toBe(true);
    const page = parse(
      html.replace(/<button (data-testid="tweet-text-show-more-link")>(.*?)<\/button>/u, '<a href="/x" $1>$2</a>'),
    );
    const last = x.find(page, new URL(address)).at(-1)!;
    expect(last.isTruncated).toBeUndefined();
    expect(readPage(page.documentElement.outerHTML, address).items.at(-1)?.isTruncated).toBe(true);
  });

  it('reads a quoted post apart from the post, with everybody in it', () => {
    const { quote, media } = byId('2040060000000000000');
    expect(media).toEqual([]);
    expect(quote).toMatchObject({
      text: 'Wie weet hier meer van?',
      media: [{ url: 'https://pbs.twimg.com/media/Gx12abCDeFg?format=png&name=orig' }],
    });
    expect(reading.people[quote!.author!]).toMatchObject({ name: 'Pleun Waterlelie', handle: 'pleunwaterlelie' });
  });

  it('knows the employee who is signed in, and that replying is possible', () => {
    expect(reading.people.filter(({ isEmployee }) => isEmployee)).toMatchObject([
      { handle: 'noortjekantoor', name: 'Noortje Kantoor' },
    ]);
    expect(reading.facts).toMatchObject({
      isLoggedIn: true,
      displayedReactions: 1204,
      replies: { possible: 'yes', evidence: 'reply-button' },
      unavailableItems: 1,
    });
  });

  it('marks every place where somebody stands', () => {
    const names = reading.people
      .filter((_, index) => index !== reading.facts.account)
      .flatMap(({ name, handle }) => [name, handle]);
    for (const text of unmarkedTexts(reading)) for (const name of names) expect(!name || !text.includes(name)).toBe(true);
  });

  it('offers the row with "Meer antwoorden tonen" for clicking, and nothing that acts in the employee’s name', () => {
    const controls = x.unfold.controls.map(({ selector }) =>
      [...reading.page.querySelectorAll(selector)].map((element) => element.textContent),
    );
    expect(controls).toEqual([['Meer tonen'], ['Meer antwoorden tonen']]);
  });
});

it('says that the page has changed when a post has lost its own address', () => {
  const [place] = x.find(reading.page, new URL(address));
  const page = parse(place!.element.outerHTML.replaceAll('/status/', '/iets/'));
  const changed = { ...place!, element: page.querySelector('article')! };
  expect(() => x.read(changed, page, new URL(address), createPeople())).toThrow(
    expect.objectContaining({ code: 'page-not-understood' }),
  );
});

describe('a restricted post on X', () => {
  it('counts as one-way when the reply button is off and nobody has answered', () => {
    const off = html
      .replaceAll(
        'data-testid="reply" aria-label="1204 antwoorden. Beantwoorden"',
        'data-testid="reply" aria-disabled="true" aria-label="Beantwoorden"',
      )
      .replaceAll('>1204<', '><');
    expect(readPage(off, address).facts.replies).toEqual({ possible: 'no', evidence: 'reply-button-off' });
  });

  it('counts as two-way when people have answered all the same', () => {
    const off = html.replaceAll('data-testid="reply"', 'data-testid="reply" aria-disabled="true"');
    expect(readPage(off, address).facts.replies).toEqual({ possible: 'yes', evidence: 'replies-present' });
  });
});

describe('a profile on X', () => {
  const profile = readPage(ownFixture('x/profile-nl.html'), 'https://x.com/minproefstad');

  it('keeps a repost as a post, with who reposted it and who wrote it (R13)', () => {
    const repost = profile.items[1]!;
    expect(repost.kind).toBe('post');
    expect(profile.people[repost.repostedBy!]?.handle).toBe('minproefstad');
    expect(profile.people[repost.author!]?.handle).toBe('tijnzeemeeuw');
    expect(profile.items.map(({ isPinned }) => isPinned)).toEqual([true, undefined, undefined]);
  });

  it('does not take the employee’s own repost for the account’s (R19)', () => {
    const mine = ownFixture('x/profile-nl.html').replace(
      '<a href="/minproefstad" role="link"><span data-testid="socialContext">',
      '<a href="/noortjekantoor" role="link"><span data-testid="socialContext">',
    );
    const item = readPage(mine, 'https://x.com/minproefstad').items[1]!;
    expect([item.kind, item.repostedBy]).toEqual(['reaction', undefined]);
  });

  it('reads on after suggestions, and does not take them over', () => {
    expect(profile.items.at(-1)?.text).toBe('Na de suggesties.');
    expect(profile.items.map(({ author }) => profile.people[author!]?.handle)).not.toContain('iemandanders');
    expect(profile.people.map(({ handle }) => handle)).toContain('iemandanders');
  });

  it('reads what the account says of itself, and that it is protected (R4)', () => {
    expect(profile.profile?.profile).toMatchObject({
      description: 'Woordvoering: @joepvandevoorlichting',
      followers: '3.893',
      following: '12',
      postCount: '1.240',
      isProtected: true,
      isVerified: true,
      avatar: 'https://pbs.twimg.com/profile_images/1900000000000000001/Qx1zKp9w_400x400.jpg',
    });
    expect(profile.people[profile.facts.account!]?.ids).toContain('777123456');
  });

  it('drops who among the employee’s contacts follows the account (R19)', () => {
    const dropped = profile.profile?.marks.filter(({ role }) => role === 'drop').map(({ element }) => element.textContent);
    expect(dropped).toContain('Gevolgd door Geheime Kennis');
  });
});
