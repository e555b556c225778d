import { browser } from 'wxt/browser';
import type { Appraisal, Capture, Completeness, MediaRecord } from '../../lib/model/capture.ts';
import type { Draft, DraftItem } from '../../lib/model/draft.ts';
import type { EscrowFile } from '../../lib/model/escrow.ts';
import type { Policy } from '../../lib/model/policy.ts';
import type { PointedFound } from '../../lib/scenario/pointed.ts';
import { bestTime } from '../../lib/model/time.ts';
import type { PeopleRoles } from '../../lib/privacy/classify.ts';
import { strip } from '../../lib/privacy/strip.ts';
import type { HiddenPerson, Stripped } from '../../lib/privacy/strip.ts';
import { withWayBack } from '../../lib/privacy/wayBack.ts';
import { appraise } from '../../lib/scenario/appraise.ts';
import { judge } from '../../lib/scenario/completeness.ts';
import { disclaimerOn } from '../../lib/scenario/disclaimer.ts';
import { keepPlans } from '../../lib/scenario/propose.ts';
import { lettersOn } from '../../lib/store/session.ts';
import type { Job } from '../../lib/store/session.ts';
import { letterId, letterParts } from './letter.ts';

export interface Known {
  readonly policy: Policy;
  readonly roles: PeopleRoles;
  readonly media: ReadonlyMap<string, MediaRecord>;
  /** R9, R12: what was pointed at on the page. */
  readonly pointed?: PointedFound | undefined;
  /** Others' turn. */
  readonly breathe?: () => Promise<void>;
}

/** Strips the draft and says what was captured, how completely and what it is worth; not yet through the gate. */
export async function makeCapture(
  job: Job,
  draft: Draft,
  { policy, roles, media, pointed, breathe }: Known,
): Promise<{ capture: Capture; escrow: EscrowFile | undefined }> {
  const plan = keepPlans[job.choice.scenario];
  const stripStart = performance.now();
  const { letter } = job;
  const references = letter ? undefined : await lettersOn(draft.host);
  let hidden: readonly HiddenPerson[] = [];
  const stripped = await strip({
    draft,
    roles,
    policy,
    media,
    account: job.account,
    keepReactions: plan.reactions || letter !== undefined || (pointed?.along ?? false),
    ...(pointed && { pointed: pointed.items }),
    keepProfile: plan.profile && !letter,
    letters: { ...(letter && { letter: letterId(draft, letter.item) }), ...(references && { references }) },
    key: fromHex(job.key),
    onHidden: (people) => (hidden = people),
    ...(breathe && { breathe }),
  });
  const stripMs = Math.round(performance.now() - stripStart);
  const common = commonParts(job, draft, stripped, policy, stripMs);
  if (letter)
    return {
      capture: { ...common, ...letterParts(letter.facts, stripped, missing(stripped.posts), common.clock) },
      escrow: undefined,
    };
  const capture = { ...common, ...dossierParts(job, draft, stripped, policy, pointed) };
  const { wayBack } = policy;
  if (!wayBack?.scenarios.includes(job.choice.scenario) || hidden.length === 0) return { capture, escrow: undefined };
  const sealed = await withWayBack(capture, hidden, wayBack.key, capture.clock.stripped);
  return { capture: sealed.capture, escrow: sealed.file };
}

type Judged = 'appraisal' | 'completeness';

function commonParts(job: Job, draft: Draft, stripped: Stripped, policy: Policy, stripMs: number): Omit<Capture, Judged> {
  return {
    schema: 1,
    id: job.captureId,
    platform: draft.platform,
    pageKind: draft.pageKind,
    adapter: draft.adapter,
    account: job.account,
    organisation: policy.organisation,
    selectionListName: policy.selectionList.name,
    ...(policy.hotspotList && { hotspotListName: policy.hotspotList }),
    actorRole: policy.actorRole,
    choice: job.choice,
    ...stripped,
    ...(stripped.profile && { disclaimer: disclaimerOn(stripped.profile) }),
    clock: {
      started: draft.clock.started,
      ended: draft.clock.ended,
      ...(draft.clock.pageDate && { pageDate: draft.clock.pageDate }),
      stripped: new Date().toISOString(),
    },
    took: { ...draft.took, stripMs },
    gate: { passed: true, identities: 0, forms: 0 },
    software: `Veiligsteller ${browser.runtime.getManifest().version}`,
  };
}

function dossierParts(
  job: Job,
  draft: Draft,
  stripped: Stripped,
  policy: Policy,
  pointed: PointedFound | undefined,
): { appraisal: Appraisal; completeness: Completeness } {
  const plan = keepPlans[job.choice.scenario];
  const texts = stripped.posts.map((post) => post.text ?? '').join('\n');
  const postedOn = stripped.posts.flatMap((post) => bestTime(post.times)?.iso.slice(0, 10) ?? []).toSorted()[0];
  return {
    appraisal: appraise(policy, {
      scenario: job.choice.scenario,
      account: job.account,
      replies: draft.replies.possible,
      text: texts,
      ...(postedOn && { postedOn }),
    }),
    completeness: judge({
      scenario: job.choice.scenario,
      pageKind: draft.pageKind,
      isGenericReader: draft.adapter.layout.startsWith('generic'),
      observations: stripped.observations,
      posts: stripped.posts.length,
      reactions: draft.items.filter(({ kind }) => kind === 'reaction').length,
      mediaMissing: missing(stripped.posts) + missing(stripped.reactions),
      itemsWithoutText: [...stripped.posts, ...stripped.reactions].filter(({ text, reference }) => text === undefined && !reference)
        .length,
      // in the draft: the employee's own comment has an author there, and loses it by stripping
      ...(pointed && { pointed }),
      itemsWithoutAuthor: draft.items.filter(({ author, kind }) => author === undefined && (plan.reactions || kind === 'post'))
        .length,
    }),
  };
}

/**
 * R9: of a hybrid account only the one post a person chose, the one the page is about. Third parties' reactions stay until
 * stripping, which counts and drops them; the list of people stays whole, so that a name from the thread is known in the post.
 */
export function chosenPostOnly(draft: Draft, { roles }: PeopleRoles, along?: ReadonlySet<string>): Draft {
  const path = new URL(draft.url).pathname;
  const posts = draft.items.filter(({ kind }) => kind === 'post');
  const chosen = posts.find(({ id }) => path.includes(id)) ?? posts[0];
  const isThirdParty = ({ author }: DraftItem) => author === undefined || roles[author] === 'derde';
  const isKept = (item: DraftItem) =>
    item === chosen || (item.kind === 'reaction' && (isThirdParty(item) || along?.has(item.id) === true));
  return { ...draft, items: draft.items.filter(isKept) };
}

function missing(items: Capture['posts']): number {
  return items.flatMap((item) => item.media).filter(({ state }) => state === 'missing').length;
}

function fromHex(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
