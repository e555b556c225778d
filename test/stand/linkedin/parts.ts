/** What every LinkedIn page of the stand is made of: people, addresses, texts, times. */
import { accounts, employee } from '../../../lib/practice/cast.ts';
import type { Person } from '../../../lib/practice/cast.ts';
import { escaped } from '../network.ts';
import { opaque } from '../../../lib/practice/dice.ts';
import { pieces } from '../texts.ts';
import { shownCount } from '../texts.ts';
import type { StandItem, Thread } from '../thread-model.ts';
import { words } from './words.ts';
import type { Words } from './words.ts';

const site = 'https://www.linkedin.com';
const organisations = new Set([accounts.ministry.handle]);
const headlines = [
  'Wijkverpleegkundige in opleiding',
  'Docent aan een hogeschool',
  'Projectleider water en bodem',
  'Ondernemer in de regio',
];

export const say = (thread: Thread): Words => words[thread.params.language];

/** A member's opaque id, as LinkedIn puts it in addresses. */
export const memberOf = (person: Person): string => `ACoAA${opaque(`member-${person.id}`, 32)}`;

export function profileUrl(person: Person, isMarked = false): string {
  if (organisations.has(person.handle)) return `${site}/company/${person.handle}/`;
  return `${site}/in/${person.handle}/${isMarked ? `?miniProfileUrn=urn%3Ali%3Afsd_profile%3A${memberOf(person)}` : ''}`;
}

export function headlineOf(person: Person): string {
  return organisations.has(person.handle) ? '203.624' : (headlines[Number(BigInt(person.id) % 4n)] ?? '');
}

export function avatarUrl(person: Person, size = 100): string {
  const key = person.avatar.split('/').at(-1) ?? '';
  const kind = organisations.has(person.handle) ? 'company-logo' : 'profile-displayphoto-shrink';
  return `https://media.licdn.com/dms/image/v2/${key}/${kind}_${size}_${size}/0/${1_600_000_000_000 + Number(BigInt(person.id) % 100_000_000_000n)}?e=1787184000&v=beta&t=${key}`;
}

export function photoUrl(key: string, width: number, kind = 'feedshare'): string {
  return `https://media.licdn.com/dms/image/v2/${key}/${kind}-shrink_${width}/0/1747175482005?e=1787184000&v=beta&t=st4nd`;
}

/** The post's other number: comments hang on it. */
export const ugcOf = (id: string): string => (BigInt(id) - (3n << 22n)).toString();

export function postPath(thread: Thread): string {
  return `/posts/${thread.post.author.handle}_klimaat-wonen-activity-${thread.post.id}-aB1c`;
}

export function shownAge(thread: Thread, time: string): string {
  const hours = Math.max(1, Math.floor((Date.parse(thread.post.time) + 30 * 3_600_000 - Date.parse(time)) / 3_600_000));
  return hours < 24 ? `${hours} ${say(thread).hour}` : `${Math.floor(hours / 24)} ${say(thread).day}`;
}

export const count = (thread: Thread, number: number): string => shownCount(number, thread.params.language);

/** Somebody mentioned is a link with the name; other pieces of text are themselves. */
export function textHtml(thread: Thread, text: string): string {
  return pieces(text)
    .map((piece) => {
      if (piece.is === 'mention') return mentioned(thread, piece.text);
      if (piece.is === 'tag') return `<a href="${site}/feed/hashtag/?keywords=${piece.text.slice(1)}">${piece.text}</a>`;
      if (piece.is === 'link')
        return `<a href="${site}/safety/go/?url=${encodeURIComponent(piece.text)}&amp;urlhash=st4n">${piece.text}</a>`;
      return escaped(piece.text).replaceAll('\n', '<br>');
    })
    .join('');
}

function mentioned({ cast, post }: Thread, mention: string): string {
  const person = [...cast, post.author].find(({ handle }) => `@${handle}` === mention);
  return person ? `<a href="${profileUrl(person)}">${escaped(person.name)}</a>` : escaped(mention);
}

/** One comment as the page's own API tells it. */
export interface Row {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly avatar: string;
  readonly headline: string;
  readonly html: string;
  readonly age: string;
  readonly isAuthor: boolean;
  readonly isVerified: boolean;
  readonly likes: number;
  readonly photo?: string;
  readonly plant?: string;
  readonly attributes?: Readonly<Record<string, string>>;
}

export function row(thread: Thread, item: StandItem): Row {
  const { author } = item;
  const [photo] = item.photos;
  return {
    id: item.id,
    name: author.name,
    url: profileUrl(author, true),
    avatar: avatarUrl(author),
    headline: headlineOf(author),
    html: textHtml(thread, item.text),
    age: shownAge(thread, item.time),
    isAuthor: item.isOwn,
    isVerified: author.isVerified === true,
    likes: item.counts.likes % 40,
    ...(photo && { photo: photoUrl(photo.key, 480, 'comment-image') }),
  };
}

export const me = employee;
