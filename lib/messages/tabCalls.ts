/**
 * What the worker asks the content script in a tab. The answers come from a hostile page and are parsed like any claim.
 */
import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { Failure } from '../model/failure.ts';
import type { PointedAt, WebcareWords } from '../model/pointed.ts';
import { platformIds } from '../model/platform.ts';

const short = v.pipe(v.string(), v.maxLength(500));

/** What a page is, before anything is read from it. Lives in memory only. */
export const TabLook = v.strictObject({
  platform: v.picklist(platformIds),
  isGeneric: v.boolean(),
  /** The network's own reader did not know the page. */
  isFallback: v.boolean(),
  pageKind: v.picklist(['post', 'profile', 'other', 'direct-messages', 'private', 'login']),
  url: v.pipe(v.string(), v.maxLength(8_000)),
  account: v.optional(v.strictObject({ handle: short, name: short })),
  replies: v.picklist(['yes', 'no', 'unknown']),
  displayedReactions: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  isLoggedIn: v.optional(v.boolean()),
  isProtected: v.optional(v.boolean()),
  hasReposts: v.boolean(),
  offersHover: v.boolean(),
  mediaHosts: v.array(short),
  /** Where own media stand, on networks of many servers: each is asked for. */
  ownMediaHosts: v.optional(v.pipe(v.array(short), v.maxLength(8))),
});
export type TabLook = v.InferOutput<typeof TabLook>;

export interface BeginOrder {
  readonly job: string;
  /** R11: only this reaction, with what it answers. */
  readonly only?: string;
  /** R9, R12: reactions that must come along, as `Found.id`. */
  readonly pointed?: readonly string[];
  readonly withReactions: boolean;
  readonly mayHover: boolean;
  readonly budgets: { readonly seconds: number; readonly items: number; readonly megabytes: number };
}
/** `marks`: what was pointed at before. */
export interface WebcareOrder {
  readonly act: 'ask' | 'start' | 'stop';
  readonly words?: WebcareWords | undefined;
  readonly marks?: readonly PointedAt[];
}
export type TabQuestion =
  | { readonly tabCall: 'look' }
  | { readonly tabCall: 'report' }
  /** Which job runs in the page now, or ended there unheard. */
  | { readonly tabCall: 'busy' }
  /** `link`: the address of a link in the one that was pointed at. */
  | { readonly tabCall: 'reactions'; readonly link?: string }
  /** R11: the controls beside the reactions. */
  | ({ readonly tabCall: 'webcare' } & WebcareOrder)
  /** R9: the own posts of a profile, as far as it has been scrolled. */
  | { readonly tabCall: 'posts' }
  | { readonly tabCall: 'begin'; readonly order: BeginOrder };

export async function lookAt(tabId: number): Promise<TabLook> {
  const parsed = v.safeParse(TabLook, await askTab(tabId, { tabCall: 'look' }));
  if (!parsed.success) throw new Failure('page-not-understood');
  return parsed.output;
}

const Report = v.strictObject({ platform: v.picklist(platformIds), html: v.pipe(v.string(), v.maxLength(30_000_000)) });

export async function reportOf(tabId: number): Promise<v.InferOutput<typeof Report>> {
  const parsed = v.safeParse(Report, await askTab(tabId, { tabCall: 'report' }));
  if (!parsed.success) throw new Failure('page-not-understood');
  return parsed.output;
}

const Reactions = v.pipe(
  v.array(
    v.strictObject({
      item: v.pipe(v.string(), v.maxLength(4_000)),
      author: short,
      text: short,
      isPicked: v.optional(v.literal(true)),
    }),
  ),
  v.maxLength(2_000),
);

/** R11: the reactions in the page now, for a person to choose a letter from. They name people: never to be kept (D3). */
export async function reactionsOf(tabId: number, link?: string): Promise<v.InferOutput<typeof Reactions>> {
  const parsed = v.safeParse(Reactions, await askTab(tabId, { tabCall: 'reactions', ...(link !== undefined && { link }) }));
  if (!parsed.success) throw new Failure('page-not-understood');
  return parsed.output;
}

const Posts = v.strictObject({
  posts: v.pipe(
    v.array(
      v.strictObject({
        url: v.pipe(v.string(), v.maxLength(2_000), v.url(), v.startsWith('https://')),
        id: short,
        posted: v.optional(v.pipe(v.string(), v.maxLength(40))),
        text: short,
        isPinned: v.optional(v.literal(true)),
      }),
    ),
    v.maxLength(500),
  ),
  others: v.pipe(v.number(), v.integer(), v.minValue(0)),
});

/** R9: the own posts in the page now, for a person to choose from. Their texts may name people: never to be kept (D3). */
export async function postsOf(tabId: number): Promise<v.InferOutput<typeof Posts>> {
  const parsed = v.safeParse(Posts, await askTab(tabId, { tabCall: 'posts' }));
  if (!parsed.success) throw new Failure('page-not-understood');
  return parsed.output;
}

/** Whether the controls are on the page, after this. */
export async function webcareOn(tabId: number, order: WebcareOrder): Promise<boolean> {
  return (await askTab(tabId, { tabCall: 'webcare', ...order })) === true;
}

/** The content script starts and answers at once; it reports by itself from then on. */
export async function begin(tabId: number, order: BeginOrder): Promise<void> {
  await askTab(tabId, { tabCall: 'begin', order });
}

const AtWork = v.strictObject({ reads: v.optional(short), unheard: v.optional(short) });

/**
 * Which job the page reads for, and of which it could not tell the worker that it ended. Nothing of either where nothing of ours is
 * in the page, or what is there is new.
 */
export async function atWorkIn(tabId: number): Promise<v.InferOutput<typeof AtWork>> {
  const parsed = v.safeParse(AtWork, await askTab(tabId, { tabCall: 'busy' }).catch(() => undefined));
  return parsed.success ? parsed.output : {};
}

async function askTab(tabId: number, question: TabQuestion): Promise<unknown> {
  try {
    return await browser.tabs.sendMessage(tabId, question, { frameId: 0 });
  } catch (error) {
    throw new Failure('tab-gone', {}, { cause: error });
  }
}
