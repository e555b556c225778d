import type { Corrected, Receipt } from '../model/delivery.ts';
import type { Facts } from '../model/target.ts';

/** One file of a sealed package on its way out. */
export interface Parcel {
  readonly fileName: string;
  readonly mime: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly facts: Facts;
  /** R27: the file this one takes the place of, as this receiver has it. */
  readonly corrects?: Corrected;
  /** The receiver's own number for this one, where it was delivered before. */
  readonly known?: string;
  /** The bytes as they lie in the store: a Blob is read piece by piece, so that nothing is in memory whole. */
  readonly read: () => Promise<Blob>;
}

export type Found =
  | { readonly at: 'absent' }
  /** The same bytes: nothing has to be sent. */
  | { readonly at: 'same'; readonly receipt: Receipt }
  /** Ours, but not whole: an attempt broke off, or it was damaged. Delivering puts that right. */
  | { readonly at: 'half' }
  /** Something else has its name. */
  | { readonly at: 'different' };

/** Of the package itself; a pakbon is another. */
export const packageMime = 'application/zip';

/** Tells how far it is: bytes of this file that were sent, or read back. */
export type OnProgress = (phase: 'sending' | 'reading-back', done: number) => void;

/** What came of it: the bytes are there, whatever this says. */
export type Annotated = Pick<Receipt, 'metadata' | 'caseLink'>;

/** Where a package can go. One file a system; each throws `TargetProblem` and nothing else about the receiver. */
export interface Target {
  /** Can a package be put there? Leaves nothing behind. */
  check(): Promise<void>;
  /** F19: is it there already, from an attempt of which the answer was lost? */
  find(parcel: Parcel): Promise<Found>;
  /** Resolves only when the receiver has these bytes, by its own word and ours (D11). Nothing half stays under the final name. */
  deliver(parcel: Parcel, onProgress: OnProgress): Promise<Receipt>;
  /**
   * Where that does not go along with the bytes: tells what the organisation wants known of it, and reads it back. Asked after a
   * delivery, and after one whose answer was lost; asked again it does the same.
   */
  annotate?(parcel: Parcel): Promise<Annotated>;
  /** For the log, in Dutch; without anything secret. */
  describe(): string;
}
