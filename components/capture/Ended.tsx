import type { FailureCode, Told } from '../../lib/model/failure.ts';
import type { ReportState } from '../../lib/ui/reportState.ts';
import { hasWordFor, t, wordFor } from '../../lib/ui/words.ts';
import { Rule } from '../Badge.tsx';
import { FailureNotice } from '../Failure.tsx';
import { Icon } from '../Icon.tsx';
import { ReportBox } from './ReportBox.tsx';

interface Props {
  readonly failure: Told;
  readonly report: ReportState;
  readonly onAgain: () => void;
}

/** After these the reader is at fault, not the page. */
const isUnread: ReadonlySet<FailureCode> = new Set(['page-not-understood', 'nothing-found']);

/** R2: this page is not captured at all; says why, and that nothing was kept. */
export function Refused({ failure: { code }, host, report, onAgain }: Props & { readonly host: string }) {
  return (
    <section class="stack" aria-labelledby="refused-title">
      <p class="over">{host}</p>
      <div class="refused" role="status">
        <Icon name="info" />
        <h2 id="refused-title">{wordFor('failure', code)}</h2>
      </div>
      {hasWordFor('failure_do', code) && <p>{wordFor('failure_do', code)}</p>}
      <p class="nothing-kept">
        {t('nothing_kept')} {code === 'out-of-scope' && <Rule code="R2" />}
      </p>
      {isUnread.has(code) && <ReportBox report={report} />}
      <button type="button" class="secondary" onClick={onAgain}>
        {t('look_again')}
      </button>
    </section>
  );
}

/** After these the capture may have been stored all the same: then "nothing was kept" would be a guess. */
const mayHaveKept: ReadonlySet<FailureCode> = new Set(['interrupted', 'unexpected', 'not-found', 'bad-message']);

/** A capture that did not come to an end. */
export function Failed({ failure, report, onAgain }: Props) {
  const { code } = failure;
  return (
    <section class="stack" aria-labelledby="failed-title">
      <h2 id="failed-title">{t('failed_title')}</h2>
      <FailureNotice failure={failure}>
        <p>{mayHaveKept.has(code) ? t('may_have_kept') : t('nothing_kept')}</p>
      </FailureNotice>
      {isUnread.has(code) && <ReportBox report={report} />}
      <button type="button" class="primary" onClick={onAgain}>
        {t('try_again')}
      </button>
    </section>
  );
}
