import type { ComponentChildren } from 'preact';
import type { PolicyKey } from '../../lib/model/policy.ts';
import type { KeyState } from '../../lib/ui/keyState.ts';
import type { LanguageState } from '../../lib/ui/language.ts';
import type { TargetState } from '../../lib/ui/targetState.ts';
import type { PolicyState, Saving } from '../../lib/ui/policyState.ts';
import { plural, t } from '../../lib/ui/words.ts';
import type { WordKey } from '../../lib/ui/phrases.ts';
import { focusFirstFault } from '../focus.ts';
import { DisclaimerTexts } from '../DisclaimerTexts.tsx';
import { FailureNotice } from '../Failure.tsx';
import { BrandHead } from '../BrandHead.tsx';
import { saveFile } from '../page.tsx';
import { Notice } from '../Notice.tsx';
import { AccountsForm } from './AccountsForm.tsx';
import { BodiesForm } from './BodiesForm.tsx';
import type { FormProps } from './formProps.ts';
import { KeyPanel } from './KeyPanel.tsx';
import { LanguageChoice } from './LanguageChoice.tsx';
import { HotspotsForm, SelectionListForm } from './ListsForm.tsx';
import { LockedBadge } from './Locked.tsx';
import { OrganisationForm } from './OrganisationForm.tsx';
import { SettingsFile } from './SettingsFile.tsx';
import { StampForm } from './StampForm.tsx';
import { TargetsForm } from './TargetsForm.tsx';
import { WayBackForm } from './WayBackForm.tsx';
import { BudgetsForm, RoleForm } from './WorkForm.tsx';

interface Props {
  readonly state: PolicyState;
  readonly language: LanguageState;
  readonly keys: KeyState;
  readonly targets: TargetState;
}

const parts: readonly {
  /** What stands in the part; an administrator who sets all of these sets the part as a whole. */
  readonly keys: readonly PolicyKey[];
  readonly title: WordKey;
  readonly explained: WordKey;
  readonly Form: (props: FormProps) => ComponentChildren;
}[] = [
  { keys: ['organisation'], title: 'organisation_title', explained: 'organisation_explained', Form: OrganisationForm },
  { keys: ['accounts'], title: 'accounts_title', explained: 'accounts_explained', Form: AccountsForm },
  { keys: ['bodies'], title: 'bodies_title', explained: 'bodies_explained', Form: BodiesForm },
  {
    keys: ['actorRole', 'capacities', 'letterTeams', 'letterTerms', 'webcareAlways', 'repeatAfterDays', 'repeatScenarios'],
    title: 'work_title',
    explained: 'work_explained',
    Form: RoleForm,
  },
  { keys: ['selectionList'], title: 'selection_title', explained: 'selection_explained', Form: SelectionListForm },
  { keys: ['hotspots', 'hotspotList'], title: 'hotspots_title', explained: 'hotspots_explained', Form: HotspotsForm },
  { keys: ['wayBack'], title: 'way_back_title', explained: 'way_back_explained', Form: WayBackForm },
  { keys: ['stampAuthorities', 'revokedKeys'], title: 'stamp_title', explained: 'stamp_explained', Form: StampForm },
  { keys: ['targets', 'graceDays'], title: 'target_title', explained: 'target_explained', Form: TargetsForm },
  { keys: ['budgets'], title: 'budgets_title', explained: 'budgets_explained', Form: BudgetsForm },
];

export function OptionsView({ state, language, keys, targets }: Props) {
  const { value: draft } = state.draft;
  const isManaged = state.isManaged.value;
  return (
    <>
      <BrandHead />
      <main class="shell-main settings">
        <h1>{t('nav_options')}</h1>
        <section class="panel">
          <LanguageChoice state={language} />
        </section>
        <KeyPanel state={keys} />
        {draft && <SettingsFile state={state} saveFile={saveFile} />}
        <DisclaimerTexts />
        {isManaged && (
          <Notice tone="info" title={t('managed_title')}>
            <p>{t('managed_explained')}</p>
          </Notice>
        )}
        {draft && (
          <form
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              void state.save();
              focusFirstFault();
            }}
          >
            {parts.map((part) => (
              <Part key={part.title} part={part} state={state}>
                {(isLocked) => (
                  <part.Form
                    draft={draft}
                    invalid={state.invalid.value}
                    change={state.change}
                    isLocked={isLocked}
                    tryAuthority={keys.tryAuthority}
                    targets={targets}
                  />
                )}
              </Part>
            ))}
            {!state.isAllLocked.value && <SaveBar saving={state.saving.value} faults={state.invalid.value.length} />}
          </form>
        )}
        <p class="soft">
          <a href="/licenties.txt" target="_blank" rel="noreferrer">
            {t('licences')}
          </a>{' '}
          {t('licences_explained')}
        </p>
        {!draft && <Waiting saving={state.saving.value} />}
      </main>
    </>
  );
}

interface PartProps {
  readonly part: Pick<(typeof parts)[number], 'keys' | 'title' | 'explained'>;
  readonly state: PolicyState;
  readonly children: (isLocked: FormProps['isLocked']) => ComponentChildren;
}

function Part({ part: { keys, title, explained }, state, children }: PartProps) {
  const isWhole = keys.every((key) => state.isLocked(key));
  return (
    <section class="panel" aria-labelledby={title}>
      <h2 id={title}>{t(title)}</h2>
      <p class="soft">{t(explained)}</p>
      {isWhole && <LockedBadge />}
      <fieldset class="bare" disabled={isWhole}>
        {children(isWhole ? () => false : state.isLocked)}
      </fieldset>
    </section>
  );
}

function Waiting({ saving }: { readonly saving: Saving }) {
  if (saving.at !== 'failed') return <p role="status">{t('loading')}</p>;
  return <FailureNotice failure={saving}>{saving.part && <p>{t('policy_fault', { part: saving.part })}</p>}</FailureNotice>;
}

function SaveBar({ saving, faults }: { readonly saving: Saving; readonly faults: number }) {
  return (
    <div class="save-bar">
      {saving.at === 'failed' && <FailureNotice failure={saving} />}
      <div class="buttons">
        <button type="submit" class="primary" aria-disabled={saving.at === 'busy'}>
          {t('save')}
        </button>
        <p role="status" class={faults > 0 ? 'field-error' : 'soft'}>
          {faults > 0 ? plural('faults', faults) : savingText(saving)}
        </p>
      </div>
    </div>
  );
}

function savingText({ at }: Saving): string {
  if (at === 'saved') return t('saved');
  return at === 'changed' ? t('not_saved_yet') : '';
}
