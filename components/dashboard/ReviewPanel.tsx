import { pathOf } from '../../lib/ui/route.ts';
import { plural, t } from '../../lib/ui/words.ts';
import { Rule } from '../Badge.tsx';

interface Props {
  readonly id: string;
  readonly points: number;
  /** Scenario C: the whole selection is looked at, also without points. */
  readonly isSelection: boolean;
}

/** R9, T31: what a person looks at before sealing, and the way there. It is finished there: only what was on the screen counts as seen. */
export function ReviewPanel({ id, points, isSelection }: Props) {
  return (
    <section class="panel panel-review" aria-labelledby="review-title">
      <h2 id="review-title">{t('review_title')}</h2>
      {isSelection && (
        <p>
          {t('review_selection')} <Rule code="R9" />
        </p>
      )}
      {points > 0 && <p>{plural('review_points_explained', points)}</p>}
      <div class="buttons">
        <a class="button primary" href={`#${pathOf({ page: 'review', id })}`}>
          {points > 0 ? t('review_walk_through') : t('review_walk_texts')}
        </a>
      </div>
    </section>
  );
}
