/** F11: what the store lost, shown beside every capture and on every page of the overview until somebody says to have read it. */
import { signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { StoreLoss } from '../model/recovery.ts';
import type { Ask } from './ask.ts';

export interface LossState {
  /** Undefined while it is not known. */
  readonly loss: ReadonlySignal<StoreLoss | null | undefined>;
  readonly look: () => Promise<void>;
  readonly accept: () => Promise<void>;
}

export function createLossState(ask: Ask): LossState {
  const loss = signal<StoreLoss | null | undefined>(undefined);
  return {
    loss,
    async look() {
      // where the worker does not answer the page's own questions fail too, and say so; this one is asked again on the next page
      loss.value = await ask('getLoss', {}).catch(() => loss.value);
    },
    async accept() {
      await ask('acceptLoss', {});
      loss.value = null;
    },
  };
}
