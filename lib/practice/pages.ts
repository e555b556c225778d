/** R29: the three pages a new colleague practises on, put together from the texts of the demo. Everybody is invented. */
import { accounts, people } from './cast.ts';
import type { Person } from './cast.ts';
import { fromCitizens, fromOffice, fromStrangers, letterText, ministerPosts, officePosts } from './texts.ts';

export interface PracticeItem {
  readonly id: string;
  readonly author: Person;
  readonly isOwn: boolean;
  readonly text: string;
  /** ISO. */
  readonly time: string;
  /** Which item this one answers; absent of a post. */
  readonly parent?: string;
}

export interface PracticePage {
  readonly kind: 'post' | 'profile';
  readonly account: Person;
  readonly url: string;
  readonly items: readonly PracticeItem[];
}

/** Nobody's: addresses under it lead nowhere. */
export const practiceHost = 'oefenen.example';
/** The reaction that is a citizen's letter. */
export const letterItem = 'reactie-4';
/** Posts of the minister that are nobody's business but his own. */
export const privatePosts: ReadonlySet<string> = new Set(['bericht-2', 'bericht-4']);

const { ministry, minister } = accounts;
const [asker, remarker, supporter, writer] = people(4, 4) as [Person, Person, Person, Person]; // as many as asked

const began = Date.parse('2026-11-18T09:00:00Z');
const after = (minutes: number): string => new Date(began + minutes * 60_000).toISOString();
const said = (list: readonly string[], at: number): string => list[at] ?? '';

function reaction(number: number, author: Person, text: string, parent = 'bericht-1'): PracticeItem {
  return { id: `reactie-${number}`, author, isOwn: author === ministry, text, time: after(number * 17), parent };
}

const post: PracticeItem = { id: 'bericht-1', author: ministry, isOwn: true, text: said(officePosts, 0), time: after(0) };

/** A post of the ministry with reactions; one of them is a letter. */
export const threadPage: PracticePage = {
  kind: 'post',
  account: ministry,
  url: `https://${practiceHost}/${ministry.handle}/status/bericht-1`,
  items: [
    post,
    reaction(1, asker, said(fromCitizens, 2)),
    reaction(2, ministry, said(fromOffice, 0), 'reactie-1'),
    reaction(3, remarker, `${said(fromCitizens, 13)} Mail mij op ${remarker.handle}@voorbeeldpost.example of bel 06-12345678.`),
    reaction(4, writer, letterText),
    reaction(5, supporter, `@${asker.handle} ${said(fromCitizens, 38)}`),
  ],
};

const ownPosts = [
  said(ministerPosts, 0),
  said(fromStrangers, 1),
  said(ministerPosts, 1),
  said(fromStrangers, 3),
  said(officePosts, 3),
];

/** The profile of the minister: of some posts it is plain that they are private. */
export const profilePage: PracticePage = {
  kind: 'profile',
  account: minister,
  url: `https://${practiceHost}/${minister.handle}`,
  items: ownPosts.map((text, at) => ({
    id: `bericht-${at + 1}`,
    author: minister,
    isOwn: true,
    text,
    time: after(-at * 26 * 60),
  })),
};

/** One post of a profile, on a page of its own. */
export function pageOf(item: PracticeItem): PracticePage {
  const { author } = item;
  return { kind: 'post', account: author, url: `https://${practiceHost}/${author.handle}/status/${item.id}`, items: [item] };
}
