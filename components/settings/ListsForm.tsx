import { scenarios } from '../../lib/model/policy.ts';
import { withAt, withoutIndex } from '../../lib/ui/list.ts';
import { emptyEntry, emptyHotspot } from '../../lib/ui/policyDraft.ts';
import type { EntryDraft, HotspotDraft } from '../../lib/ui/policyDraft.ts';
import { t, wordFor } from '../../lib/ui/words.ts';
import { CheckField, errorAt, hasErrorUnder, SelectField, TextField } from '../Field.tsx';
import type { FormProps } from './formProps.ts';
import { ListImport } from './ListImport.tsx';
import { OfKey } from './Locked.tsx';
import { Rows } from './Rows.tsx';

const appraisals = ['B', 'V', 'N'] as const;

/** R21: entries of the selection list, with what they mean for B and V. */
export function SelectionListForm({ draft, invalid, change }: FormProps) {
  return (
    <div class="stack">
      <TextField label={t('list_name')} value={draft.listName} onChange={(listName) => change({ listName })} />
      <ListImport onEntries={(entries) => change({ entries })} />
      <Rows
        rows={draft.entries}
        title={(entry, at) => (entry.process.trim() === '' ? t('entry_new', { number: at + 1 }) : entry.process)}
        addLabel={t('entry_add')}
        emptyText={t('entries_empty')}
        hasFault={(at) => hasErrorUnder(invalid, `entries.${at}.`)}
        onAdd={() => change({ entries: [...draft.entries, emptyEntry] })}
        onRemove={(at) => change({ entries: withoutIndex(draft.entries, at) })}
        draw={(entry, at) => (
          <EntryFields
            entry={entry}
            at={at}
            invalid={invalid}
            edit={(part) => change({ entries: withAt(draft.entries, at, part) })}
          />
        )}
      />
    </div>
  );
}

interface EntryProps extends Pick<FormProps, 'invalid'> {
  readonly entry: EntryDraft;
  readonly at: number;
  readonly edit: (part: Partial<EntryDraft>) => void;
}

function EntryFields({ entry, at, invalid, edit }: EntryProps) {
  return (
    <>
      <TextField
        label={t('entry_process')}
        value={entry.process}
        {...errorAt(invalid, `entries.${at}.process`)}
        onChange={(process) => edit({ process })}
      />
      <div class="columns">
        <TextField
          label={t('entry_code')}
          value={entry.code}
          {...errorAt(invalid, `entries.${at}.code`)}
          onChange={(code) => edit({ code })}
        />
        <SelectField
          label={t('appraisal_label')}
          value={entry.appraisal}
          options={appraisals.map((value) => ({ value, label: wordFor('appraisal', value) }))}
          onChange={(appraisal) => appraisal !== '' && edit({ appraisal })}
        />
        {entry.appraisal === 'V' && (
          <TextField
            label={t('entry_years')}
            keys="numeric"
            width="short"
            value={entry.years}
            {...errorAt(invalid, `entries.${at}.years`)}
            onChange={(years) => edit({ years })}
          />
        )}
      </div>
      <fieldset class="checks">
        <legend>{t('entry_scenarios')}</legend>
        {scenarios.map((scenario) => (
          <CheckField
            key={scenario}
            label={scenario}
            isChecked={entry.scenarios.includes(scenario)}
            onChange={(isOn) =>
              edit({ scenarios: scenarios.filter((one) => (one === scenario ? isOn : entry.scenarios.includes(one))) })
            }
          />
        ))}
      </fieldset>
    </>
  );
}

/** R22: events for which everything is kept for ever. */
export function HotspotsForm({ draft, invalid, change, isLocked }: FormProps) {
  return (
    <div class="stack">
      <OfKey of="hotspotList" isLocked={isLocked}>
        <TextField
          label={t('hotspot_list')}
          isOptional
          value={draft.hotspotList}
          onChange={(hotspotList) => change({ hotspotList })}
        />
      </OfKey>
      <OfKey of="hotspots" isLocked={isLocked}>
        <Rows
          rows={draft.hotspots}
          title={(spot, at) => (spot.name.trim() === '' ? t('hotspot_new', { number: at + 1 }) : spot.name)}
          addLabel={t('hotspot_add')}
          emptyText={t('hotspots_empty')}
          hasFault={(at) => hasErrorUnder(invalid, `hotspots.${at}.`)}
          onAdd={() => change({ hotspots: [...draft.hotspots, emptyHotspot] })}
          onRemove={(at) => change({ hotspots: withoutIndex(draft.hotspots, at) })}
          draw={(spot, at) => (
            <HotspotFields
              spot={spot}
              at={at}
              invalid={invalid}
              edit={(part) => change({ hotspots: withAt(draft.hotspots, at, part) })}
            />
          )}
        />
      </OfKey>
    </div>
  );
}

interface HotspotProps extends Pick<FormProps, 'invalid'> {
  readonly spot: HotspotDraft;
  readonly at: number;
  readonly edit: (part: Partial<HotspotDraft>) => void;
}

function HotspotFields({ spot, at, invalid, edit }: HotspotProps) {
  const fault = (name: string) => errorAt(invalid, `hotspots.${at}.${name}`);
  return (
    <>
      <div class="columns">
        <TextField label={t('hotspot_code')} value={spot.code} {...fault('code')} onChange={(code) => edit({ code })} />
        <TextField label={t('hotspot_name')} value={spot.name} {...fault('name')} onChange={(name) => edit({ name })} />
        <TextField label={t('hotspot_from')} isDate value={spot.from} {...fault('from')} onChange={(from) => edit({ from })} />
        <TextField label={t('hotspot_to')} isOptional isDate value={spot.to} {...fault('to')} onChange={(to) => edit({ to })} />
      </div>
      <TextField
        label={t('hotspot_words')}
        hint={t('hotspot_words_hint')}
        isOptional
        value={spot.words}
        onChange={(words) => edit({ words })}
      />
    </>
  );
}
