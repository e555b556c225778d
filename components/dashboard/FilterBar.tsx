import { platformNames } from '../../lib/model/platform.ts';
import { scenarios } from '../../lib/model/policy.ts';
import { noFilter, workStates } from '../../lib/ui/filter.ts';
import type { ListFilter } from '../../lib/ui/filter.ts';
import type { ListState } from '../../lib/ui/listState.ts';
import { number } from '../../lib/ui/format.ts';
import { plural, t, wordFor } from '../../lib/ui/words.ts';
import { SelectField, TextField } from '../Field.tsx';

const wholeness = ['OK', 'TEKORT', 'ONVOLLEDIG'] as const;

/** Where the work is, in one press; and everything else a capture can be found by. */
export function FilterBar({ list }: { readonly list: ListState }) {
  const { value: filter } = list.filter;
  const { value: choices } = list.choices;
  const isOn = JSON.stringify(filter) !== JSON.stringify(noFilter);
  const further = [filter.platform, filter.account, filter.scenario, filter.completeness, filter.hotspot, filter.from, filter.to];
  const set = (part: Partial<ListFilter>) => list.change(part);
  const all = t('filter_all');
  return (
    <section class="filter" aria-label={t('filter_title')}>
      <Tiles list={list} />
      <div class="filter-search">
        <TextField label={t('filter_search')} value={filter.search} onChange={(search) => set({ search })} />
      </div>
      <details open={further.some((value) => value !== '')}>
        <summary>{t('filter_more')}</summary>
        <div class="filter-fields">
          <SelectField
            label={t('platform_label')}
            value={filter.platform}
            empty={all}
            options={choices.platforms.map((value) => ({ value, label: platformNames[value] }))}
            onChange={(platform) => set({ platform })}
          />
          <SelectField
            label={t('account_label')}
            value={filter.account}
            empty={all}
            options={choices.accounts.map((value) => ({ value, label: `@${value}` }))}
            onChange={(account) => set({ account })}
          />
          <SelectField
            label={t('list_scenario')}
            value={filter.scenario}
            empty={all}
            options={scenarios.map((value) => ({ value, label: `${value} · ${wordFor('scenario_title', value)}` }))}
            onChange={(scenario) => set({ scenario })}
          />
          <SelectField
            label={t('list_completeness')}
            value={filter.completeness}
            empty={all}
            options={wholeness.map((value) => ({ value, label: wordFor('completeness', value) }))}
            onChange={(completeness) => set({ completeness })}
          />
          {choices.hotspots.length > 0 && (
            <SelectField
              label={t('filter_hotspot')}
              value={filter.hotspot}
              empty={all}
              options={choices.hotspots.map((value) => ({ value, label: value }))}
              onChange={(hotspot) => set({ hotspot })}
            />
          )}
          <TextField label={t('filter_from')} isDate value={filter.from} onChange={(from) => set({ from })} />
          <TextField label={t('filter_to')} isDate value={filter.to} onChange={(to) => set({ to })} />
        </div>
      </details>
      <p class="filter-found">
        <span role="status">{plural(isOn ? 'filter_found' : 'filter_total', list.found.value.length)}</span>
        {!list.isWhole.value && <span class="soft"> {t('filter_loading')}</span>}{' '}
        {isOn && (
          <button type="button" class="link" onClick={list.clear}>
            {t('filter_clear')}
          </button>
        )}
      </p>
    </section>
  );
}

function Tiles({ list }: { readonly list: ListState }) {
  const { state } = list.filter.value;
  return (
    <div class="tiles" role="group" aria-label={t('filter_state')}>
      {workStates.map((name) => (
        <button
          key={name}
          type="button"
          class="tile"
          aria-pressed={state === name}
          onClick={() => list.change({ state: state === name ? '' : name })}
        >
          <span class="tile-number">{number(list.counts.value[name])}</span>
          <span>{wordFor('work', name)}</span>
        </button>
      ))}
    </div>
  );
}
