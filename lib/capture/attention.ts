/** What the person behind the screen is doing: their own scrolling goes before ours, and a hidden tab is drawn by nobody. */
export interface Attention {
  /** They scrolled a moment ago: the page is theirs now. */
  isScrolling(): boolean;
  /** How often they scrolled, to notice that they did. */
  readonly scrolls: number;
  /** The tab is in the background: browsers stop drawing there, and pages stop loading more. */
  isAway(): boolean;
  stop(): void;
}

const gestures = ['wheel', 'touchmove', 'keydown', 'pointerdown'] as const;
const scrollKeys = /^(?:Page(?:Up|Down)|Arrow(?:Up|Down)|Home|End| )$/;
/** How long after a gesture the page is left to the person. */
const theirsMs = 1_200;

export function watchAttention(page: Document): Attention {
  let at = -Infinity;
  let scrolls = 0;
  const seen = (event: Event) => {
    // what the page itself makes up is no person
    if (!event.isTrusted || (event instanceof KeyboardEvent && !scrollKeys.test(event.key))) return;
    at = Date.now();
    scrolls += 1;
  };
  for (const gesture of gestures) page.addEventListener(gesture, seen, { capture: true, passive: true });
  return {
    get scrolls() {
      return scrolls;
    },
    isScrolling: () => Date.now() - at < theirsMs,
    isAway: () => page.visibilityState === 'hidden',
    stop: () => gestures.forEach((gesture) => page.removeEventListener(gesture, seen, { capture: true })),
  };
}
