import { accountTypes } from '../../lib/model/policy.ts';
import type { CaptureState } from '../../lib/ui/captureState.ts';
import type { AccountAnswer, ReadyPage } from '../../lib/ui/choice.ts';
import { t, wordFor } from '../../lib/ui/words.ts';
import { KeepsAndRemoves } from '../Facts.tsx';
import { CheckField, RadioField } from '../Field.tsx';
import { Notice } from '../Notice.tsx';
import { CapacityForm } from './CapacityForm.tsx';
import { PageCard } from './PageCard.tsx';
import { PointedNote, hasPointed } from './PointedNote.tsx';
import { ReportBox } from './ReportBox.tsx';
import { ScenarioCard } from './ScenarioCard.tsx';
import { StartBar } from './StartBar.tsx';

interface Props {
  readonly page: ReadyPage;
  readonly state: CaptureState;
}

/** Before the start: what this is, what will happen, what must still be said. */
export function Choosing({ page, state }: Props) {
  const { choices } = state;
  const isOurs = choices.choice.value.account !== 'niet-van-ons';
  return (
    <>
      <PageCard page={page} />
      {page.notices
        .filter((code) => page.proposal !== undefined || code !== 'unregistered-account')
        .map((code) => (
          <Notice key={code} tone={code === 'look-alike-host' ? 'bad' : 'warn'}>
            <p>{wordFor('notice', code)}</p>
          </Notice>
        ))}
      {page.notices.includes('reader-failed') && <ReportBox report={state.report} />}
      {!page.proposal && <AccountQuestion state={state} />}
      {!isOurs && (
        <Notice tone="info" title={t('not_ours_title')} isSpoken>
          <p>{t('not_ours_explained')}</p>
        </Notice>
      )}
      <ScenarioCard choices={choices} />
      {choices.scenario.value === 'C' && <CapacityForm state={state} isProfile={page.pageKind === 'profile'} />}
      {page.offersHover && isOurs && (
        <CheckField
          label={t('hover_label')}
          hint={t('hover_hint')}
          isChecked={choices.choice.value.mayHover}
          onChange={(mayHover) => choices.choose({ mayHover })}
        />
      )}
      {isOurs && <PointedNote state={state} />}
      {choices.scenario.value && <KeepsAndRemoves {...shownWith(state)} />}
      {isOurs && page.pageKind === 'post' && choices.proposal.value && (
        <p class="small">
          <button type="button" class="link" onClick={() => void state.openLetter()}>
            {t('letter_open')}
          </button>
        </p>
      )}
      {isOurs && (
        <StartBar state={state} needsPermission={page.needsPermission.length > 0} mediaElsewhere={page.mediaElsewhere ?? []} />
      )}
    </>
  );
}

/** R9, R12: of a scenario without reactions those that were pointed at are kept. */
function shownWith({ choices, pointed }: CaptureState) {
  const { keeps, removes } = choices.shown.value;
  if (!hasPointed(pointed.value) || keeps.includes('reactions')) return choices.shown.value;
  return {
    keeps: [...keeps, 'pointed-reactions'],
    removes: removes.map((code) => (code === 'reactions' ? 'other-reactions' : code)),
  };
}

const answers: readonly AccountAnswer[] = [...accountTypes, 'niet-van-ons'];

/** R3, R15: the page is of somebody who is not in the register; until a person says otherwise, a third party. */
function AccountQuestion({ state: { choices } }: { readonly state: CaptureState }) {
  const isMissing = choices.isPointingOut.value && choices.missing.value.includes('account');
  return (
    <RadioField
      legend={t('account_question')}
      value={choices.choice.value.account}
      options={answers.map((answer) => ({
        value: answer,
        label: wordFor('account_type', answer),
        explained: wordFor('account_type_explained', answer),
      }))}
      {...(isMissing && { error: t('missing_account') })}
      onChange={(account) => choices.choose({ account })}
    />
  );
}
