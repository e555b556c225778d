/**
 * What a network's folder must offer. Pure over (Document, URL): it looks; it never clicks, scrolls, fetches or waits,
 * and it never changes the page. Everything a page says is hostile.
 */
import type { DraftItem, DraftMedia, DraftPerson, DraftProfile, Gap } from '../model/draft.ts';
import type { FragmentRole } from '../model/fragment.ts';
import type { PageKind, PlatformId } from '../model/platform.ts';

/** A person as the reader meets it; `People` makes one index of all the places the same person stands. */
export interface SeenPerson {
  readonly name?: string;
  readonly handle?: string;
  readonly ids?: readonly string[];
  readonly urls?: readonly string[];
  readonly avatars?: readonly string[];
  readonly isEmployee?: true;
}

/** The one list of people of a capture. `see` returns the index; the same handle (or, without one, name) is the same person. */
export interface People {
  see(person: SeenPerson): number;
  readonly all: readonly DraftPerson[];
}

/** What an element of an item means, so that the fragment can say so (D1). `element` itself and all below it belong to the role. */
export interface Mark {
  readonly element: Element;
  readonly role: FragmentRole | 'drop';
  readonly person?: number;
  readonly media?: number;
}

/** A place in the page where an item stands now; cheap to find, read later. */
export interface Found {
  readonly kind: 'post' | 'reaction';
  readonly id: string;
  readonly element: Element;
  /** The text is shortened and a control can still unfold it: read again later. */
  readonly isTruncated?: boolean;
  /** The item answered, as far as this moment's DOM tells. */
  readonly parent?: { readonly id: string; readonly method: 'markup' | 'chain' | 'position' };
  /** It answers the item above it, which is not in the page now: known once all have been read. */
  readonly isUnderAbove?: true;
}

export interface ReadItem {
  readonly item: Omit<DraftItem, 'fragment' | 'parent' | 'kind' | 'id'>;
  readonly marks: readonly Mark[];
  /** All pictures and films are in `media`, also those that are not drawn: nothing is won by going through the slides. */
  readonly isMediaWhole?: true;
}

export interface ReadProfile {
  readonly profile: Omit<DraftProfile, 'fragment'>;
  readonly element?: Element;
  readonly marks: readonly Mark[];
}

/** What the page as a whole says. */
export interface PageFacts {
  /** Index into people: whose page this is. */
  readonly account?: number;
  readonly language?: string;
  /** Which of the network's layouts this is. */
  readonly layout: string;
  readonly replies: { readonly possible: 'yes' | 'no' | 'unknown'; readonly evidence: string };
  readonly isLoggedIn?: boolean;
  readonly displayedReactions?: number;
  readonly sortOrder?: string;
  readonly unavailableItems: number;
  /** Reactions that the page says are there and that cannot be had from it (R23). */
  readonly gaps?: readonly Gap[];
  readonly notes: readonly string[];
}

export type ControlKind = 'open-reactions' | 'more-reactions' | 'more-replies' | 'more-text' | 'show-sensitive' | 'next-slide';

/** How a network's page is opened further: data for the capture engine, structure first, labels (nl, en) second (D17). */
export interface UnfoldPlan {
  /**
   * Controls that may be clicked, tried in this order. `label` narrows the structure where it alone is not enough.
   * `open-reactions` shows the place where reactions stand; it is clicked once, and not counted when it stays.
   * `next-slide` goes through the pictures of the page's own post, at the end, where not all of them are drawn at once.
   */
  readonly controls: readonly {
    readonly kind: ControlKind;
    readonly selector: string;
    readonly label?: RegExp;
    readonly notLabel?: RegExp;
  }[];
  /** Never clicked, nor anything inside it or around it; beside the engine's own list (links, menus, forms…). */
  readonly never: readonly string[];
  /** Whether scrolling brings more. */
  readonly scrolls: boolean;
  /** The elements that scroll, best first; absent or not in the page: whatever scrolls around the last item, else the page. */
  readonly scrollers?: readonly string[];
  /** Stand-ins that the network fills once they are in view: the first is brought into view, and waited for, before the list goes on. */
  readonly lazy?: string;
  /** More may come only when a person scrolls (the page asks for real wheel events): the user is asked to, and read along with. */
  readonly needsUser?: true;
  /** A time that shows only under the pointer; asked for only when the user allows it. Selectors in the item and in the page. */
  readonly hover?: { readonly target: string; readonly tip: string };
  /** Present while something is still loading. */
  readonly loading?: string;
}

/** What an API or the page's own answers say of one item, to be laid over what the page gave (method `api`). */
export interface ItemFacts {
  /** The network's own id, where the page's markup has none. */
  readonly id?: string;
  /** As `Found.id`, or the network's own. */
  readonly parentId?: string;
  /** ISO 8601 UTC. */
  readonly createdAt: string;
  readonly editedAt?: string;
  readonly account: SeenPerson;
  /** All pictures, films and sounds of the item, at their largest. */
  readonly media?: readonly DraftMedia[];
}

/** A public API on the page's own origin, asked without credentials. Its answers are claims like the page itself. */
export interface PublicApi {
  /** Paths to ask; none where this page has no answer there. */
  paths(url: URL): readonly string[];
  /** By item id, from the parsed answers in the same order (`undefined` where one did not come). Wrong answers give fewer facts. */
  facts(answers: readonly unknown[], url: URL): ReadonlyMap<string, ItemFacts>;
}

/**
 * What only the answers tell that the page itself asked for (TikTok: ids and times). They are asked again at the very same
 * addresses, and read for named fields only (D1). Claims like the page itself.
 */
export interface OwnAnswers {
  /** Whether the page asked this address for what we need; both on the page's own site. */
  isOne(address: URL, page: URL): boolean;
  /** By `Found.id`, from the parsed answers in the order they were asked. Wrong answers give fewer facts. */
  facts(answers: readonly unknown[], url: URL): ReadonlyMap<string, ItemFacts>;
}

export interface Adapter {
  readonly platform: PlatformId;
  /** Has no knowledge of its own of this network (R1): the capture is flagged as such. */
  readonly isGeneric?: boolean;
  /** Raised when what it reads changes; kept in the record (D16). */
  readonly version: string;
  /** Hosts whose media the worker may fetch for an own post (D7): exact, or `*.` and a domain. Absent: the page's own host. */
  readonly mediaHosts: readonly string[];
  /** Stands on any server, and its pictures on any other: the hosts of an own post's media are asked for, one by one. */
  readonly mediaOnAnyHost?: true;
  /** Exact hosts first (T19), then the page. */
  canRead(page: Document, url: URL): boolean;
  pageKind(page: Document, url: URL): PageKind;
  facts(page: Document, url: URL, people: People): PageFacts;
  /** All items in the DOM now, in page order; visible instances only, no side rail, no suggestions, no advertisements. */
  find(page: Document, url: URL): Found[];
  /** Throws `page-not-understood` when a part every item must have is not there. */
  read(found: Found, page: Document, url: URL, people: People): ReadItem;
  /** The account's profile, on its own page only. */
  profile(page: Document, url: URL, people: People): ReadProfile | undefined;
  /** The end of what belongs to this page is in the DOM now ("Discover more" begins): scrolling on brings strangers' posts. */
  isAtEnd?(page: Document, url: URL): boolean;
  readonly unfold: UnfoldPlan;
  /** Draws answers to answers side by side, each beginning with the name of who is answered. */
  readonly namesAnswered?: true;
  /** The number shown with a reaction counts direct answers alone: fewer of them in the page means they stand on its own page. */
  readonly countsAnswersEach?: true;
  readonly api?: PublicApi;
  readonly answers?: OwnAnswers;
}
