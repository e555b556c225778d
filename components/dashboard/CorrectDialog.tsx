import { useState } from 'preact/hooks';
import type { Capture } from '../../lib/model/capture.ts';
import type { CorrectionWish } from '../../lib/model/changes.ts';
import type { Hotspot, Scenario } from '../../lib/model/policy.ts';
import { t, wordFor } from '../../lib/ui/words.ts';
import { SelectField, TextField } from '../Field.tsx';
import { ReasonDialog } from '../ReasonDialog.tsx';

interface Props {
  readonly capture: Capture;
  readonly hotspots: readonly Hotspot[];
  readonly capacities: readonly string[];
  readonly onCorrect: (wish: CorrectionWish) => Promise<boolean>;
}

const values = ['B', 'V', 'N'] as const;
const none = '-';

/** R27: another scenario, appraisal or hotspot, or the same once more with the settings of now. */
export function CorrectDialog({ capture, hotspots, capacities, onCorrect }: Props) {
  const now = capture.choice.scenario;
  const scenarios: readonly Scenario[] = now === 'B' ? ['A', 'B', 'C'] : ['A', 'C'];
  const [scenario, setScenario] = useState<Scenario>(now);
  const [capacity, setCapacity] = useState(capture.choice.capacity ?? '');
  const [value, setValue] = useState<(typeof values)[number] | ''>('');
  const [years, setYears] = useState('');
  const [hotspot, setHotspot] = useState('');
  const isYears = /^[1-9]\d{0,2}$/.test(years);

  function wish(reason: string): CorrectionWish {
    return {
      reason,
      ...(scenario !== now && { scenario }),
      ...(scenario === 'C' && capacity !== '' && { capacity }),
      ...(value !== '' && { value }),
      ...(value === 'V' && isYears && { retention: `P${years}Y` }),
      ...(hotspot !== '' && { hotspot: hotspot === none ? '' : hotspot }),
    };
  }

  return (
    <ReasonDialog
      button={t('correct')}
      title={t('correct_title')}
      explained={t('correct_explained')}
      confirm={t('correct_confirm')}
      hint={t('correct_reason_hint')}
      onConfirm={(reason) => void onCorrect(wish(reason))}
    >
      <SelectField
        label={t('correct_scenario')}
        {...(now !== 'B' && { hint: t('correct_scenario_only') })}
        value={scenario}
        options={scenarios.map((one) => ({ value: one, label: `${one} · ${wordFor('scenario_title', one)}` }))}
        onChange={(chosen) => chosen && setScenario(chosen)}
      />
      {scenario === 'C' && (
        <SelectField
          label={t('capacity_label')}
          value={capacity}
          empty={t('choose')}
          options={capacities.map((one) => ({ value: one, label: one }))}
          onChange={setCapacity}
        />
      )}
      <SelectField
        label={t('correct_value')}
        value={value}
        empty={t('correct_same')}
        options={values.map((one) => ({ value: one, label: wordFor('appraisal', one) }))}
        onChange={setValue}
      />
      {value === 'V' && <TextField label={t('correct_retention')} keys="numeric" width="short" value={years} onChange={setYears} />}
      <SelectField
        label={t('correct_hotspot')}
        value={hotspot}
        empty={t('correct_same')}
        options={[
          { value: none, label: t('correct_no_hotspot') },
          ...hotspots.map(({ code, name }) => ({ value: code, label: name })),
        ]}
        onChange={setHotspot}
      />
    </ReasonDialog>
  );
}
