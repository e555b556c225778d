import { browser } from 'wxt/browser';
import type { Due } from '../../lib/model/run.ts';
import { dueOn } from '../../lib/scenario/due.ts';
import { listCaptures } from '../../lib/store/captures.ts';
import { listRuns } from '../../lib/store/runs.ts';
import { readPolicy } from '../../lib/store/settings.ts';
import { plural, speakStored, t } from './speak.ts';

const alarm = 'aan-de-beurt';
const everyMinutes = 60;
/** In the browser's storage: what was told of, so that nobody is reminded of the same thing every hour. */
const toldKey = 'herinnerd';

/** R9, R26: tells that something is due. It never captures: a person does. */
export function listenForDue(): void {
  browser.runtime.onInstalled.addListener(setAlarm);
  browser.runtime.onStartup.addListener(setAlarm);
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === alarm) void remind();
  });
  browser.notifications.onClicked.addListener((id) => {
    if (id !== alarm) return;
    void browser.tabs.create({ url: browser.runtime.getURL('/dashboard.html') });
    void browser.notifications.clear(id);
  });
}

function setAlarm(): void {
  void browser.alarms.create(alarm, { delayInMinutes: 1, periodInMinutes: everyMinutes });
}

export const dueHandlers = {
  async listDue(): Promise<Due[]> {
    const [{ policy }, runs] = await Promise.all([readPolicy(), listRuns()]);
    const captures = policy.repeatAfterDays?.length ? await listCaptures() : []; // ten thousand lines are not read for nothing
    return dueOn({ policy, runs, captures, now: new Date().toISOString() });
  },
};

async function remind(): Promise<void> {
  const due = await dueHandlers.listDue();
  const keys = due.map(keyOf);
  const told = (await browser.storage.local.get(toldKey))[toldKey];
  const before: readonly unknown[] = Array.isArray(told) ? told : [];
  await browser.storage.local.set({ [toldKey]: keys });
  if (keys.every((key) => before.includes(key))) return;
  await speakStored();
  const rounds = due.filter(({ kind }) => kind === 'ronde').length;
  const repeats = due.length - rounds;
  await browser.notifications.create(alarm, {
    type: 'basic',
    iconUrl: browser.runtime.getURL('/icons/128.png'),
    title: t('due_notice_title'),
    message: [...(rounds > 0 ? [plural('due_rounds', rounds)] : []), ...(repeats > 0 ? [plural('due_repeats', repeats)] : [])].join(
      '\n',
    ),
  });
}

function keyOf(due: Due): string {
  return due.kind === 'ronde' ? `${due.account.platform} ${due.account.handle} ${due.on}` : `${due.capture} ${due.on}`;
}
