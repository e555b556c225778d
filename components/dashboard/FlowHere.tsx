import type { CaptureSummary } from '../../lib/model/job.ts';
import { flowSteps, stepsBehind } from '../../lib/ui/flowState.ts';
import { pathOf } from '../../lib/ui/route.ts';
import { t, wordFor } from '../../lib/ui/words.ts';
import { Rule, StateBadge } from '../Badge.tsx';
import { Icon } from '../Icon.tsx';

/** R31: the capture at hand, and how far it is in our own act. */
export function FlowHere({ here }: { readonly here: CaptureSummary }) {
  const done = stepsBehind(here);
  return (
    <section class="panel" aria-labelledby="here-title">
      <h2 id="here-title">
        {t('flow_here')}: <a href={`#${pathOf({ page: 'capture', id: here.id })}`}>{here.id}</a>
      </h2>
      {here.correction ? (
        <p>{t(here.correction.act === 'withdrawn' ? 'flow_here_withdrawn' : 'flow_here_replaced')}</p>
      ) : (
        <>
          <p class="badges">
            <StateBadge state={here.state} />
          </p>
          <ol class="flow-steps">
            {flowSteps.map((step, at) => (
              <li key={step} {...(at === done && { 'aria-current': 'step' as const })}>
                {at < done && <Icon name="check" />}
                {wordFor('flow_step', step)}
                {at < done && <span class="visually-hidden"> ({t('practice_done')})</span>}
                {at === done && <span class="badge badge-open">{t('flow_next')}</span>}
              </li>
            ))}
          </ol>
          <p>{t(done < flowSteps.length ? 'flow_here_ours' : 'flow_here_theirs')}</p>
        </>
      )}
      {here.letter && (
        <p>
          {t('flow_here_letter')} <Rule code="R11" />
        </p>
      )}
    </section>
  );
}
