import type { CaptureState } from '../../lib/ui/captureState.ts';
import type { Missing } from '../../lib/ui/choice.ts';
import { t } from '../../lib/ui/words.ts';
import { Rule } from '../Badge.tsx';
import { AreaField, SelectField } from '../Field.tsx';
import { Notice } from '../Notice.tsx';

interface Props {
  readonly state: CaptureState;
  readonly isProfile: boolean;
}

/** R9: of a hybrid or personal account a person picks single posts, and says of each why it is government information. */
export function CapacityForm({ state, isProfile }: Props) {
  const { choices } = state;
  if (isProfile) {
    return (
      <Notice tone="info" title={t('single_post_title')}>
        <p>
          {t('single_post_explained')} <Rule code="R9" />
        </p>
        <p>{t('round_open_panel')}</p>
      </Notice>
    );
  }
  const lacks = (what: Missing) => choices.isPointingOut.value && choices.missing.value.includes(what);
  return (
    <section class="stack" aria-label={t('capacity_section')}>
      <SelectField
        label={t('capacity_label')}
        value={choices.choice.value.capacity}
        options={state.capacities.value.map((capacity) => ({ value: capacity, label: capacity }))}
        empty={t('choose')}
        {...(lacks('capacity') && { error: t('missing_capacity') })}
        onChange={(capacity) => choices.choose({ capacity })}
      />
      <AreaField
        label={t('selection_label')}
        hint={t('selection_hint')}
        value={choices.choice.value.selectionReason}
        {...(lacks('selectionReason') && { error: t('missing_selection') })}
        onChange={(selectionReason) => choices.choose({ selectionReason })}
      />
    </section>
  );
}
