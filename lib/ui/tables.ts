/** Rows of the table files the overview hands out; what makes a file of them lets no formula through (T17). */
import type { CaptureSummary } from '../model/job.ts';
import { platformNames } from '../model/platform.ts';
import { workStateOf } from './filter.ts';
import type { Numbers } from './numbers.ts';
import { t, wordFor } from './words.ts';

export type Cell = string | number | undefined;
type Rows = readonly (readonly Cell[])[];

export function listRows(captures: readonly CaptureSummary[]): Rows {
  const head = [
    t('list_id'),
    t('captured_at'),
    t('platform_label'),
    t('account_label'),
    t('list_capture'),
    t('list_scenario'),
    t('posts_label'),
    t('reactions_label'),
    t('list_completeness'),
    t('list_state'),
    t('filter_state'),
    t('filter_hotspot'),
    t('list_file'),
    'SHA-256',
    t('address_label'),
  ];
  const lines = captures.map((one) => [
    one.id,
    one.capturedAt,
    platformNames[one.platform],
    `@${one.accountHandle}`,
    one.title,
    one.scenario,
    one.posts,
    one.reactions,
    one.completeness,
    wordFor('state', one.state),
    wordFor('work', workStateOf(one)),
    one.hotspot,
    one.export?.fileName,
    one.export?.sha256,
    one.url,
  ]);
  return [head, ...lines];
}

export function numberRows({ months, networks, removed }: Numbers): Rows {
  return [
    [t('numbers_months')],
    ...months.map(({ month, count }) => [month, count]),
    [],
    [t('numbers_networks'), 'OK', 'TEKORT', 'ONVOLLEDIG'],
    ...networks.map(({ platform, OK, TEKORT, ONVOLLEDIG }) => [platformNames[platform], OK, TEKORT, ONVOLLEDIG]),
    [],
    [t('numbers_removed')],
    ...removed.map(({ kind, count }) => [wordFor('redaction', kind), count]),
  ];
}

export function planRows({ shortfalls }: Numbers): Rows {
  return [
    [t('plan_shortfall'), t('ledger_number'), t('platform_label'), t('plan_last_head'), t('plan_what')],
    ...shortfalls.map(({ code, count, platforms, last }) => [
      wordFor('shortfall', code),
      count,
      platforms.map((id) => platformNames[id]).join(', '),
      last.slice(0, 10),
      wordFor('improve', code),
    ]),
  ];
}
