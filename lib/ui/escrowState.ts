/** R18: the officer's page. One entry at a time, a reason first; file and key stay in this page's memory. */
import { signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import * as v from 'valibot';
import { EscrowFile } from '../model/escrow.ts';
import type { EscrowEntry } from '../model/escrow.ts';
import { asFailure } from '../model/failure.ts';
import type { FailureCode } from '../model/failure.ts';
import type { Ask } from './ask.ts';

/** Opens one entry; handed in, since this folder does not know how. */
export type OpenEntry = (file: EscrowFile, label: string, privateKey: JsonWebKey) => Promise<EscrowEntry>;

export interface EscrowState {
  readonly file: ReadonlySignal<EscrowFile | undefined>;
  readonly hasKey: ReadonlySignal<boolean>;
  readonly opened: ReadonlySignal<EscrowEntry | undefined>;
  readonly trouble: ReadonlySignal<FailureCode | 'not-an-escrow' | 'not-a-key' | undefined>;
  readonly isBusy: ReadonlySignal<boolean>;
  readonly takeFile: (text: string) => void;
  readonly takeKey: (text: string) => void;
  readonly open: (label: string, reason: string) => Promise<void>;
  /** Nothing of what was opened stays on the screen, and the key is forgotten. */
  readonly close: () => void;
}

const PrivateKey = v.looseObject({ kty: v.picklist(['RSA', 'EC']), d: v.string() });

export function createEscrowState(ask: Ask, openEntry: OpenEntry): EscrowState {
  const file = signal<EscrowFile | undefined>(undefined);
  const key = signal<JsonWebKey | undefined>(undefined);
  const hasKey = signal(false);
  const opened = signal<EscrowEntry | undefined>(undefined);
  const trouble = signal<EscrowState['trouble']['value']>(undefined);
  const isBusy = signal(false);
  return {
    file,
    hasKey,
    opened,
    trouble,
    isBusy,
    takeFile(text) {
      const parsed = v.safeParse(EscrowFile, json(text));
      file.value = parsed.success ? parsed.output : undefined;
      opened.value = undefined;
      trouble.value = parsed.success ? undefined : 'not-an-escrow';
    },
    takeKey(text) {
      const parsed = v.safeParse(PrivateKey, json(text));
      key.value = parsed.success ? parsed.output : undefined;
      hasKey.value = parsed.success;
      trouble.value = parsed.success ? undefined : 'not-a-key';
    },
    async open(label, reason) {
      const [sealed, privateKey] = [file.value, key.value];
      if (!sealed || !privateKey || isBusy.value || reason.trim().length < 3) return;
      isBusy.value = true;
      opened.value = undefined;
      trouble.value = undefined;
      try {
        await ask('logEscrowOpened', { dossier: sealed.dossier, label, reason: reason.trim() });
        opened.value = await openEntry(sealed, label, privateKey);
      } catch (error) {
        trouble.value = asFailure(error).code;
      } finally {
        isBusy.value = false;
      }
    },
    close() {
      opened.value = undefined;
      key.value = undefined;
      hasKey.value = false;
    },
  };
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // no JSON: the schema then refuses it
  }
}
