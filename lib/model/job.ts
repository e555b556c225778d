import type { CaptureId, CaptureState, Completeness, CompletenessReason, RedactionKind } from './capture.ts';
import type { FailureCode, FailureDetail } from './failure.ts';
import type { LetterKind } from './letter.ts';
import type { PageKind, PlatformId } from './platform.ts';
import type { PointedCount } from './pointed.ts';
import type { AccountType, Scenario } from './policy.ts';

/** The steps of a running capture, in order, as shown to the user. */
export const jobSteps = ['starting', 'unfolding', 'reading', 'media', 'stripping', 'storing', 'done'] as const;
export type JobStep = (typeof jobSteps)[number];

export const captureHints = ['scroll-yourself', 'tab-hidden'] as const;
export type CaptureHint = (typeof captureHints)[number];

/** A running or just finished capture; holds counts and codes only, so it may live in storage.session. */
export interface JobStatus {
  readonly id: string;
  readonly tabId: number;
  readonly step: JobStep;
  readonly posts: number;
  readonly reactions: number;
  readonly displayedReactions?: number;
  /** What the person can do to help, now. */
  readonly hint?: CaptureHint | undefined;
  readonly startedAt: string;
  readonly captureId?: CaptureId;
  /** Milliseconds each step took, once it is done. */
  readonly tookMs?: {
    readonly unfold: number;
    readonly read: number;
    readonly media: number;
    readonly strip: number;
    readonly store: number;
  };
  readonly failure?: { readonly code: FailureCode; readonly detail: FailureDetail };
  /** ISO time of the last sign of life, to tell a stalled job. */
  readonly heardAt: string;
}

/** What the popup needs to know of the page before anything is kept. Never stored. */
export type PageView =
  | {
      readonly state: 'ready';
      readonly platform: PlatformId;
      readonly pageKind: PageKind;
      readonly host: string;
      readonly account?: { readonly handle: string; readonly name: string; readonly registeredAs?: AccountType };
      readonly replies: 'yes' | 'no' | 'unknown';
      readonly displayedReactions?: number;
      /** Absent while the account is not in the register: the user says first what kind it is. */
      readonly proposal?: ScenarioProposal;
      /** Codes of things to tell: `tiktok-banned`, `generic-reader`, `not-logged-in`, `R13-repost`, `look-alike-host`… */
      readonly notices: readonly string[];
      /** Exact times show only under the pointer: the user is asked whether it may be moved over them. */
      readonly offersHover?: true;
      /** R9, R12: reactions of it that were pointed at. */
      readonly pointed?: PointedCount;
      /** Origins to ask host permission for, so that own media can be fetched. */
      readonly needsPermission: readonly string[];
      /** Hosts among them that no list of ours knows: the user is told where the own pictures stand. */
      readonly mediaElsewhere?: readonly string[];
    }
  | { readonly state: 'refused'; readonly code: FailureCode; readonly host: string };

/** R11: a reaction on the page, for a person to choose a letter from. Names people: only ever in memory (D3). */
export interface PageReaction {
  /** As the reader found it. */
  readonly item: string;
  readonly author: string;
  readonly text: string;
  /** The user selected text in it on the page, or the overlay's control was pressed. */
  readonly isPicked?: true;
}

export interface ScenarioProposal {
  readonly scenario: Scenario;
  readonly accountType: AccountType;
  /** Reason codes, each with the rule number first: `R5-replies-possible`, `R3-corporate`, `R9-hybrid`… */
  readonly because: readonly string[];
  /** Codes of what is kept and what is removed: `profile`, `posts`, `own-media`, `reactions`, `counts`… */
  readonly keeps: readonly string[];
  readonly removes: readonly string[];
  /** R9: ask capacity and reason before starting, review before sealing. */
  readonly asksCapacity: boolean;
}

export type Correction =
  | { readonly act: 'withdrawn'; readonly at: string; readonly reason: string }
  | { readonly act: 'replaced'; readonly at: string; readonly reason: string; readonly by: CaptureId };

/** One line of the work list. */
export interface CaptureSummary {
  readonly id: CaptureId;
  readonly state: CaptureState;
  readonly platform: PlatformId;
  readonly accountHandle: string;
  readonly scenario: Scenario;
  readonly posts: number;
  readonly reactions: number;
  readonly thirdParties: number;
  readonly mediaKept: number;
  readonly mediaMissing: number;
  readonly completeness: Completeness['state'];
  readonly capturedAt: string;
  /** First words of the own post, as stored; a letter has none here. */
  readonly title?: string;
  /** Of the own page; to capture it again (R26). */
  readonly url?: string;
  /** Number of the own post the capture is about, or key of the profile (`profiel-…`): finds captures of the same. */
  readonly postId?: string;
  readonly accountType?: AccountType;
  /** R22: its name. */
  readonly hotspot?: string;
  /** R23: why it is not complete, by code. */
  readonly shortfalls?: readonly CompletenessReason[];
  /** R20: how much of each kind was removed. */
  readonly removed?: Readonly<Partial<Record<RedactionKind, number>>>;
  /** Review points left for a person. */
  readonly reviewPoints: number;
  /** Time-stamp authorities that did not answer when the package was sealed (F20), and how many stamps came since. */
  readonly stamps?: { readonly waiting: readonly string[]; readonly late: number };
  /** R27: this capture was withdrawn, or replaced by another; it stays as it was. */
  readonly correction?: Correction;
  /** R11: it is a citizen's letter. */
  readonly letter?: LetterKind;
  readonly export?: { readonly fileName: string; readonly bytes: number; readonly sha256: string; readonly at: string };
}
