import { t } from '../lib/ui/words.ts';
import { Mark } from './Icon.tsx';

export function BrandName() {
  return (
    <p class="shell-name">
      <Mark />
      {t('extName')}
    </p>
  );
}

/** The name on top of a page that stands by itself, without the dashboard's navigation. */
export function BrandHead() {
  return (
    <header class="shell-head">
      <div class="shell-inner">
        <BrandName />
      </div>
    </header>
  );
}
