/** What the screens ask about deliveries. */
import type { Answers, Asks } from '../../lib/messages/calls.ts';
import { asProblem } from '../../lib/export/problem.ts';
import { deliveryId } from '../../lib/model/delivery.ts';
import type { Delivery } from '../../lib/model/delivery.ts';
import { Failure } from '../../lib/model/failure.ts';
import { isLetterId } from '../../lib/model/letter.ts';
import type { TargetSetting } from '../../lib/model/target.ts';
import { readCapture } from '../../lib/store/captures.ts';
import { addDeliveries, allDeliveries, deliveriesOf, isPaused, readDelivery, setPaused, wake } from '../../lib/store/deliveries.ts';
import { forgetSecret, keepSecret, readSecret } from '../../lib/store/secrets.ts';
import { readPolicy } from '../../lib/store/settings.ts';
import { listenForClearing } from './clear.ts';
import { startDelivering, listenForTurns, progressNow, reachable, targetOf } from './deliver.ts';
import { lineOf } from './deliveryLog.ts';
import { stillThere } from './stillThere.ts';

export function listenForDeliveries(): void {
  listenForTurns();
  listenForClearing();
}

export const deliveryHandlers = {
  /** Seals the capture if that was not done yet, and puts it in the queue of each target. Answers before anything is sent. */
  async deliverCapture({ id }: { id: string }): Promise<Delivery[]> {
    const { policy } = await readPolicy();
    const targets = policy.targets ?? [];
    if (targets.length === 0) throw new Failure('no-target');
    const capture = await readCapture(id);
    const { factsOf } = await import('../../lib/export/facts.ts');
    const { filesOf } = await import('./files.ts');
    const facts = factsOf(capture);
    const queuedAt = new Date().toISOString();
    const wanted: Delivery[] = [];
    for (const target of targets) {
      const files = await filesOf(id, target.wrapper);
      wanted.push({
        id: deliveryId(id, target.id),
        capture: id,
        ...(capture.replaces && { corrects: capture.replaces.id }),
        target: target.id,
        targetName: target.name,
        state: 'waiting',
        files: files.filter((_file, at) => at === 0 || takesSlip(target)),
        facts,
        priority: isLetterId(id) ? 0 : 1,
        queuedAt,
        attempts: 0,
        nextAt: 0,
      });
    }
    const act = { actie: 'delivery-asked', object: id, resultaat: 'geslaagd', herkomst: 'overzicht' } as const;
    await addDeliveries(wanted, await lineOf(act, targets.map(({ name }) => `aan ${name}`).join('; ')));
    startDelivering();
    return deliveriesOf(id);
  },
  async listDeliveries({ id }: { id?: string | undefined }): Promise<Answers<'listDeliveries'>> {
    const progress = progressNow();
    return {
      deliveries: id === undefined ? await allDeliveries() : await deliveriesOf(id),
      isPaused: await isPaused(),
      ...(progress && { progress }),
    };
  },
  /** Somebody says that what stood in the way is gone. */
  async retryDelivery({ id }: { id: string }): Promise<null> {
    await wake({ id }, Date.now());
    startDelivering();
    return null;
  },
  async pauseDeliveries({ paused }: { paused: boolean }): Promise<null> {
    await setPaused(paused);
    if (!paused) startDelivering();
    return null;
  },
  /** Whether the receiver has the same bytes still. Logged, whatever the answer. */
  async checkDelivery({ id }: { id: string }): Promise<Answers<'checkDelivery'>> {
    const delivery = await readDelivery(id);
    if (!delivery || delivery.state !== 'certain') throw new Failure('not-found', { object: 'delivery' });
    try {
      return { at: await stillThere(delivery, await targetOf(delivery.target)) };
    } catch (error) {
      return { problem: asProblem(error).code };
    }
  },
  /** Typed by a person: kept in memory of the browser until it closes. What waited for it goes on. */
  async keepSecret({ target, secret }: { target: string; secret: string }): Promise<null> {
    await (secret === '' ? forgetSecret(target) : keepSecret(target, secret));
    if (secret !== '') await wake({ target }, Date.now());
    startDelivering();
    return null;
  },
  signInTarget: async (question: Asks<'signInTarget'>) => (await import('./signIn.ts')).signInTarget(question),
  async listSecrets(): Promise<string[]> {
    const { policy } = await readPolicy();
    const known = await Promise.all((policy.targets ?? []).map(async ({ id }) => ((await readSecret(id)) === undefined ? [] : id)));
    return known.flat();
  },
  async tryTarget({ target }: { target: TargetSetting }): Promise<Answers<'tryTarget'>> {
    try {
      const secret = await readSecret(target.id);
      if (secret === undefined) return { ok: false, problem: 'needs-secret' };
      await (await reachable(target, secret)).check();
      return { ok: true };
    } catch (error) {
      const { code, detail } = asProblem(error);
      return { ok: false, problem: code, ...(detail.status !== undefined && { status: detail.status }) };
    }
  },
};

/** File stores get the pakbon beside the package; a record system gets one record, with the hash in its properties. */
function takesSlip({ kind }: TargetSetting): boolean {
  return kind === 'webdav' || kind === 'graph';
}
