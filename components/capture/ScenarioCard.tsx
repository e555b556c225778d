import { useState } from 'preact/hooks';
import { scenarios } from '../../lib/model/policy.ts';
import type { ScenarioProposal } from '../../lib/model/job.ts';
import type { ChoiceState } from '../../lib/ui/choiceState.ts';
import { t, wordFor } from '../../lib/ui/words.ts';
import { Rule, ScenarioTile } from '../Badge.tsx';
import { AreaField, RadioField } from '../Field.tsx';

/** The proposal with its reasons, and the way to depart from it. */
export function ScenarioCard({ choices }: { readonly choices: ChoiceState }) {
  const [isOpen, setOpen] = useState(false);
  const { value: proposal } = choices.proposal;
  const { value: scenario } = choices.scenario;
  if (!proposal || scenario === undefined) return null;
  const departs = choices.departs.value;
  const leave = () => {
    choices.followProposal();
    setOpen(false);
  };
  return (
    <section class="scenario-card" aria-labelledby="scenario-title">
      <div class="scenario-head">
        <ScenarioTile scenario={scenario} />
        <div>
          <p class="over">{departs ? t('scenario_chosen') : t('scenario_proposed')}</p>
          <h2 id="scenario-title">{wordFor('scenario_title', scenario)}</h2>
        </div>
      </div>
      {!departs && <Because proposal={proposal} />}
      {isOpen || departs ? (
        <>
          <ScenarioChoice choices={choices} />
          <button type="button" class="link" onClick={leave}>
            {t('scenario_follow', { scenario: proposal.scenario })}
          </button>
        </>
      ) : (
        <button type="button" class="link" onClick={() => setOpen(true)}>
          {t('scenario_other')}
        </button>
      )}
    </section>
  );
}

function Because({ proposal }: { readonly proposal: ScenarioProposal }) {
  return (
    <ul class="because">
      {proposal.because.map((code) => (
        <li key={code}>
          {wordFor('because', code)} <Rule code={code} />
        </li>
      ))}
    </ul>
  );
}

function ScenarioChoice({ choices }: { readonly choices: ChoiceState }) {
  const isMissing = choices.isPointingOut.value && choices.missing.value.includes('reason');
  return (
    <div class="stack">
      <RadioField
        legend={t('scenario_choose')}
        value={choices.scenario.value}
        options={scenarios.map((value) => ({
          value,
          label: `${value} · ${wordFor('scenario_title', value)}`,
          explained: wordFor('scenario_explained', value),
        }))}
        onChange={(scenario) => choices.choose({ scenario })}
      />
      {choices.departs.value && (
        <AreaField
          label={t('reason_label')}
          hint={t('reason_hint')}
          value={choices.choice.value.reason}
          {...(isMissing && { error: t('missing_reason') })}
          onChange={(reason) => choices.choose({ reason })}
        />
      )}
    </div>
  );
}
