import { expect, it } from 'vitest';
import { createLanguageState, loadWords } from '../../../lib/ui/language.ts';
import { storedLanguage } from '../../../lib/ui/storedLanguage.ts';
import { t } from '../../../lib/ui/words.ts';

function store(kept: Record<string, unknown>) {
  return {
    kept,
    get: async (key: string) => ({ [key]: kept[key] }),
    set: async (values: Record<string, unknown>) => void Object.assign(kept, values),
  };
}
const read = async (chosen: string) => ({ start: { message: chosen } });

it('is Dutch unless this person chose English, whatever the store holds', async () => {
  expect(await storedLanguage(store({}))).toBe('nl');
  expect(await storedLanguage(store({ taal: 'fy' }))).toBe('nl');
  expect(await storedLanguage(store({ taal: 'en' }))).toBe('en');
});

it('changes the words at once and remembers the choice', async () => {
  await loadWords('nl', read);
  const kept = store({});
  const state = createLanguageState(kept, read);
  await state.choose('en');
  expect(t('start')).toBe('en');
  expect(state.language.value).toBe('en');
  expect(kept.kept).toEqual({ taal: 'en' });
});
