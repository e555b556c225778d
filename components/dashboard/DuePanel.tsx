import type { Due, Run } from '../../lib/model/run.ts';
import { platformNames } from '../../lib/model/platform.ts';
import { shortDay } from '../../lib/ui/format.ts';
import { profileAddress } from '../../lib/ui/profileAddress.ts';
import { pathOf } from '../../lib/ui/route.ts';
import { plural, t, wordFor } from '../../lib/ui/words.ts';
import { Rule } from '../Badge.tsx';
import { More } from './More.tsx';

type Repeat = Extract<Due, { kind: 'herhaling' }>;

interface Props {
  readonly due: readonly Due[];
  readonly runs: readonly Run[];
  readonly onRepeat: (captures: readonly { readonly id: string; readonly url: string }[]) => void;
}

/** What waits for somebody today: rounds (R9), posts to capture again (R26), and runs that were left. */
export function DuePanel({ due, runs, onRepeat }: Props) {
  const rounds = due.filter((one) => one.kind === 'ronde');
  const repeats = due.filter((one) => one.kind === 'herhaling');
  const open = runs.filter(({ state, steps }) => state !== 'ended' || steps.some((step) => step.state === 'failed'));
  if (rounds.length + repeats.length + open.length === 0) return null;
  return (
    <section class="panel due" aria-labelledby="due-title">
      <h2 id="due-title">{t('due_title')}</h2>
      <ul class="due-list">
        {open.map((run) => (
          <OpenRun key={run.id} run={run} />
        ))}
        {rounds.map((one) => (
          <Round key={`${one.account.platform} ${one.account.handle}`} due={one} />
        ))}
      </ul>
      {repeats.length > 0 && (
        <>
          <h3>
            {plural('due_repeats', repeats.length)} <Rule code="R26" />
          </h3>
          <More
            lines={repeats}
            draw={(shown) => (
              <ul class="due-list">
                {shown.map((one) => (
                  <li key={one.capture}>
                    <span>
                      <strong>@{one.account.handle}</strong> · {one.title ?? one.capture}
                      <span class="row-sub">{plural('due_after', one.days, { when: shortDay(one.on) })}</span>
                    </span>
                    <button type="button" class="secondary" onClick={() => onRepeat([again(one)])}>
                      {t('repeat_now')} <span class="visually-hidden">{one.title ?? one.capture}</span>
                    </button>
                  </li>
                ))}
              </ul>
            )}
          />
          {repeats.length > 1 && (
            <button type="button" class="secondary" onClick={() => onRepeat(repeats.slice(0, 100).map(again))}>
              {plural('repeat_all', Math.min(100, repeats.length))}
            </button>
          )}
        </>
      )}
    </section>
  );
}

const again = ({ capture, url }: Repeat) => ({ id: capture, url });

function Round({ due: { account, on, last, term } }: { readonly due: Extract<Due, { kind: 'ronde' }> }) {
  const address = profileAddress(account);
  return (
    <li>
      <span>
        <strong>{t('run_round', { handle: account.handle })}</strong> · {platformNames[account.platform]} <Rule code="R9" />
        <span class="row-sub">
          {last === undefined ? t('due_round_first') : t('due_round_on', { when: shortDay(on), last: shortDay(last) })}{' '}
          {wordFor('round_term', term)}
        </span>
        <span class="row-sub">{t('due_round_how')}</span>
      </span>
      {address !== undefined && (
        <a class="button secondary" href={address} target="_blank" rel="noreferrer">
          {t('due_round_open')}
        </a>
      )}
    </li>
  );
}

function OpenRun({ run }: { readonly run: Run }) {
  const { steps, kind, account } = run;
  const failed = steps.filter(({ state }) => state === 'failed').length;
  return (
    <li>
      <span>
        <strong>{kind === 'ronde' ? t('run_round', { handle: account?.handle ?? '' }) : t('run_repeat')}</strong>
        <span class="row-sub">
          {run.state === 'ended' ? plural('run_failed', failed) : t(run.state === 'going' ? 'due_run_going' : 'run_paused')}
        </span>
      </span>
      <a class="button secondary" href={`#${pathOf({ page: 'run', id: run.id })}`}>
        {t('run_go_to')}
      </a>
    </li>
  );
}
