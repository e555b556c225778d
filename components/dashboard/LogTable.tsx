import type { Handeling } from '../../lib/model/log.ts';
import { shortMoment } from '../../lib/ui/format.ts';
import { hasWordFor, t, wordFor } from '../../lib/ui/words.ts';
import { More } from './More.tsx';

interface Props {
  readonly lines: readonly Handeling[];
  readonly hasIntroduction?: boolean;
}

/** The handelingenlog, last act first: who is a role, never a name. */
export function LogTable({ lines, hasIntroduction }: Props) {
  const newestFirst = lines.toSorted((one, other) => other.seq - one.seq);
  return (
    <>
      {hasIntroduction && <p class="lead">{t('log_explained')}</p>}
      {lines.length === 0 ? (
        <p class="soft">{t('log_empty')}</p>
      ) : (
        <More lines={newestFirst} draw={(shown) => <Table lines={shown} />} />
      )}
    </>
  );
}

function Table({ lines }: { readonly lines: readonly Handeling[] }) {
  return (
    <table class="cards">
      <caption class="visually-hidden">{t('log_title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('log_act')}</th>
          <th scope="col">{t('log_object')}</th>
          <th scope="col">{t('log_result')}</th>
          <th scope="col">{t('log_actor')}</th>
          <th scope="col">{t('log_time')}</th>
          <th scope="col">{t('log_chain')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.seq}>
            <th scope="row">
              {wordFor('actie', line.actie)}
              {line.toelichting && <span class="row-sub">{explained(line.toelichting)}</span>}
            </th>
            <td data-label={t('log_object')} class="unbroken">
              {line.object}
            </td>
            <td data-label={t('log_result')}>{wordFor('resultaat', line.resultaat)}</td>
            <td data-label={t('log_actor')}>
              {line.actor} <span class="row-sub">{line.herkomst}</span>
            </td>
            <td data-label={t('log_time')} class="unbroken">
              {shortMoment(line.tijd)}
            </td>
            <td data-label={t('log_chain')}>
              <code title={line.hash}>{line.hash.slice(0, 8)}</code>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The worker notes a failure by its code; everything else is a sentence already. */
function explained(note: string): string {
  return hasWordFor('failure', note) ? wordFor('failure', note) : note;
}
