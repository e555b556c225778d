import type { ReportState } from '../../lib/ui/reportState.ts';
import { t, wordFor } from '../../lib/ui/words.ts';

/** Offers a report on how this page is built, for whoever mends the reader. */
export function ReportBox({ report }: { readonly report: ReportState }) {
  const { value: progress } = report.progress;
  return (
    <div class="report">
      <button type="button" class="link" aria-disabled={progress.at === 'busy'} onClick={() => void report.run()}>
        {t('report_make')}
      </button>
      <p class="small soft">{t('report_hint')}</p>
      <p class="small" role="status">
        {progress.at === 'saved' && t('report_saved')}
        {progress.at === 'failed' && wordFor('failure', progress.code)}
      </p>
    </div>
  );
}
