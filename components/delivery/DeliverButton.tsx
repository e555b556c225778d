import { t } from '../../lib/ui/words.ts';
import { Icon } from '../Icon.tsx';

interface Props {
  readonly targets: readonly { readonly name: string }[];
  /** The package is being made, before anything is sent. */
  readonly isPreparing?: boolean;
  readonly onDeliver: () => void;
}

/** To the places of the organisation, by their names; nothing where there is none. */
export function DeliverButton({ targets, isPreparing, onDeliver }: Props) {
  if (targets.length === 0) return null;
  return (
    <button type="button" class="primary" aria-disabled={isPreparing} onClick={onDeliver}>
      <Icon name="file" />
      {isPreparing ? t('deliver_preparing') : t('deliver_to', { names: targets.map(({ name }) => name).join(', ') })}
    </button>
  );
}
