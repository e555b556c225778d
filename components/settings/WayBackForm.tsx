import { scenarios } from '../../lib/model/policy.ts';
import { t, wordFor } from '../../lib/ui/words.ts';
import { AreaField, CheckField, errorAt } from '../Field.tsx';
import type { FormProps } from './formProps.ts';

/** R18: whether an authorised officer can go back from a label to a person, and with whose key. */
export function WayBackForm({ draft, invalid, change }: FormProps) {
  const { wayBack } = draft;
  const edit = (part: Partial<typeof wayBack>) => change({ wayBack: { ...wayBack, ...part } });
  return (
    <div class="stack">
      <fieldset class="radios">
        <legend>{t('way_back_scenarios')}</legend>
        {scenarios.map((scenario) => (
          <CheckField
            key={scenario}
            label={`${scenario} · ${wordFor('scenario_title', scenario)}`}
            isChecked={wayBack.scenarios.includes(scenario)}
            onChange={(isChecked) =>
              edit({ scenarios: scenarios.filter((one) => (one === scenario ? isChecked : wayBack.scenarios.includes(one))) })
            }
          />
        ))}
      </fieldset>
      <AreaField
        label={t('way_back_key')}
        hint={t('way_back_key_hint')}
        rows={5}
        value={wayBack.key}
        {...errorAt(invalid, 'wayBack.key')}
        onChange={(key) => edit({ key })}
      />
      <p>
        <a href="/kluis.html" target="_blank" rel="noreferrer">
          {t('escrow_title')}
        </a>
      </p>
    </div>
  );
}
