/** What the overview does with many captures at once, and the table files it hands out. */
import type { DeliveryState } from './deliveryState.ts';
import type { ListState } from './listState.ts';
import { numbersOf } from './numbers.ts';
import { pathOf } from './route.ts';
import { listRows, numberRows, planRows } from './tables.ts';
import type { Cell } from './tables.ts';
import type { WorkState } from './workState.ts';

export interface OverviewDeps {
  /** Goes to a path of this page; the browser then tells the new hash by `arrive`. */
  readonly go: (path: string) => void;
  readonly saveFile: (name: string, content: string | Blob) => void;
  /** A table file of rows, safe to open in a spreadsheet. */
  readonly csv: (rows: readonly (readonly Cell[])[]) => string;
}

export interface OverviewActs {
  /** Everything ticked, to the organisation's places; within the click. */
  readonly deliverTicked: () => Promise<void>;
  /** What was found, as a table file. */
  readonly saveList: () => void;
  /** What is still to be captured of corporate accounts, for a crawler. */
  readonly saveSeeds: () => Promise<void>;
  readonly saveNumbers: (which: 'numbers' | 'plan') => void;
  /** R26: these once more, in a tab of their own; within the click. */
  readonly repeat: (captures: readonly { readonly id: string; readonly url: string }[]) => Promise<void>;
}

interface Parts {
  readonly captures: ListState;
  readonly deliveries: DeliveryState;
  readonly work: WorkState;
}

export function overviewActs({ captures, deliveries, work }: Parts, { go, saveFile, csv }: OverviewDeps): OverviewActs {
  const save = (name: string, rows: readonly (readonly Cell[])[]) => saveFile(name, new Blob([csv(rows)], { type: 'text/csv' }));
  return {
    async deliverTicked() {
      const [first] = captures.ticked.value;
      if (first === undefined) return;
      await deliveries.deliver(first); // asks within the click whether the places may be reached; for the others that is then known
      await captures.run('deliver');
      await deliveries.open(undefined);
    },
    saveList: () => save('veiligstellingen.csv', listRows(captures.found.value)),
    async saveSeeds() {
      const seeds = await work.seeds();
      if (seeds)
        saveFile(
          'startlijst.txt',
          new Blob(
            seeds.map((address) => `${address}\n`),
            { type: 'text/plain' },
          ),
        );
    },
    saveNumbers(which) {
      const { value: loaded } = captures.loaded;
      const numbers = numbersOf(loaded.at === 'loaded' ? loaded.value : []);
      if (which === 'plan') save('verbeterplan.csv', planRows(numbers));
      else save('cijfers.csv', numberRows(numbers));
    },
    async repeat(chosen) {
      const run = await work.repeat(chosen);
      if (run) go(pathOf({ page: 'run', id: run.id }));
    },
  };
}
