import type { ReviewExcerpt } from '../../lib/ui/tally.ts';
import { plural, t } from '../../lib/ui/words.ts';
import { Rule } from '../Badge.tsx';
import { More } from './More.tsx';

interface Props {
  readonly excerpts: readonly ReviewExcerpt[];
  /** Scenario C: the whole selection is looked at, also without points. */
  readonly isSelection: boolean;
  readonly onReviewed: () => void;
}

/** R9: what a person looks at before sealing. */
export function ReviewPanel({ excerpts, isSelection, onReviewed }: Props) {
  return (
    <section class="panel panel-review" aria-labelledby="review-title">
      <h2 id="review-title">{t('review_title')}</h2>
      {isSelection && (
        <p>
          {t('review_selection')} <Rule code="R9" />
        </p>
      )}
      {excerpts.length > 0 && <p>{plural('review_points_explained', excerpts.length)}</p>}
      <More
        lines={excerpts}
        draw={(shown) => (
          <ol class="review-list">
            {shown.map((point) => (
              <li key={`${point.where} ${point.before} ${point.marked}`}>
                <p lang="nl">
                  {point.before}
                  <mark>{point.marked}</mark>
                  {point.after}
                </p>
                <p class="small soft">
                  {point.where} · <code>{point.rule}</code>
                </p>
              </li>
            ))}
          </ol>
        )}
      />
      <button type="button" class="primary" onClick={onReviewed}>
        {t('review_done')}
      </button>
    </section>
  );
}
