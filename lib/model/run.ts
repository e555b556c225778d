/** Posts that are captured one after another because a person chose them: a periodic round (R9) or posts that are due again (R26). */
import * as v from 'valibot';
import type { CaptureId } from './capture.ts';
import type { FailureCode } from './failure.ts';
import { platformIds } from './platform.ts';
import { accountTypes, scenarios } from './policy.ts';
import type { RoundTerm } from './policy.ts';

const sentence = v.pipe(v.string(), v.trim(), v.maxLength(1_000));

/** An account as the register names it. */
export const RunAccount = v.strictObject({
  platform: v.picklist(platformIds),
  handle: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200)),
});
export type RunAccount = v.InferOutput<typeof RunAccount>;

/** One own post, and what a person said of it. Its address is our own account's: no text, nobody else's name (D3). */
export const ChosenPost = v.strictObject({
  platform: v.picklist(platformIds),
  url: v.pipe(v.string(), v.maxLength(2_000), v.url(), v.startsWith('https://')),
  /** The network's number of it. */
  postId: v.optional(v.pipe(v.string(), v.maxLength(500))),
  /** ISO, where the page told. */
  posted: v.optional(v.pipe(v.string(), v.maxLength(40))),
  scenario: v.picklist(scenarios),
  /** Of an account that is not in the register. */
  accountType: v.optional(v.picklist(accountTypes)),
  reason: v.optional(sentence),
  capacity: v.optional(sentence),
  selectionReason: v.optional(sentence),
});
export type ChosenPost = v.InferOutput<typeof ChosenPost>;

export type StepState = 'waiting' | 'busy' | 'captured' | 'failed';

export interface RunStep {
  readonly post: ChosenPost;
  readonly state: StepState;
  readonly capture?: CaptureId;
  readonly failure?: FailureCode;
}

export type RunKind = 'ronde' | 'herhaling';

/** `ended` once nothing waits, or a person said that it is enough; the steps then tell what was not done. */
export type RunState = 'going' | 'paused' | 'ended';
export type PauseReason = 'user' | 'browser-closed' | 'tab-gone' | 'page-needs-login' | 'no-permission';

/** R23: what of the profile was gone past, so that a round never looks more complete than it was. */
export const RoundView = v.strictObject({
  /** Own posts that were shown to the person. */
  seen: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** ISO of the oldest among them; pinned posts do not count. */
  oldest: v.optional(v.pipe(v.string(), v.maxLength(40))),
});
export type RoundView = v.InferOutput<typeof RoundView>;

export interface Run {
  readonly id: string;
  readonly kind: RunKind;
  readonly state: RunState;
  readonly pausedBy?: PauseReason;
  readonly startedAt: string;
  readonly endedAt?: string;
  /** Of a round. */
  readonly account?: RunAccount;
  readonly view?: RoundView;
  /** When the round before this one began; absent: this was the first. */
  readonly since?: string;
  readonly steps: readonly RunStep[];
}

/** What to do, because its day has come. Only a person starts it: nothing is captured by itself (R9). */
export type Due =
  | {
      readonly kind: 'ronde';
      readonly account: RunAccount;
      readonly term: RoundTerm;
      /** yyyy-mm-dd. */
      readonly on: string;
      readonly last?: string;
    }
  | {
      readonly kind: 'herhaling';
      readonly capture: CaptureId;
      readonly url: string;
      readonly account: RunAccount;
      readonly title?: string;
      readonly on: string;
      /** The term in days that has passed. */
      readonly days: number;
    };

/** R9: ticked in a round that has not begun. Of an own post, in the words of who captures: it may be kept (D3). */
export interface RoundTick extends Pick<ChosenPost, 'url' | 'postId' | 'posted'> {
  readonly capacity: string;
  readonly selectionReason: string;
}

/** An own post on a profile page. It holds its text: in memory only (D3). */
export interface PagePost {
  readonly url: string;
  readonly postId?: string;
  readonly posted?: string;
  readonly text: string;
  readonly isPinned?: true;
  /** R10: which of the account's words stand in it; a proposal, never a decision. */
  readonly words: readonly string[];
  /** Captured before, and still counting. */
  readonly capture?: CaptureId;
}

export interface PagePosts {
  readonly posts: readonly PagePost[];
  /** Republished posts of others: left out, and counted (R13). */
  readonly others: number;
}
