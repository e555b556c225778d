import type { ComponentChildren } from 'preact';
import type { PolicyKey } from '../../lib/model/policy.ts';
import { t } from '../../lib/ui/words.ts';
import { Icon } from '../Icon.tsx';
import type { FormProps } from './formProps.ts';

interface Props extends Pick<FormProps, 'isLocked'> {
  readonly of: PolicyKey;
  readonly children: ComponentChildren;
}

/** What one key of the policy sets, in a block that others set too: to be read only where the administrator set it. */
export function OfKey({ of, isLocked, children }: Props) {
  if (!isLocked(of)) return children;
  return (
    <fieldset class="stack" disabled>
      <LockedBadge />
      {children}
    </fieldset>
  );
}

export function LockedBadge() {
  return (
    <p>
      <span class="badge badge-open">
        <Icon name="lock" />
        {t('locked')}
      </span>
    </p>
  );
}
