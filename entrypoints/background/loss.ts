/** F11: the database lost what had been in it. The log says so, the browser tells it, and the overview until somebody has read it. */
import { browser } from 'wxt/browser';
import type { StoreLoss } from '../../lib/model/recovery.ts';
import { appendLog } from '../../lib/store/log.ts';
import { lookForLoss } from '../../lib/store/marker.ts';
import { readPolicy } from '../../lib/store/settings.ts';
import { speakStored, t, wordFor } from './speak.ts';

const notice = 'opslag-verdwenen';

export function listenForLoss(): void {
  browser.notifications.onClicked.addListener((id) => {
    if (id !== notice) return;
    void browser.tabs.create({ url: browser.runtime.getURL('/dashboard.html') });
    void browser.notifications.clear(id);
  });
}

export function findLoss(): Promise<StoreLoss | undefined> {
  return lookForLoss(new Date().toISOString(), tellLog);
}

export async function showLoss(loss: StoreLoss): Promise<void> {
  await speakStored();
  await browser.notifications.create(notice, {
    type: 'basic',
    iconUrl: browser.runtime.getURL('/icons/128.png'),
    title: wordFor('loss', loss.kind),
    message: t('loss_notice'),
  });
}

async function tellLog({ kind, before, left, at }: StoreLoss): Promise<void> {
  const { policy } = await readPolicy();
  const what = kind === 'gone' ? 'de opslag is leeg, terwijl er veiligstellingen in stonden' : 'de opslag is ouder dan zij was';
  const numbers = before
    ? `; op ${before.at} waren er ${before.captures} veiligstellingen (${before.open} nog nergens anders) en ${before.lines} regels, nu ${left}`
    : '';
  const about = { object: 'opslag', resultaat: 'mislukt', herkomst: 'worker', actor: policy.actorRole } as const;
  await appendLog({ actie: 'data-lost', ...about, tijd: at, toelichting: `${what}${numbers}` });
}
