import { number } from '../../lib/ui/format.ts';
import type { LedgerRow } from '../../lib/ui/tally.ts';
import { plural, t, wordFor } from '../../lib/ui/words.ts';
import { More } from './More.tsx';

interface Props {
  readonly rows: readonly LedgerRow[];
  /** Each thing once: what stands in a text and in its rendered copy has two rows. */
  readonly total: number;
}

/** R20: how many of which kind, where and by which rule; never what it was. */
export function LedgerTable({ rows, total }: Props) {
  return (
    <details class="fold">
      <summary>
        <h2>{t('ledger_title')}</h2>
        <span class="soft">{plural('ledger_count', total)}</span>
      </summary>
      <p class="soft">{t('ledger_explained')}</p>
      {rows.length === 0 ? (
        <p>{t('removed_nothing')}</p>
      ) : (
        <table class="cards">
          <caption class="visually-hidden">{t('ledger_title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('ledger_kind')}</th>
              <th scope="col">{t('ledger_field')}</th>
              <th scope="col">{t('ledger_rule')}</th>
              <th scope="col" class="number">
                {t('ledger_number')}
              </th>
              <th scope="col">{t('ledger_where')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={`${row.kind} ${row.rule} ${row.field}`} row={row} />
            ))}
          </tbody>
        </table>
      )}
    </details>
  );
}

function Row({ row }: { readonly row: LedgerRow }) {
  return (
    <tr>
      <th scope="row">{wordFor('redaction', row.kind)}</th>
      <td data-label={t('ledger_field')}>{wordFor('field', row.field)}</td>
      <td data-label={t('ledger_rule')}>
        <code>{row.rule}</code>
      </td>
      <td data-label={t('ledger_number')} class="number">
        {number(row.count)}
      </td>
      <td data-label={t('ledger_where')}>
        <details>
          <summary>{plural('places', row.where.length)}</summary>
          <More
            lines={row.where}
            draw={(places) => (
              <ul class="keys">
                {places.map(({ key, count }) => (
                  <li key={key}>
                    {key === '*' ? t('whole_capture') : key} <span class="soft">× {number(count)}</span>
                  </li>
                ))}
              </ul>
            )}
          />
        </details>
      </td>
    </tr>
  );
}
