import { t } from '../../lib/ui/words.ts';
import { AreaField, errorAt, TextField } from '../Field.tsx';
import type { FormProps } from './formProps.ts';

/** The role in the log, the capacities of R9 and the teams of R11. */
export function RoleForm({ draft, invalid, change }: FormProps) {
  return (
    <div class="stack">
      <TextField
        label={t('actor_role')}
        hint={t('actor_role_hint')}
        value={draft.actorRole}
        {...errorAt(invalid, 'actorRole')}
        onChange={(actorRole) => change({ actorRole })}
      />
      <AreaField
        label={t('capacities_label')}
        hint={t('capacities_hint')}
        rows={4}
        value={draft.capacities.join('\n')}
        onChange={(text) => change({ capacities: text.split('\n') })}
      />
      <AreaField
        label={t('letter_teams_label')}
        hint={t('letter_teams_hint')}
        isOptional
        rows={3}
        value={draft.letterTeams.join('\n')}
        onChange={(text) => change({ letterTeams: text.split('\n') })}
      />
      <TextField
        label={t('repeat_days_label')}
        hint={t('repeat_days_hint')}
        isOptional
        value={draft.repeatAfterDays}
        {...errorAt(invalid, 'repeatAfterDays')}
        onChange={(repeatAfterDays) => change({ repeatAfterDays })}
      />
    </div>
  );
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
