import { jobSteps } from '../../lib/model/job.ts';
import type { JobStatus, JobStep } from '../../lib/model/job.ts';
import { elapsed } from '../../lib/ui/format.ts';
import { plural, t, wordFor } from '../../lib/ui/words.ts';
import { isReading } from '../../lib/ui/captureScreen.ts';
import { Figures } from '../Facts.tsx';
import { Icon } from '../Icon.tsx';
import { Notice } from '../Notice.tsx';

interface Props {
  readonly job: JobStatus;
  readonly now: number;
  readonly isStopping: boolean;
  readonly isMediaRefused: boolean;
  readonly onStop: () => void;
}

/** Without a sign of life for this long the user is told so. */
const silenceMs = 30_000;
const shownSteps: readonly JobStep[] = jobSteps.filter((step) => step !== 'starting' && step !== 'done');

/** What is read so far is kept when it is stopped; later nothing is, for it is all or nothing. */
function noteOf(isRead: boolean, isStopping: boolean): string {
  if (isStopping) return t(isRead ? 'nothing_kept' : 'stopping_note');
  return t(isRead ? 'running_note_late' : 'running_note');
}

export function Running({ job, now, isStopping, isMediaRefused, onStop }: Props) {
  const isSilent = now - Date.parse(job.heardAt) > silenceMs;
  const isRead = !isReading(job.step);
  const canStop = !isRead || job.step === 'media' || job.step === 'stripping';
  return (
    <section class="stack" aria-labelledby="running-title">
      <div class="running-head">
        <h2 id="running-title">{t('running_title')}</h2>
        <span class="elapsed">
          <span class="visually-hidden">{t('running_elapsed')} </span>
          {elapsed(now - Date.parse(job.startedAt))}
        </span>
      </div>
      <Numbers job={job} />
      <Steps step={job.step} />
      <p class="visually-hidden" role="status">
        {wordFor('step', job.step)}
      </p>
      {job.hint && (
        <Notice tone="info" isSpoken>
          <p>{wordFor('hint', job.hint)}</p>
        </Notice>
      )}
      {isMediaRefused && (
        <Notice tone="warn">
          <p>{t('media_refused')}</p>
        </Notice>
      )}
      {isSilent && (
        <Notice tone="warn" isSpoken>
          <p>{t('running_silent')}</p>
        </Notice>
      )}
      <div class="action-bar">
        {canStop && (
          <button type="button" class="secondary wide" aria-disabled={isStopping} onClick={() => !isStopping && onStop()}>
            <Icon name="stop" />
            {isStopping ? t('stopping') : t('stop')}
          </button>
        )}
        <p class="small soft">{noteOf(isRead, isStopping)}</p>
      </div>
    </section>
  );
}

function Numbers({ job }: { readonly job: JobStatus }) {
  const { posts, reactions, displayedReactions: shown } = job;
  return (
    <div>
      <Figures
        figures={[
          { label: plural('figure_posts', posts), value: posts },
          {
            label: plural('figure_reactions', reactions),
            value: reactions,
            ...(shown !== undefined && shown >= reactions && { shown }),
          },
        ]}
      />
      {shown !== undefined && shown > 0 && (
        <progress max={shown} value={Math.min(reactions, shown)} aria-label={t('reactions_label')} />
      )}
    </div>
  );
}

function Steps({ step }: { readonly step: JobStep }) {
  const current = jobSteps.indexOf(step);
  return (
    <ol class="steps">
      {shownSteps.map((one) => {
        const place = jobSteps.indexOf(one);
        const look = place < current ? 'past' : place === current ? 'now' : 'later';
        return (
          <li key={one} class={`step step-${look}`} {...(look === 'now' && { 'aria-current': 'step' as const })}>
            <span class="step-dot">{look === 'past' && <Icon name="check" />}</span>
            {wordFor('step', one)}
            {look === 'past' && <span class="visually-hidden"> {t('step_done')}</span>}
          </li>
        );
      })}
    </ol>
  );
}
