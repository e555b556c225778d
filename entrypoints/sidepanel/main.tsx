import { browser } from 'wxt/browser';
import { openPage } from '../../components/page.tsx';
import { PanelView } from '../../components/panel/PanelView.tsx';
import '../../components/style/capture.css';
import { ask } from '../../lib/messages/client.ts';
import { takeWish, watchWishes } from '../../lib/store/panelCalls.ts';
import { createCaptureState } from '../../lib/ui/captureState.ts';
import { createPanelState } from '../../lib/ui/panelState.ts';
import { createWebcareState } from '../../lib/ui/webcareState.ts';
import type { PanelState } from '../../lib/ui/panelState.ts';
import { createRoundState } from '../../lib/ui/roundState.ts';
import { createRunState } from '../../lib/ui/runState.ts';
import { keepTicks, readTicks } from '../../lib/store/roundTicks.ts';
import { watchRuns } from '../../lib/store/runs.ts';
import { captureDeps, requestPermission } from '../common/captureDeps.ts';
import { askedTab, panelTab } from '../common/panel.ts';

async function open(): Promise<void> {
  const panel = createPanelState({
    make: (tab) => ({
      capture: createCaptureState(captureDeps(tab)),
      webcare: createWebcareState(ask, tab.tabId),
      round: createRoundState({ ...captureDeps(tab), ticks: { read: readTicks, keep: keepTicks } }),
    }),
    takeWish,
  });
  const runs = createRunState({ ask, watch: watchRuns, requestPermission });
  await openPage('extName', browser.storage.local, () => <PanelView state={panel} runs={runs} />);
  await runs.open();
  browser.tabs.onUpdated.addListener((_id, { url, status }, tab) => {
    if (url !== undefined || status === 'complete') void panel.changed(panelTab(tab));
  });
  browser.tabs.onRemoved.addListener(panel.closed);
  watchWishes(async (tabId) => panel.called(panelTab(await browser.tabs.get(tabId))));
  const asked = askedTab();
  if (asked === undefined) await followFront(panel);
  else await panel.show(panelTab(await browser.tabs.get(asked)));
}

/** The tab in front, in the window this panel belongs to. */
async function followFront(panel: PanelState): Promise<void> {
  const { id: windowId } = await browser.windows.getCurrent();
  const show = async () => {
    const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
    if (tab) await panel.show(panelTab(tab));
  };
  browser.tabs.onActivated.addListener((front) => {
    if (front.windowId === windowId) void show();
  });
  await show();
}

void open();
