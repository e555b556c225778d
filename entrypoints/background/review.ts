import { Failure } from '../../lib/model/failure.ts';
import type { CaptureSummary } from '../../lib/model/job.ts';
import { stayReasons } from '../../lib/model/review.ts';
import type { ReviewDecision } from '../../lib/model/review.ts';
import { reviewTexts } from '../../lib/model/reviewTexts.ts';
import { readCapture, readRow, replaceContent, setState } from '../../lib/store/captures.ts';
import { appendLog } from '../../lib/store/log.ts';
import { readPolicy } from '../../lib/store/settings.ts';

async function log(object: string, toelichting: string): Promise<void> {
  const { policy } = await readPolicy();
  await appendLog({
    actie: 'reviewed',
    object,
    resultaat: 'geslaagd',
    herkomst: 'overzicht',
    actor: policy.actorRole,
    tijd: new Date().toISOString(),
    toelichting,
  });
}

/** What a person decides before sealing (R9). The log tells how many and why, never what. */
export const reviewHandlers = {
  async decideReview({ id, decisions }: { id: string; decisions: readonly ReviewDecision[] }): Promise<CaptureSummary> {
    const { applyReview } = await import('../../lib/privacy/review.ts');
    const { capture, redacted, kept, added } = applyReview(await readCapture(id), decisions);
    const summary = await replaceContent(capture);
    await log(id, `${redacted} gelakt, ${kept} gebleven${reasons(decisions)}, ${added} zelf aangewezen`);
    return summary;
  },

  async markReviewed({ id, secondsSpent, seen }: { id: string; secondsSpent: number; seen: number }): Promise<CaptureSummary> {
    const { reviewPoints } = await readRow(id);
    const texts = reviewTexts(await readCapture(id)).filter(({ text }) => text !== '').length;
    if (reviewPoints > 0) throw new Failure('review-needed', { points: reviewPoints });
    // T31: who pressed through a review in a second is recorded as such
    await log(id, `nagekeken in ${secondsSpent} seconden, ${seen} van ${texts} teksten bekeken`);
    return setState(id, 'reviewed');
  },
};

function reasons(decisions: readonly ReviewDecision[]): string {
  const counts = stayReasons.flatMap((reason) => {
    const count = decisions.filter((decision) => decision.act === 'keep' && decision.reason === reason).length;
    return count > 0 ? [`${reason} ${count}`] : [];
  });
  return counts.length > 0 ? ` (${counts.join(', ')})` : '';
}
