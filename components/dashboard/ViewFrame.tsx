import type { Loaded } from '../../lib/ui/loaded.ts';
import { t } from '../../lib/ui/words.ts';
import { FailureNotice } from '../Failure.tsx';

interface Props {
  readonly view: Loaded<string> | undefined;
  readonly onShow: () => void;
}

/** The readable view in a frame that may do nothing: no scripts, no origin, no forms, no way out. */
export function ViewFrame({ view, onShow }: Props) {
  if (!view) {
    return (
      <button type="button" class="secondary" onClick={onShow}>
        {t('view_show')}
      </button>
    );
  }
  if (view.at === 'loading') return <p role="status">{t('loading')}</p>;
  if (view.at === 'failed') return <FailureNotice failure={view} />;
  return <iframe class="view" title={t('view_title')} sandbox="" srcdoc={view.value} referrerpolicy="no-referrer" />;
}
