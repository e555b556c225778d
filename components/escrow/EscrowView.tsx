import { useId, useState } from 'preact/hooks';
import type { EscrowEntry } from '../../lib/model/escrow.ts';
import type { EscrowState } from '../../lib/ui/escrowState.ts';
import { plural, t, wordFor } from '../../lib/ui/words.ts';
import { Rule } from '../Badge.tsx';
import { AreaField, SelectField } from '../Field.tsx';
import { BrandHead } from '../BrandHead.tsx';
import { Notice } from '../Notice.tsx';

/** R18: from a label back to a person, one at a time, with a reason that is logged first. */
export function EscrowView({ state }: { readonly state: EscrowState }) {
  const [label, setLabel] = useState('');
  const [reason, setReason] = useState('');
  const { value: file } = state.file;
  const isReady = file !== undefined && state.hasKey.value && label !== '' && reason.trim().length >= 3;
  return (
    <>
      <BrandHead />
      <main class="shell-main settings">
        <h1>{t('escrow_title')}</h1>
        <p>
          {t('escrow_explained')} <Rule code="R18" />
        </p>
        <Trouble state={state} />
        <section class="panel stack" aria-label={t('escrow_title')}>
          <FileField label={t('escrow_file')} onText={state.takeFile} />
          {file && (
            <p class="soft small">
              {file.dossier} · {plural('escrow_entries', file.entries.length)} · {t('escrow_key_id', { id: file.keyId })}
            </p>
          )}
          <FileField label={t('escrow_key')} onText={state.takeKey} />
          {file && (
            <SelectField
              label={t('escrow_label')}
              value={label}
              empty={t('escrow_choose')}
              options={file.entries.map((entry) => ({ value: entry.label, label: entry.label }))}
              onChange={setLabel}
            />
          )}
          <AreaField label={t('escrow_reason')} hint={t('escrow_reason_hint')} value={reason} onChange={setReason} />
          <div class="buttons">
            <button
              type="button"
              class="primary"
              aria-disabled={!isReady || state.isBusy.value}
              onClick={() => isReady && void state.open(label, reason)}
            >
              {t('escrow_open')}
            </button>
          </div>
        </section>
        {state.opened.value && <Opened entry={state.opened.value} onClose={state.close} />}
      </main>
    </>
  );
}

function Trouble({ state: { trouble } }: { readonly state: EscrowState }) {
  const { value: code } = trouble;
  if (code === undefined) return null;
  return (
    <Notice tone="bad" isSpoken>
      <p>{code === 'not-an-escrow' ? t('escrow_no_file') : code === 'not-a-key' ? t('escrow_no_key') : wordFor('failure', code)}</p>
    </Notice>
  );
}

function Opened({ entry, onClose }: { readonly entry: EscrowEntry; readonly onClose: () => void }) {
  const lines = [
    { label: t('escrow_names'), values: entry.names },
    { label: t('escrow_handles'), values: entry.handles },
    { label: t('escrow_ids'), values: entry.ids },
    { label: t('escrow_urls'), values: entry.urls },
    { label: t('escrow_reactions'), values: entry.reactions.map(({ key }) => key) },
  ];
  return (
    <section class="panel stack" aria-labelledby="opened-title" role="status">
      <h2 id="opened-title">{entry.label}</h2>
      <dl class="facts">
        {lines
          .filter(({ values }) => values.length > 0)
          .map(({ label, values }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{values.join(', ')}</dd>
            </div>
          ))}
      </dl>
      <div class="buttons">
        <button type="button" class="secondary" onClick={onClose}>
          {t('escrow_close')}
        </button>
      </div>
    </section>
  );
}

function FileField({ label, onText }: { readonly label: string; readonly onText: (text: string) => void }) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="file"
        accept=".json,.jwk,application/json"
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file) void file.text().then(onText);
        }}
      />
    </div>
  );
}
