/** Which objects and files a package has, and their names (design "Package layout"). */
import type { Capture, CapturedItem, CapturedProfile, MediaRecord } from '../model/capture.ts';
import { Names, safeName } from './names.ts';
import { People } from './people.ts';
import { threads } from './thread.ts';
import type { Thread } from './thread.ts';

export type KeptMedia = Extract<MediaRecord, { state: 'kept' }>;

export interface PostObject {
  readonly kind: 'post';
  readonly name: string;
  readonly item: CapturedItem;
  readonly media: readonly KeptMedia[];
}
export interface ReactionsObject {
  readonly kind: 'reactions';
  readonly name: string;
  readonly thread: Thread;
  readonly post?: PostObject;
  /** Of public bodies: own replies have an object of their own, third parties' media are never kept. */
  readonly media: readonly KeptMedia[];
}
export interface ProfileObject {
  readonly kind: 'profile';
  readonly name: string;
  readonly profile: CapturedProfile;
  readonly media: readonly KeptMedia[];
}
/** The capture once more, as web archives keep pages (D12). */
interface WebArchiveObject {
  readonly kind: 'webarchive';
  readonly name: string;
}
interface AccountObject {
  readonly kind: 'account';
  readonly name: string;
}
interface DocumentationObject {
  readonly kind: 'documentation';
  readonly name: string;
}
export type PackageObject = PostObject | ReactionsObject | ProfileObject | WebArchiveObject | AccountObject | DocumentationObject;

export interface Layout {
  readonly id: string;
  readonly people: People;
  readonly posts: readonly PostObject[];
  readonly reactions: readonly ReactionsObject[];
  readonly profile?: ProfileObject;
  readonly webArchive: WebArchiveObject;
  readonly account: AccountObject;
  readonly documentation: DocumentationObject;
  readonly objects: readonly PackageObject[];
}

export function layoutOf(capture: Capture): Layout {
  const names = new Names();
  names.take(capture.id);
  const people = new People(capture.people);
  const posts = ownObjects(capture, people).map((item): PostObject => ({
    kind: 'post',
    name: names.take(item.key),
    item,
    media: keptMedia(item),
  }));
  const reactions = threads(capture).map((thread) => reactionsObject(thread, posts, names, capture));
  const profile = capture.profile && profileObject(capture.profile, names);
  const webArchive: WebArchiveObject = { kind: 'webarchive', name: names.take(`webarchief-${capture.id}`) };
  const account: AccountObject = { kind: 'account', name: names.take(`verantwoording-${capture.id}`) };
  const documentation: DocumentationObject = { kind: 'documentation', name: names.take(`documentatie-${capture.id}`) };
  // R11: the writer of a letter stands in the letter's own files, and in no copy of them
  const archived = capture.letter ? [] : [webArchive];
  const objects = [...posts, ...reactions, ...(profile ? [profile] : []), ...archived, account, documentation];
  return { id: capture.id, people, posts, reactions, ...(profile && { profile }), webArchive, account, documentation, objects };
}

/** Every own post, and every reply of the safeguarded account in a thread. */
function ownObjects({ posts, reactions }: Capture, people: People): CapturedItem[] {
  return [...posts, ...reactions.filter(({ kind, author }) => kind === 'antwoord-overheid' && people.of(author)?.role === 'eigen')];
}

function reactionsObject(thread: Thread, posts: readonly PostObject[], names: Names, { id, letter }: Capture): ReactionsObject {
  const isLetter = thread.entries.some(({ item }) => item.key === letter?.item);
  const post = posts.find(({ item }) => item === thread.post);
  const own = new Set(posts.map(({ item }) => item.key));
  return {
    kind: 'reactions',
    name: names.take(isLetter ? `burgerbrief-${id}` : `reacties-${post ? post.name.replace(/^[a-z]+-/, '') : id}`),
    thread,
    ...(post && { post }),
    media: thread.entries.flatMap(({ item }) => (own.has(item.key) ? [] : keptMedia(item))),
  };
}

function profileObject(profile: CapturedProfile, names: Names): ProfileObject {
  const media = [profile.avatar, profile.banner].filter((record) => record?.state === 'kept');
  return { kind: 'profile', name: names.take(profile.key), profile, media };
}

function keptMedia({ media, quote }: CapturedItem): KeptMedia[] {
  return [...media, ...(quote?.media ?? [])].filter((record) => record.state === 'kept');
}

/** The reaction's place on a page and in a record. */
export function anchorOf({ key }: Pick<CapturedItem, 'key'>): string {
  const safe = safeName(key);
  return safe === key ? key : `${safe}-${fingerprint(key)}`;
}

/** FNV-1a: tells apart the keys of which different characters became the same. */
function fingerprint(text: string): string {
  let hash = 0x811c_9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x0100_0193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
