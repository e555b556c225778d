/** Checking packages on this computer: nothing is stored, nothing leaves it. What does the checking is handed in. */
import { batch, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import { asFailure } from '../model/failure.ts';
import type { Failure, FailureCode } from '../model/failure.ts';
import type { Ask } from './ask.ts';

export interface VerifiedRecord {
  readonly place: string;
  readonly author: string;
  readonly when: string;
  readonly content?: string;
}
export interface VerifiedPackage {
  readonly fileName: string;
  readonly file: Blob;
  readonly ok: boolean;
  readonly id: string;
  readonly fingerprint?: string;
  readonly stamps: readonly { readonly time: string; readonly authority: string }[];
  /** Sentences of the verifier, in Dutch as in the package. */
  readonly checks: readonly {
    readonly id: string;
    readonly ok: boolean;
    readonly text: string;
    readonly detail?: readonly string[];
  }[];
  /** What nobody looked at, in Dutch. */
  readonly unchecked: readonly string[];
  /** What a deelbewijs can be made of; empty where the package is not in order. */
  readonly records: readonly VerifiedRecord[];
}
export interface Verified {
  readonly packages: readonly VerifiedPackage[];
  /** What the packages say against each other. */
  readonly row: readonly string[];
}

export interface Verifier {
  readonly verify: (files: readonly File[], revokedKeys: readonly string[]) => Promise<Verified>;
  readonly select: (file: Blob, places: readonly string[]) => Promise<{ readonly zip: Blob; readonly fileName: string }>;
}

export type VerifyProgress =
  | { readonly at: 'waiting' }
  | { readonly at: 'busy' }
  | { readonly at: 'done'; readonly result: Verified }
  | { readonly at: 'no-zip' }
  | { readonly at: 'failed'; readonly code: FailureCode };

export type KeyOwner = 'own' | 'former' | 'other';

export interface VerifyState {
  readonly progress: ReadonlySignal<VerifyProgress>;
  readonly trouble: ReadonlySignal<Failure | undefined>;
  readonly take: (files: readonly File[]) => Promise<void>;
  readonly ownerOf: (fingerprint: string) => KeyOwner;
  readonly saveSelection: (of: VerifiedPackage, places: readonly string[]) => Promise<void>;
}

export function createVerifyState(ask: Ask, verifier: Verifier, saveFile: (name: string, content: Blob) => void): VerifyState {
  const progress = signal<VerifyProgress>({ at: 'waiting' });
  const trouble = signal<Failure | undefined>(undefined);
  const keys = signal<{ readonly inUse?: string; readonly known: readonly string[] }>({ known: [] });
  return {
    progress,
    trouble,
    async take(files) {
      if (progress.value.at === 'busy' || files.length === 0) return;
      const hasZip = files.some(({ name }) => /\.zip$/i.test(name));
      batch(() => {
        trouble.value = undefined;
        progress.value = { at: hasZip ? 'busy' : 'no-zip' };
      });
      if (!hasZip) return;
      try {
        const [{ policy }, own] = await Promise.all([ask('getPolicy', {}), ask('getKeys', {})]);
        keys.value = { ...(own.inUse && { inUse: own.inUse.fingerprint }), known: own.known.map(({ fingerprint }) => fingerprint) };
        progress.value = { at: 'done', result: await verifier.verify(files, policy.revokedKeys ?? []) };
      } catch (error) {
        progress.value = { at: 'failed', code: asFailure(error).code };
      }
    },
    ownerOf(fingerprint) {
      const { inUse, known } = keys.value;
      if (fingerprint === inUse) return 'own';
      return known.includes(fingerprint) ? 'former' : 'other';
    },
    async saveSelection({ file }, places) {
      trouble.value = undefined;
      try {
        const { zip, fileName } = await verifier.select(file, places);
        saveFile(fileName, zip);
      } catch (error) {
        trouble.value = asFailure(error);
      }
    },
  };
}
