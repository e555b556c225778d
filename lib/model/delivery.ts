/** D11: a package on its way to a target. What is said here is what the receiver answered, never what we hope. */
import type { CaptureId } from './capture.ts';
import type { Facts } from './target.ts';

/** Why a delivery could not go on; `delivery_problem_<code>` in the words. */
export const deliveryProblems = [
  'needs-secret', // nobody typed the password or key since the browser started
  'no-permission', // the browser may not reach this address yet
  'setting-missing', // the target was taken out of the settings
  'unreachable', // no answer: network, name, certificate or proxy
  'redirected', // sends elsewhere; a login must not follow (T26)
  'unexpected-answer', // something else answered, e.g. a page to log in on a network
  'login',
  'forbidden',
  'place-missing',
  'type-missing', // the document type or a property is not known there
  'not-supported',
  'busy',
  'server-error',
  'in-use', // locked by somebody else
  'exists-different', // a record of this name with other bytes
  'too-large',
  'full',
  'rejected',
  'altered', // what came back is not what was sent
  'gone', // was there, and is not any more
  'local-damaged', // our own copy is not what was sealed
  'unexpected',
] as const;
export type DeliveryProblem = (typeof deliveryProblems)[number];

/** What the receiver has, by its own answer. */
export interface Receipt {
  /** Path or address at the receiver; without anything secret. */
  readonly where: string;
  /** The receiver's own number for it, and the version, where it gives them. */
  readonly id?: string;
  readonly version?: string;
  readonly bytes: number;
  /** ISO 8601 UTC: when it was made certain. */
  readonly at: string;
  /** How: `read-back` and `checksum` are proof, `size` is a weaker word. */
  readonly certainty: 'checksum' | 'read-back' | 'size';
  /** Whether the receiver keeps what was told beside the bytes, where that can be refused; absent where nothing was told so. */
  readonly metadata?: 'kept' | 'refused';
  /** Whether the case a citizen's letter belongs to knows it now (R11); absent where no case was named. */
  readonly caseLink?: 'linked' | 'unknown-case' | 'refused';
  /** R27: it became a new version of what the receiver had of the package it corrects. */
  readonly isNewVersion?: true;
  /** F19: it stood there already, from an attempt whose answer was lost. */
  readonly isFound?: true;
}

/** R27: a file that a correction takes the place of, as its receiver has it. */
export interface Corrected {
  /** The receiver's own number for it. */
  readonly id: string;
  readonly fileName: string;
}

/** One file of a delivery. */
export interface DeliveryFile {
  readonly fileName: string;
  /** Also its name in the store. */
  readonly sha256: string;
  readonly bytes: number;
  readonly mime: string;
  /** Once it is certain. */
  readonly receipt?: Receipt;
}

/** `waiting`: its turn comes by itself. `stopped`: somebody has to do something. `certain`: the receiver has the same bytes. */
export const deliveryStates = ['waiting', 'sending', 'stopped', 'certain'] as const;
export type DeliveryState = (typeof deliveryStates)[number];

/** F19: there is one of these per package and target, whatever happens. */
export interface Delivery {
  /** `<capture>~<target>`. */
  readonly id: string;
  readonly capture: CaptureId;
  /** R27: the package this one takes the place of. */
  readonly corrects?: CaptureId;
  readonly target: string;
  readonly targetName: string;
  readonly state: DeliveryState;
  readonly files: readonly DeliveryFile[];
  readonly facts: Facts;
  /** 0 goes first: a citizen's letter has a term (R11). */
  readonly priority: 0 | 1;
  readonly queuedAt: string;
  readonly attempts: number;
  /** Not before this time, in milliseconds. */
  readonly nextAt: number;
  readonly problem?: { readonly code: DeliveryProblem; readonly status?: number; readonly at: string };
  /** When it was last seen to be there still, after the delivery. */
  readonly checkedAt?: string;
  /** Where a protocol can go on after an interruption: its own notes. */
  readonly resume?: string;
}

export function deliveryId(capture: CaptureId, target: string): string {
  return `${capture}~${target}`;
}

/** How far the delivery that is being sent is; in memory only. */
export interface DeliveryProgress {
  readonly id: string;
  readonly phase: 'looking' | 'sending' | 'reading-back';
  readonly done: number;
  readonly total: number;
}
