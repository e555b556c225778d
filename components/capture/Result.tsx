import type { Capture } from '../../lib/model/capture.ts';
import type { CaptureSummary } from '../../lib/model/job.ts';
import type { DeliveryState } from '../../lib/ui/deliveryState.ts';
import type { ExportProgress } from '../../lib/ui/exportState.ts';
import type { ReportState } from '../../lib/ui/reportState.ts';
import { isSavedAsFile, mustBeReviewedFirst } from '../../lib/ui/review.ts';
import { pathOf } from '../../lib/ui/route.ts';
import { removedByKind, removedInAll } from '../../lib/ui/tally.ts';
import { plural, t, wordFor } from '../../lib/ui/words.ts';
import { Rule } from '../Badge.tsx';
import { DeliverButton } from '../delivery/DeliverButton.tsx';
import { DeliveryPanel } from '../delivery/DeliveryPanel.tsx';
import { ExportNote, ExportedNote } from '../ExportNote.tsx';
import { CompletenessFacts, Figures, RemovedList } from '../Facts.tsx';
import { figuresOf } from '../figures.ts';
import { Icon } from '../Icon.tsx';
import { Notice } from '../Notice.tsx';
import { ReportBox } from './ReportBox.tsx';

interface Props {
  readonly capture: Capture;
  readonly summary: CaptureSummary;
  readonly progress: ExportProgress;
  readonly report: ReportState;
  readonly deliveries: DeliveryState;
  readonly onDeliver: () => void;
  readonly onExport: () => void;
  readonly onOpen: (path: string) => void;
  readonly onAgain: () => void;
}

/** What was captured. Never called safe before the file is known to be there (D11). */
export function Result({ capture, summary, progress, report, deliveries, onDeliver, onExport, onOpen, onAgain }: Props) {
  const isOut = progress.at === 'done' || isSavedAsFile(summary);
  return (
    <section class="stack" aria-labelledby="result-title">
      <div>
        <h2 id="result-title">{titleOf(summary, isOut)}</h2>
        {capture.letter && (
          <p>
            {t('letter_result', { kind: wordFor('letter_kind', capture.letter.kind), team: capture.letter.team })}{' '}
            <Rule code="R11" />
          </p>
        )}
        <p class="soft small result-id">{capture.id}</p>
      </div>
      <ExportNote progress={progress} />
      <DeliveryPanel state={deliveries} />
      {progress.at !== 'done' && isOut && summary.export && <ExportedNote file={summary.export} />}
      <Figures figures={figuresOf(summary, capture.completeness)} />
      <CompletenessFacts completeness={capture.completeness} isFolded />
      {isReaderToBlame(capture) && <ReportBox report={report} />}
      <details>
        <summary>
          {t('result_removed')} <span class="soft">{removedInShort(capture)}</span>
        </summary>
        <RemovedList removed={removedByKind(capture.ledger)} />
      </details>
      <div class="buttons">
        <button type="button" class="link" onClick={onAgain}>
          {t('capture_again')}
        </button>
        {isOut && (
          <button type="button" class="link" onClick={onExport}>
            {t('export_again')}
          </button>
        )}
      </div>
      <Actions {...{ summary, isOut, progress, deliveries, onDeliver, onExport, onOpen }} />
    </section>
  );
}

/** What the page showed and the reader could not get. */
function isReaderToBlame({ completeness }: Capture): boolean {
  return completeness.reasons.some(({ code }) => code === 'unreadable-items' || code === 'controls-left');
}

/** What was ended before its time is not called captured without more. */
function titleOf({ completeness, letter }: CaptureSummary, isOut: boolean): string {
  if (letter && completeness !== 'ONVOLLEDIG') return isOut ? t('result_letter_exported') : t('result_letter');
  if (completeness === 'ONVOLLEDIG') return isOut ? t('result_exported_partly') : t('result_captured_partly');
  return isOut ? t('result_exported') : t('result_captured');
}

/** How many people; where there were none, how many things. */
function removedInShort({ thirdParties, ledger }: Capture): string {
  return thirdParties > 0 ? plural('third_parties', thirdParties) : plural('ledger_count', removedInAll(ledger));
}

interface ActionsProps extends Pick<Props, 'summary' | 'progress' | 'deliveries' | 'onDeliver' | 'onExport' | 'onOpen'> {
  readonly isOut: boolean;
}

/** One main button: review where R9 asks it, else the organisation's own places or a file; once it is out, nothing presses any more. */
function Actions({ summary, isOut, progress, deliveries, onDeliver, onExport, onOpen }: ActionsProps) {
  const open = () => onOpen(pathOf({ page: 'capture', id: summary.id }));
  const review = () => onOpen(pathOf({ page: summary.reviewPoints > 0 ? 'review' : 'capture', id: summary.id }));
  if (mustBeReviewedFirst(summary)) {
    return (
      <div class="action-bar">
        <Notice tone="info">
          <p>{summary.reviewPoints > 0 ? plural('review_points', summary.reviewPoints) : t('review_first')}</p>
        </Notice>
        <button type="button" class="primary wide" onClick={review}>
          {t('review_now')}
        </button>
      </div>
    );
  }
  const isBusy = progress.at === 'busy';
  const targets = summary.correction ? [] : deliveries.targets.value;
  const isUnderWay = (deliveries.list.value?.deliveries ?? []).length > 0;
  const isMain = targets.length === 0 && !isUnderWay;
  return (
    <div class="action-bar">
      <div class="buttons">
        <DeliverButton targets={targets} isPreparing={deliveries.isPreparing.value} onDeliver={onDeliver} />
        {!isOut && (
          <button
            type="button"
            class={isMain ? 'primary' : 'secondary'}
            aria-disabled={isBusy}
            onClick={() => !isBusy && onExport()}
          >
            <Icon name="file" />
            {isBusy ? t('exporting') : t(isMain ? 'export' : 'export_file')}
          </button>
        )}
        <button type="button" class={isOut && targets.length === 0 ? 'primary' : 'secondary'} onClick={open}>
          {t('show_in_list')}
        </button>
      </div>
    </div>
  );
}
