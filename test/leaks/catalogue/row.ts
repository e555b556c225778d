/** One row of the catalogue: where a person is planted, and what became of it. */
import type { Someone } from '../pages/cast.ts';
import type { Canary } from './set.ts';

/** Pieces of a page of a thread; what is not named stays as the page has it. HTML goes in as it is. */
export interface Planting {
  /** Writes the reaction; absent: a bystander. */
  readonly by?: Someone;
  /** HTML of the reaction's text. */
  readonly text?: string;
  /** Under the text of a reaction, and under that of our own post. */
  readonly item?: string;
  /** Under the text of the reaction only: what stands in our own post is ours. */
  readonly reaction?: string;
  /** The line above the reaction. */
  readonly context?: string;
  readonly replyTo?: readonly Someone[];
  readonly attributes?: Readonly<Record<string, string>>;
  readonly head?: string;
  readonly bodyStart?: string;
  readonly bodyEnd?: string;
  readonly rail?: string;
  /** Below the conversation, in the same column. */
  readonly below?: string;
  /** Only in a real browser: runs in the page. */
  readonly script?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Identifiers of one person as they are planted. */
export interface Identity {
  readonly canary: Canary;
  readonly who: Someone;
  readonly mail: string;
}

export interface Position {
  readonly id: string;
  readonly what: string;
  /** `structured`: never a hit. `named`: the page says elsewhere who this is, so never a hit either. */
  readonly kind: 'structured' | 'named';
  /** Needs what jsdom does not have: scripts, shadow roots, styles. */
  readonly inBrowserOnly?: true;
  /** Only this person of the cast, by role. */
  readonly only?: 'employee';
  /** Only people whose names have so many words; `capitals`: of which each begins with one, and that are no words of the language. */
  readonly words?: 'one' | 'more' | 'capitals';
  /** Not somebody, but may not be left either. */
  readonly gone?: readonly string[];
  plant(identity: Identity, kit: Kit): Planting;
}

/** How the network of the page writes what the rows are made of. */
export interface Kit {
  /** Somebody else, who may be known. */
  readonly other: Someone;
  readonly text: (words: string) => string;
  readonly link: (who: Someone, inner: string) => string;
  readonly mention: (who: Someone) => string;
  readonly avatar: (who: Someone) => string;
  /** Who is in a photo. */
  readonly tagged: (who: Someone) => string;
  /** The line above a post. */
  readonly context: (who: Someone, words: string) => string;
  readonly quote: (by: Someone, text: string) => string;
  readonly card: (href: string, site: string, title: string) => string;
  /** In the side rail. */
  readonly suggestion: (who: Someone, bio: string) => string;
  readonly post: (by: Someone, text: string) => string;
  /** The account menu of whoever is signed in. */
  readonly menu: (who: Someone) => string;
}

export type Verdict = 'schoon' | 'apart geteld' | 'tegengehouden' | 'LEK' | 'niet levend' | 'n.v.t.';

export interface Result {
  readonly row: string;
  readonly what: string;
  /** Where: network, person or place. */
  readonly where: string;
  readonly planted: number;
  readonly alive: string;
  readonly after: number;
  readonly verdict: Verdict;
  readonly note?: string;
}

export const isGood = ({ verdict }: Result): boolean => verdict === 'schoon' || verdict === 'apart geteld' || verdict === 'n.v.t.';
