import type { CaptureSummary } from '../../lib/model/job.ts';
import { platformNames } from '../../lib/model/platform.ts';
import { number, shortMoment } from '../../lib/ui/format.ts';
import { mustBeReviewedFirst } from '../../lib/ui/review.ts';
import { pathOf } from '../../lib/ui/route.ts';
import { plural, t } from '../../lib/ui/words.ts';
import { CompletenessBadge, ScenarioTile, StateBadge } from '../Badge.tsx';
import { CheckField } from '../Field.tsx';
import { More } from './More.tsx';

interface Props {
  readonly captures: readonly CaptureSummary[];
  readonly ticked: ReadonlySet<string>;
  readonly onTick: (ids: readonly string[], isOn: boolean) => void;
}

/** Captures, newest first; on a narrow screen each line becomes a card. */
export function CaptureList({ captures, ticked, onTick }: Props) {
  const isAll = captures.length > 0 && captures.every(({ id }) => ticked.has(id));
  const tickAll = (isOn: boolean) =>
    onTick(
      captures.map(({ id }) => id),
      isOn,
    );
  return (
    <>
      {captures.length > 0 && <CheckField label={plural('list_tick_all', captures.length)} isChecked={isAll} onChange={tickAll} />}
      <More
        lines={captures}
        pageSize={20}
        draw={(shown) => (
          <table class="cards">
            <caption class="visually-hidden">{t('nav_list')}</caption>
            <thead>
              <tr>
                <th scope="col">
                  <span class="visually-hidden">{t('list_tick')}</span>
                </th>
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
              {shown.map((capture) => (
                <Line key={capture.id} capture={capture} isTicked={ticked.has(capture.id)} onTick={onTick} />
              ))}
            </tbody>
          </table>
        )}
      />
    </>
  );
}

interface LineProps extends Pick<Props, 'onTick'> {
  readonly capture: CaptureSummary;
  readonly isTicked: boolean;
}

function Line({ capture, isTicked, onTick }: LineProps) {
  return (
    <tr>
      <td class="cell-tick">
        <label class="tick">
          <input type="checkbox" checked={isTicked} onChange={({ currentTarget }) => onTick([capture.id], currentTarget.checked)} />
          <span class="visually-hidden">{t('list_tick_one', { id: capture.id })}</span>
        </label>
      </td>
      <th scope="row">
        <a class="row-link" href={`#${pathOf({ page: 'capture', id: capture.id })}`}>
          @{capture.accountHandle}
          <span class="visually-hidden">, {capture.id}</span>
        </a>
        {capture.title !== undefined && <span class="row-title">{capture.title}</span>}
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
export function EmptyList() {
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
