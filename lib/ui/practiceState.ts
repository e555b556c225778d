/** R29: how far a new colleague is on the practice page. Nothing of it is kept. */
import { batch, computed, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { PracticePage } from '../practice/pages.ts';
import { mistakeIn, practiceSteps, stories } from '../practice/stories.ts';
import type { PracticeEvent, PracticeMistake, PracticeStep, Story } from '../practice/stories.ts';
import type { PanelState } from './panelState.ts';
import type { RunState } from './runState.ts';

/** A task from its beginning. */
export interface PracticeStage {
  readonly page: PracticePage;
  readonly panel: PanelState;
  readonly runs: RunState;
}

export type Told =
  | { readonly is: 'good'; readonly step: PracticeStep }
  | { readonly is: 'not-yet'; readonly mistake: PracticeMistake }
  /** What was pressed leads out of the practice. */
  | { readonly is: 'elsewhere' };

export interface PracticeState {
  readonly story: ReadonlySignal<Story>;
  /** Of this story, how many steps are done. */
  readonly done: ReadonlySignal<number>;
  /** What to do now; absent when the story is done. */
  readonly step: ReadonlySignal<PracticeStep | undefined>;
  /** What was said of the last thing that was done. */
  readonly told: ReadonlySignal<Told | undefined>;
  readonly finished: ReadonlySignal<ReadonlySet<Story>>;
  readonly choose: (story: Story) => void;
  readonly heard: (event: PracticeEvent) => void;
  readonly leave: () => void;
}

export function createPracticeState(): PracticeState {
  const story = signal<Story>(stories[0]);
  const done = signal(0);
  const told = signal<Told | undefined>(undefined);
  const finished = signal<ReadonlySet<Story>>(new Set());
  const steps = computed<readonly PracticeStep[]>(() => practiceSteps[story.value]);
  return {
    story,
    done,
    step: computed(() => steps.value[done.value]),
    told,
    finished,
    choose(chosen) {
      batch(() => {
        story.value = chosen;
        done.value = 0;
        told.value = undefined;
      });
    },
    leave() {
      told.value = { is: 'elsewhere' };
    },
    heard(event) {
      const at = steps.value.indexOf(event.did);
      if (at < done.value) return; // another story's, or done before
      const mistake = mistakeIn(event);
      batch(() => {
        told.value = mistake ? { is: 'not-yet', mistake } : { is: 'good', step: event.did };
        if (mistake) return;
        done.value = at + 1;
        if (done.value === steps.value.length) finished.value = new Set([...finished.value, story.value]);
      });
    },
  };
}
