import type { CaptureSummary } from '../../lib/model/job.ts';
import { platformNames } from '../../lib/model/platform.ts';
import { number, shortMoment } from '../../lib/ui/format.ts';
import { isSavedAsFile, mustBeReviewedFirst } from '../../lib/ui/review.ts';
import { pathOf } from '../../lib/ui/route.ts';
import { plural, t } from '../../lib/ui/words.ts';
import { CompletenessBadge, ScenarioTile, StateBadge } from '../Badge.tsx';

/** The work list, newest first; on a narrow screen each line becomes a card. */
export function CaptureList({ captures }: { readonly captures: readonly CaptureSummary[] }) {
  if (captures.length === 0) return <Empty />;
  const open = captures.filter((capture) => !isSavedAsFile(capture)).length;
  return (
    <>
      <p class="lead">{open > 0 ? plural('list_open', open) : t('list_all_out')}</p>
      <table class="cards">
        <caption class="visually-hidden">{t('nav_list')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('list_capture')}</th>
            <th scope="col">{t('list_scenario')}</th>
            <th scope="col" class="number">
              {t('posts_label')}
            </th>
            <th scope="col" class="number">
              {t('reactions_label')}
            </th>
            <th scope="col">{t('list_completeness')}</th>
            <th scope="col">{t('list_state')}</th>
          </tr>
        </thead>
        <tbody>
          {captures.map((capture) => (
            <Line key={capture.id} capture={capture} />
          ))}
        </tbody>
      </table>
    </>
  );
}

function Line({ capture }: { readonly capture: CaptureSummary }) {
  return (
    <tr>
      <th scope="row">
        <a class="row-link" href={`#${pathOf({ page: 'capture', id: capture.id })}`}>
          @{capture.accountHandle}
          <span class="visually-hidden">, {capture.id}</span>
        </a>
        <span class="row-sub">
          {platformNames[capture.platform]} · {shortMoment(capture.capturedAt)}
        </span>
      </th>
      <td data-label={t('list_scenario')}>
        <ScenarioTile scenario={capture.scenario} />
      </td>
      <td data-label={t('posts_label')} class="number">
        {number(capture.posts)}
      </td>
      <td data-label={t('reactions_label')} class="number">
        {number(capture.reactions)}
      </td>
      <td data-label={t('list_completeness')}>
        <CompletenessBadge state={capture.completeness} />
      </td>
      <td data-label={t('list_state')}>
        <span class="badges">
          <StateBadge state={capture.state} />
          {capture.letter && <span class="badge">{t('letter_badge')}</span>}
          {capture.correction && (
            <span class="badge badge-warn">{t(capture.correction.act === 'replaced' ? 'list_replaced' : 'list_withdrawn')}</span>
          )}
          {mustBeReviewedFirst(capture) && !capture.correction && <span class="badge badge-warn">{t('list_review')}</span>}
        </span>
      </td>
    </tr>
  );
}

/** An empty list is where a new colleague begins: it tells how (R29). */
function Empty() {
  return (
    <section class="empty">
      <h2>{t('empty_title')}</h2>
      <ol class="empty-steps">
        <li>{t('empty_step_1')}</li>
        <li>{t('empty_step_2')}</li>
        <li>{t('empty_step_3')}</li>
      </ol>
      <p>
        <a href={`#${pathOf({ page: 'flow' })}`}>{t('empty_more')}</a>
      </p>
    </section>
  );
}
