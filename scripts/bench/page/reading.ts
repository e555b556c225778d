/** Runs in the measured page: our reading of it beside what others do with the same page, each told in milliseconds. */
import { snapshot } from 'rrweb-snapshot';
import { createHarvest, harvest, itemsOf } from '../../../lib/capture/harvest.ts';
import { createStyleTable } from '../../../lib/capture/styles.ts';
import { createPeople } from '../../../lib/platforms/people.ts';
import { adapterFor } from '../../../lib/platforms/registry.ts';

export interface ReadOutcome {
  readonly ms: number;
  readonly items: number;
  readonly people: number;
  /** Of the page's main thread, while it lasted. */
  readonly longestTaskMs: number;
}

export interface InPage {
  read(): Promise<ReadOutcome>;
  clone(): number;
  rrweb(): number;
}

const tools: InPage = {
  async read() {
    const url = new URL(location.href);
    const tasks = watchTasks();
    const started = performance.now();
    const adapter = adapterFor(document, url);
    const reader = { adapter, people: createPeople(), styles: createStyleTable(window) };
    adapter.facts(document, url, reader.people);
    const harvested = createHarvest();
    await harvest(reader, document, url, harvested);
    const items = itemsOf(harvested).length;
    const ms = performance.now() - started;
    return { ms, items, people: reader.people.all.length, longestTaskMs: await tasks.longest() };
  },
  clone: () => timed(() => document.cloneNode(true)),
  rrweb: () => timed(() => snapshot(document)),
};
Object.assign(globalThis, { bench: tools });

function timed(work: () => unknown): number {
  const started = performance.now();
  const made = work();
  const ms = performance.now() - started;
  if (!made) throw new Error('nothing was made');
  return ms;
}

/** Tasks of less than 50 ms are not told by the browser: 0 stands for "none longer than that". */
function watchTasks(): { longest(): Promise<number> } {
  let longest = 0;
  const take = (entries: PerformanceEntryList) => {
    for (const { duration } of entries) longest = Math.max(longest, duration);
  };
  const observer = new PerformanceObserver((list) => take(list.getEntries()));
  observer.observe({ type: 'longtask' });
  return {
    async longest() {
      // a task is told only after it ended
      await new Promise((resolve) => setTimeout(resolve, 50));
      take(observer.takeRecords());
      observer.disconnect();
      return longest;
    },
  };
}
