import type { CaptureId, CaptureState } from './capture.ts';
import type { FailureCode } from './failure.ts';

/** D11: what stood in the database when it was last written, kept outside of it. Numbers and our own ids, nothing else. */
export interface StoreTally {
  /** ISO 8601 UTC. */
  readonly at: string;
  /** Number of the last line of the log. */
  readonly lines: number;
  readonly captures: number;
  /** Captures that were nowhere else yet, and the first hundred of them by name. */
  readonly open: number;
  readonly openIds: readonly CaptureId[];
}

/** F11: the database has less than the tally says. `gone`: nothing is left; `older`: it went back to how it was before. */
export interface StoreLoss {
  readonly kind: 'gone' | 'older';
  /** ISO 8601 UTC: when it was noticed. */
  readonly at: string;
  /** Absent where an earlier version only noted that there was something. */
  readonly before?: StoreTally;
  /** Captures there are still, of `before`. */
  readonly left: number;
}

/** A file that goes along, by what it is named and stored under. */
export interface PackedFile {
  readonly fileName: string;
  /** Also its name in the store. */
  readonly sha256: string;
}

/** A capture in "alles meenemen": its package with what belongs beside it, or why it could not be packed. */
export type TakenCapture =
  | { readonly id: CaptureId; readonly state: CaptureState; readonly files: readonly PackedFile[] }
  | { readonly id: CaptureId; readonly state: CaptureState; readonly missing: FailureCode };
