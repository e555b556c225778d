/** The queue (F17–F19): one delivery after another, each found before it is sent, until nothing is due. Knows no database and no browser. */
import type { Corrected, Delivery, DeliveryFile, DeliveryProgress, Receipt } from '../model/delivery.ts';
import { asProblem, isGeneral, isPassing, TargetProblem } from './problem.ts';
import type { Parcel, Target } from './target.ts';

export interface QueueDeps {
  /** The first delivery that is due, letters first; undefined when there is none, or when the queue is paused. */
  readonly next: () => Promise<Delivery | undefined>;
  /** Kept with certainty before anything else happens. */
  readonly keep: (delivery: Delivery) => Promise<void>;
  /** Everything else that waits for this target is not tried before this time either. */
  readonly rest: (target: string, until: number) => Promise<void>;
  /** Throws `TargetProblem` where there is no setting, no secret, no permission. */
  readonly open: (delivery: Delivery) => Promise<Target>;
  /** The file as it lies in the store. Not hashed first: what the receiver gives back is, and that is the proof. */
  readonly read: (file: DeliveryFile) => Promise<Blob>;
  /** R27: the file this one takes the place of, as the same target has it; asked when its turn has come, so after the earlier one. */
  readonly corrects: (delivery: Delivery, at: number) => Promise<Corrected | undefined>;
  /** Whether our own file is what was sealed (I2): asked when the receiver's is not. */
  readonly isWhole: (file: DeliveryFile) => Promise<boolean>;
  /** All its files are certain: kept as such with its line in the log, or neither (D11, I4). */
  readonly settle: (delivery: Delivery, target: Target) => Promise<void>;
  readonly onProblem: (delivery: Delivery) => Promise<void>;
  readonly onProgress: (progress: DeliveryProgress) => void;
  readonly now: () => number;
  /** From 0 to 1. */
  readonly random: () => number;
}

/** Sends everything that is due. */
export async function sendDue(deps: QueueDeps): Promise<void> {
  for (let delivery = await deps.next(); delivery; delivery = await deps.next()) await sendOne(deps, delivery);
}

async function sendOne(deps: QueueDeps, due: Delivery): Promise<void> {
  const { problem: _before, ...rest } = due;
  let delivery: Delivery = { ...rest, state: 'sending', attempts: due.attempts + 1 };
  await deps.keep(delivery);
  try {
    const target = await deps.open(delivery);
    for (const [at, file] of delivery.files.entries()) {
      if (file.receipt) continue;
      const corrects = await deps.corrects(delivery, at);
      const receipt = await certain(deps, delivery, target, file, corrects);
      delivery = { ...delivery, files: delivery.files.with(at, { ...file, receipt }) };
      await deps.keep(delivery);
    }
    await deps.settle({ ...delivery, state: 'certain' }, target);
  } catch (error) {
    await failed(deps, delivery, asProblem(error));
  }
}

/** F19: looked for first, so that an attempt of which only the answer was lost makes no second record. */
async function certain(
  deps: QueueDeps,
  { id, facts }: Delivery,
  target: Target,
  file: DeliveryFile,
  corrects: Corrected | undefined,
): Promise<Receipt> {
  const { fileName, mime, sha256, bytes } = file;
  const told = { fileName, mime, sha256, bytes, facts: { ...facts, sha256 }, ...(corrects && { corrects }) };
  const parcel: Parcel = { ...told, read: () => deps.read(file) };
  deps.onProgress({ id, phase: 'looking', done: 0, total: bytes });
  const receipt = await arrived(deps, id, target, parcel, file);
  return { ...receipt, ...(await target.annotate?.(parcel)) };
}

async function arrived(deps: QueueDeps, id: string, target: Target, parcel: Parcel, file: DeliveryFile): Promise<Receipt> {
  const { bytes } = file;
  const found = await target.find(parcel);
  if (found.at === 'same') return found.receipt;
  if (found.at === 'different') throw new TargetProblem('exists-different');
  try {
    return await target.deliver(parcel, (phase, done) => deps.onProgress({ id, phase, done, total: bytes }));
  } catch (error) {
    if (asProblem(error).code === 'altered' && !(await deps.isWhole(file)))
      throw new TargetProblem('local-damaged', {}, { cause: error });
    return foundAfter(error, target, parcel);
  }
}

/** Its name was taken between looking and sending: by an earlier attempt of ours that arrived after all, or by something else. */
async function foundAfter(error: unknown, target: Target, parcel: Parcel): Promise<Receipt> {
  if (asProblem(error).code !== 'exists-different') throw error;
  const found = await target.find(parcel);
  if (found.at !== 'same') throw error;
  return found.receipt;
}

async function failed(deps: QueueDeps, delivery: Delivery, { code, detail }: TargetProblem): Promise<void> {
  const now = deps.now();
  const nextAt = now + Math.max(detail.retryAfterMs ?? 0, backOff(delivery.attempts, deps.random()));
  const problem = { code, ...(detail.status !== undefined && { status: detail.status }), at: new Date(now).toISOString() };
  const isOver = !isPassing(code) || (code === 'altered' && delivery.attempts >= mostAltered);
  const kept: Delivery = { ...delivery, problem, state: isOver ? 'stopped' : 'waiting', nextAt };
  await deps.keep(kept);
  if (isGeneral(code)) await deps.rest(delivery.target, nextAt);
  await deps.onProblem(kept);
}

/** A receiver that damages what it gets three times does so always. */
const mostAltered = 3;
const firstMs = 30_000;
const mostMs = 3_600_000;

/** Twice as long each time, up to an hour; spread, so that a whole office does not come back at the same second. */
export function backOff(attempts: number, random: number): number {
  const wait = Math.min(firstMs * 2 ** Math.min(attempts - 1, 20), mostMs);
  return Math.round(wait * (0.75 + random / 2));
}
