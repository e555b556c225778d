/** Mastodon 4.5 and the redesign of 2026 in pieces; all people in the pages are invented. */
import { describe, expect, it } from 'vitest';
import { mastodon } from '../../../../lib/platforms/mastodon/index.ts';
import { parse, readPage, unmarkedTexts } from '../pages.ts';

const host = 'https://sociaal.example';
const address = `${host}/@proefstad/115000000000000000`;
const shell = (body: string, before = '') =>
  `<!DOCTYPE html><html lang="cs"><body>${before}<div id="mastodon" data-props="{}"><div class="column"><div class="item-list scrollable">${body}</div></div></div></body></html>`;

interface Piece {
  readonly acct: string;
  readonly name: string;
  readonly id: string;
  readonly body: string;
  readonly lang?: string;
  /** "… to followers", "… to you". */
  readonly to?: string;
  readonly footer?: string;
}
const name = ({ acct, name: shown }: Piece) =>
  `<a href="/@${acct}" title="@${acct}" data-id="110000000${acct.length}" data-hover-card-account="110000000${acct.length}" class="_n1"><span class="display-name"><bdi><strong class="display-name__html">${shown}</strong></bdi></span></a>`;
const article = (piece: Piece) =>
  `<article class="_root_1a" data-id="${piece.id}" aria-label="${piece.name}"><header class="_h1"><a href="/@${piece.acct}" role="presentation" data-hover-card-account="110000000${piece.acct.length}"><div class="account__avatar"><img src="${host}/cache/avatars/aa11bb22${piece.acct.length}.png" alt=""></div></a><div><p class="_p1">${piece.to ? `<span>${name(piece)} ${piece.to}</span>` : name(piece)}•<a href="/@${piece.acct}/${piece.id}"><time datetime="2026-08-08T14:13:20.000Z">8. 8.</time></a></p><p><a href="/@${piece.acct}">@${piece.acct}</a></p></div></header><div class="_c1">${piece.body}</div><footer>${piece.footer ?? ''}<div><button>1</button><button>2</button><button>3</button></div></footer></article>`;
const detail = (piece: Piece, visibility = 'public') =>
  `<div class="focusable detailed-status__wrapper detailed-status__wrapper-${visibility}" tabindex="0">${article(piece)}</div>`;

const post: Piece = {
  acct: 'proefstad',
  name: 'Gemeente Proefstad',
  id: '115000000000000000',
  body: '<div class="_t1"><p>De brug gaat open.</p></div>',
};

const row = (inner: string, id: string) =>
  `<article aria-posinset="1" aria-setsize="2" data-id="${id}" tabindex="0">${inner}</article>`;

describe('the redesign of 2026', () => {
  it('reads a text whose language nobody gave, and numbers beside a bar of hashtags', () => {
    const footer = '<div><a href="/tags/brug">#brug</a><button>a 2 další</button></div>';
    const [item] = readPage(shell(detail({ ...post, footer })), address).items;
    expect(item).toMatchObject({ text: 'De brug gaat open.', counts: { replies: '1', reposts: '2', likes: '3' } });
  });

  const quote = `<div class="_card"><div class="_ct"><a href="/@ties@elders.example"><div class="account__avatar"><img src="${host}/cache/avatars/cc33dd44ee.png" alt=""></div></a><a href="/@ties@elders.example"><bdi><strong class="display-name__html">Ties Polderman</strong></bdi></a><a href="/@ties@elders.example/114000000000000000"><time datetime="2026-02-01T00:00:00.000Z">1. 2.</time></a></div><a class="_cb" href="/@ties@elders.example/114000000000000000"><div lang="nl"><p>Wanneer gaat de brug open?</p></div></a></div>`;

  it('keeps a quoted status apart, which is a card of links now', () => {
    const reading = readPage(shell(detail({ ...post, body: `<div class="_t1" lang="nl"><p>Morgen!</p></div>${quote}` })), address);
    expect(reading.items[0]).toMatchObject({
      text: 'Morgen!',
      quote: { id: '114000000000000000', text: 'Wanneer gaat de brug open?' },
    });
    expect(reading.people[reading.items[0]!.quote!.author!]).toMatchObject({
      handle: 'ties@elders.example',
      name: 'Ties Polderman',
    });
    for (const text of unmarkedTexts(reading)) expect(text).not.toMatch(/Ties|elders/u);
  });

  it('takes the links to elsewhere for a card, with the writer in it out of the text', () => {
    const card =
      '<div class="_card"><div><a href="https://krant.example" target="_blank" rel="noopener">Saar Beukenboom</a></div><a href="https://krant.example/brug" target="_blank" rel="noopener">De brug</a></div>';
    const reading = readPage(shell(detail({ ...post, body: `<div class="_t1" lang="nl"><p>Lees mee.</p></div>${card}` })), address);
    expect(reading.items[0]).toMatchObject({ text: 'Lees mee.', media: [{ kind: 'card', text: 'Saar Beukenboom\nDe brug' }] });
    for (const text of unmarkedTexts(reading)) expect(text).not.toContain('Beukenboom');
  });

  it('leaves out what is for followers or for you, and refuses a message (R2)', () => {
    const reply: Piece = {
      acct: 'lieke@verweg.example',
      name: 'Lieke Veerman',
      id: '115000100000000000',
      body: '<div lang="nl"><p>Alleen voor u.</p></div>',
    };
    const reading = readPage(
      shell(detail(post) + article({ ...reply, to: 'vám' }) + article({ ...reply, id: '115000200000000000' })),
      address,
    );
    expect(reading.items.map(({ id }) => id)).toEqual(['115000000000000000', '115000200000000000']);
    expect(mastodon.pageKind(parse(shell(detail({ ...post, to: 'vám' }, 'direct'))), new URL(address))).toBe('direct-messages');
  });

  it('reads the rows of a profile, each an article around an article', () => {
    const boost = article({
      acct: 'tijn@elders.example',
      name: 'Tijn Zeemeeuw',
      id: '114000000000000001',
      body: '<div lang="nl"><p>Van een ander.</p></div>',
    })
      .replace('data-id="114000000000000001" aria', 'data-id="115000300000000000" aria')
      .replace(
        '<header',
        '<div class="status__prepend"><div class="status__prepend__icon"><svg class="icon icon-retweet"></svg></div><span><a class="status__display-name muted" href="/@proefstad"><bdi>Gemeente Proefstad</bdi></a> sdílel</span></div><header',
      );
    const head =
      '<div class="account-timeline__header"><div class="account__header"><div class="account__header__tabs__name"><div><h1><bdi><span>Gemeente Proefstad</span></bdi></h1><p>@proefstad@sociaal.example</p></div></div><div class="account__header__extra__links"><a href="/@proefstad/following" title="12">12</a><a href="/@proefstad/followers" title="4.321">4,3 tis.</a><a href="/@proefstad">Připojil se <strong>07. lis 2022</strong></a></div></div></div>';
    const { items, people, profile } = readPage(
      shell(head + row(article(post), post.id) + row(boost, '115000300000000000')),
      `${host}/@proefstad`,
    );
    expect(items.map(({ id, kind }) => [id, kind])).toEqual([
      ['115000000000000000', 'post'],
      ['114000000000000001', 'post'],
    ]);
    expect(people[items[1]!.repostedBy!]?.handle).toBe('proefstad');
    expect(profile?.profile).toMatchObject({ followers: '4.321', following: '12' });
    expect(profile?.profile.postCount).toBeUndefined();
    expect(people[profile!.profile.account]?.name).toBe('Gemeente Proefstad');
  });
});

const status = (id: string, inside: string, attributes = '') =>
  `<div class="status__wrapper status__wrapper-public focusable" tabindex="0"${attributes}><div class="status status-public" data-id="${id}"><div class="status__info"><a href="/@lieke" class="status__display-name" data-hover-card-account="110000000123"><div class="status__avatar"><div class="account__avatar"><img src="${host}/a/11.png" alt=""></div></div><span class="display-name"><bdi><strong class="display-name__html">Lieke</strong></bdi> <span class="display-name__account">@lieke</span></span></a><a href="/@lieke/${id}" class="status__relative-time"><time datetime="2026-08-08T14:13:20.000Z">8. 8.</time></a></div>${inside}</div></div>`;
const legacyDetail =
  '<div class="detailed-status__wrapper detailed-status__wrapper-public"><div><div class="detailed-status"><a href="/@proefstad" class="detailed-status__display-name"><span class="display-name"><bdi><strong class="display-name__html">Gemeente Proefstad</strong></bdi></span></a><div class="status__content"><div class="status__content__text" lang="nl"><p>De brug.</p></div></div><div class="detailed-status__meta"><a class="detailed-status__datetime" href="/@proefstad/115000000000000000">8. 8. 2026</a></div></div></div></div>';

describe('Mastodon 4.5', () => {
  it('keeps the employee’s own filter and its name out, and says that a text is behind it', () => {
    const filtered =
      '<div class="content-warning content-warning--filter"><p>Filter „gezeur van Saar“</p><button class="link-button">Zobrazit</button></div>';
    const { items, found, ...reading } = readPage(shell(legacyDetail + status('115000100000000000', filtered)), address);
    expect(items[1]?.contentWarning).toBeUndefined();
    expect(items[1]?.text).toBeUndefined();
    expect(found[1]?.isTruncated).toBe(true);
    for (const text of unmarkedTexts({ ...reading, items, found })) expect(text).not.toContain('Saar');
  });

  it('says that more answers are kept for those with an account, when a page is as full as it gets', () => {
    const signIn = '<a href="/auth/sign_in">Přihlásit</a>';
    const many = Array.from({ length: 60 }, (_, at) =>
      status(
        `1150001000000${String(at).padStart(5, '0')}`,
        '<div class="status__content"><div class="status__content__text"><p>Ja.</p></div></div>',
      ),
    );
    expect(readPage(shell(legacyDetail + many.join(''), signIn), address).facts.gaps).toEqual([{ kind: 'needs-login' }]);
    expect(readPage(shell(legacyDetail + many.slice(1).join(''), signIn), address).facts.gaps).toBeUndefined();
    expect(readPage(shell(legacyDetail + many.join('')), address).facts.gaps).toBeUndefined();
  });

  it('offers the bar "more replies found" for clicking, but not to dismiss it', () => {
    const bar =
      '<div class="column__alert" role="status"><div class="notification-bar"><div class="notification-bar__content"><span>Nalezeny další odpovědi</span><button class="notification-bar__action">Zobrazit</button></div><button class="notification-bar__dismiss-button">×</button></div></div>';
    const page = parse(shell(legacyDetail + bar));
    const more = mastodon.unfold.controls.find(({ kind }) => kind === 'more-reactions')!;
    expect([...page.querySelectorAll(more.selector)].map((button) => button.textContent)).toEqual(['Zobrazit']);
  });
});
