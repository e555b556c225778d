import type { FormProps } from './formProps.ts';
import { errorAt, TextField } from '../Field.tsx';
import { t } from '../../lib/ui/words.ts';

export function OrganisationForm({ draft, invalid, change }: FormProps) {
  const { organisation } = draft;
  const edit = (part: Partial<typeof organisation>) => change({ organisation: { ...organisation, ...part } });
  return (
    <div class="stack">
      <TextField
        label={t('organisation_name')}
        hint={t('organisation_name_hint')}
        value={organisation.name}
        {...errorAt(invalid, 'organisation.name')}
        onChange={(name) => edit({ name })}
      />
      <TextField
        label={t('organisation_tooi')}
        hint={t('organisation_tooi_hint')}
        isOptional
        keys="url"
        value={organisation.tooi}
        onChange={(tooi) => edit({ tooi })}
      />
      <TextField
        label={t('contact_role')}
        hint={t('contact_role_hint')}
        value={organisation.contactRole}
        {...errorAt(invalid, 'organisation.contactRole')}
        onChange={(contactRole) => edit({ contactRole })}
      />
      <TextField
        label={t('contact_email')}
        hint={t('contact_email_hint')}
        isOptional
        keys="email"
        value={organisation.contactEmail}
        {...errorAt(invalid, 'organisation.contactEmail')}
        onChange={(contactEmail) => edit({ contactEmail })}
      />
    </div>
  );
}
