import { useState } from 'preact/hooks';
import type { TargetKind } from '../../lib/model/target.ts';
import { corrections, factNames, targetKinds, usualProperties, wrappers } from '../../lib/model/target.ts';
import { emptyTarget, fieldsOf, lineOf } from '../../lib/ui/targetDraft.ts';
import type { TargetDraft } from '../../lib/ui/targetDraft.ts';
import type { TargetTried } from '../../lib/ui/targetState.ts';
import { t, wordFor } from '../../lib/ui/words.ts';
import { AreaField, SecretField, SelectField, TextField, errorAt, hasErrorUnder } from '../Field.tsx';
import type { FormProps } from './formProps.ts';
import { OfKey } from './Locked.tsx';
import { Rows } from './Rows.tsx';

/** D15: where packages go. Each can be tried before it is needed. */
export function TargetsForm({ draft, invalid, change, isLocked, targets: state }: FormProps) {
  const { targets } = draft;
  const edit = (at: number, part: Partial<TargetDraft>) =>
    change({ targets: targets.map((one, n) => (n === at ? { ...one, ...part } : one)) });
  return (
    <div class="stack">
      <OfKey of="targets" isLocked={isLocked}>
        <Rows
          rows={targets}
          title={({ name }, at) => t('target_row', { count: at + 1, name })}
          addLabel={t('target_add')}
          emptyText={t('target_none')}
          hasFault={(at) => hasErrorUnder(invalid, `targets.${at}.`)}
          onAdd={() => change({ targets: [...targets, emptyTarget(crypto.randomUUID().slice(0, 8))] })}
          onRemove={(at) => change({ targets: targets.filter((_, n) => n !== at) })}
          draw={(target, at) => (
            <div class="stack">
              <TargetFields target={target} at={at} invalid={invalid} onEdit={(part) => edit(at, part)} />
              {state && <Try target={target} state={state} />}
            </div>
          )}
        />
      </OfKey>
      <OfKey of="graceDays" isLocked={isLocked}>
        <TextField
          label={t('grace_label')}
          hint={t('grace_hint')}
          keys="numeric"
          width="short"
          isOptional
          value={draft.graceDays}
          {...errorAt(invalid, 'graceDays')}
          onChange={(graceDays) => change({ graceDays })}
        />
      </OfKey>
    </div>
  );
}

interface FieldsProps {
  readonly target: TargetDraft;
  readonly at: number;
  readonly invalid: FormProps['invalid'];
  readonly onEdit: (part: Partial<TargetDraft>) => void;
}

const optional = new Set<keyof TargetDraft>(['folder', 'user', 'repository', 'objectType', 'properties', 'cases']);

function TargetFields({ target, at, invalid, onEdit }: FieldsProps) {
  const kinds = targetKinds.map((kind) => ({ value: kind, label: wordFor('target_kind', kind) }));
  const field = (name: keyof TargetDraft) => ({
    label: wordFor('target_field', name),
    hint: wordFor('target_hint', name === 'url' ? `url_${target.kind}` : name, { facts: factNames.join(', ') }),
    isOptional: optional.has(name),
    value: target[name],
    ...errorAt(invalid, `targets.${at}.${name}`),
    onChange: (value: string) => onEdit({ [name]: value }),
  });
  return (
    <>
      <SelectField<TargetKind>
        label={wordFor('target_field', 'kind')}
        value={target.kind}
        options={kinds}
        onChange={(kind) => kind !== '' && onEdit({ kind })}
      />
      <TextField {...field('name')} />
      <TextField {...field('url')} keys="url" />
      {fieldsOf[target.kind].map((name) => {
        if (name === 'wrapper') return <ChoiceField key={name} name={name} from={wrappers} {...{ target, onEdit }} />;
        if (name === 'corrections') return <ChoiceField key={name} name={name} from={corrections} {...{ target, onEdit }} />;
        if (name !== 'properties') return <TextField key={name} {...field(name)} />;
        return <AreaField key={name} rows={4} most={5_000} {...field(name)} hint={propertiesHint(target.kind)} />;
      })}
    </>
  );
}

interface ChoiceProps extends Pick<FieldsProps, 'target' | 'onEdit'> {
  readonly name: 'wrapper' | 'corrections';
  readonly from: readonly string[];
}

/** D12, R27: in which form a package goes there, and what becomes of a correction. */
function ChoiceField({ name, from, target, onEdit }: ChoiceProps) {
  return (
    <SelectField<string>
      label={wordFor('target_field', name)}
      hint={wordFor('target_hint', name)}
      value={target[name]}
      options={from.map((value) => ({ value, label: wordFor(name, value) }))}
      onChange={(value) => value !== '' && onEdit({ [name]: value })}
    />
  );
}

/** How to write them, what this kind can have, and what it is told without a line. */
function propertiesHint(kind: TargetKind): string {
  const usual = usualProperties[kind].map(lineOf).join('; ');
  return [
    wordFor('target_hint', 'properties', { facts: factNames.join(', ') }),
    wordFor('target_hint', `properties_${kind}`),
    ...(usual === '' ? [] : [t('target_properties_usual', { usual })]),
  ].join(' ');
}

/** What is wrong with name, certificate, rights or type is found now, and said in words. */
function Try({ target, state }: { readonly target: TargetDraft; readonly state: NonNullable<FormProps['targets']> }) {
  const [secret, setSecret] = useState('');
  const [tried, setTried] = useState<TargetTried | 'busy' | undefined>(undefined);
  const isKnown = state.known.value.includes(target.id);
  const tryNow = async () => {
    setTried('busy');
    setTried(await state.tryTarget(target, secret));
    setSecret('');
  };
  return (
    <div class="stack">
      {target.kind !== 'graph' && (
        <SecretField
          label={wordFor('secret_label', target.kind)}
          hint={isKnown ? t('secret_known') : t('secret_hint')}
          value={secret}
          onChange={setSecret}
        />
      )}
      <div class="buttons">
        <button type="button" class="secondary" aria-disabled={tried === 'busy'} onClick={() => tried !== 'busy' && void tryNow()}>
          {t(target.kind === 'graph' && !isKnown ? 'target_sign_in' : 'target_try')}
        </button>
        <p role="status" class={tried && tried !== 'busy' && !tried.ok ? 'field-error' : 'soft'}>
          {tried === 'busy' ? t('loading') : tried && answerText(tried)}
        </p>
      </div>
    </div>
  );
}

function answerText(tried: TargetTried): string {
  if (tried.ok) return t('target_try_good');
  if (tried.problem === 'incomplete') return t('target_try_incomplete');
  if (tried.problem === 'too-large') return t('target_try_too_large');
  const status = tried.status === undefined ? '' : ` ${t('target_try_status', { status: String(tried.status) })}`;
  return `${wordFor('delivery_problem', tried.problem)}${status}`;
}
