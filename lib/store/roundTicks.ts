/** R9: what is ticked on the profile of an account and not yet begun, so that no closed panel or browser takes it away. */
import { browser } from 'wxt/browser';
import type { RoundTick, RunAccount } from '../model/run.ts';

const keyOf = ({ platform, handle }: RunAccount) => `ronde-keuze ${platform} ${handle.toLowerCase()}`;

export async function readTicks(account: RunAccount): Promise<readonly RoundTick[]> {
  const key = keyOf(account);
  return ((await browser.storage.local.get(key))[key] as readonly RoundTick[] | undefined) ?? []; // only we write there
}

export async function keepTicks(account: RunAccount, ticks: readonly RoundTick[]): Promise<void> {
  if (ticks.length === 0) await browser.storage.local.remove(keyOf(account));
  else await browser.storage.local.set({ [keyOf(account)]: ticks });
}
