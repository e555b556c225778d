import type { Beside } from '../../lib/ui/panelState.ts';
import { t } from '../../lib/ui/words.ts';
import { Rule } from '../Badge.tsx';
import { FailureNotice } from '../Failure.tsx';
import { Icon } from '../Icon.tsx';
import { Notice } from '../Notice.tsx';

/** R9, R11, R12, webcare: pointing at reactions on the page itself, on and off. */
export function WebcareBox({ capture, webcare }: Pick<Beside, 'capture' | 'webcare'>) {
  if (webcare.trouble.value) return <FailureNotice failure={webcare.trouble.value} />;
  if (webcare.isOn.value) {
    return (
      <Notice tone="info" title={t('webcare_on')} isSpoken>
        {capture.screen.value.at === 'choosing' && (
          <p>
            {t('webcare_explained')} <Rule code="R11" /> <Rule code="R12" />
          </p>
        )}
        <button type="button" class="link" onClick={() => void webcare.stop()}>
          {t('webcare_stop')}
        </button>
      </Notice>
    );
  }
  if (!hasLetters(capture)) return null;
  return (
    <button type="button" class="quiet" onClick={() => void webcare.start()}>
      <Icon name="letter" />
      {t('webcare_start')}
    </button>
  );
}

/** Before anything else is done: on a post of an account we know to be ours. */
function hasLetters({ screen, choices }: Beside['capture']): boolean {
  const { value: now } = screen;
  return now.at === 'choosing' && now.page.pageKind === 'post' && choices.proposal.value !== undefined;
}
