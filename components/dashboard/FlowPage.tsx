import { scenarios } from '../../lib/model/policy.ts';
import { t, wordFor } from '../../lib/ui/words.ts';
import { Rule, ScenarioTile } from '../Badge.tsx';
import { DisclaimerTexts } from '../DisclaimerTexts.tsx';

const acts = ['veiligstellen', 'archiveren', 'openbaar-maken', 'overbrengen'] as const;

/** R31: the one diagram, three scenarios by four acts. A table in its bones, so that it reads without the picture. */
export function FlowPage() {
  return (
    <>
      <p class="lead">{t('flow_lead')}</p>
      <figure class="flow">
        <table>
          <caption>
            {t('flow_caption')} <Rule code="R31" />
          </caption>
          <thead>
            <tr>
              <td />
              {acts.map((act, at) => (
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
                {acts.map((act, at) => (
                  <td key={act} data-label={wordFor('flow', act)} class={at === 0 ? 'flow-ours' : undefined}>
                    {wordFor('flow', `${act}_${scenario}`)}
                  </td>
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
      <DisclaimerTexts />
      <section class="panel" aria-labelledby="practice-title">
        <h2 id="practice-title">
          {t('practice_title')} <Rule code="R29" />
        </h2>
        <p>{t('practice_lead')}</p>
        <p>
          <a href="/oefenen.html">{t('practice_begin')}</a>
        </p>
      </section>
      <section class="panel" aria-labelledby="privacy-title">
        <h2 id="privacy-title">{t('privacy_title')}</h2>
        <p>{t('privacy_explained')}</p>
      </section>
    </>
  );
}
