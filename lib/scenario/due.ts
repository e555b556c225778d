/** R9, R26: which rounds and which posts are due on a day. It asks; it never captures. Days are those of the Netherlands. */
import type { CaptureSummary } from '../model/job.ts';
import { scenarios } from '../model/policy.ts';
import type { Policy, RoundTerm, Scenario } from '../model/policy.ts';
import type { Due, Run } from '../model/run.ts';

export interface DueFacts {
  readonly policy: Policy;
  readonly runs: readonly Run[];
  /** Those that no longer count may be among them. */
  readonly captures: readonly CaptureSummary[];
  /** ISO. */
  readonly now: string;
}

/** The longest waiting first. */
export function dueOn(facts: DueFacts): Due[] {
  return [...rounds(facts), ...repeats(facts)].toSorted((one, other) => one.on.localeCompare(other.on));
}

function rounds({ policy, runs, now }: DueFacts): Due[] {
  const today = dayOf(now);
  return policy.accounts.flatMap(({ platform, handle, type, round: term }): Due[] => {
    if (!term || type === 'corporate') return [];
    const account = { platform, handle };
    const last = runs
      .filter((run) => run.kind === 'ronde' && run.state === 'ended' && isSame(run.account, account))
      .map(({ startedAt }) => dayOf(startedAt))
      .toSorted()
      .at(-1);
    const on = last === undefined ? today : after(last, term);
    return on > today ? [] : [{ kind: 'ronde', account, term, on, ...(last !== undefined && { last }) }];
  });
}

/** Of each post or profile only the last term that has passed: whoever was away for a month is not asked for the same one four times. */
function repeats({ policy: { repeatAfterDays = [], repeatScenarios }, captures, now }: DueFacts): Due[] {
  const returning: readonly Scenario[] = repeatScenarios ?? scenarios;
  const wanted = captures.filter((capture) => returning.includes(capture.scenario) && isRepeatable(capture));
  const posts = Map.groupBy(wanted, ({ platform, postId }) => `${platform} ${postId}`);
  return [...posts.values()].flatMap((all): Due[] => {
    const oldestFirst = all.toSorted((one, other) => one.capturedAt.localeCompare(other.capturedAt));
    const [first, last] = [oldestFirst[0], oldestFirst.at(-1)];
    if (!first || last?.url === undefined || isForgotten(last)) return [];
    const passed = repeatAfterDays
      .map((days) => ({ days, on: plusDays(dayOf(first.capturedAt), days) }))
      .filter(({ on }) => on <= dayOf(now) && on > dayOf(last.capturedAt))
      .toSorted((one, other) => one.days - other.days)
      .at(-1);
    if (!passed) return [];
    const account = { platform: last.platform, handle: last.accountHandle };
    const { id: capture, url, title } = last;
    return [{ kind: 'herhaling', capture, url, account, ...passed, ...(title !== undefined && { title }) }];
  });
}

/** In every scenario: reactions grow (R8), a post is edited or taken away, a profile changes (R4). A letter was somebody's choice at the page (R11). */
function isRepeatable({ postId = '', url, letter, correction }: CaptureSummary): boolean {
  return postId !== '' && url !== undefined && !letter && !correction;
}

/** R9: what a person said of a chosen post went with its content (D11); it cannot be taken again for the same reasons. */
function isForgotten({ scenario, state }: CaptureSummary): boolean {
  return scenario === 'C' && state === 'cleared';
}

function isSame(one: Run['account'], other: NonNullable<Run['account']>): boolean {
  return one?.platform === other.platform && one.handle.toLowerCase() === other.handle.toLowerCase();
}

function after(day: string, term: RoundTerm): string {
  if (term === 'week') return plusDays(day, 7);
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const lastOfNext = new Date(Date.UTC(year, month + 1, 0)).getUTCDate(); // 31 January is followed by the last of February
  return new Date(Date.UTC(year, month, Math.min(date, lastOfNext))).toISOString().slice(0, 10);
}

function plusDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

function dayOf(iso: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' }).format(new Date(iso));
}
