import type { Completeness, CompletenessReason, CompletenessState } from '../model/capture.ts';
import type { Observations } from '../model/draft.ts';
import type { Scenario } from '../model/policy.ts';
import type { PointedFound } from './pointed.ts';

export interface CompletenessFacts {
  readonly scenario: Scenario;
  readonly pageKind: 'post' | 'profile' | 'other';
  readonly isGenericReader: boolean;
  readonly observations: Observations;
  readonly posts: number;
  /** Reactions read from the page, whether the scenario keeps them or not. */
  readonly reactions: number;
  readonly mediaMissing: number;
  readonly itemsWithoutText: number;
  readonly itemsWithoutAuthor: number;
  /** R9, R12: what became of the reactions a person pointed at. */
  readonly pointed?: Pick<PointedFound, 'items' | 'unanswered' | 'notFound'>;
}

type Reason = Completeness['reasons'][number];

/** R23, D16: the verdict. A capture that lacks something never looks complete. */
export function judge(facts: CompletenessFacts): Completeness {
  const reasons = [...itemReasons(facts), ...(facts.scenario === 'B' ? threadReasons(facts) : [])];
  const displayed = facts.observations.displayedReactions;
  return {
    state: worst(reasons),
    reasons,
    ...(facts.scenario === 'B' && displayed !== undefined && { displayed }),
    captured: facts.scenario === 'B' ? facts.reactions : facts.posts,
    ...bandwidth(facts),
  };
}

export interface LetterCompletenessFacts {
  readonly observations: Observations;
  /** The letter's text; absent when it was not found. */
  readonly text: string | undefined;
  readonly isTruncated: boolean;
  /** Something in the chain answers what is not on the page now. */
  readonly isChainBroken: boolean;
  readonly hasPost: boolean;
  readonly before: number;
  readonly mediaMissing: number;
}

/** R11, R23: of a letter it counts whether its words are whole, and what it answers is there. */
export function judgeLetter(facts: LetterCompletenessFacts): Completeness {
  const { observations: seen, before } = facts;
  const reasons = [
    ...reason(seen.isNavigatedAway, 'navigated'),
    ...reason(facts.isTruncated, 'truncated-text', { count: 1 }),
    ...reason(facts.text === undefined, 'text-not-found', { count: 1 }),
    ...reason(facts.isChainBroken, 'letter-chain-broken'),
    ...reason(!facts.hasPost, 'letter-without-post'),
    ...counted(facts.mediaMissing, 'media-missing'),
    ...seen.notes.map((note): Reason => ({ code: 'reader-note', detail: { note } })),
  ];
  const answered = before === 0 ? '' : before === 1 ? ', en 1 reactie daarvoor' : `, en ${before} reacties daarvoor`;
  return {
    state: worst(reasons),
    reasons,
    captured: 1,
    goal: 'De brief, met het bericht en de reacties waarop hij antwoordt.',
    minimum: 'De tekst van de brief en wie hem schreef.',
    reached: `De brief${facts.hasPost ? ', het bericht' : ''}${answered}.`,
  };
}

/** These end a capture before its time; all others are a shortfall that is known and counted. */
const breaking: readonly CompletenessReason[] = ['stopped', 'navigated', 'budget-time', 'budget-items', 'budget-bytes'];
/** Told, but no shortfall by themselves. */
const remarks: readonly CompletenessReason[] = ['generic-reader', 'reader-note', 'nothing-to-compare'];

function worst(reasons: readonly Reason[]): CompletenessState {
  if (reasons.some(({ code }) => breaking.includes(code))) return 'ONVOLLEDIG';
  return reasons.some(({ code }) => !remarks.includes(code)) ? 'TEKORT' : 'OK';
}

function itemReasons(facts: CompletenessFacts): Reason[] {
  const { observations: seen } = facts;
  return [
    ...reason(facts.isGenericReader, 'generic-reader'),
    ...reason(seen.isStoppedByUser, 'stopped', { captured: facts.reactions }),
    ...reason(seen.isNavigatedAway, 'navigated'),
    ...seen.budgetsHit.map((budget): Reason => ({ code: `budget-${budget}`, detail: {} })),
    ...counted(facts.mediaMissing, 'media-missing'),
    ...counted(seen.truncatedItems, 'truncated-text'),
    ...counted(seen.unreadableItems ?? 0, 'unreadable-items'),
    ...counted(facts.itemsWithoutText, 'text-not-found'),
    ...counted(facts.itemsWithoutAuthor, 'author-unknown'),
    ...counted(facts.pointed?.unanswered ?? 0, 'question-unanswered'),
    ...counted(facts.pointed?.notFound ?? 0, 'pointed-not-found'),
    ...seen.notes.map((note): Reason => ({ code: 'reader-note', detail: { note } })),
  ];
}

function threadReasons({ observations: seen, reactions, pageKind }: CompletenessFacts): Reason[] {
  if (pageKind === 'profile') return [{ code: 'nothing-to-compare', detail: {} }];
  const { displayedReactions: displayed } = seen;
  const closed = seen.closedControls.filter(({ kind }) => kind !== 'more-text').reduce((sum, { count }) => sum + count, 0);
  return [
    ...reason(displayed !== undefined && reactions < displayed, 'fewer-than-displayed', {
      captured: reactions,
      displayed: displayed ?? 0,
    }),
    ...reason(displayed === undefined, 'count-unknown'),
    ...counted(closed, 'controls-left'),
    ...counted(seen.unavailableItems, 'unavailable-items'),
    ...(seen.gaps ?? []).map(({ kind, count }): Reason => ({ code: `gap-${kind}`, detail: count === undefined ? {} : { count } })),
    ...reason(seen.isLoggedIn === false, 'not-logged-in'),
    ...reason(
      !seen.reachedEnd && !seen.isStoppedByUser && !seen.isNavigatedAway && seen.budgetsHit.length === 0,
      'end-not-reached',
    ),
  ];
}

function reason(holds: boolean, code: CompletenessReason, detail: Reason['detail'] = {}): Reason[] {
  return holds ? [{ code, detail }] : [];
}

function counted(count: number, code: CompletenessReason): Reason[] {
  return reason(count > 0, code, { count });
}

function wishedIn({ items, unanswered, notFound }: NonNullable<CompletenessFacts['pointed']>): number {
  return items.length + unanswered + notFound;
}

function bandwidth({
  scenario,
  pageKind,
  posts,
  reactions,
  observations: seen,
  pointed,
}: CompletenessFacts): Pick<Completeness, 'goal' | 'minimum' | 'reached'> {
  const posted = posts === 1 ? '1 bericht' : `${posts} berichten`;
  const what = pageKind === 'profile' ? 'Het profiel en de berichten die de pagina toont' : 'Het bericht met zijn media';
  if (scenario !== 'B')
    return {
      goal: pointed ? `${what}, en de aangewezen reacties met de antwoorden van de overheid.` : `${what}.`,
      minimum: 'De tekst van het bericht, wie het plaatste en wanneer.',
      reached: pointed ? `${posted} en ${pointed.items.length} van ${wishedIn(pointed)} aangewezen reacties.` : `${posted}.`,
    };
  const shown =
    seen.displayedReactions === undefined ? 'het platform toont geen aantal' : `het platform toont er ${seen.displayedReactions}`;
  return {
    goal: `${what}, en alle reacties die het platform toont.`,
    minimum: 'De tekst van het bericht, wie het plaatste en wanneer, en de reacties die bij het openen zichtbaar zijn.',
    reached: `${posted} en ${reactions} ${reactions === 1 ? 'reactie' : 'reacties'} (${shown}).`,
  };
}
