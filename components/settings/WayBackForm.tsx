import { t } from '../../lib/ui/words.ts';
import { AreaField, errorAt } from '../Field.tsx';
import type { FormProps } from './formProps.ts';
import { ScenarioChecks } from './ScenarioChecks.tsx';

/** R18: whether an authorised officer can go back from a label to a person, and with whose key. */
export function WayBackForm({ draft, invalid, change }: FormProps) {
  const { wayBack } = draft;
  const edit = (part: Partial<typeof wayBack>) => change({ wayBack: { ...wayBack, ...part } });
  return (
    <div class="stack">
      <ScenarioChecks
        legend={t('way_back_scenarios')}
        chosen={wayBack.scenarios}
        onChange={(chosen) => edit({ scenarios: chosen })}
      />
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
