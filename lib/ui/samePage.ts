/** Whether a finished capture is of the page that is open now: the popup then shows its result instead of a new start. */
export function isSamePage(captured: string, open: string): boolean {
  if (!URL.canParse(captured) || !URL.canParse(open)) return false;
  const [kept, now] = [new URL(captured), new URL(open)];
  if (kept.host !== now.host || trimmed(kept) !== trimmed(now)) return false;
  // a capture may keep the part of the query that names the page (a film's id), never more than that
  return [...kept.searchParams].every(([name, value]) => now.searchParams.get(name) === value);
}

function trimmed(url: URL): string {
  return url.pathname.replace(/\/+$/, '');
}
