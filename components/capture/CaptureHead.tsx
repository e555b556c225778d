import type { ComponentChildren } from 'preact';
import type { CaptureState } from '../../lib/ui/captureState.ts';
import { t } from '../../lib/ui/words.ts';
import { Icon, Mark } from '../Icon.tsx';

interface Props {
  readonly state: Pick<CaptureState, 'openDashboard' | 'openPage'>;
  /** Further buttons. */
  readonly children?: ComponentChildren;
}

export function CaptureHead({ state, children }: Props) {
  return (
    <header class="capture-head">
      <h1>
        <Mark />
        {t('extName')}
      </h1>
      <nav aria-label={t('nav_label')}>
        <button type="button" class="quiet" onClick={() => state.openDashboard('/')}>
          <Icon name="list" />
          {t('nav_list')}
        </button>
        <button type="button" class="quiet" onClick={() => state.openPage('options')}>
          <Icon name="gear" />
          {t('nav_options')}
        </button>
        {children}
      </nav>
    </header>
  );
}
