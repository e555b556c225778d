/** The loop: one act, one kind of fault, at every call in turn; then a restart, and the invariants. */
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { deliverDue } from '../../entrypoints/background/deliver.ts';
import { deliveryHandlers } from '../../entrypoints/background/deliveryCalls.ts';
import { exportCapture, sealedPackage } from '../../entrypoints/background/export.ts';
import { manageHandlers } from '../../entrypoints/background/manage.ts';
import { recover } from '../../entrypoints/background/recover.ts';
import { Failure } from '../../lib/model/failure.ts';
import { database } from '../../lib/store/database.ts';
import { deliveriesOf, wake } from '../../lib/store/deliveries.ts';
import { keepSecret } from '../../lib/store/secrets.ts';
import { savePolicy } from '../../lib/store/settings.ts';
import { dice } from '../../lib/practice/dice.ts';
import { broken } from './invariants.ts';
import type { Broken } from './invariants.ts';
import type { Invariant } from './promises.ts';
import { arm, disarm, setClock } from './seam.ts';
import type { Kind, Manner } from './seam.ts';
import { begin, captureAgain, captureId, handOver, policy, target } from './world.ts';

export interface Act {
  readonly name: string;
  readonly arrange: () => Promise<unknown>;
  readonly act: () => Promise<unknown>;
  /** What the user does afterwards; must end well (I6). */
  readonly again: () => Promise<unknown>;
  /** In a short run: at how many calls. */
  readonly sample: number;
}

const captured = async () => {
  await begin();
  await handOver();
};
const isGone = (error: unknown): boolean => error instanceof Failure && error.code === 'not-found';
const ignoringGone = (error: unknown): void => {
  if (!isGone(error)) throw error;
};

async function deliver(): Promise<void> {
  await deliveryHandlers.deliverCapture({ id: captureId });
  await deliverDue();
}

/** The user asks again and says that what stood in the way is gone; the receiver then has it once, to the byte (I3). */
async function untilDelivered(): Promise<void> {
  await keepSecret(target.id, 'geheim');
  await deliver();
  for (const { id } of await deliveriesOf(captureId)) await wake({ id }, 0);
  await deliverDue();
  const [delivery] = await deliveriesOf(captureId);
  if (delivery?.state !== 'certain') throw new Failure('export-failed', { reason: delivery?.problem?.code ?? 'not-asked' });
}

export const acts: readonly Act[] = [
  { name: 'vastleggen en strippen', arrange: begin, act: () => handOver(), again: captureAgain, sample: 8 },
  {
    name: 'verzegelen en opslaan',
    arrange: captured,
    act: () => exportCapture({ id: captureId }),
    again: () => exportCapture({ id: captureId }),
    sample: 2,
  },
  {
    name: 'afleveren',
    async arrange() {
      await captured();
      await savePolicy({ ...policy, targets: [target] });
      await keepSecret(target.id, 'geheim');
      await sealedPackage(captureId); // its own act
    },
    act: deliver,
    again: untilDelivered,
    sample: 2,
  },
  {
    name: 'opruimen',
    arrange: captured,
    act: () => manageHandlers.deleteCapture({ id: captureId, reason: 'proef' }),
    again: () => manageHandlers.deleteCapture({ id: captureId, reason: 'proef' }).catch(ignoringGone),
    sample: 8,
  },
];

export interface Fault {
  readonly id: string;
  readonly name: string;
  readonly kinds: readonly Kind[];
  readonly manner: Manner;
  /** The browser ended too: what was in its memory is gone. */
  readonly isBrowserGone?: true;
  readonly also?: (act: Act) => void;
}

const day = 86_400_000;
const beside: Promise<unknown>[] = [];

export const faults: readonly Fault[] = [
  { id: 'F11', name: 'opslag weigert één keer', kinds: ['storage'], manner: 'fails' },
  { id: 'F10', name: 'schijf vol, vanaf hier', kinds: ['storage'], manner: 'full' },
  { id: 'F1', name: 'worker gestopt', kinds: ['storage', 'network', 'message'], manner: 'dies' },
  { id: 'F2', name: 'browser weg', kinds: ['storage', 'network', 'message'], manner: 'dies', isBrowserGone: true },
  { id: 'F17', name: 'netwerk valt weg', kinds: ['network'], manner: 'fails' },
  { id: 'F19', name: 'bericht of antwoord kwijt', kinds: ['message'], manner: 'fails' },
  { id: 'F16', name: 'klok een dag terug', kinds: ['clock'], manner: 'jumps', also: () => setClock(-day) },
  {
    id: 'F14',
    name: 'tweede vraag op hetzelfde moment',
    kinds: ['storage', 'message'],
    manner: 'once-more',
    also: ({ act }) => void beside.push(act().catch(() => undefined)),
  },
];

export interface Finding extends Broken {
  readonly at: number;
}

/** `points`: at how many calls the fault was put. `calls`: how many there were. */
export interface Outcome {
  readonly act: string;
  readonly fault: string;
  readonly calls: number;
  readonly points: number;
  readonly findings: readonly Finding[];
}

export interface LoopOptions {
  /** How many points at most; chosen by the seed. */
  readonly most: number;
  readonly seed: number;
}

export async function loop(act: Act, fault: Fault, { most, seed }: LoopOptions): Promise<Outcome> {
  const calls = await countCalls(act, fault);
  const findings: Finding[] = [];
  const points = chosen(calls, most, seed);
  for (const at of points) findings.push(...(await once(act, fault, at)).map((one) => ({ ...one, at })));
  return { act: act.name, fault: `${fault.id} ${fault.name}`, calls, points: points.length, findings };
}

/** A run that passes without a failure says how many calls there are to fail at. */
async function countCalls({ arrange, act }: Act, { kinds, manner }: Fault): Promise<number> {
  await arrange();
  arm({ kinds, at: Number.POSITIVE_INFINITY, manner });
  await act();
  return disarm();
}

function chosen(calls: number, most: number, seed: number): number[] {
  const all = Array.from({ length: calls }, (_, index) => index + 1);
  if (calls <= most) return all;
  const roll = dice(seed);
  while (all.length > most) all.splice(roll.below(all.length), 1);
  return all;
}

async function once(act: Act, fault: Fault, at: number): Promise<Broken[]> {
  setClock(0);
  beside.length = 0;
  await act.arrange();
  arm({ kinds: fault.kinds, at, manner: fault.manner, ...(fault.also && { also: () => fault.also?.(act) }) });
  await act.act().catch(() => undefined); // how it ends is told by what stands there
  await Promise.all(beside);
  disarm();
  await restart(fault);
  const after = await broken();
  const goesOn = await act.again().then(
    () => [],
    (error: unknown): Broken[] => [
      { invariant: 'I6', how: `cannot go on: ${error instanceof Failure ? error.code : 'unexpected'}` },
    ],
  );
  const end = goesOn.length > 0 ? [] : await broken();
  setClock(0);
  return [...after, ...goesOn, ...end];
}

/** The worker starts anew, and with the browser everything that lived in its memory is gone. */
async function restart({ isBrowserGone }: Fault): Promise<void> {
  database().close({ disableAutoOpen: false });
  if (isBrowserGone) await fakeBrowser.storage.session.clear();
  await recover({ isBrowserNew: isBrowserGone ?? false });
}

export function countOf(outcome: Outcome, invariant: Invariant): number {
  return outcome.findings.filter((one) => one.invariant === invariant).length;
}
