/** `npm run deliveries -- --doelen`: the same packages, from 1 kB, to every receiver, and a table of what stands where. */
import { sendEverywhere } from '../../test/browser/sendEverywhere.ts';
import type { Arrival } from '../../test/browser/sendEverywhere.ts';
import { browserMemory, extensionMemory } from './memory.ts';

const smallest = 1_000;

/** Each as many times larger as the one before it. */
function sizesOf(many: number, largest: number): number[] {
  return Array.from({ length: many }, (_none, at) => Math.round(smallest * (largest / smallest) ** (at / (many - 1))));
}

export async function everyTarget(many: number, largest: number) {
  const peaks = new Map<number, { extension: number; browser: number }>();
  let peak = { extension: 0, browser: 0 };
  const { arrivals, faults } = await sendEverywhere(sizesOf(many, largest), {
    whileSending(profile) {
      peak = {
        extension: Math.max(peak.extension, extensionMemory(profile)),
        browser: Math.max(peak.browser, browserMemory(profile)),
      };
    },
    onPackage(bytes) {
      peaks.set(bytes, peak);
      console.error(`${bytes} bytes: geheugen ${peak.extension} MB in de extensie, ${peak.browser} MB in de hele browser`);
      peak = { extension: 0, browser: 0 };
    },
  });
  const rows = arrivals.map((one) => [
    one.place,
    String(one.bytes),
    yes(one.isSame),
    yes(one.hasMetadata),
    String(one.records),
    one.said,
    String(peaks.get(one.bytes)?.extension ?? ''),
  ]);
  const head = ['plek', 'bytes', 'bytes gelijk', 'gegevens zoals ingesteld', 'records', 'gezegd', 'MB extensie'];
  console.log([head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n'));
  const wrong = arrivals.filter((one) => !isRight(one)).map(({ place, bytes }) => `${place}, ${bytes} bytes`);
  return { packages: many, arrivals: arrivals.length, wrong, faults, isGood: wrong.length === 0 && faults.length === 0 };
}

function isRight({ records, isSame, hasMetadata, said }: Arrival): boolean {
  return records === 1 && isSame && hasMetadata && (said === 'certain' || said === 'opgeslagen');
}

const yes = (is: boolean): string => (is ? 'ja' : 'NEE');
