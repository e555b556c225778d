import { browser } from 'wxt/browser';
import type { Along, PointedAt, PointedCount } from '../../lib/model/pointed.ts';
import { pointedIn } from '../../lib/store/session.ts';

/** R9, R12: what goes along with a capture of the page that is in this tab now. */
export async function pointedOn(tabId: number): Promise<PointedAt[]> {
  return pointedIn(tabId, await pageIn(tabId));
}

export function countOf(pointed: readonly PointedAt[]): PointedCount {
  const of = (as: Along): number => pointed.filter((one) => one.as === as).length;
  return { vraag: of('vraag'), mee: of('mee') };
}

export async function pageIn(tabId: number): Promise<string> {
  const { url = '' } = await browser.tabs.get(tabId);
  return url.replace(/#.*$/s, '');
}
