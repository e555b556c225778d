import type { ComponentChildren } from 'preact';
import type { Changes, CorrectionWish } from '../../lib/model/changes.ts';
import type { Told } from '../../lib/model/failure.ts';
import type { Hotspot } from '../../lib/model/policy.ts';
import type { OneCapture } from '../../lib/ui/dashboardState.ts';
import type { Loaded } from '../../lib/ui/loaded.ts';
import type { ExportProgress } from '../../lib/ui/exportState.ts';
import { isSavedAsFile, mustBeReviewedFirst } from '../../lib/ui/review.ts';
import { pathOf } from '../../lib/ui/route.ts';
import { ledgerRows, mediaLines, removedInAll } from '../../lib/ui/tally.ts';
import { plural, t } from '../../lib/ui/words.ts';
import { ExportNote, ExportedNote } from '../ExportNote.tsx';
import { CompletenessFacts } from '../Facts.tsx';
import { DeliverButton } from '../delivery/DeliverButton.tsx';
import { FailureNotice } from '../Failure.tsx';
import { Icon } from '../Icon.tsx';
import { ReasonDialog } from '../ReasonDialog.tsx';
import { ChangesPanel } from './ChangesPanel.tsx';
import { CorrectDialog } from './CorrectDialog.tsx';
import { DeleteDialog } from './DeleteDialog.tsx';
import { EvidenceNotes } from './EvidenceNotes.tsx';
import { LedgerTable } from './LedgerTable.tsx';
import { LogTable } from './LogTable.tsx';
import { MediaTable } from './MediaTable.tsx';
import { PeopleList } from './PeopleList.tsx';
import { ReferList } from './ReferList.tsx';
import { ReviewPanel } from './ReviewPanel.tsx';
import { Summary } from './Summary.tsx';
import { ViewFrame } from './ViewFrame.tsx';

interface Props extends OneCapture {
  readonly view: Loaded<string> | undefined;
  readonly progress: ExportProgress;
  readonly trouble: Told | undefined;
  readonly onShowView: () => void;
  readonly onExport: () => void;
  /** Where the package went. */
  readonly deliveries: ComponentChildren;
  readonly targets: readonly { readonly name: string }[];
  readonly onDeliver: (id: string) => void;
  readonly onSaveEscrow: () => void;
  readonly onRefer: (where: string, caseNumber: string) => Promise<boolean>;
  readonly changes: Changes | null | undefined;
  readonly hotspots: readonly Hotspot[];
  readonly capacities: readonly string[];
  readonly onCorrect: (wish: CorrectionWish) => Promise<boolean>;
  readonly onWithdraw: (reason: string) => Promise<boolean>;
  readonly onRetryStamps: () => void;
  readonly onDelete: (reason: string) => Promise<boolean>;
  /** R26: once more, now; within the click. */
  readonly onRepeat: (captures: readonly { readonly id: string; readonly url: string }[]) => void;
}

/** Everything about one capture: verdict and actions first, the account of it below. */
export function CapturePage(props: Props) {
  const { capture, summary, log } = props;
  // R9: of a selection the view itself is what is reviewed, so it stands above the way to the review
  const isSelection = mustBeReviewedFirst(summary) && summary.scenario === 'C';
  const review = mustBeReviewedFirst(summary) && (
    <ReviewPanel id={capture.id} points={summary.reviewPoints} isSelection={isSelection} />
  );
  const view = (
    <section class="panel" aria-labelledby="view-title">
      <h2 id="view-title">{t('view_title')}</h2>
      <p class="soft">{t('view_explained')}</p>
      <ViewFrame view={props.view} onShow={props.onShowView} />
    </section>
  );
  return (
    <div class="capture-page">
      <Summary capture={capture} summary={summary} />
      <EvidenceNotes capture={capture} summary={summary} onRetryStamps={props.onRetryStamps} />
      {props.deliveries}
      <Actions {...props} />
      {!isSelection && review}
      {isSelection && view}
      {isSelection && review}
      <section class="panel" aria-labelledby="completeness-title">
        <h2 id="completeness-title">{t('completeness_title')}</h2>
        <CompletenessFacts completeness={capture.completeness} />
      </section>
      {capture.earlier && <ChangesPanel earlier={capture.earlier} changes={props.changes} />}
      {!isSelection && view}
      <section class="folds" aria-label={t('account_of')}>
        <LedgerTable rows={ledgerRows(capture.ledger)} total={removedInAll(capture.ledger)} />
        {capture.reactions.length > 0 && !capture.letter && (
          <ReferList reactions={capture.reactions} isSealed={summary.state !== 'stripped'} onRefer={props.onRefer} />
        )}
        <PeopleList people={capture.people} />
        <MediaTable
          lines={mediaLines(capture)}
          {...(summary.state === 'stripped' && { marking: pathOf({ page: 'review', id: capture.id }) })}
        />
        <details class="fold">
          <summary>
            <h2>{t('log_title')}</h2>
            <span class="soft">{plural('log_lines', log.length)}</span>
          </summary>
          <LogTable lines={log} />
        </details>
      </section>
    </div>
  );
}

/** R27: once replaced or withdrawn, it stays so. A letter was somebody's choice at the page: it can only be withdrawn (R11). */
function Corrections({ capture, summary, hotspots, capacities, onCorrect, onWithdraw }: Props) {
  if (summary.correction) return null;
  return (
    <>
      {!capture.letter && (
        <CorrectDialog key={capture.id} capture={capture} hotspots={hotspots} capacities={capacities} onCorrect={onCorrect} />
      )}
      <ReasonDialog
        button={t('withdraw')}
        title={t('withdraw_title')}
        explained={t('withdraw_explained')}
        confirm={t('withdraw_confirm')}
        hint={t('correct_reason_hint')}
        isDanger
        onConfirm={(reason) => void onWithdraw(reason)}
      />
    </>
  );
}

/** R26: a post or profile can be taken again; a letter was somebody's choice at the page (R11). */
function Repeat({ capture, summary, onRepeat }: Props) {
  if (capture.pageKind === 'other' || capture.letter || summary.correction) return null;
  return (
    <button type="button" class="secondary" onClick={() => onRepeat([{ id: capture.id, url: capture.url }])}>
      {t('repeat_now')}
    </button>
  );
}

/** Ways out: to the places of the organisation first, and as a file. What was replaced or withdrawn goes nowhere new (R27). */
function OutButtons({ capture, summary, targets, progress, onDeliver, onExport }: Props) {
  const isOut = isSavedAsFile(summary);
  const isBusy = progress.at === 'busy';
  const isToDeliver = targets.length > 0 && !summary.correction;
  return (
    <>
      {isToDeliver && <DeliverButton targets={targets} onDeliver={() => onDeliver(capture.id)} />}
      {(isOut || !summary.correction) && (
        <button
          type="button"
          class={isOut || isToDeliver ? 'secondary' : 'primary'}
          aria-disabled={isBusy}
          onClick={() => !isBusy && onExport()}
        >
          <Icon name="file" />
          {isBusy ? t('exporting') : t(fileLabel(summary, isToDeliver))}
        </button>
      )}
    </>
  );
}

function fileLabel({ state }: Props['summary'], isToDeliver: boolean) {
  if (state === 'delivered') return 'export_again';
  return isToDeliver || state === 'secured' ? 'export_file' : 'export';
}

function Actions(props: Props) {
  const { capture, summary, progress, trouble, onSaveEscrow, onDelete } = props;
  const mustReview = mustBeReviewedFirst(summary);
  const isOut = isSavedAsFile(summary);
  return (
    <div class="actions">
      {trouble && <FailureNotice failure={trouble} />}
      <ExportNote progress={progress} />
      {progress.at !== 'done' && summary.state === 'delivered' && summary.export && <ExportedNote file={summary.export} />}
      <div class="buttons">
        {!mustReview && <OutButtons {...props} />}
        {capture.wayBack && (
          <button type="button" class="secondary" onClick={onSaveEscrow}>
            {t('escrow_save')}
          </button>
        )}
        <Repeat {...props} />
        <Corrections {...props} />
        <DeleteDialog isExported={isOut} onDelete={onDelete} />
      </div>
      {mustReview && <p class="soft">{t('export_after_review')}</p>}
      {capture.wayBack && <p class="soft small">{t('escrow_save_hint')}</p>}
    </div>
  );
}
