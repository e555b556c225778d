/**
 * What the content script read, before stripping. It holds raw identities and therefore lives only in memory and in
 * messages (D3): never write a Draft to a durable place. It is also a claim by a hostile page: the worker parses it with
 * `DraftPart` / `DraftHead` before it acts (D10).
 */
import * as v from 'valibot';
import { fragmentRoles, fragmentTags, isSafeStyle, styleProperties } from './fragment.ts';
import type { FragmentNode } from './fragment.ts';
import { platformIds } from './platform.ts';

const short = v.pipe(v.string(), v.maxLength(4_000));
const long = v.pipe(v.string(), v.maxLength(2_000_000));
const index = v.pipe(v.number(), v.integer(), v.minValue(0));
const httpUrl = v.pipe(v.string(), v.maxLength(8_000), v.regex(/^https?:\/\//i));

/** One person or account seen in the structure of the page, in every form the structure gave. */
export const DraftPerson = v.strictObject({
  name: v.optional(short),
  /** Without the leading @; on Mastodon `user` or `user@server`. */
  handle: v.optional(short),
  /** Platform ids: numbers as strings, DIDs, URNs, ids inside avatar addresses. */
  ids: v.array(short),
  urls: v.array(v.pipe(v.string(), v.maxLength(8_000))),
  avatars: v.array(v.pipe(v.string(), v.maxLength(8_000))),
  /** The signed-in employee (R19): stripped everywhere, never kept, also when it is nobody's author. */
  isEmployee: v.optional(v.literal(true)),
});
export type DraftPerson = v.InferOutput<typeof DraftPerson>;

const ItemTimesSchema = v.strictObject({
  shown: v.optional(short),
  markup: v.optional(short),
  fromId: v.optional(short),
  fromApi: v.optional(short),
  edited: v.optional(short),
});

/** Aggregate counts as shown, and as a number where the page gives one exactly or rounded (R6: never who). */
const CountsSchema = v.strictObject(
  Object.fromEntries(
    ['replies', 'reposts', 'quotes', 'likes', 'bookmarks', 'views'].map((name) => [name, v.optional(short)]),
  ) as Record<CountName, v.OptionalSchema<typeof short, undefined>>, // fromEntries loses the names it was given
);
export type CountName = 'replies' | 'reposts' | 'quotes' | 'likes' | 'bookmarks' | 'views';

export const DraftMedia = v.strictObject({
  kind: v.picklist(['image', 'video', 'gif', 'audio', 'card', 'poll', 'captions']),
  /** Best original the page offers; absent when it only has a blob: source. */
  url: v.optional(httpUrl),
  /** Where the original is not reachable: the still picture of a video. */
  poster: v.optional(httpUrl),
  /** Subtitles of a video, as a file. */
  captions: v.optional(httpUrl),
  alt: v.optional(short),
  width: v.optional(index),
  height: v.optional(index),
  /** Link cards: where to, and the text shown. Polls: the options as text lines. Videos: the subtitles, once fetched. */
  link: v.optional(httpUrl),
  text: v.optional(short),
});
export type DraftMedia = v.InferOutput<typeof DraftMedia>;

const Style = v.strictObject(
  Object.fromEntries(
    styleProperties.map((name) => [
      name,
      v.optional(
        v.pipe(
          v.string(),
          v.maxLength(300),
          v.check((value) => isSafeStyle(name, value)),
        ),
      ),
    ]),
  ),
);

const FragmentSchema: v.GenericSchema<FragmentNode> = v.lazy(() =>
  v.union([
    v.pipe(v.string(), v.maxLength(2_000_000)),
    v.strictObject({
      tag: v.picklist(fragmentTags),
      role: v.optional(v.picklist(fragmentRoles)),
      person: v.optional(index),
      media: v.optional(index),
      style: v.optional(index),
      href: v.optional(httpUrl),
      lang: v.optional(v.pipe(v.string(), v.regex(/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/))),
      dir: v.optional(v.picklist(['ltr', 'rtl', 'auto'])),
      children: v.optional(v.array(FragmentSchema)),
    }) as unknown as v.GenericSchema<FragmentNode>, // exactOptionalPropertyTypes: valibot says `| undefined`, we never write it
  ]),
);

/** How we know which item this one answers. `position`: the place in the list is all there is. */
const parentMethods = ['markup', 'api', 'chain', 'position'] as const;
export type ParentMethod = (typeof parentMethods)[number];

const DraftQuote = v.strictObject({
  author: v.optional(index),
  id: v.optional(short),
  url: v.optional(httpUrl),
  text: v.optional(long),
  times: ItemTimesSchema,
  media: v.array(DraftMedia),
});
export type DraftQuote = v.InferOutput<typeof DraftQuote>;

export const DraftItem = v.strictObject({
  kind: v.picklist(['post', 'reaction']),
  id: short,
  url: v.optional(httpUrl),
  /** Index into people; absent when the page did not tell. */
  author: v.optional(index),
  /** Id of the item this one answers; absent when unknown. */
  parent: v.optional(v.strictObject({ id: short, method: v.picklist(parentMethods) })),
  times: ItemTimesSchema,
  /** Plain text, emoji as their characters, line breaks as \n; '' says "no text", absent says "not found". */
  text: v.optional(long),
  lang: v.optional(short),
  /** The text was shortened by the page and could not be unfolded. */
  isTruncated: v.optional(v.literal(true)),
  contentWarning: v.optional(long),
  media: v.array(DraftMedia),
  counts: CountsSchema,
  /** People linked or named in the text, the reply line or a label: indexes into people. */
  mentions: v.array(index),
  hashtags: v.array(short),
  links: v.array(httpUrl),
  quote: v.optional(DraftQuote),
  /** R13: the account of this page republished somebody's post: who did. */
  repostedBy: v.optional(index),
  isPinned: v.optional(v.literal(true)),
  fragment: v.optional(FragmentSchema),
});
export type DraftItem = v.InferOutput<typeof DraftItem>;

export const DraftProfile = v.strictObject({
  account: index,
  description: v.optional(long),
  /** Joined date, location, category…: label and value as shown. */
  fields: v.array(v.strictObject({ label: short, value: long })),
  links: v.array(httpUrl),
  followers: v.optional(short),
  following: v.optional(short),
  postCount: v.optional(short),
  avatar: v.optional(httpUrl),
  banner: v.optional(httpUrl),
  /** R4; absent when the page does not tell. */
  isProtected: v.optional(v.boolean()),
  isVerified: v.optional(v.boolean()),
  mentions: v.array(index),
  fragment: v.optional(FragmentSchema),
});
export type DraftProfile = v.InferOutput<typeof DraftProfile>;

/** Why reactions that exist cannot be read here; in the words `gap.<kind>` and in the package. */
const gapKinds = ['hidden-by-network', 'on-another-page', 'on-another-network', 'needs-login'] as const;
/** `count` is absent when the page does not say how many. */
const Gap = v.strictObject({ kind: v.picklist(gapKinds), count: v.optional(index) });
export type Gap = v.InferOutput<typeof Gap>;

/** What the reader and the unfolding saw about wholeness (D16); the verdict is made later, in `scenario/completeness`. */
export const Observations = v.strictObject({
  /** Reactions the page says there are (shown count), as a number; absent when it does not say. */
  displayedReactions: v.optional(index),
  /** Controls still closed at the end, by kind, with how many. */
  closedControls: v.array(v.strictObject({ kind: short, count: index })),
  /** Items present as a notice only (deleted, withheld, hidden by the platform). */
  unavailableItems: index,
  truncatedItems: index,
  gaps: v.optional(v.array(Gap)),
  /** Items that are in the page but that the reader could not make out. */
  unreadableItems: v.optional(index),
  /** The page's own word for the order that is active; never changed by us. */
  sortOrder: v.optional(short),
  isLoggedIn: v.optional(v.boolean()),
  reachedEnd: v.boolean(),
  /** Budgets that ended the unfolding. */
  budgetsHit: v.array(v.picklist(['time', 'items', 'bytes'])),
  isStoppedByUser: v.boolean(),
  isNavigatedAway: v.boolean(),
  steps: index,
  notes: v.array(short),
});
export type Observations = v.InferOutput<typeof Observations>;

/** Everything but the items. */
export const DraftHead = v.strictObject({
  schema: v.literal(1),
  platform: v.picklist(platformIds),
  pageKind: v.picklist(['post', 'profile', 'other']),
  url: httpUrl,
  /** Host as the browser shows it (punycode), T19. */
  host: short,
  language: v.optional(short),
  adapter: v.strictObject({ name: short, version: short, layout: short }),
  /** R5. */
  replies: v.strictObject({ possible: v.picklist(['yes', 'no', 'unknown']), evidence: short }),
  /** Whose page it is: index into people. */
  account: v.optional(index),
  profile: v.optional(DraftProfile),
  people: v.array(DraftPerson),
  styles: v.array(Style),
  /** R9, R12: ids of items among ours that a person pointed at, in the order they were asked for. */
  pointed: v.optional(v.pipe(v.array(short), v.maxLength(500))),
  observations: Observations,
  clock: v.strictObject({ started: short, ended: short, pageDate: v.optional(short) }),
  /** Milliseconds spent. */
  took: v.strictObject({ unfoldMs: v.number(), readMs: v.number() }),
});
export type DraftHead = v.InferOutput<typeof DraftHead>;

export type Draft = DraftHead & { items: DraftItem[] };
