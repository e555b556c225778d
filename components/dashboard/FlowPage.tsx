import type { CaptureSummary } from '../../lib/model/job.ts';
import { scenarios } from '../../lib/model/policy.ts';
import type { Scenario } from '../../lib/model/policy.ts';
import { actOf, flowActs } from '../../lib/ui/flowState.ts';
import type { FlowAct } from '../../lib/ui/flowState.ts';
import { t, wordFor } from '../../lib/ui/words.ts';
import { Rule, ScenarioTile } from '../Badge.tsx';
import { DisclaimerTexts } from '../DisclaimerTexts.tsx';
import { FlowHere } from './FlowHere.tsx';

/** R31: the one diagram, three scenarios by four acts. A table in its bones, so that it reads without the picture. */
export function FlowPage({ here }: { readonly here?: CaptureSummary | undefined }) {
  return (
    <>
      <p class="lead">{t('flow_lead')}</p>
      {here && <FlowHere here={here} />}
      <figure class="flow">
        <table>
          <caption>
            {t('flow_caption')} <Rule code="R31" />
          </caption>
          <thead>
            <tr>
              <td />
              {flowActs.map((act, at) => (
                <th scope="col" key={act} class={at === 0 ? 'flow-act flow-act-ours' : 'flow-act'}>
                  <span class="flow-act-name">{wordFor('flow', act)}</span>
                  <span class="flow-act-who">{wordFor('flow', `${act}_who`)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {scenarios.map((scenario) => (
              <tr key={scenario}>
                <th scope="row" class="flow-scenario">
                  <ScenarioTile scenario={scenario} />
                  <span>{wordFor('scenario_title', scenario)}</span>
                </th>
                {flowActs.map((act) => (
                  <Cell key={act} act={act} scenario={scenario} isHere={isHere(here, scenario, act)} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        <figcaption class="soft">{t('flow_figcaption')}</figcaption>
      </figure>
      <section class="panel" aria-labelledby="which-title">
        <h2 id="which-title">{t('which_title')}</h2>
        <ol class="which">
          <li>
            {t('which_1')} <Rule code="R3" />
          </li>
          <li>
            {t('which_2')} <Rule code="R5" />
          </li>
          <li>
            {t('which_3')} <Rule code="R2" />
          </li>
        </ol>
      </section>
      <section class="panel" aria-labelledby="practice-title">
        <h2 id="practice-title">
          {t('practice_title')} <Rule code="R29" />
        </h2>
        <p>{t('practice_lead')}</p>
        <p>
          <a href="/oefenen.html">{t('practice_begin')}</a>
        </p>
      </section>
      <DisclaimerTexts />
      <section class="panel" aria-labelledby="privacy-title">
        <h2 id="privacy-title">{t('privacy_title')}</h2>
        <p>{t('privacy_explained')}</p>
      </section>
    </>
  );
}

interface CellProps {
  readonly act: FlowAct;
  readonly scenario: Scenario;
  readonly isHere: boolean;
}

function Cell({ act, scenario, isHere: isCurrent }: CellProps) {
  return (
    <td
      data-label={wordFor('flow', act)}
      class={isCurrent ? 'flow-here' : act === 'veiligstellen' ? 'flow-ours' : undefined}
      {...(isCurrent && { 'aria-current': 'step' as const })}
    >
      {isCurrent && <strong class="flow-here-mark">{t('flow_here')}</strong>}
      {wordFor('flow', `${act}_${scenario}`)}
    </td>
  );
}

/** What was withdrawn or replaced is nowhere in it any more. */
function isHere(here: CaptureSummary | undefined, scenario: Scenario, act: FlowAct): boolean {
  return here !== undefined && !here.correction && here.scenario === scenario && actOf(here) === act;
}
