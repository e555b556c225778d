import type { Changes, CorrectionWish } from '../../lib/model/changes.ts';
import { Failure, asFailure } from '../../lib/model/failure.ts';
import type { CaptureSummary } from '../../lib/model/job.ts';
import type { HandelingActie } from '../../lib/model/log.ts';
import { markWithdrawn, nextId, packageOf, readCapture, readRow, storeCorrection } from '../../lib/store/captures.ts';
import { appendLog } from '../../lib/store/log.ts';
import { forgetLetter, keepIdentities, readIdentities } from '../../lib/store/session.ts';
import { readPolicy } from '../../lib/store/settings.ts';

async function log(actie: HandelingActie, object: string, tijd: string, toelichting: string): Promise<void> {
  const { policy } = await readPolicy();
  await appendLog({ actie, object, resultaat: 'geslaagd', herkomst: 'overzicht', actor: policy.actorRole, tijd, toelichting });
}

/** R26, R27: what was captured again, and what was wrong. Nothing disappears silently. */
export const correctHandlers = {
  async getChanges({ id }: { id: string }): Promise<Changes | null> {
    const capture = await readCapture(id);
    if (!capture.earlier) return null;
    const { changesBetween } = await import('../../lib/scenario/changes.ts');
    try {
      return changesBetween(await readCapture(capture.earlier.id), capture, capture.earlier);
    } catch (error) {
      if (['not-found', 'cleared'].includes(asFailure(error).code)) return null; // deleted or cleared since, with its line in the log
      throw error;
    }
  },

  async correctCapture({ id, ...wish }: { id: string } & CorrectionWish): Promise<CaptureSummary> {
    const row = await readRow(id);
    if (row.correction) throw new Failure('not-allowed', { reason: 'corrected' });
    const { corrected } = await import('../../lib/scenario/correct.ts');
    const { policy } = await readPolicy();
    const now = new Date();
    const at = now.toISOString();
    const made = corrected(await readCapture(id), wish, { id: await nextId(now), old: packageOf(row), policy, now: at });
    const known = await readIdentities(id);
    if (known !== undefined) await keepIdentities(made.id, known);
    const summary = await storeCorrection(made, row, { act: 'replaced', at, reason: wish.reason, by: made.id });
    await log('replaced', id, at, `door ${made.id}, ${made.replaces?.act ?? 'heruitgifte'}: ${wish.reason}`);
    await log('replaced', made.id, at, `in plaats van ${id}, ${made.replaces?.act ?? 'heruitgifte'}: ${wish.reason}`);
    return summary;
  },

  async withdrawCapture({ id, reason }: { id: string; reason: string }): Promise<CaptureSummary> {
    if ((await readRow(id)).correction) throw new Failure('not-allowed', { reason: 'corrected' });
    const at = new Date().toISOString();
    const summary = await markWithdrawn(id, { act: 'withdrawn', at, reason });
    await forgetLetter(id);
    await log('withdrawn', id, at, reason);
    return summary;
  },
};
