import type { PointedCount } from '../../lib/model/pointed.ts';
import type { CaptureState } from '../../lib/ui/captureState.ts';
import { plural, t } from '../../lib/ui/words.ts';
import { Rule } from '../Badge.tsx';
import { Notice } from '../Notice.tsx';

export const hasPointed = ({ vraag, mee }: PointedCount): boolean => vraag + mee > 0;

/** R9, R12: what was pointed at on the page and comes along with its capture. */
export function PointedNote({ state }: { readonly state: CaptureState }) {
  const { value: pointed } = state.pointed;
  if (!hasPointed(pointed)) return null;
  return (
    <Notice tone="info" title={t('pointed_title')} isSpoken>
      <ul class="plain">
        {pointed.vraag > 0 && (
          <li>
            {plural('pointed_vraag', pointed.vraag)} <Rule code="R12" />
          </li>
        )}
        {pointed.mee > 0 && (
          <li>
            {plural('pointed_mee', pointed.mee)} <Rule code="R9" />
          </li>
        )}
      </ul>
      <p class="small">{state.choices.scenario.value === 'B' ? t('pointed_all') : t('pointed_explained')}</p>
      <p class="small soft">
        {t('pointed_until')} <Rule code="R16" />
      </p>
      <button type="button" class="link" onClick={() => void state.forgetPointed()}>
        {t('pointed_forget')}
      </button>
    </Notice>
  );
}
