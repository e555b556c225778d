import type { ComponentChildren } from 'preact';
import type { News } from '../../lib/ui/dashboardState.ts';
import { pathOf } from '../../lib/ui/route.ts';
import type { Route } from '../../lib/ui/route.ts';
import { t } from '../../lib/ui/words.ts';
import { BrandName } from '../BrandHead.tsx';

interface Props {
  readonly route: Route;
  readonly news: News | undefined;
  readonly openOptions: () => void;
  readonly children: ComponentChildren;
}

const places = ['list', 'numbers', 'verify', 'log', 'recovery', 'flow'] as const;
const labels = {
  list: 'nav_list',
  numbers: 'nav_numbers',
  verify: 'nav_verify',
  log: 'nav_log',
  recovery: 'nav_recovery',
  flow: 'nav_flow',
} as const;

/** Skip link, name, navigation and the live region around every page of the dashboard. */
export function Shell({ route, news, openOptions, children }: Props) {
  const current = ['capture', 'review', 'run'].includes(route.page) ? 'list' : route.page;
  return (
    <>
      <SkipLink />
      <header class="shell-head">
        <div class="shell-inner">
          <BrandName />
          <nav aria-label={t('nav_label')}>
            <ul>
              {places.map((page) => (
                <li key={page}>
                  <a href={`#${pathOf({ page })}`} {...(current === page && { 'aria-current': 'page' as const })}>
                    {t(labels[page])}
                  </a>
                </li>
              ))}
              <li>
                <a href="/oefenen.html">{t('nav_practice')}</a>
              </li>
              <li>
                <button type="button" class="link" onClick={openOptions}>
                  {t('nav_options')}
                </button>
              </li>
            </ul>
          </nav>
        </div>
      </header>
      <main id="inhoud" tabIndex={-1} class="shell-main">
        {children}
      </main>
      <p class="toast" role="status" aria-live="polite">
        {news && <span key={news.id + news.code}>{t(`news_${news.code}`, { id: news.id })}</span>}
      </p>
    </>
  );
}

/** A real link would change the hash, and the hash is the route. */
function SkipLink() {
  return (
    <a
      class="skip"
      href="#inhoud"
      onClick={(event) => {
        event.preventDefault();
        document.querySelector<HTMLElement>('#inhoud')?.focus();
      }}
    >
      {t('skip')}
    </a>
  );
}
