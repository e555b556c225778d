/** R9, R11, R12, webcare: whether the controls are beside the reactions on the page of one tab. The page itself knows, so it is asked. */
import { signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import { asFailure } from '../model/failure.ts';
import type { Failure } from '../model/failure.ts';
import type { WebcareWords } from '../model/pointed.ts';
import type { Ask } from './ask.ts';
import { t } from './words.ts';

export interface WebcareState {
  readonly isOn: ReadonlySignal<boolean>;
  readonly trouble: ReadonlySignal<Failure | undefined>;
  /** They go by themselves too: with the page, or by the Escape key. */
  readonly refresh: () => Promise<void>;
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

export function createWebcareState(ask: Ask, tabId: number): WebcareState {
  const isOn = signal(false);
  const trouble = signal<Failure | undefined>(undefined);
  const run = async (act: 'ask' | 'start' | 'stop') => {
    trouble.value = undefined;
    try {
      const words = act === 'start' && { words: spoken() };
      isOn.value = (await ask('webcare', { tabId, act, ...words })).isOn;
    } catch (error) {
      isOn.value = false;
      if (act !== 'ask') trouble.value = asFailure(error);
    }
  };
  return { isOn, trouble, refresh: () => run('ask'), start: () => run('start'), stop: () => run('stop') };
}

/** The page's script has no words of its own; it fills in the numbers. */
function spoken(): WebcareWords {
  return {
    name: t('webcare_name'),
    count: t('webcare_count'),
    help: t('webcare_keys'),
    label: t('webcare_label'),
    brief: t('letter_badge'),
    vraag: t('webcare_vraag'),
    mee: t('webcare_mee'),
    stop: t('stop'),
  };
}
