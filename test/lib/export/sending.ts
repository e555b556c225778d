/** The real queue with its deliveries in memory and a clock of its own, for tests against receivers. */
import { createHash } from 'node:crypto';
import { sendDue } from '../../../lib/export/queue.ts';
import type { QueueDeps } from '../../../lib/export/queue.ts';
import type { Parcel, Target } from '../../../lib/export/target.ts';
import type { Corrected, Delivery, DeliveryFile, DeliveryProgress } from '../../../lib/model/delivery.ts';
import type { Facts } from '../../../lib/model/target.ts';

/** An invented package; the same name gives the same bytes. */
export function packageOf(id: string, size = 40_000) {
  const block = createHash('sha512').update(id).digest();
  const bytes = new Uint8Array(size).map((_zero, at) => block[at % 64]! ^ (at >> 6));
  const blob = new Blob([bytes], { type: 'application/zip' });
  return { fileName: `${id}.zip`, bytes, blob, sha256: createHash('sha256').update(bytes).digest('hex') };
}
type Package = ReturnType<typeof packageOf>;

const facts: Facts = {
  identificatie: 'VS-20261122-0001',
  naam: 'Veiligstelling X @minvoorbeeld 22 november 2026 (VS-20261122-0001)',
  omschrijving: 'Scenario B: 1 bericht(en), 3 reactie(s), derden gepseudonimiseerd: 3.',
  organisatie: 'Ministerie van Voorbeeldzaken',
  platform: 'X',
  account: 'minvoorbeeld',
  scenario: 'B',
  soort: 'Veiligstelling',
  waardering: 'B',
  vastgelegd: '2026-11-22T10:00:00.000Z',
  jaar: '2026',
  maand: '11',
};

export function parcelOf({ fileName, blob, sha256 }: Package): Parcel {
  return {
    fileName,
    mime: 'application/zip',
    sha256,
    bytes: blob.size,
    facts: { ...facts, identificatie: fileName.replace('.zip', ''), sha256 },
    read: async () => blob,
  };
}

export function deliveryOf(id: string, packages: readonly Package[], target = 'dms'): Delivery {
  const files = packages.map(({ fileName, sha256, blob }): DeliveryFile => ({
    fileName,
    sha256,
    bytes: blob.size,
    mime: 'application/zip',
  }));
  return {
    id: `${id}~${target}`,
    capture: id,
    target,
    targetName: 'Het DMS',
    state: 'waiting',
    files,
    facts: { ...facts, identificatie: id },
    priority: 1,
    queuedAt: '2026-11-22T10:00:00.000Z',
    attempts: 0,
    nextAt: 0,
  };
}

export interface Sending {
  readonly deliveries: Map<string, Delivery>;
  readonly progress: DeliveryProgress[];
  readonly certain: string[];
  readonly problems: Delivery[];
  add(delivery: Delivery, packages: readonly Package[]): void;
  /** Runs the queue, letting its clock go on until nothing is due any more. */
  settle(): Promise<void>;
  run(): Promise<void>;
  /** Hashes of files that are not what they were any more, here. */
  readonly damaged: Set<string>;
  at: number;
  /** What the receiver has of the package this one corrects. */
  corrects: (delivery: Delivery) => Corrected | undefined;
  /** So many calls of the store from now the worker dies: nothing is written any more until `killAfter` again. */
  killAfter(calls: number): void;
}

export function sending(open: (delivery: Delivery) => Target | Promise<Target>): Sending {
  const blobs = new Map<string, Blob>();
  const deliveries = new Map<string, Delivery>();
  let callsLeft = Number.POSITIVE_INFINITY;
  const alive = () => {
    if (callsLeft-- <= 0) throw new Error('the worker is gone');
  };
  const state: Sending = {
    deliveries,
    progress: [],
    certain: [],
    problems: [],
    damaged: new Set(),
    at: 1_000,
    corrects: () => undefined,
    add(delivery, packages) {
      deliveries.set(delivery.id, delivery);
      for (const { sha256, blob } of packages) blobs.set(sha256, blob);
    },
    killAfter(calls) {
      callsLeft = calls;
    },
    run: () => sendDue(deps),
    async settle() {
      for (let round = 0; round < 30; round++) {
        await sendDue(deps);
        const waiting = [...deliveries.values()].filter((one) => one.state === 'waiting');
        if (waiting.length === 0) return;
        state.at = Math.max(state.at, ...waiting.map(({ nextAt }) => nextAt));
      }
    },
  };
  const deps: QueueDeps = {
    async next() {
      alive();
      const left = [...deliveries.values()].filter((one) => one.state !== 'certain' && one.state !== 'stopped');
      return left.filter(({ nextAt }) => nextAt <= state.at).toSorted((a, b) => a.priority - b.priority)[0];
    },
    async keep(delivery) {
      alive();
      deliveries.set(delivery.id, structuredClone(delivery));
    },
    async rest(target, until) {
      for (const one of deliveries.values())
        if (one.target === target && one.state === 'waiting' && one.nextAt < until)
          deliveries.set(one.id, { ...one, nextAt: until });
    },
    open: async (delivery) => open(delivery),
    read: async ({ sha256 }) => blobs.get(sha256)!,
    corrects: async (delivery) => state.corrects(delivery),
    isWhole: async ({ sha256 }) => !state.damaged.has(sha256),
    async settle(delivery) {
      alive();
      deliveries.set(delivery.id, delivery);
      state.certain.push(delivery.id);
    },
    onProblem: async (delivery) => void state.problems.push(delivery),
    onProgress: (progress) => state.progress.push(progress),
    now: () => state.at,
    random: () => 0.5,
  };
  return state;
}
