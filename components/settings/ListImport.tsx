import { useState } from 'preact/hooks';
import { importedList } from '../../lib/ui/importList.ts';
import type { ImportedList } from '../../lib/ui/importList.ts';
import type { EntryDraft } from '../../lib/ui/policyDraft.ts';
import { plural, t, wordFor } from '../../lib/ui/words.ts';
import { Notice } from '../Notice.tsx';
import { FilePick } from './FilePick.tsx';

/** R21: the list the organisation has, instead of typing it over. */
export function ListImport({ onEntries }: { readonly onEntries: (entries: readonly EntryDraft[]) => void }) {
  const [result, setResult] = useState<ImportedList | undefined>(undefined);
  return (
    <>
      <FilePick
        label={t('list_import')}
        hint={t('list_import_hint')}
        accept=".csv,.json,text/csv,application/json"
        onFile={(name, text) => {
          const found = importedList(name, text);
          setResult(found);
          if (found.isGood) onEntries(found.entries);
        }}
      />
      {result && (
        <Notice tone={result.isGood ? 'ok' : 'bad'} isSpoken>
          <p>
            {result.isGood
              ? plural('list_imported', result.entries.length)
              : t('list_import_wrong', { line: result.line, what: wordFor('import_wrong', result.fault) })}
          </p>
        </Notice>
      )}
    </>
  );
}
