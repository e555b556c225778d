import { browser } from 'wxt/browser';
import { database } from './database.ts';

const key = 'data-should-exist';

/** D11: a marker outside the database says that there is data, so that a lost database is noticed and never a silent fresh start. */
export async function markWritten(): Promise<void> {
  await browser.storage.local.set({ [key]: true });
}

export async function isDatabaseLost(): Promise<boolean> {
  const marked = (await browser.storage.local.get(key))[key] === true;
  return marked && (await database().log.count()) === 0;
}
