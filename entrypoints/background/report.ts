import { reportOf } from '../../lib/messages/tabCalls.ts';
import { inspect } from './look.ts';

/** A report on the page in a tab, for the user to save; refused pages give none (R2). */
export async function makeReport({ tabId }: { tabId: number }): Promise<{ name: string; html: string }> {
  await inspect(tabId);
  const { platform, html } = await reportOf(tabId);
  return { name: `meldrapport-${platform}-${new Date().toISOString().slice(0, 10)}.html`, html };
}
