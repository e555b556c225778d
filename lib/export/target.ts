import type { CaptureId } from '../model/capture.ts';

/** A sealed package on its way out. */
export interface Parcel {
  readonly id: CaptureId;
  readonly fileName: string;
  readonly sha256: string;
  readonly bytes: number;
  /** An address the browser can read the file from, and what to do when it has been read. */
  readonly open: () => Promise<{ url: string; close: () => Promise<void> }>;
}

/** What the receiver says it has. */
export interface Receipt {
  readonly where: string;
  readonly bytes: number;
  /** How it was made certain: `read-back` and `checksum` are proof, `size` is a weaker word. */
  readonly certainty: 'checksum' | 'read-back' | 'size';
}

/** Where a package can go. One file a system. */
export interface Target {
  readonly name: string;
  deliver(parcel: Parcel): Promise<Receipt>;
}
