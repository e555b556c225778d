/** Deliveries as the screens show them: what the worker says, asked again while something is under way. */
import { computed, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { Answers } from '../messages/calls.ts';
import type { Delivery, DeliveryProblem } from '../model/delivery.ts';
import { asFailure } from '../model/failure.ts';
import type { Failure } from '../model/failure.ts';
import { reachOf } from '../model/reach.ts';
import type { Reach } from '../model/reach.ts';
import type { TargetSetting } from '../model/target.ts';
import type { Ask } from './ask.ts';

export type Checked = Answers<'checkDelivery'>;

export interface DeliveryState {
  /** Absent until the worker answered. */
  readonly list: ReadonlySignal<Answers<'listDeliveries'> | undefined>;
  /** TargetSettings of the organisation this capture is not on its way to yet. */
  readonly targets: ReadonlySignal<readonly TargetSetting[]>;
  /** Targets somebody has to type the password of before anything can go there. */
  readonly locked: ReadonlySignal<readonly TargetSetting[]>;
  readonly trouble: ReadonlySignal<Failure | undefined>;
  /** The package is being made, before anything is sent. */
  readonly isPreparing: ReadonlySignal<boolean>;
  /** By delivery: what the last look at the receiver gave. */
  readonly checks: ReadonlySignal<Readonly<Record<string, Checked | 'busy'>>>;
  /** Of this capture, or all. */
  readonly open: (capture: string | undefined) => Promise<void>;
  readonly close: () => void;
  readonly deliver: (capture: string) => Promise<void>;
  /** Without a click to ask within: a place the browser may not reach yet says so. */
  readonly send: (capture: string) => Promise<void>;
  readonly retry: (id: string) => Promise<void>;
  readonly check: (id: string) => Promise<void>;
  readonly pause: (paused: boolean) => Promise<void>;
  readonly unlock: (target: string, secret: string) => Promise<void>;
  /** Where a person signs in at the receiver itself. */
  readonly signIn: (target: TargetSetting) => Promise<void>;
}

export interface DeliveryDeps {
  readonly ask: Ask;
  readonly every: (milliseconds: number, run: () => void) => () => void;
  /** Must be asked within the click: whether the browser may reach this address. */
  readonly mayReach: (reach: Reach) => Promise<boolean>;
  /** Something of this capture became certain: what else shows of it is read again. */
  readonly onChanged: () => void;
}

const pollMs = 1_000;

export function createDeliveryState({ ask, every, mayReach, onChanged }: DeliveryDeps): DeliveryState {
  const list = signal<Answers<'listDeliveries'> | undefined>(undefined);
  const targets = signal<readonly TargetSetting[]>([]);
  const trouble = signal<Failure | undefined>(undefined);
  const isPreparing = signal(false);
  const checks = signal<DeliveryState['checks']['value']>({});
  let capture: string | undefined;
  let stop: (() => void) | undefined;

  async function attempt(work: () => Promise<unknown>): Promise<void> {
    trouble.value = undefined;
    try {
      await work();
      await look();
    } catch (error) {
      trouble.value = asFailure(error);
    }
  }
  /** Refused or not: the worker then says what stands in the way. */
  function reaching(places: readonly TargetSetting[], work: () => Promise<unknown>): Promise<void> {
    const asked = mayReach(reachOf(places)); // first of all: later it is no longer within the click
    return attempt(async () => {
      await asked;
      await work();
    });
  }
  async function prepared(work: () => Promise<void>): Promise<void> {
    if (isPreparing.value) return;
    isPreparing.value = true;
    await work();
    isPreparing.value = false;
    onChanged();
  }
  async function look(): Promise<void> {
    const before = certainIn(list.value?.deliveries);
    list.value = await ask('listDeliveries', { ...(capture !== undefined && { id: capture }) });
    if (before !== undefined && before !== certainIn(list.value.deliveries)) onChanged();
    if (isUnderWay(list.value)) stop ??= every(pollMs, () => void attempt(async () => undefined));
    else end();
  }
  function end(): void {
    stop?.();
    stop = undefined;
  }
  return {
    list,
    targets: computed(() => targets.value.filter(({ id }) => !(list.value?.deliveries ?? []).some(({ target }) => target === id))),
    trouble,
    isPreparing,
    checks,
    locked: computed(() => targets.value.filter(({ id }) => (list.value?.deliveries ?? []).some((one) => waitsForSecret(one, id)))),
    close: end,
    open: (id) =>
      attempt(async () => {
        end();
        if (id !== capture) list.value = undefined;
        capture = id;
        const { policy } = await ask('getPolicy', {});
        targets.value = policy.targets ?? [];
      }),
    deliver: (id) => prepared(() => reaching(targets.value, () => ask('deliverCapture', { id }))),
    send: (id) => prepared(() => attempt(() => ask('deliverCapture', { id }))),
    retry: (id) => reaching(targets.value, () => ask('retryDelivery', { id })),
    pause: (paused) => attempt(() => ask('pauseDeliveries', { paused })),
    signIn: (target) => reaching([target], () => ask('signInTarget', { target })),
    unlock: (target, secret) => reaching(targets.value, () => ask('keepSecret', { target, secret })),
    check: (id) =>
      attempt(async () => {
        checks.value = { ...checks.value, [id]: 'busy' };
        const found = await ask('checkDelivery', { id }).catch((error: unknown) => {
          checks.value = without(checks.value, id);
          throw error;
        });
        checks.value = { ...checks.value, [id]: found };
      }),
  };
}

function without<T>(all: Readonly<Record<string, T>>, id: string): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(all).filter(([key]) => key !== id));
}

function certainIn(deliveries: readonly Delivery[] | undefined): number | undefined {
  return deliveries?.filter(({ state }) => state === 'certain').length;
}

function isUnderWay({ deliveries }: Answers<'listDeliveries'>): boolean {
  return deliveries.some(({ state }) => state === 'waiting' || state === 'sending');
}

function waitsForSecret({ target, state, problem }: Delivery, id: string): boolean {
  return target === id && state !== 'certain' && problem !== undefined && askingForSecret.has(problem.code);
}

const askingForSecret: ReadonlySet<DeliveryProblem> = new Set<DeliveryProblem>(['needs-secret', 'login']);
