/** Snapchat's public pages through the general reader. People and texts are invented. */
import { describe, expect, it } from 'vitest';
import { ownFixture, parse, readPage } from '../pages.ts';
import { adapterFor } from '../../../../lib/platforms/registry.ts';

const spotlight = 'https://www.snapchat.com/@gemproefstad/spotlight/W7_proefstadAAA';

describe('a Spotlight page of Snapchat', () => {
  const reading = readPage(ownFixture('snapchat/spotlight.html'), spotlight);

  it('gives the film of its address, with what the account said and when', () => {
    expect(reading.items).toHaveLength(1);
    expect(reading.items[0]).toMatchObject({
      kind: 'post',
      id: 'W7_proefstadAAA',
      text: 'De nieuwe brug\n\nVanaf maandag open #brug',
      times: { markup: '2025-11-18T10:00:00.000Z' },
      media: [{ kind: 'video', url: 'https://cf-st.sc-cdn.net/d/film.mp4', poster: 'https://cf-st.sc-cdn.net/d/stil.jpg' }],
      counts: { views: '1234' },
      hashtags: ['brug'],
    });
    expect(reading.people[reading.items[0]!.author!]).toMatchObject({ handle: 'gemproefstad', name: 'Gemeente Proefstad' });
  });

  it('tells that its reactions are in the app only, and how many', () => {
    expect(reading.facts).toMatchObject({ displayedReactions: 4, gaps: [{ kind: 'needs-login', count: 4 }] });
  });

  it('takes over no film of others, but knows who they are', () => {
    expect(JSON.stringify(reading.items)).not.toContain('anders');
    expect(reading.people.find(({ handle }) => handle === 'wiesvogelaar')).toMatchObject({ name: 'Wies Vogelaar' });
  });

  it('reads nothing of another film when the one of the address is not in the data', () => {
    const other = readPage(
      ownFixture('snapchat/spotlight.html'),
      'https://www.snapchat.com/@gemproefstad/spotlight/W7_nietHierAAA',
    );
    expect(JSON.stringify(other.items)).not.toMatch(/anders|film\.mp4/u);
  });
});

it('reads a public profile from the data of the page', () => {
  const { profile, people, pageKind } = readPage(ownFixture('snapchat/profile.html'), 'https://www.snapchat.com/add/gemproefstad');
  expect(pageKind).toBe('profile');
  expect(profile?.profile).toMatchObject({
    description: 'Nieuws uit de stad',
    followers: '2100',
    links: ['https://proefstad.example/'],
  });
  expect(people[profile!.profile.account]).toMatchObject({ handle: 'gemproefstad', name: 'Gemeente Proefstad' });
});

it.each([
  ['https://web.snapchat.com/', 'direct-messages'],
  ['https://www.snapchat.com/web', 'direct-messages'],
  ['https://www.snapchat.com/story/abc', 'private'],
  ['https://www.snapchat.com/p/abc/123', 'private'],
  ['https://www.snapchat.com/@iemand/highlight/abc', 'private'],
  ['https://accounts.snapchat.com/login', 'login'],
])('refuses %s', (address, kind) => {
  const page = parse('');
  const url = new URL(address);
  expect(adapterFor(page, url).pageKind(page, url)).toBe(kind);
});
