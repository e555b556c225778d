import type { Asker } from '../../lib/messages/server.ts';
import type { Draft, DraftHead, DraftItem } from '../../lib/model/draft.ts';
import { Failure } from '../../lib/model/failure.ts';
import { findByKey } from '../../lib/store/captures.ts';
import { asStoreFailure } from '../../lib/store/room.ts';
import { readJob } from '../../lib/store/session.ts';
import type { Job } from '../../lib/store/session.ts';
import { atWork as running, failJob, jobFor } from './jobs.ts';

/** Slices of drafts, in memory only (D3). A worker that is stopped loses them, and asks for them again. */
const slices = new Map<string, Map<number, DraftItem[]>>();
export const takeHandlers = {
  async draftPart({ job: id, part, items }: { job: string; part: number; items: DraftItem[] }, asker: Asker): Promise<null> {
    await jobFor(id, asker);
    const held = slices.get(id) ?? new Map<number, DraftItem[]>();
    slices.set(id, held.set(part, items));
    return null;
  },

  async draftDone(
    question: { job: string; parts: number; head: DraftHead },
    asker: Asker,
  ): Promise<{ stored: string } | { lost: number[] }> {
    const { job: id, parts, head } = question;
    const job = await jobFor(id, asker);
    const stored = await findByKey(id);
    if (stored && !running.has(id)) await (await import('./secure.ts')).finishStored(job, stored.id);
    if (stored) return { stored: stored.id };
    if (job.status.failure) throw new Failure('not-allowed', { reason: 'ended' }); // called failed already: it stays so (I1)
    if (job.status.step === 'done') throw new Failure('not-found', { object: 'capture' }); // deleted meanwhile: it does not come back
    if (asker.url && new URL(asker.url).host !== head.host) throw new Failure('bad-message', { reason: 'host' });
    const items = assemble(slices.get(id), parts);
    if (!Array.isArray(items)) return { lost: items.lost };
    const work = running.get(id) ?? secured(job, { ...head, items });
    running.set(id, work);
    try {
      return { stored: await work };
    } catch (error) {
      const failure = await asStoreFailure(error);
      const there = await failJob((await readJob(id)) ?? job, failure.code, failure.detail);
      if (there === undefined) throw failure;
      return { stored: there };
    } finally {
      running.delete(id);
      slices.delete(id);
    }
  },
};

/** Stripping and the gate are most of the worker, and are read when there is something to strip. */
async function secured(job: Job, draft: Draft): Promise<string> {
  const { secure } = await import('./secure.ts');
  return secure(job, draft);
}

function assemble(held: ReadonlyMap<number, DraftItem[]> | undefined, parts: number): DraftItem[] | { lost: number[] } {
  const numbers = Array.from({ length: parts }, (_, number) => number);
  const lost = numbers.filter((number) => !held?.has(number));
  return lost.length > 0 ? { lost } : numbers.flatMap((number) => held?.get(number) ?? []);
}
