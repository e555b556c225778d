import { signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import { asFailure } from '../model/failure.ts';
import type { FailureCode } from '../model/failure.ts';
import type { Ask } from './ask.ts';

export type ReportProgress =
  | { readonly at: 'not-yet' }
  | { readonly at: 'busy' }
  | { readonly at: 'saved' }
  | { readonly at: 'failed'; readonly code: FailureCode };

/** The report on a page that no longer reads. */
export interface ReportState {
  readonly progress: ReadonlySignal<ReportProgress>;
  readonly run: () => Promise<void>;
}

export function createReportState(ask: Ask, tabId: number, save: (name: string, html: string) => void): ReportState {
  const progress = signal<ReportProgress>({ at: 'not-yet' });
  return {
    progress,
    async run() {
      if (progress.value.at === 'busy') return;
      progress.value = { at: 'busy' };
      try {
        const { name, html } = await ask('makeReport', { tabId });
        save(name, html);
        progress.value = { at: 'saved' };
      } catch (error) {
        progress.value = { at: 'failed', code: asFailure(error).code };
      }
    },
  };
}
