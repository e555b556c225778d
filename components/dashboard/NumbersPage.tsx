import type { ComponentChildren } from 'preact';
import { platformNames } from '../../lib/model/platform.ts';
import { monthName, number, shortDay } from '../../lib/ui/format.ts';
import type { Numbers, Shortfall } from '../../lib/ui/numbers.ts';
import { plural, t, wordFor } from '../../lib/ui/words.ts';
import { Rule } from '../Badge.tsx';

interface Props {
  readonly numbers: Numbers;
  readonly onTable: (which: 'numbers' | 'plan') => void;
}

/** A chart that is a table: the bar stands in the cell beside its number, so that both are the same thing. */
export function NumbersPage({ numbers, onTable }: Props) {
  const { months, networks, removed, shortfalls } = numbers;
  return (
    <div class="numbers">
      <Chart id="numbers_months" title={t('numbers_months')} note={t('numbers_months_note')}>
        <Bars head={t('numbers_month')} rows={months.map(({ month, count }) => ({ label: monthName(month), count }))} />
      </Chart>
      <Chart id="numbers_networks" title={t('numbers_networks')} note={t('numbers_networks_note')}>
        <Networks networks={networks} />
      </Chart>
      <Chart id="numbers_removed" title={t('numbers_removed')} note={t('numbers_removed_note')} rule="R20">
        <Bars head={t('ledger_kind')} rows={removed.map(({ kind, count }) => ({ label: wordFor('redaction', kind), count }))} />
      </Chart>
      <p>
        <button type="button" class="secondary" onClick={() => onTable('numbers')}>
          {t('numbers_as_csv')}
        </button>
      </p>
      <Chart id="plan_title" title={t('plan_title')} note={t('plan_note')} rule="R23">
        {shortfalls.length === 0 ? <p>{t('plan_nothing')}</p> : <Plan shortfalls={shortfalls} />}
      </Chart>
      {shortfalls.length > 0 && (
        <p>
          <button type="button" class="secondary" onClick={() => onTable('plan')}>
            {t('plan_as_csv')}
          </button>
        </p>
      )}
    </div>
  );
}

interface ChartProps {
  readonly id: string;
  readonly title: string;
  readonly note: string;
  readonly rule?: string;
  readonly children: ComponentChildren;
}

function Chart({ id, title, note, rule, children }: ChartProps) {
  return (
    <section class="panel" aria-labelledby={id}>
      <h2 id={id}>
        {title} {rule !== undefined && <Rule code={rule} />}
      </h2>
      <p class="soft">{note}</p>
      {children}
    </section>
  );
}

function Bars({
  head,
  rows,
}: {
  readonly head: string;
  readonly rows: readonly { readonly label: string; readonly count: number }[];
}) {
  const most = Math.max(1, ...rows.map(({ count }) => count));
  if (rows.length === 0) return <p>{t('numbers_nothing')}</p>;
  return (
    <table class="bars">
      <thead class="visually-hidden">
        <tr>
          <th scope="col">{head}</th>
          <th scope="col">{t('ledger_number')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ label, count }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>
              <span class="bar" style={{ inlineSize: `${(count / most) * 65}%` }} aria-hidden="true" />
              <span class="bar-number">{number(count)}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const wholeness = ['OK', 'TEKORT', 'ONVOLLEDIG'] as const;

function Networks({ networks }: Pick<Numbers, 'networks'>) {
  if (networks.length === 0) return <p>{t('numbers_nothing')}</p>;
  return (
    <table class="bars bars-parts">
      <thead>
        <tr>
          <th scope="col">{t('platform_label')}</th>
          {wholeness.map((state) => (
            <th scope="col" key={state}>
              <span class={`bar-key bar-${state}`} aria-hidden="true" /> {wordFor('completeness', state)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {networks.map((one) => (
          <tr key={one.platform}>
            <th scope="row">
              {platformNames[one.platform]}
              <span class="bar-row" aria-hidden="true">
                {wholeness.map((state) => (
                  <span key={state} class={`bar-part bar-${state}`} style={{ flexGrow: one[state] }} />
                ))}
              </span>
            </th>
            {wholeness.map((state) => (
              <td key={state}>{number(one[state])}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** R23: each shortfall with where it comes from and what can be done about it. */
function Plan({ shortfalls }: { readonly shortfalls: readonly Shortfall[] }) {
  return (
    <ul class="plan">
      {shortfalls.map(({ code, count, platforms, last }) => (
        <li key={code}>
          <strong>{wordFor('shortfall', code)}</strong>
          <span class="row-sub">
            {plural('plan_count', count)} · {platforms.map((id) => platformNames[id]).join(', ')} ·{' '}
            {t('plan_last', { when: shortDay(last) })}
          </span>
          <p>{wordFor('improve', code)}</p>
        </li>
      ))}
    </ul>
  );
}
