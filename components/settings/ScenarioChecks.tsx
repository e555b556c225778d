import { scenarios } from '../../lib/model/policy.ts';
import type { Scenario } from '../../lib/model/policy.ts';
import { wordFor } from '../../lib/ui/words.ts';
import { CheckField } from '../Field.tsx';

interface Props {
  readonly legend: string;
  readonly hint?: string;
  readonly chosen: readonly Scenario[];
  readonly onChange: (chosen: readonly Scenario[]) => void;
}

/** To which of the three scenarios a setting applies. */
export function ScenarioChecks({ legend, hint, chosen, onChange }: Props) {
  const withOrWithout = (scenario: Scenario, isOn: boolean) =>
    scenarios.filter((one) => (one === scenario ? isOn : chosen.includes(one)));
  return (
    <fieldset class="radios">
      <legend>{legend}</legend>
      {hint !== undefined && <p class="soft small">{hint}</p>}
      {scenarios.map((scenario) => (
        <CheckField
          key={scenario}
          label={`${scenario} · ${wordFor('scenario_title', scenario)}`}
          isChecked={chosen.includes(scenario)}
          onChange={(isOn) => onChange(withOrWithout(scenario, isOn))}
        />
      ))}
    </fieldset>
  );
}
