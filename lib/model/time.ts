/** D18: what the page shows, what the markup says and what the id tells are kept apart; nothing is merged. */
export interface ItemTimes {
  /** As shown, in the page's language: "2 u", "4:52 PM · Jan 30, 2020". */
  readonly shown?: string;
  /** ISO 8601 UTC from `time[datetime]` or the like. */
  readonly markup?: string;
  /** ISO 8601 UTC computed from the platform's id. */
  readonly fromId?: string;
  /** ISO 8601 UTC from the platform's public API. */
  readonly fromApi?: string;
  /** The page says the item was edited (and when, if it says so). */
  readonly edited?: string;
}

/** The best instant known, with the method it was found by. */
export function bestTime(times: ItemTimes): { iso: string; method: 'api' | 'markup' | 'id' } | undefined {
  if (times.fromApi) return { iso: times.fromApi, method: 'api' };
  if (times.markup) return { iso: times.markup, method: 'markup' };
  if (times.fromId) return { iso: times.fromId, method: 'id' };
  return undefined;
}
