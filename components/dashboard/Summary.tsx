import type { ComponentChildren } from 'preact';
import type { Capture } from '../../lib/model/capture.ts';
import type { CaptureSummary } from '../../lib/model/job.ts';
import { platformNames } from '../../lib/model/platform.ts';
import { moment } from '../../lib/ui/format.ts';
import { pathOf } from '../../lib/ui/route.ts';
import { plural, t, wordFor } from '../../lib/ui/words.ts';
import { CompletenessBadge, Rule, ScenarioTile, StateBadge } from '../Badge.tsx';
import { Figures } from '../Facts.tsx';
import { figuresOf } from '../figures.ts';

interface Props {
  readonly capture: Capture;
  readonly summary: CaptureSummary;
}

export function Summary({ capture, summary }: Props) {
  const { account, choice } = capture;
  return (
    <section class="panel" aria-label={t('summary_label')}>
      <p class="badges">
        <StateBadge state={summary.state} />
        <CompletenessBadge state={summary.completeness} />
        <a class="small" href={`#${pathOf({ page: 'flow', id: summary.id })}`}>
          {t('flow_where')}
        </a>
      </p>
      <Figures
        figures={[
          ...figuresOf(summary, capture.completeness),
          { label: plural('figure_third_parties', summary.thirdParties), value: summary.thirdParties },
        ]}
      />
      <div class="scenario-head">
        <ScenarioTile scenario={choice.scenario} />
        <div>
          <p class="over">
            {choice.decidedBy === 'voorstel' ? t('decided_by_proposal') : t('decided_by_person', { proposed: choice.proposed })}
          </p>
          <p class="scenario-name">{wordFor('scenario_title', choice.scenario)}</p>
        </div>
      </div>
      <ul class="because">
        {choice.because.map((code) => (
          <li key={code}>
            {wordFor('because', code)} <Rule code={code} />
          </li>
        ))}
      </ul>
      <dl class="pairs">
        <Pair label={t('account_label')}>
          @{account.handle} · {platformNames[capture.platform]} · {wordFor('account_type', account.type)}
        </Pair>
        {capture.disclaimer && (
          <Pair label={t('disclaimer_label')}>
            {t(capture.disclaimer === 'gezien' ? 'disclaimer_seen' : 'disclaimer_not_seen')} <Rule code="R30" />
          </Pair>
        )}
        {account.holder !== '' && <Pair label={t('account_holder')}>{account.holder}</Pair>}
        <Pair label={t('address_label')}>
          <span class="address">{capture.url}</span>
        </Pair>
        {capture.letter && (
          <>
            <Pair label={t('letter_badge')}>{wordFor('letter_kind', capture.letter.kind)}</Pair>
            <Pair label={t('letter_team')}>{capture.letter.team}</Pair>
            {capture.letter.caseNumber !== undefined && <Pair label={t('letter_case')}>{capture.letter.caseNumber}</Pair>}
            {capture.letter.answerBy !== undefined && <Pair label={t('letter_answer_by')}>{capture.letter.answerBy}</Pair>}
          </>
        )}
        <Pair label={t('captured_at')}>{moment(summary.capturedAt)}</Pair>
        {choice.reason && <Pair label={t('reason_given')}>{choice.reason}</Pair>}
        {choice.capacity && <Pair label={t('capacity_given')}>{choice.capacity}</Pair>}
        {choice.selectionReason && <Pair label={t('selection_given')}>{choice.selectionReason}</Pair>}
        <Pair label={t('appraisal_label')}>{appraisalOf(capture)}</Pair>
        <Pair label={t('gate_label')}>{t('gate_passed', { forms: capture.gate.forms })}</Pair>
      </dl>
    </section>
  );
}

function Pair({ label, children }: { readonly label: string; readonly children: ComponentChildren }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function appraisalOf({ appraisal }: Capture): string {
  const { value, retention, entry, hotspot } = appraisal;
  return [wordFor('appraisal', value), retention, entry?.process, hotspot && t('hotspot_of', { name: hotspot.name })]
    .filter(Boolean)
    .join(' · ');
}
