import { useState } from 'preact/hooks';
import type { PolicyState } from '../../lib/ui/policyState.ts';
import { t } from '../../lib/ui/words.ts';
import { Notice } from '../Notice.tsx';
import { FilePick } from './FilePick.tsx';

interface Props {
  readonly state: PolicyState;
  readonly saveFile: (name: string, content: string) => void;
}

/** D15: the whole set as one file, out and in. What comes in is shown first, and saved by a person. */
export function SettingsFile({ state, saveFile }: Props) {
  const [loaded, setLoaded] = useState<{ readonly wrong?: string } | undefined>(undefined);
  const save = () => {
    const file = state.asFile();
    if (file !== undefined) saveFile('veiligsteller-instellingen.json', file);
  };
  return (
    <section class="panel" aria-labelledby="set-file-title">
      <h2 id="set-file-title">{t('set_file_title')}</h2>
      <p class="soft">{t('set_file_explained')}</p>
      <div class="buttons">
        <button type="button" class="secondary" onClick={save}>
          {t('set_file_save')}
        </button>
      </div>
      {!state.isAllLocked.value && (
        <FilePick
          label={t('set_file_load')}
          accept=".json,application/json"
          onFile={(_name, text) => {
            const wrong = state.takeFile(text);
            setLoaded(wrong === undefined ? {} : { wrong });
          }}
        />
      )}
      {loaded && (
        <Notice tone={loaded.wrong === undefined ? 'ok' : 'bad'} isSpoken>
          <p>{loaded.wrong === undefined ? t('set_file_loaded') : t('set_file_wrong', { place: loaded.wrong })}</p>
        </Notice>
      )}
    </section>
  );
}
