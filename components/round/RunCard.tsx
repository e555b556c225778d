import type { Run, RunStep } from '../../lib/model/run.ts';
import { moment, shortMoment } from '../../lib/ui/format.ts';
import { pathOf } from '../../lib/ui/route.ts';
import type { RunAct } from '../../lib/ui/runState.ts';
import { hasWordFor, plural, t, wordFor } from '../../lib/ui/words.ts';
import { Notice } from '../Notice.tsx';

interface Props {
  readonly run: Run;
  readonly onSteer: (act: RunAct) => void;
  readonly onOpen: (path: string) => void;
  /** Away with the report, where it stands in the way. */
  readonly onDone?: () => void;
}

/** A run through chosen posts: how far it is, what it waits for, and at the end what was done and what was not (R23). */
export function RunCard({ run, onSteer, onOpen, onDone }: Props) {
  const { steps, state } = run;
  const done = steps.filter((step) => step.state === 'captured' || step.state === 'failed').length;
  return (
    <section class="run-card" aria-labelledby={`run-${run.id}`}>
      <h2 id={`run-${run.id}`}>{titleOf(run)}</h2>
      {steps.length > 0 && (
        <div>
          <p role="status">{t('run_progress', { done, all: steps.length })}</p>
          <progress max={steps.length} value={done} aria-label={titleOf(run)} />
        </div>
      )}
      {state === 'paused' && (
        <Notice tone="warn" title={t('run_paused')} isSpoken>
          <p>{wordFor('run_pause', run.pausedBy ?? 'user')}</p>
        </Notice>
      )}
      {state === 'ended' && <Report run={run} />}
      {steps.length > 0 && (
        <ol class="run-steps">
          {steps.map((step) => (
            <Step key={step.post.url} step={step} isOver={state === 'ended'} onOpen={onOpen} />
          ))}
        </ol>
      )}
      <Buttons run={run} onSteer={onSteer} {...(onDone && { onDone })} />
    </section>
  );
}

function titleOf({ kind, account }: Run): string {
  return kind === 'ronde' ? t('run_round', { handle: account?.handle ?? '' }) : t('run_repeat');
}

const looks = { waiting: 'badge', busy: 'badge badge-open', captured: 'badge badge-ok', failed: 'badge badge-bad' } as const;

interface StepProps extends Pick<Props, 'onOpen'> {
  readonly step: RunStep;
  readonly isOver: boolean;
}

function Step({ step, isOver, onOpen }: StepProps) {
  const { post, state, capture, failure } = step;
  return (
    <li {...(state === 'busy' && { 'aria-current': 'step' as const })}>
      <span class="run-step-what">{post.posted === undefined ? post.url : shortMoment(post.posted)}</span>
      <span class={looks[state]}>{isOver && state === 'waiting' ? t('run_not_done') : wordFor('run_step', state)}</span>
      {capture !== undefined && (
        <button type="button" class="link small" onClick={() => onOpen(pathOf({ page: 'capture', id: capture }))}>
          {capture}
        </button>
      )}
      {failure && (
        <span class="run-step-why">
          {wordFor('failure', failure)}. {hasWordFor('failure_do', failure) && wordFor('failure_do', failure)}
        </span>
      )}
    </li>
  );
}

/** What was seen, chosen, captured, and what was not: never rounder than it was. */
function Report({ run }: { readonly run: Run }) {
  const { steps, view, since } = run;
  const count = (state: RunStep['state']) => steps.filter((step) => step.state === state).length;
  const [failed, left] = [count('failed'), count('waiting')];
  const isWhole = failed === 0 && left === 0;
  const isGap = since !== undefined && view !== undefined && (view.oldest === undefined || view.oldest > since);
  return (
    <>
      <Notice tone={isWhole ? 'ok' : 'warn'} title={t(isWhole ? 'run_done' : 'run_done_partly')} isSpoken>
        <ul class="plain-list">
          {view && <li>{plural('run_seen', view.seen)}</li>}
          <li>{plural('run_captured', count('captured'))}</li>
          {failed > 0 && <li>{plural('run_failed', failed)}</li>}
          {left > 0 && <li>{plural('run_left', left)}</li>}
        </ul>
      </Notice>
      {isGap && (
        <Notice tone="warn">
          <p>{view.oldest === undefined ? t('run_gap_unknown') : t('run_gap', { from: moment(since), to: moment(view.oldest) })}</p>
        </Notice>
      )}
      {run.kind === 'ronde' && count('captured') > 0 && <p>{t('run_review')}</p>}
    </>
  );
}

function Buttons({ run, onSteer, onDone }: Pick<Props, 'run' | 'onSteer' | 'onDone'>) {
  const { state, steps } = run;
  return (
    <div class="buttons">
      {state === 'going' && (
        <button type="button" class="secondary" onClick={() => onSteer('pause')}>
          {t('run_pause_now')}
        </button>
      )}
      {state === 'paused' && (
        <button type="button" class="primary" onClick={() => onSteer('resume')}>
          {t('run_resume')}
        </button>
      )}
      {state === 'ended' && steps.some((step) => step.state !== 'captured') && (
        <button type="button" class="secondary" onClick={() => onSteer('retry')}>
          {t('run_retry')}
        </button>
      )}
      {state !== 'ended' && (
        <button type="button" class="link" onClick={() => onSteer('end')}>
          {t('run_end')}
        </button>
      )}
      {state === 'ended' && onDone && (
        <button type="button" class="link" onClick={onDone}>
          {t('run_close')}
        </button>
      )}
    </div>
  );
}
