/** The same packages to every receiver from the built extension in one browser, and as a file: what stands where afterwards. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { generate } from 'selfsigned';
import { defaultPolicy } from '../../lib/model/policy.ts';
import { reachOf } from '../../lib/model/reach.ts';
import { outputOf } from '../../scripts/build.ts';
import { ask } from '../../scripts/drive.ts';
import { everyPlace, filesIn } from './everyPlace.ts';
import type { Kept, Place } from './everyPlace.ts';
import { launch } from './launch.ts';
import type { Launched } from './launch.ts';
import { seedSealed } from './seedSealed.ts';
import type { Seeded } from './seedSealed.ts';

/** One package at one receiver. */
export interface Arrival {
  readonly place: string;
  readonly bytes: number;
  /** 1 is right, for the package; the same for its pakbon where that goes along. */
  readonly records: number;
  readonly isSame: boolean;
  readonly hasMetadata: boolean;
  /** What the extension says of it. */
  readonly said: string;
}

export interface Sent {
  readonly arrivals: Arrival[];
  /** What receivers saw that was not as their specification says. */
  readonly faults: string[];
}

/** `onPackage` is told when every receiver had its turn with a package; `whileSending` again and again until then. */
interface Watch {
  readonly onPackage?: (bytes: number) => void;
  readonly whileSending?: (profile: string) => void;
}

export async function sendEverywhere(sizes: readonly number[], { onPackage, whileSending }: Watch = {}): Promise<Sent> {
  const pems = await generate([{ name: 'commonName', value: 'voorbeeld.example' }]);
  const places = await everyPlace({ key: pems.private, cert: pems.cert }, Math.max(...sizes));
  const profile = mkdtempSync(join(tmpdir(), 'veiligsteller-profiel-'));
  const downloads = mkdtempSync(join(tmpdir(), 'veiligsteller-opgeslagen-'));
  const targets = places.map(({ setting }) => setting);
  const browser = await launch({
    extension: outputOf('chrome'),
    profile,
    downloads,
    grant: reachOf(targets).origins, // exactly what a person is asked for
    elsewhere: places.flatMap(({ hosts }) => hosts),
    askPage: 'options.html',
  });
  try {
    await ask(browser, 'savePolicy', { policy: { ...defaultPolicy, targets } });
    for (const { setting, secret } of places) await ask(browser, 'keepSecret', { target: setting.id, secret });
    const seeded = await seedSealed(browser, sizes);
    for (const { id, bytes } of seeded) {
      await ask(browser, 'deliverCapture', { id });
      while (await isUnderWay(browser, id)) whileSending?.(profile);
      await ask(browser, 'exportCapture', { id });
      onPackage?.(bytes);
    }
    const said = await ask(browser, 'listDeliveries', {});
    const arrivals: Arrival[] = [];
    for (const place of places) {
      const records = await place.records();
      for (const one of seeded) {
        const delivery = said.deliveries.find(({ capture, target }) => capture === one.id && target === place.setting.id);
        arrivals.push(arrival(place, one, records, delivery?.problem?.code ?? delivery?.state ?? 'niets'));
      }
    }
    const saved = filesIn(downloads);
    const asFiles = seeded.map((one) => ({ place: 'Als bestand', ...stateOf(one, saved), hasMetadata: true, said: 'opgeslagen' }));
    return { arrivals: [...arrivals, ...asFiles], faults: places.flatMap(({ faults }) => faults) };
  } finally {
    await browser.close();
    for (const place of places) await place.close();
    for (const folder of [profile, downloads]) rmSync(folder, { recursive: true, force: true });
  }
}

const lookMs = 250;

async function isUnderWay(browser: Launched, id: string): Promise<boolean> {
  const { deliveries } = await ask(browser, 'listDeliveries', { id });
  const isOpen = deliveries.some(
    // one that rests because its receiver gave trouble before has its turn later
    ({ state, problem, nextAt }) => state === 'sending' || (state === 'waiting' && !problem && nextAt <= Date.now()),
  );
  if (isOpen) await new Promise((resolve) => setTimeout(resolve, lookMs));
  return isOpen;
}

function arrival(place: Place, one: Seeded, records: readonly Kept[], said: string): Arrival {
  const expected = place.metadata(one.facts);
  const found = records.find(({ name }) => name === one.fileName)?.metadata ?? {};
  const hasMetadata = Object.entries(expected).every(([name, value]) => isDeepStrictEqual(found[name], value));
  return { place: place.setting.name, ...stateOf(one, records), hasMetadata, said };
}

/** Of the package, and of the pakbon where there is one: all that has its number in its name counts. */
function stateOf({ id, fileName, bytes, sha256, slip }: Seeded, records: readonly Kept[]) {
  const ours = records.filter(({ name }) => name.includes(id));
  const slips = ours.filter(({ name }) => name !== fileName);
  const isSame = ours.some((one) => one.name === fileName && one.sha256 === sha256);
  const areSlipsGood =
    slips.length === 0 || (slips.length === 1 && slips[0]?.name === `${id}.pakbon.xml` && slips[0].sha256 === slip);
  return { bytes, records: ours.length - (areSlipsGood ? slips.length : 0), isSame };
}
