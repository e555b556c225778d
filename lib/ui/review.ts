import type { CaptureSummary } from '../model/job.ts';

/** R9: scenario C is looked at by a person before sealing; elsewhere only where the machine was not sure. Sealing is refused until then. */
export function mustBeReviewedFirst(capture: CaptureSummary): boolean {
  return isUnsealed(capture) && (capture.scenario === 'C' || capture.reviewPoints > 0);
}

/** A package may be sealed and its saving still fail: only the state tells that it is out (D11). */
export function isSavedAsFile({ state }: CaptureSummary): boolean {
  return state === 'delivered' || state === 'secured' || state === 'cleared';
}

function isUnsealed({ state }: CaptureSummary): boolean {
  return state === 'drafted' || state === 'stripped';
}
