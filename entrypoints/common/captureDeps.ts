import { browser } from 'wxt/browser';
import { saveFile } from '../../components/page.tsx';
import { ask } from '../../lib/messages/client.ts';
import type { CaptureDeps } from '../../lib/ui/captureState.ts';
import type { PanelTab } from '../../lib/ui/panelState.ts';
import { mayReach } from './reach.ts';
import { scenarioTables } from './scenarioTables.ts';

/** Within the click: the browser asks the user. */
export const requestPermission = (origins: readonly string[]): Promise<boolean> =>
  browser.permissions.request({ origins: [...origins] });

/** What the flow needs of the browser, in the popup and in the panel. */
export function captureDeps(tab: PanelTab): CaptureDeps {
  return {
    ...tab,
    ask,
    tables: scenarioTables,
    now: Date.now,
    requestPermission,
    mayReach,
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
  };
}
