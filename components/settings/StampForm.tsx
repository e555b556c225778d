import { useState } from 'preact/hooks';
import type { AuthorityDraft } from '../../lib/ui/policyDraft.ts';
import { emptyAuthority } from '../../lib/ui/policyDraft.ts';
import type { Tried } from '../../lib/ui/keyState.ts';
import { t, wordFor } from '../../lib/ui/words.ts';
import { moment } from '../../lib/ui/format.ts';
import { AreaField, TextField, errorAt, hasErrorUnder } from '../Field.tsx';
import type { FormProps } from './formProps.ts';
import { OfKey } from './Locked.tsx';
import { Rows } from './Rows.tsx';

/** D14: who gives time-stamps, and whom of them is believed; T22: keys that are not trusted any more. */
export function StampForm({ draft, invalid, change, isLocked, tryAuthority }: FormProps) {
  const { authorities } = draft;
  const edit = (at: number, part: Partial<AuthorityDraft>) =>
    change({ authorities: authorities.map((one, n) => (n === at ? { ...one, ...part } : one)) });
  return (
    <div class="stack">
      <OfKey of="stampAuthorities" isLocked={isLocked}>
        <Rows
          rows={authorities}
          title={({ name }, at) => t('stamp_row', { count: at + 1, name })}
          addLabel={t('stamp_add')}
          emptyText={t('stamp_none')}
          hasFault={(at) => hasErrorUnder(invalid, `authorities.${at}.`)}
          onAdd={() => change({ authorities: [...authorities, emptyAuthority] })}
          onRemove={(at) => change({ authorities: authorities.filter((_, n) => n !== at) })}
          draw={(authority, at) => (
            <div class="stack">
              <TextField
                label={t('stamp_name')}
                value={authority.name}
                {...errorAt(invalid, `authorities.${at}.name`)}
                onChange={(name) => edit(at, { name })}
              />
              <TextField
                label={t('stamp_url')}
                hint={t('stamp_url_hint')}
                keys="url"
                value={authority.url}
                {...errorAt(invalid, `authorities.${at}.url`)}
                onChange={(url) => edit(at, { url })}
              />
              <AreaField
                label={t('stamp_roots')}
                hint={t('stamp_roots_hint')}
                rows={5}
                most={50_000}
                value={authority.roots}
                {...errorAt(invalid, `authorities.${at}.roots`)}
                onChange={(roots) => edit(at, { roots })}
              />
              <Try authority={authority} tryAuthority={tryAuthority} />
            </div>
          )}
        />
      </OfKey>
      <OfKey of="revokedKeys" isLocked={isLocked}>
        <AreaField
          label={t('revoked_label')}
          hint={t('revoked_hint')}
          rows={3}
          most={50_000}
          value={draft.revokedKeys}
          {...errorAt(invalid, 'revokedKeys')}
          onChange={(revokedKeys) => change({ revokedKeys })}
        />
      </OfKey>
    </div>
  );
}

/** A wrong root or address is found now, and not by a package without a stamp. */
function Try({
  authority,
  tryAuthority,
}: {
  readonly authority: AuthorityDraft;
  readonly tryAuthority: FormProps['tryAuthority'];
}) {
  const [tried, setTried] = useState<Tried | 'busy' | undefined>(undefined);
  if (!tryAuthority) return null;
  return (
    <div class="buttons">
      <button
        type="button"
        class="secondary"
        aria-disabled={tried === 'busy'}
        onClick={() => {
          setTried('busy');
          void tryAuthority(authority).then(setTried);
        }}
      >
        {t('stamp_try')}
      </button>
      <p role="status" class={tried && tried !== 'busy' && !tried.ok ? 'field-error' : 'soft'}>
        {tried === 'busy' ? t('loading') : tried && answerText(tried)}
      </p>
    </div>
  );
}

function answerText(tried: Tried): string {
  if (tried.ok) return t('stamp_try_good', { when: moment(tried.time), authority: tried.authority });
  return tried.problem === 'no-permission' ? t('stamp_try_no_permission') : wordFor('stamp_problem', tried.problem);
}
