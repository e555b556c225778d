import { browser } from 'wxt/browser';
import type { Browser } from 'wxt/browser';
import type { PanelTab } from '../../lib/ui/panelState.ts';

/** Firefox has a sidebar where Chromium has a side panel; its own part of the API is in nobody's types. */
interface WithSidebar {
  readonly sidebarAction?: { open(): Promise<void> };
}

/** Nothing may be awaited before this: browsers open it only within the click, the key or the choice in a menu. */
export function openPanel(beside: { windowId: number } | { tabId: number }): Promise<void> {
  const { sidebarAction } = browser as WithSidebar; // absent in Chromium
  return sidebarAction ? sidebarAction.open() : browser.sidePanel.open(beside);
}

export function panelTab({ id = -1, url }: Browser.tabs.Tab): PanelTab {
  return { tabId: id, ...(url !== undefined && { address: url }) };
}

/** `…html?tab=12`: for that tab, opened as a page of its own. */
export function askedTab(): number | undefined {
  const asked = new URLSearchParams(location.search).get('tab');
  return asked === null ? undefined : Number(asked);
}
