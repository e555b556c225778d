import type { FollowDeps } from './follow.ts';
import type { ReadyPage } from './choice.ts';

const againMs = 700;
const tries = 6;

/** A page that is still loading tells less: whose it is, whether one can reply, how many did. */
function isUnsure({ account, pageKind, replies, displayedReactions }: ReadyPage): boolean {
  return account === undefined || (pageKind === 'post' && (replies === 'unknown' || displayedReactions === undefined));
}

/** Looks a few more times at a page that did not tell everything yet; `current` is the page on the screen, if it still is. */
export function lookWhileUnsure(deps: FollowDeps, current: () => ReadyPage | undefined, onPage: (page: ReadyPage) => void): void {
  const first = current();
  if (!first || !isUnsure(first)) return;
  let left = tries;
  let isAsking = false;
  const end = deps.every(againMs, () => void again());

  async function again(): Promise<void> {
    const before = current();
    if (!before || !isUnsure(before) || left === 0) return end();
    if (isAsking) return undefined;
    isAsking = true;
    left -= 1;
    try {
      const page = await deps.ask('lookAtPage', { tabId: deps.tabId });
      if (page.state === 'ready' && current() === before && !isSame(page, before)) onPage(page);
    } catch {
      end(); // what is on the screen still stands, and the start tells what is wrong
    }
    isAsking = false;
    return undefined;
  }
}

function isSame(one: ReadyPage, other: ReadyPage): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
