import { browser } from 'wxt/browser';
import { openPage, saveFile } from '../../components/page.tsx';
import { PopupView } from '../../components/popup/PopupView.tsx';
import '../../components/style/popup.css';
import { ask } from '../../lib/messages/client.ts';
import { scenarioTables } from './scenarioTables.ts';
import { createCaptureState } from '../../lib/ui/captureState.ts';

/** `popup.html?tab=12` is the popup of that tab, opened as a page of its own. */
async function findTab(): Promise<{ tabId: number; address?: string }> {
  const asked = new URLSearchParams(location.search).get('tab');
  if (asked !== null) document.body.classList.add('as-page');
  const tab =
    asked === null ? (await browser.tabs.query({ active: true, currentWindow: true }))[0] : await browser.tabs.get(Number(asked));
  return { tabId: tab?.id ?? -1, ...(tab?.url !== undefined && { address: tab.url }) };
}

async function open(): Promise<void> {
  const state = createCaptureState({
    ...(await findTab()),
    ask,
    tables: scenarioTables,
    now: Date.now,
    requestPermission: (origins) => browser.permissions.request({ origins: [...origins] }),
    saveFile,
    openDashboard: (path) => void browser.tabs.create({ url: `${browser.runtime.getURL('/dashboard.html')}#${path}` }),
    openPage: (page) =>
      void (page === 'options'
        ? browser.runtime.openOptionsPage()
        : browser.tabs.create({ url: browser.runtime.getURL('/onboarding.html') })),
    every(milliseconds, run) {
      const timer = setInterval(run, milliseconds);
      return () => clearInterval(timer);
    },
  });
  await openPage('extName', browser.storage.local, () => <PopupView state={state} />);
  await state.open();
}

void open();
