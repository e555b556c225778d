import type { ItemFacts, OwnAnswers } from '../platforms/adapter.ts';
import { answerOf } from './publicApi.ts';

/** A page of thousands of reactions asks a few hundred times; more is a page that never stops asking. */
const maxAnswers = 1_000;
const atOnce = 4;
const maxMs = 120_000;

export interface AnswerWatch {
  /** What the page asked so far, each address once, in order. */
  readonly addresses: readonly URL[];
  stop(): void;
}

/** Notes which of the page's own questions a reader needs; nothing of the page is changed for it. */
export function watchAnswers(answers: OwnAnswers, page: URL): AnswerWatch {
  const found = new Map<string, URL>();
  const see = (entries: readonly PerformanceEntry[]) => {
    for (const { name } of entries) {
      if (found.size >= maxAnswers || found.has(name) || !URL.canParse(name)) continue;
      const address = new URL(name);
      if (address.protocol === 'https:' && answers.isOne(address, page)) found.set(name, address);
    }
  };
  const observer = new PerformanceObserver((list) => see(list.getEntries()));
  observer.observe({ type: 'resource', buffered: true });
  see(performance.getEntriesByType('resource'));
  return {
    get addresses() {
      see(observer.takeRecords());
      return [...found.values()];
    },
    stop: () => observer.disconnect(),
  };
}

/** Asks the very same addresses again, with the page's own session: elsewhere these facts do not exist (D1, D7). */
export async function askAgain(
  answers: OwnAnswers,
  addresses: readonly URL[],
  url: URL,
  isStopped: () => Promise<boolean>,
): Promise<ReadonlyMap<string, ItemFacts>> {
  if (addresses.length === 0) return new Map();
  const until = Date.now() + maxMs;
  const given: unknown[] = [];
  const waiting = [...addresses.entries()];
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      if (Date.now() > until || (await isStopped())) return;
      const [index, address] = next;
      given[index] = await answerOf(address, { credentials: 'same-origin' });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return answers.facts(Array.from(given), url);
}
