/** D14: what a package is sealed with. Everything that is secret, random or elsewhere is handed in. */
import type { PackageLink, PublicKey } from '../../model/evidence.ts';

/** Somebody who says when. `stamp` gives the checked answer, or nothing when it could not be had now (F20). */
export interface StampAuthority {
  readonly name: string;
  /** PEM of the roots that are believed. */
  readonly roots: string;
  readonly stamp: (content: Uint8Array) => Promise<Uint8Array | undefined>;
}

export interface Sealing {
  readonly key: PublicKey;
  /** ECDSA P-256 over SHA-256, `r ‖ s`. */
  readonly sign: (content: Uint8Array) => Promise<Uint8Array>;
  /** 32 random bytes for the salts of the records; not kept. */
  readonly seed: Uint8Array;
  /** The package made before this one by this installation. */
  readonly previous?: PackageLink;
  readonly authorities: readonly StampAuthority[];
}

export const keyFileName = 'openbare-sleutel.pem';
export const rootsFileName = 'tijdstempel-wortel.pem';
export const signedFileName = 'tagmanifest-sha256.txt';
export const signatureFileName = `${signedFileName}.sig`;

/** The first stamp has the plain name; a second authority's has a number. */
export function stampFileName(at: number): string {
  return at === 0 ? `${signedFileName}.tsr` : `${signedFileName}.${at + 1}.tsr`;
}

/** These are made over the tag manifest, so they cannot stand in it. */
export const afterTags = /^tagmanifest-sha256\.txt(?:\.sig|(?:\.\d{1,2})?\.tsr)$/;
