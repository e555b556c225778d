import { platformNames } from '../../lib/model/platform.ts';
import { accountTypes, roundTerms, scenarios } from '../../lib/model/policy.ts';
import { withAt, withoutIndex } from '../../lib/ui/list.ts';
import { emptyAccount } from '../../lib/ui/policyDraft.ts';
import type { AccountDraft } from '../../lib/ui/policyDraft.ts';
import { t, wordFor } from '../../lib/ui/words.ts';
import { CheckField, errorAt, hasErrorUnder, RadioField, SelectField, TextField } from '../Field.tsx';
import type { FormProps } from './formProps.ts';
import { PlatformAndHandle } from './PlatformAndHandle.tsx';
import { Rows } from './Rows.tsx';

interface Props extends FormProps {
  /** Onboarding leaves out what the records manager sets later. */
  readonly isShort?: boolean;
}

/** R3: the register of the organisation's accounts. */
export function AccountsForm({ draft, invalid, change, isShort }: Props) {
  return (
    <Rows
      rows={draft.accounts}
      title={(account, at) => nameOf(account, at)}
      addLabel={t('account_add')}
      emptyText={t('accounts_empty')}
      hasFault={(at) => hasErrorUnder(invalid, `accounts.${at}.`)}
      onAdd={() => change({ accounts: [...draft.accounts, { ...emptyAccount, holder: draft.organisation.name }] })}
      onRemove={(at) => change({ accounts: withoutIndex(draft.accounts, at) })}
      draw={(account, at) => {
        const edit = (part: Partial<AccountDraft>) => change({ accounts: withAt(draft.accounts, at, part) });
        return (
          <>
            <PlatformAndHandle value={account} {...errorAt(invalid, `accounts.${at}.handle`)} onChange={edit} />
            <RadioField
              legend={t('account_type_label')}
              value={account.type}
              options={accountTypes.map((type) => ({
                value: type,
                label: wordFor('account_type', type),
                explained: wordFor('account_type_explained', type),
              }))}
              onChange={(type) => edit({ type })}
            />
            <TextField
              label={t('account_holder')}
              hint={t('account_holder_hint')}
              value={account.holder}
              onChange={(holder) => edit({ holder })}
            />
            <CheckField
              label={t('account_shared')}
              isChecked={account.isShared ?? false}
              onChange={(isShared) => edit({ isShared })}
            />
            <CheckField
              label={t('account_disclaimer')}
              hint={t('account_disclaimer_hint')}
              isChecked={account.disclaimer ?? false}
              onChange={(disclaimer) => edit({ disclaimer })}
            />
            {account.type !== 'corporate' && <Rounds account={account} edit={edit} />}
            {!isShort && <Further account={account} draft={draft} edit={edit} />}
          </>
        );
      }}
    />
  );
}

/** R9, R10: an account of which single posts are chosen is walked through from time to time. */
function Rounds({ account, edit }: Omit<FurtherProps, 'draft'>) {
  return (
    <div class="columns">
      <SelectField
        label={t('account_round')}
        hint={t('account_round_hint')}
        isOptional
        value={account.round}
        empty={t('account_round_empty')}
        options={roundTerms.map((value) => ({ value, label: wordFor('round_every', value) }))}
        onChange={(round) => edit({ round })}
      />
      <TextField
        label={t('account_round_words')}
        hint={t('account_round_words_hint')}
        isOptional
        value={account.roundWords}
        onChange={(roundWords) => edit({ roundWords })}
      />
    </div>
  );
}

interface FurtherProps extends Pick<Props, 'draft'> {
  readonly account: AccountDraft;
  readonly edit: (part: Partial<AccountDraft>) => void;
}

function Further({ account, draft, edit }: FurtherProps) {
  return (
    <div class="columns">
      <SelectField
        label={t('account_scenario')}
        isOptional
        value={account.defaultScenario}
        empty={t('account_scenario_empty')}
        options={scenarios.map((value) => ({ value, label: `${value} · ${wordFor('scenario_title', value)}` }))}
        onChange={(defaultScenario) => edit({ defaultScenario })}
      />
      <SelectField
        label={t('account_entry')}
        isOptional
        value={account.selectionEntry}
        empty={t('account_entry_empty')}
        options={draft.entries.map(({ code, process }) => ({ value: code, label: process }))}
        onChange={(selectionEntry) => edit({ selectionEntry })}
      />
      <TextField
        label={t('account_series')}
        hint={t('account_series_hint')}
        isOptional
        value={account.series}
        onChange={(series) => edit({ series })}
      />
    </div>
  );
}

function nameOf(account: AccountDraft, at: number): string {
  return account.handle.trim() === ''
    ? t('account_new', { number: at + 1 })
    : `@${account.handle.trim().replace(/^@+/, '')} · ${platformNames[account.platform]}`;
}
