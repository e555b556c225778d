/** The nouns of the stand: a thread, what it is asked to be, and what it is made of. */
import type { AccountName, Person } from '../../lib/practice/cast.ts';

export type NetworkName =
  | 'x'
  | 'mastodon'
  | 'linkedin'
  | 'facebook'
  | 'instagram'
  | 'threads'
  | 'youtube'
  | 'tiktok'
  | 'bluesky'
  | 'snapchat';

/** Networks that draw every answer under the first reaction of its conversation: who was answered is only in the text. */
export const twoLevels: ReadonlySet<NetworkName> = new Set(['linkedin', 'instagram', 'tiktok', 'snapchat']);

/** A person's account as the network writes it: on Mastodon with the server, when that is another one. */
export function account(network: NetworkName, person: Person): string {
  return network === 'mastodon' && person.server ? `${person.handle}@${person.server}` : person.handle;
}

/** Of these, whoever is answered among the answers stands at the beginning of the text. */
export const named: ReadonlySet<NetworkName> = new Set(['instagram']);

export interface ThreadParams {
  readonly seed?: number;
  /** Third parties' and own reactions together, at most 10,000. */
  readonly reactions?: number;
  /** Share of the reactions that answer another reaction. */
  readonly replyShare?: number;
  readonly maxDepth?: number;
  /** Language of the page around the (Dutch) texts; `xx` is nobody's. */
  readonly language?: 'nl' | 'en' | 'tr' | 'xx';
  /** Which of the network's layouts; absent or unknown: its newest. */
  readonly layout?: string;
  /** The first control that opens replies does nothing, for ever. */
  readonly brokenExpander?: boolean;
  /** Reactions the network hides: counted in the number shown, not in the page. */
  readonly hidden?: number;
  readonly signedIn?: boolean;
  readonly account?: AccountName;
  /** False: only the account itself can answer (R5). */
  readonly repliesAllowed?: boolean;
  /** Photos of the post itself, 0–4; the first has EXIF data. */
  readonly photos?: number;
  /** Reactions behind "show probable spam" (X). */
  readonly spam?: number;
  /** Reactions that were deleted: a notice stands in their place; counted in the number shown, not in the truth. */
  readonly deleted?: number;
  /** Rows per answer of the page's own API. */
  readonly batch?: number;
  /** How long the page's API waits before it answers. */
  readonly delayMs?: number;
  /** How many times faster than the wall the page's clock runs. */
  readonly clockSpeed?: number;
  /** E-mail, phone, BSN… in one reaction out of so many; 0: never. */
  readonly plantEvery?: number;
  /** Replaces fields of the n-th person of the cast (canaries). */
  readonly casting?: Readonly<Record<number, Partial<Person>>>;
  /** Replaces the text of the n-th reaction (canaries). */
  readonly texts?: Readonly<Record<number, string>>;
  /** Mastodon: pictures stand on a host of their own. */
  readonly filesApart?: boolean;
  /** Mastodon: who may use the public API without the page's token. */
  readonly api?: 'open' | 'token' | 'gone';
  /** Mastodon: what the API gives at most without a token; real servers stop at 60. */
  readonly apiDescendants?: number;
}
export type Params = Required<Omit<ThreadParams, 'apiDescendants'>> & Pick<ThreadParams, 'apiDescendants'>;

export interface Photo {
  readonly key: string;
  readonly alt: string;
  readonly artist?: string;
}

export interface Planted {
  readonly kind: 'e-mail' | 'phone' | 'bsn' | 'iban' | 'postcode' | 'first-name';
  readonly value: string;
  readonly item: string;
}

export interface StandItem {
  readonly id: string;
  readonly author: Person;
  readonly isOwn: boolean;
  readonly parent?: string;
  /** Where the page draws it, when that is not what it answers. */
  readonly under?: string;
  readonly depth: number;
  /** ISO 8601 UTC. */
  readonly time: string;
  readonly text: string;
  readonly mentions: readonly Person[];
  readonly photos: readonly Photo[];
  readonly isSpam: boolean;
  readonly isDeleted: boolean;
  /** Mastodon: the text is folded behind these words. */
  readonly warning?: string;
  readonly counts: { readonly replies: number; readonly reposts: number; readonly likes: number; readonly views: number };
}

export interface Thread {
  readonly network: NetworkName;
  readonly params: Params;
  readonly post: StandItem;
  /** In the order of the page. */
  readonly reactions: readonly StandItem[];
  readonly cast: readonly Person[];
  /** People who are in the page but not in the thread. */
  readonly others: Others;
  readonly planted: readonly Planted[];
}
export interface Others {
  readonly rail: readonly Person[];
  readonly hidden: readonly Person[];
  readonly advertisers: readonly Person[];
  readonly discovered: readonly Person[];
}

const defaults: Params = {
  seed: 1,
  reactions: 20,
  replyShare: 0.35,
  maxDepth: 3,
  language: 'nl',
  signedIn: true,
  account: 'ministry',
  repliesAllowed: true,
  photos: 1,
  spam: -1,
  deleted: 0,
  batch: 24,
  delayMs: 0,
  clockSpeed: 1,
  plantEvery: 6,
  casting: {},
  texts: {},
  filesApart: false,
  api: 'open',
  layout: '',
  brokenExpander: false,
  hidden: 0,
};
export function complete(wanted: ThreadParams): Params {
  const params = { ...defaults, ...wanted };
  const reactions = Math.min(10_000, Math.max(0, params.reactions));
  return { ...params, reactions, spam: params.spam < 0 ? Math.floor(reactions * 0.02) : params.spam };
}
