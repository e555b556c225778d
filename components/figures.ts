import type { Completeness } from '../lib/model/capture.ts';
import type { CaptureSummary } from '../lib/model/job.ts';
import { plural, t } from '../lib/ui/words.ts';
import type { Figure } from './Facts.tsx';

/** The numbers of a capture; what its scenario does not keep has none. */
export function figuresOf(summary: CaptureSummary, { displayed }: Completeness): Figure[] {
  const shown = displayed !== undefined && displayed > summary.reactions ? { shown: displayed } : {};
  return [
    { label: plural('figure_posts', summary.posts), value: summary.posts },
    ...(summary.scenario === 'B'
      ? [{ label: plural('figure_reactions', summary.reactions), value: summary.reactions, ...shown }]
      : []),
    { label: t('media_label'), value: summary.mediaKept },
    ...(summary.mediaMissing > 0 ? [{ label: t('media_missing_label'), value: summary.mediaMissing }] : []),
  ];
}
