import { bodyOf } from './dom.ts';

export interface QuietTimes {
  /** How long to wait for a first change. */
  readonly startMs: number;
  /** How long nothing may change. */
  readonly stillMs: number;
  /** The end of patience: a page that never settles (F6). */
  readonly maxMs: number;
}

/** Resolves with whether anything changed, once the page is still and nothing says "loading" (no fixed waits). */
export function untilQuiet(page: Document, times: QuietTimes, isLoading: () => boolean): Promise<boolean> {
  return new Promise((resolve) => {
    const body = bodyOf(page);
    const began = Date.now();
    let changedAt: number | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const observer = new MutationObserver(() => (changedAt = Date.now()));
    const done = () => {
      clearTimeout(timer);
      observer.disconnect();
      resolve(changedAt !== undefined);
    };
    const look = () => {
      const now = Date.now();
      const isStill = changedAt === undefined ? now - began >= times.startMs : now - changedAt >= times.stillMs;
      if (now - began >= times.maxMs || (isStill && !isLoading())) return done();
      timer = setTimeout(look, 8);
    };
    if (!body) return resolve(false);
    observer.observe(body, { childList: true, subtree: true, characterData: true });
    timer = setTimeout(look, 8);
  });
}
