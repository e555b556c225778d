/** R11: what makes the capture of a citizen's letter other than a dossier. */
import type { Appraisal, Capture, Completeness } from '../../lib/model/capture.ts';
import type { Draft, DraftItem, Observations } from '../../lib/model/draft.ts';
import { Failure } from '../../lib/model/failure.ts';
import type { LetterFacts } from '../../lib/model/letter.ts';
import type { PeopleRoles } from '../../lib/privacy/classify.ts';
import type { Stripped } from '../../lib/privacy/strip.ts';
import { writerKey } from '../../lib/privacy/writer.ts';
import { judgeLetter } from '../../lib/scenario/completeness.ts';
import type { keepLetter } from '../../lib/store/session.ts';

/** The letter in the draft. The page's own answers may have given it another id than it was chosen by; then nothing answers it. */
function letterIn({ items }: Draft, chosen: string): DraftItem {
  const answered = new Set(items.map(({ parent }) => parent?.id));
  const found = items.find(({ id }) => id === chosen) ?? items.findLast(({ id, kind }) => kind === 'reaction' && !answered.has(id));
  if (!found) throw new Failure('letter-not-possible');
  return found;
}

export const letterId = (draft: Draft, chosen: string): string => letterIn(draft, chosen).id;
export const writerOf = (draft: Draft, chosen: string): number | undefined => letterIn(draft, chosen).author;

interface LetterParts {
  readonly appraisal: Appraisal;
  readonly completeness: Completeness;
  readonly letter: NonNullable<Capture['letter']>;
  readonly observations: Observations;
  readonly clock: Capture['clock'];
  readonly replies: Capture['replies'];
}

/** Without the page's own moment and numbers: a dossier made of the same page has those too (G3). */
export function letterParts(
  facts: LetterFacts,
  stripped: Stripped,
  mediaMissing: number,
  { started, ended, stripped: strippedAt }: Capture['clock'],
): LetterParts {
  const { posts, reactions, observations } = stripped;
  const letter = reactions.find(({ kind }) => kind === 'burgerbrief');
  if (!letter) throw new Failure('letter-not-possible');
  return {
    appraisal: { value: 'N' },
    letter: { ...facts, item: letter.key },
    observations: { ...noObservations, notes: observations.notes, isNavigatedAway: observations.isNavigatedAway },
    clock: { started, ended, stripped: strippedAt },
    replies: { possible: 'unknown', evidence: 'niet nagegaan' },
    completeness: judgeLetter({
      observations,
      text: letter.text,
      isTruncated: letter.isTruncated ?? false,
      isChainBroken: reactions.some(({ parent }) => parent === undefined),
      hasPost: posts.length > 0,
      before: reactions.length - 1,
      mediaMissing,
    }),
  };
}

const noObservations: Observations = {
  closedControls: [],
  unavailableItems: 0,
  truncatedItems: 0,
  reachedEnd: false,
  budgetsHit: [],
  isStoppedByUser: false,
  isNavigatedAway: false,
  steps: 0,
  notes: [],
};

/** What the writer's name now stands on: none of it stays in a dossier of the same page, not even under a pseudonym. */
export function takenFrom(draft: Draft, { roles }: PeopleRoles, { caseNumber }: LetterFacts): Parameters<typeof keepLetter>[1] {
  const items = draft.items.filter(({ author }) => author !== undefined && roles[author] === writerKey).map(({ id }) => id);
  return { host: draft.host, items, reference: { ...(caseNumber !== undefined && { caseNumber }) } };
}
