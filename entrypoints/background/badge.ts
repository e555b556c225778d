import { browser } from 'wxt/browser';
import type { CallName } from '../../lib/messages/calls.ts';
import type { JobStatus } from '../../lib/model/job.ts';
import { listCaptures } from '../../lib/store/captures.ts';
import { allJobs, watchJobs } from '../../lib/store/session.ts';
import { badgeOf } from '../../lib/ui/badge.ts';
import type { Badge } from '../../lib/ui/badge.ts';
import { speakStored, words } from './speak.ts';

/** As in the tokens of the light scheme: toolbars have no scheme of ours. */
const colors: Readonly<Record<Badge['tone'], string>> = { busy: '#0b5568', ok: '#17663a', open: '#734800', bad: '#a01f28' };

/** Keeps the toolbar button telling how far the capture of each tab is. */
export function listenForBadges(): void {
  watchJobs((status) => void show(status));
}

/** What is done in the overview changes what there is to tell. */
const changing: ReadonlySet<string> = new Set<CallName>(['decideReview', 'markReviewed', 'deleteCapture']);

export function badgesAfter(call: string): void {
  if (changing.has(call)) void showAll();
}

async function showAll(): Promise<void> {
  const jobs = await allJobs();
  await Promise.all(jobs.map(({ status }) => show(status)));
}

async function show(status: JobStatus): Promise<void> {
  await speakStored();
  const [captured] = status.captureId === undefined ? [] : await listCaptures({ only: status.captureId });
  const badge = badgeOf(words, status, captured);
  const { tabId } = status;
  try {
    await browser.action.setBadgeBackgroundColor({ tabId, color: badge ? colors[badge.tone] : colors.busy });
    await browser.action.setBadgeText({ tabId, text: badge?.text ?? '' });
    await browser.action.setTitle({ tabId, title: badge?.title ?? '' });
  } catch (error) {
    if (await isOpen(tabId)) throw error; // a closed tab has no button
  }
}

async function isOpen(tabId: number): Promise<boolean> {
  return browser.tabs.get(tabId).then(
    () => true,
    () => false,
  );
}
