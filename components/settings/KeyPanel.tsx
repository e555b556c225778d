import type { KeyState } from '../../lib/ui/keyState.ts';
import { moment } from '../../lib/ui/format.ts';
import { plural, t } from '../../lib/ui/words.ts';
import { FailureNotice } from '../Failure.tsx';
import { ReasonDialog } from '../ReasonDialog.tsx';

/** D14: whose signature this installation's packages carry. Every installation has its own; nobody can copy it. */
export function KeyPanel({ state }: { readonly state: KeyState }) {
  const { value: keys } = state.keys;
  const former = keys ? keys.known.length - (keys.inUse ? 1 : 0) : 0;
  return (
    <section class="panel" aria-labelledby="keys-title">
      <h2 id="keys-title">{t('keys_title')}</h2>
      <p class="soft">{t('keys_explained')}</p>
      {state.trouble.value && <FailureNotice failure={state.trouble.value} />}
      {keys && !keys.inUse && <p>{t('keys_none')}</p>}
      {keys?.inUse && (
        <>
          <dl class="pairs">
            <div>
              <dt>{t('keys_made', { when: moment(keys.inUse.madeAt) })}</dt>
              <dd>
                <code class="fingerprint">{keys.inUse.fingerprint}</code>
              </dd>
            </div>
          </dl>
          {former > 0 && <p class="soft">{plural('keys_former', former)}</p>}
          <div class="buttons">
            <ReasonDialog
              button={t('keys_renew')}
              title={t('keys_renew_title')}
              explained={t('keys_renew_explained')}
              confirm={t('keys_renew_confirm')}
              onConfirm={(reason) => void state.renew(reason)}
            />
          </div>
        </>
      )}
    </section>
  );
}
