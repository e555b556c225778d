import { platformIds, platformNames } from '../../lib/model/platform.ts';
import type { PlatformId } from '../../lib/model/platform.ts';
import { t } from '../../lib/ui/words.ts';
import { SelectField, TextField } from '../Field.tsx';

interface Props {
  readonly value: { readonly platform: PlatformId; readonly handle: string };
  readonly error?: string;
  readonly onChange: (part: { platform?: PlatformId; handle?: string }) => void;
}

export function PlatformAndHandle({ value, error, onChange }: Props) {
  return (
    <div class="columns">
      <SelectField
        label={t('platform_label')}
        value={value.platform}
        options={platformIds.map((id) => ({ value: id, label: platformNames[id] }))}
        onChange={(platform) => platform !== '' && onChange({ platform })}
      />
      <TextField
        label={t('handle_label')}
        hint={value.platform === 'mastodon' ? t('handle_hint_mastodon') : t('handle_hint')}
        value={value.handle}
        {...(error !== undefined && { error })}
        onChange={(handle) => onChange({ handle })}
      />
    </div>
  );
}
