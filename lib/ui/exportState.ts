import { signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { Answers } from '../messages/calls.ts';
import { asFailure } from '../model/failure.ts';
import type { Told } from '../model/failure.ts';
import type { Ask } from './ask.ts';

/** "Opgeslagen" is only said once the worker answered that the browser has written the file, whole (D11). */
export type ExportProgress =
  | { readonly at: 'not-yet' }
  | { readonly at: 'busy' }
  | { readonly at: 'done'; readonly file: Answers<'exportCapture'> }
  | ({ readonly at: 'failed' } & Told);

export interface ExportState {
  readonly progress: ReadonlySignal<ExportProgress>;
  readonly run: (id: string) => Promise<void>;
  readonly reset: () => void;
}

export function createExportState(ask: Ask): ExportState {
  const progress = signal<ExportProgress>({ at: 'not-yet' });
  return {
    progress,
    async run(id) {
      if (progress.value.at === 'busy') return;
      progress.value = { at: 'busy' };
      try {
        progress.value = { at: 'done', file: await ask('exportCapture', { id }) };
      } catch (error) {
        const { code, detail } = asFailure(error);
        progress.value = { at: 'failed', code, detail };
      }
    },
    reset() {
      progress.value = { at: 'not-yet' };
    },
  };
}
