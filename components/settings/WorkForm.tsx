import { plural, t, wordFor } from '../../lib/ui/words.ts';
import { lawfulTerms, letterKinds } from '../../lib/model/letter.ts';
import type { LetterKind } from '../../lib/model/letter.ts';
import { AreaField, CheckField, errorAt, TextField } from '../Field.tsx';
import type { FormProps } from './formProps.ts';
import { OfKey } from './Locked.tsx';
import { ScenarioChecks } from './ScenarioChecks.tsx';

/** The role in the log, the capacities of R9 and the teams of R11. */
export function RoleForm({ draft, invalid, change, isLocked }: FormProps) {
  return (
    <div class="stack">
      <OfKey of="actorRole" isLocked={isLocked}>
        <TextField
          label={t('actor_role')}
          hint={t('actor_role_hint')}
          value={draft.actorRole}
          {...errorAt(invalid, 'actorRole')}
          onChange={(actorRole) => change({ actorRole })}
        />
      </OfKey>
      <OfKey of="capacities" isLocked={isLocked}>
        <AreaField
          label={t('capacities_label')}
          hint={t('capacities_hint')}
          rows={4}
          value={draft.capacities.join('\n')}
          onChange={(text) => change({ capacities: text.split('\n') })}
        />
      </OfKey>
      <OfKey of="letterTeams" isLocked={isLocked}>
        <AreaField
          label={t('letter_teams_label')}
          hint={t('letter_teams_hint')}
          isOptional
          rows={3}
          value={draft.letterTeams.join('\n')}
          onChange={(text) => change({ letterTeams: text.split('\n') })}
        />
      </OfKey>
      <OfKey of="letterTerms" isLocked={isLocked}>
        <TermFields draft={draft} invalid={invalid} change={change} />
      </OfKey>
      <OfKey of="webcareAlways" isLocked={isLocked}>
        <CheckField
          label={t('webcare_always_label')}
          hint={t('webcare_always_hint')}
          isChecked={draft.webcareAlways}
          onChange={(webcareAlways) => change({ webcareAlways })}
        />
      </OfKey>
      <OfKey of="repeatAfterDays" isLocked={isLocked}>
        <TextField
          label={t('repeat_days_label')}
          hint={t('repeat_days_hint')}
          isOptional
          value={draft.repeatAfterDays}
          {...errorAt(invalid, 'repeatAfterDays')}
          onChange={(repeatAfterDays) => change({ repeatAfterDays })}
        />
      </OfKey>
      <OfKey of="repeatScenarios" isLocked={isLocked}>
        <ScenarioChecks
          legend={t('repeat_scenarios_label')}
          hint={t('repeat_scenarios_hint')}
          chosen={draft.repeatScenarios}
          onChange={(repeatScenarios) => change({ repeatScenarios })}
        />
      </OfKey>
    </div>
  );
}

/** R11: the terms in which a letter is answered; the law's own stand in the hints. */
function TermFields({ draft, invalid, change }: Pick<FormProps, 'draft' | 'invalid' | 'change'>) {
  return (
    <fieldset class="stack">
      <legend>{t('letter_terms_label')}</legend>
      <p class="soft small">{t('letter_terms_hint')}</p>
      <div class="columns">
        {letterKinds.map((kind) => (
          <TextField
            key={kind}
            label={wordFor('letter_kind', kind)}
            hint={lawfulHint(kind)}
            isOptional
            keys="numeric"
            width="short"
            value={draft.letterTerms[kind]}
            {...errorAt(invalid, `letterTerms.${kind}`)}
            onChange={(days) => change({ letterTerms: { ...draft.letterTerms, [kind]: days } })}
          />
        ))}
      </div>
    </fieldset>
  );
}

function lawfulHint(kind: LetterKind): string {
  const days = lawfulTerms[kind];
  return days === undefined ? t('letter_term_none') : plural('letter_term_lawful', days);
}

/** D16: where unfolding ends by itself; what was not reached is then said in the result. */
export function BudgetsForm({ draft, invalid, change }: FormProps) {
  const { budgets } = draft;
  const edit = (part: Partial<typeof budgets>) => change({ budgets: { ...budgets, ...part } });
  return (
    <div class="columns">
      <TextField
        label={t('budget_seconds')}
        keys="numeric"
        width="short"
        value={budgets.seconds}
        {...errorAt(invalid, 'budgets.seconds')}
        onChange={(seconds) => edit({ seconds })}
      />
      <TextField
        label={t('budget_items')}
        keys="numeric"
        width="short"
        value={budgets.items}
        {...errorAt(invalid, 'budgets.items')}
        onChange={(items) => edit({ items })}
      />
      <TextField
        label={t('budget_megabytes')}
        keys="numeric"
        width="short"
        value={budgets.megabytes}
        {...errorAt(invalid, 'budgets.megabytes')}
        onChange={(megabytes) => edit({ megabytes })}
      />
    </div>
  );
}
