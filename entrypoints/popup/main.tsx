import { browser } from 'wxt/browser';
import { openPage } from '../../components/page.tsx';
import { PopupView } from '../../components/popup/PopupView.tsx';
import '../../components/style/capture.css';
import { callPanel } from '../../lib/store/panelCalls.ts';
import { createCaptureState } from '../../lib/ui/captureState.ts';
import { captureDeps } from '../common/captureDeps.ts';
import { askedTab, openPanel, panelTab } from '../common/panel.ts';

async function open(): Promise<void> {
  const asked = askedTab();
  if (asked !== undefined) document.body.classList.add('as-page');
  const tab =
    asked === undefined ? (await browser.tabs.query({ active: true, currentWindow: true }))[0] : await browser.tabs.get(asked);
  const state = createCaptureState(captureDeps(tab ? panelTab(tab) : { tabId: -1 }));
  const beside = () => {
    if (!tab) return;
    void openPanel({ windowId: tab.windowId }).then(() => window.close());
  };
  await openPage('extName', browser.storage.local, () => <PopupView state={state} onBeside={beside} />);
  await state.open();
  if (tab?.id !== undefined) await callPanel(tab.id, 'page'); // the click gave us the tab: an open panel can see it now
}

void open();
