import type { LanguageState } from '../../lib/ui/language.ts';
import { languages } from '../../lib/ui/phrases.ts';
import { t } from '../../lib/ui/words.ts';
import type { Language } from '../../lib/ui/phrases.ts';
import { RadioField } from '../Field.tsx';

/** Each language by its own name, so that whoever cannot read the page can still leave it. */
const names: Readonly<Record<Language, string>> = { nl: 'Nederlands', en: 'English' };

export function LanguageChoice({ state }: { readonly state: LanguageState }) {
  return (
    <div class="language">
      <RadioField
        legend={t('language_label')}
        value={state.language.value}
        options={languages.map((value) => ({ value, label: names[value] }))}
        onChange={(chosen) => void state.choose(chosen)}
      />
    </div>
  );
}
