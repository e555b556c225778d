/** Mastodon, redesigned and signed in; all people in the pages are invented. */
import { describe, expect, it } from 'vitest';
import { mastodon } from '../../../../lib/platforms/mastodon/index.ts';
import { readAddress, timeOfId } from '../../../../lib/platforms/mastodon/address.ts';
import { ownFixture, readPage, unmarkedTexts } from '../pages.ts';

const address = 'https://sociaal.example/@proefstad/115000000000000000';

describe('the redesigned Mastodon', () => {
  const reading = readPage(ownFixture('mastodon/redesign.html'), address);

  it('is read without its hashed classes', () => {
    expect(reading.platform).toBe('mastodon');
    expect(reading.facts.layout).toBe('mastodon-redesign');
    expect(reading.items.map(({ id, kind }) => [id, kind])).toEqual([
      ['114999000000000000', 'post'],
      ['115000000000000000', 'post'],
      ['115000100000000000', 'reaction'],
    ]);
    expect(reading.items[1]).toMatchObject({
      text: 'De brug gaat open.\n\nTot ziens, @lieke! #brug',
      hashtags: ['brug'],
      counts: { replies: '2', reposts: '4', likes: '19' },
      times: { markup: '2026-08-08T14:13:20.000Z', fromId: timeOfId('115000000000000000') },
    });
  });

  it('makes one person of an account in all its places', () => {
    expect(reading.people.find(({ handle }) => handle === 'lieke@verweg.example')).toEqual({
      handle: 'lieke@verweg.example',
      name: 'Lieke Veerman',
      ids: expect.arrayContaining(['110000000123', '77aa88bb99']),
      urls: ['https://sociaal.example/@lieke@verweg.example', 'https://verweg.example/@lieke'],
      avatars: ['https://sociaal.example/cache/avatars/77aa88bb99.png'],
    });
    expect(reading.people[reading.facts.account!]).toMatchObject({ handle: 'proefstad', name: 'Gemeente Proefstad' });
  });

  it('keeps a quoted status apart', () => {
    const { quote, text } = reading.items[2]!;
    expect(text).toBe('Mooi!');
    expect(quote).toMatchObject({ id: '114000000000000000', text: 'Wanneer gaat de brug open?' });
    expect(reading.people[quote!.author!]?.handle).toBe('ties@elders.example');
  });

  it('marks every place where somebody stands', () => {
    const names = reading.people
      .filter((_, index) => index !== reading.facts.account)
      .flatMap(({ name, handle }) => [name, handle]);
    for (const text of unmarkedTexts(reading)) for (const name of names) expect(!name || !text.includes(name)).toBe(true);
  });
});

const parentOf = (page: string) => readPage(page, address).items.at(-1)?.parent;

describe('a thread on Mastodon, signed in', () => {
  const reading = readPage(ownFixture('mastodon/thread-signed-in.html'), address);

  it('reads the thread’s own column, without messages to some people only (R2)', () => {
    expect(reading.items.map(({ id, kind }) => [id, kind])).toEqual([
      ['114900000000000000', 'reaction'],
      ['115000000000000000', 'post'],
      ['115000200000000000', 'reaction'],
    ]);
  });

  it('says what the post answers, and nothing where the lines do not tell', () => {
    expect(reading.items.map(({ parent }) => parent)).toEqual([
      undefined,
      { id: '114900000000000000', method: 'chain' },
      undefined,
    ]);
  });

  it('follows a line only where both ends of it are drawn', () => {
    const html = ownFixture('mastodon/thread-signed-in.html')
      .replaceAll('status-direct', 'status-public')
      .replaceAll('status__wrapper-direct', 'status__wrapper-public');
    const drawn = html.replace('status--in-thread status--first-in-thread', 'status--in-thread');
    expect(parentOf(drawn)).toBeUndefined();
    expect(
      parentOf(drawn.replace('<div class="status__line"></div>', '<div class="status__line status__line--full"></div>')),
    ).toEqual({
      id: '115000100000000000',
      method: 'chain',
    });
  });

  it('reads no text behind a closed warning, says so, and offers the button', () => {
    const hidden = reading.items[2]!;
    expect(hidden.text).toBeUndefined();
    expect(hidden.contentWarning).toBe('Pas op');
    expect(reading.found[2]?.isTruncated).toBe(true);
    const [sensitive] = mastodon.unfold.controls;
    expect([...reading.page.querySelectorAll(sensitive!.selector)].map((button) => button.textContent)).toEqual(['Toch tonen']);
  });

  it('knows the employee, and takes nothing but accounts from the page’s own JSON', () => {
    expect(reading.facts.isLoggedIn).toBe(true);
    expect(reading.people.filter(({ isEmployee }) => isEmployee)).toMatchObject([{ handle: 'medewerkster' }]);
    // named nowhere else: somebody could write about this person, who then has to be known
    expect(reading.people.find(({ handle }) => handle === 'verborgenpersoon')).toMatchObject({ name: 'Verborgen Persoon' });
    const secret = ownFixture('mastodon/thread-signed-in.html')
      .replace(/"accounts":/u, '"meta": { "me": "1", "access_token": "geheim-9" }, "accounts":')
      .replace(/"acct":/u, '"id": "1", "acct":');
    const known = JSON.stringify(readPage(secret, address).people);
    expect(known).toMatch(/"handle":"verborgenpersoon"[^{}]*"isEmployee":true/u);
    expect(known).not.toContain('geheim-9');
  });
});

const kindOf = (path: string) => readAddress(new URL(path, 'https://sociaal.example')).kind;

it('refuses what is not for everyone', () => {
  expect(
    ['/conversations', '/home', '/settings/profile', '/auth/sign_in', '/@a/115000000000000000/favourites'].map(kindOf),
  ).toEqual(['direct-messages', 'private', 'private', 'login', 'private']);
  expect(['/@a@b.example', '/deck/@a', '/@a/115000000000000000'].map(kindOf)).toEqual(['profile', 'profile', 'post']);
});

it('computes the moment of arrival from the id', () => {
  expect(timeOfId('109349000000000000')).toBe('2022-11-15T17:28:45.195Z');
});
