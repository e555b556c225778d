import type { Capture } from '../../lib/model/capture.ts';
import type { CaptureSummary } from '../../lib/model/job.ts';
import { moment } from '../../lib/ui/format.ts';
import { pathOf } from '../../lib/ui/route.ts';
import { plural, t } from '../../lib/ui/words.ts';
import { Notice } from '../Notice.tsx';

interface Props {
  readonly capture: Capture;
  readonly summary: CaptureSummary;
  readonly onRetryStamps: () => void;
}

/** R27: what became of this capture. F20: stamps that are still to come. */
export function EvidenceNotes({ capture, summary, onRetryStamps }: Props) {
  const { correction, stamps } = summary;
  return (
    <>
      {correction && (
        <Notice
          tone="warn"
          title={
            correction.act === 'replaced'
              ? t('replaced_by', { id: correction.by })
              : t('withdrawn_on', { when: moment(correction.at) })
          }
        >
          <p>
            {correction.reason}
            {correction.act === 'replaced' && (
              <>
                {' '}
                <a href={`#${pathOf({ page: 'capture', id: correction.by })}`}>{correction.by}</a>
              </>
            )}
          </p>
        </Notice>
      )}
      {capture.replaces && (
        <Notice tone="info" title={t('replaces_label')}>
          <p>
            <a href={`#${pathOf({ page: 'capture', id: capture.replaces.id })}`}>{capture.replaces.id}</a>:{' '}
            {capture.replaces.reason}
          </p>
        </Notice>
      )}
      {stamps && stamps.waiting.length > 0 && (
        <Notice tone="info">
          <p>{t('stamps_waiting', { names: stamps.waiting.join(', ') })}</p>
          <button type="button" class="secondary" onClick={onRetryStamps}>
            {t('stamps_retry')}
          </button>
        </Notice>
      )}
      {stamps && stamps.late > 0 && (
        <Notice tone="ok">
          <p>{plural('stamps_late', stamps.late)}</p>
        </Notice>
      )}
    </>
  );
}
