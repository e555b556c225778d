import type { ReadonlySignal } from '@preact/signals';
import type { PracticePage } from '../../lib/practice/pages.ts';
import { practiceSteps, stories } from '../../lib/practice/stories.ts';
import type { Story } from '../../lib/practice/stories.ts';
import type { PracticeStage, PracticeState } from '../../lib/ui/practiceState.ts';
import { t, wordFor } from '../../lib/ui/words.ts';
import { Rule } from '../Badge.tsx';
import { BrandHead } from '../BrandHead.tsx';
import { Icon } from '../Icon.tsx';
import { Notice } from '../Notice.tsx';
import { PanelView } from '../panel/PanelView.tsx';
import { PracticePost } from './PracticePost.tsx';

interface Props {
  readonly state: PracticeState;
  readonly stage: ReadonlySignal<PracticeStage>;
  readonly onChoose: (story: Story) => void;
  readonly openDashboard: () => void;
}

/** R29: each of the three tasks once, on a page of our own, beside the panel as it is. Nothing is kept. */
export function PracticeView({ state, stage, onChoose, openDashboard }: Props) {
  const { page, panel, runs } = stage.value;
  return (
    <>
      <BrandHead />
      <div class="practice">
        <section class="practice-coach" aria-labelledby="practice-title">
          <h1 id="practice-title">
            {t('practice_title')} <Rule code="R29" />
          </h1>
          <p class="lead">{t('practice_lead')}</p>
          <Stories state={state} onChoose={onChoose} />
          <Steps state={state} />
          <Feedback state={state} onChoose={onChoose} openDashboard={openDashboard} />
        </section>
        <section class="practice-page" aria-labelledby="practice-page-title">
          <h2 id="practice-page-title" class="over">
            {t('practice_page')}
          </h2>
          {page.items.map((item) => (
            <PracticePost key={item.id} item={item} handle={answeredIn(page, item.parent)} />
          ))}
        </section>
        <div class="practice-panel page-capture">
          <p class="over">{t('practice_panel')}</p>
          <PanelView state={panel} runs={runs} isPractice />
        </div>
      </div>
    </>
  );
}

function answeredIn({ items }: PracticePage, parent: string | undefined): string | undefined {
  return items.find(({ id }) => id === parent)?.author.handle;
}

function Stories({ state, onChoose }: Pick<Props, 'state' | 'onChoose'>) {
  return (
    <div class="buttons" role="group" aria-label={t('practice_stories')}>
      {stories.map((story) => (
        <button
          type="button"
          key={story}
          class="secondary"
          aria-pressed={state.story.value === story}
          onClick={() => onChoose(story)}
        >
          {state.finished.value.has(story) && <Icon name="check" />}
          {wordFor('practice_story', story)}
          {state.finished.value.has(story) && <span class="visually-hidden"> ({t('practice_done')})</span>}
        </button>
      ))}
    </div>
  );
}

function Steps({ state }: Pick<Props, 'state'>) {
  const now = state.step.value;
  const steps = practiceSteps[state.story.value];
  return (
    <ol class="practice-steps">
      {steps.map((step, at) => (
        <li
          key={step}
          class={at < state.done.value ? 'soft' : undefined}
          {...(step === now && { 'aria-current': 'step' as const })}
        >
          {at < state.done.value && (
            <>
              <Icon name="check" />
              <span class="visually-hidden">{t('practice_done')}: </span>
            </>
          )}
          {wordFor('practice_do', step)}
        </li>
      ))}
    </ol>
  );
}

/** Stands there from the start, so that what comes in it is read out. */
function Feedback({ state, onChoose, openDashboard }: Pick<Props, 'state' | 'onChoose' | 'openDashboard'>) {
  const { value: told } = state.told;
  const next = stories.find((story) => !state.finished.value.has(story));
  const isDone = state.step.value === undefined;
  return (
    <div role="status" class="stack">
      {told?.is === 'good' && (
        <Notice tone="ok" title={t('practice_good')}>
          <p>{wordFor('practice_good', told.step)}</p>
        </Notice>
      )}
      {told?.is === 'not-yet' && (
        <Notice tone="warn" title={t('practice_not_yet')}>
          <p>{wordFor('practice_not_yet', told.mistake)}</p>
        </Notice>
      )}
      {told?.is === 'elsewhere' && (
        <Notice tone="info">
          <p>{t('practice_elsewhere')}</p>
        </Notice>
      )}
      {isDone && (
        <p class="buttons">
          {next ? (
            <button type="button" class="primary" onClick={() => onChoose(next)}>
              {t('practice_next', { story: wordFor('practice_story', next) })}
            </button>
          ) : (
            <>
              <strong>{t('practice_all_done')}</strong>
              <button type="button" class="primary" onClick={openDashboard}>
                {t('ready_open')}
              </button>
            </>
          )}
        </p>
      )}
    </div>
  );
}
