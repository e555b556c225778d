/** D14: what a package is signed with, and where time-stamps come from. Keys and clock are handed in. */
import type { CaptureId } from './capture.ts';

/** The installation's key as everybody may see it. */
export interface PublicKey {
  /** SHA-256 of the key as DER, hex. */
  readonly fingerprint: string;
  /** DER (SPKI), as hex. */
  readonly spki: string;
  readonly madeAt: string;
  /** Fingerprint of the key that was used before this one. */
  readonly previous?: string;
}

/** The package made before this one, and how far the log went then: who removes or replaces one breaks the row (T20, T21). */
export interface PackageLink {
  readonly id: CaptureId;
  /** SHA-256 of its tagmanifest-sha256.txt. */
  readonly tagmanifest: string;
  readonly logSeq: number;
  readonly logHash: string;
}

/** R26, R27: another package this one goes back to. */
export interface EarlierPackage {
  readonly id: CaptureId;
  readonly capturedAt: string;
  /** SHA-256 of its zip, where it was sealed. */
  readonly zip?: string;
}
