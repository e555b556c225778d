import { browser } from 'wxt/browser';
import type { Browser } from 'wxt/browser';
import { Failure } from '../../lib/model/failure.ts';
import { reactionsOf } from '../../lib/messages/tabCalls.ts';
import { callPanel } from '../../lib/store/panelCalls.ts';
import { keepPicked } from '../../lib/store/session.ts';
import { openPanel } from '../common/panel.ts';
import { inspect } from './look.ts';
import { speakStored, t } from './speak.ts';

/** The context menu and the shortcut that open the panel beside the page. Either gives us the tab, as a click on the button does. */
export function listenForMenus(): void {
  browser.contextMenus.onClicked.addListener((info, tab) => {
    if (tab) callFrom(tab, info.menuItemId === 'letter' ? { link: info.linkUrl } : undefined);
  });
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === 'open-panel' && tab) callFrom(tab);
  });
  browser.runtime.onInstalled.addListener(() => void makeMenus());
  browser.runtime.onStartup.addListener(() => void makeMenus());
  browser.storage.local.onChanged.addListener(({ taal }) => taal && void makeMenus());
}

async function makeMenus(): Promise<void> {
  await speakStored();
  await browser.contextMenus.removeAll();
  const documentUrlPatterns = ['https://*/*'];
  browser.contextMenus.create({ id: 'page', contexts: ['page'], title: t('menu_page'), documentUrlPatterns });
  browser.contextMenus.create({ id: 'letter', contexts: ['selection', 'link'], title: t('menu_letter'), documentUrlPatterns });
}

/** The panel first: it opens within the click only. */
function callFrom({ id, windowId }: Browser.tabs.Tab, letter?: { readonly link: string | undefined }): void {
  void openPanel({ windowId });
  if (id === undefined || id < 0) return;
  void (letter ? callWithLetter(id, letter.link) : callPanel(id, 'page'));
}

/** R11: the reaction around the selection or the link; where that is none, the user chooses in the panel. */
async function callWithLetter(tabId: number, link: string | undefined): Promise<void> {
  try {
    await inspect(tabId);
    const pointed = (await reactionsOf(tabId, link)).find(({ isPicked }) => isPicked);
    if (pointed) await keepPicked(tabId, pointed.item);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return callPanel(tabId, 'page'); // which says why this page is not read
  }
  return callPanel(tabId, 'letter');
}
