import { useState } from 'preact/hooks';
import type { DeliveryState } from '../../lib/ui/deliveryState.ts';
import { t } from '../../lib/ui/words.ts';
import { SecretField } from '../Field.tsx';

/** T26: typed here, kept in the browser's memory, gone when it closes. */
export function Unlock({ state }: { readonly state: DeliveryState }) {
  return (
    <>
      {state.locked.value.map((target) =>
        target.kind === 'graph' ? (
          <button key={target.id} type="button" class="primary" onClick={() => void state.signIn(target)}>
            {t('sign_in', { name: target.name })}
          </button>
        ) : (
          <UnlockOne key={target.id} name={target.name} onUnlock={(secret) => void state.unlock(target.id, secret)} />
        ),
      )}
    </>
  );
}

function UnlockOne({ name, onUnlock }: { readonly name: string; readonly onUnlock: (secret: string) => void }) {
  const [secret, setSecret] = useState('');
  return (
    <form
      class="unlock"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (secret === '') return;
        onUnlock(secret);
        setSecret('');
      }}
    >
      <SecretField label={t('secret_for', { name })} hint={t('secret_hint')} value={secret} onChange={setSecret} />
      <button type="submit" class="primary" aria-disabled={secret === ''}>
        {t('secret_use')}
      </button>
    </form>
  );
}
