/** R27: the same capture, classified otherwise or issued anew. What was not kept cannot come back; nothing of the old one changes. */
import type { Appraisal, Capture, CapturedItem } from '../model/capture.ts';
import type { CorrectionWish } from '../model/changes.ts';
import type { EarlierPackage } from '../model/evidence.ts';
import { Failure } from '../model/failure.ts';
import type { Policy, Scenario } from '../model/policy.ts';
import { bestTime } from '../model/time.ts';
import { appraise } from './appraise.ts';
import { judge } from './completeness.ts';
import { keepPlans } from './propose.ts';
import { itemOf } from '../model/reviewTexts.ts';

export interface CorrectionFacts {
  readonly id: string;
  readonly old: EarlierPackage;
  readonly policy: Policy;
  readonly now: string;
}

/** Scenarios this capture can still become: reactions that were never kept are not there (R7, R9). */
export function possibleScenarios({ scenario, letter }: { readonly scenario: Scenario; readonly letter?: unknown }): Scenario[] {
  if (letter !== undefined) return [scenario];
  return scenario === 'B' ? ['A', 'B', 'C'] : ['A', 'C'];
}

export function corrected(capture: Capture, wish: CorrectionWish, { id, old, policy, now }: CorrectionFacts): Capture {
  const scenario = wish.scenario ?? capture.choice.scenario;
  if (capture.letter) throw new Failure('not-allowed', { reason: 'letter' });
  if (!possibleScenarios({ scenario: capture.choice.scenario }).includes(scenario)) throw new Failure('capture-again');
  if (scenario === 'C' && !(wish.capacity ?? capture.choice.capacity)) throw new Failure('capacity-missing');
  const isChanged = scenario !== capture.choice.scenario;
  const kept = isChanged ? fitting(capture, scenario) : capture;
  const { hotspotListName: _list, replaces: _replaces, ...rest } = kept;
  const appraisal = appraised(kept, wish, policy, scenario);
  return {
    ...rest,
    id,
    organisation: policy.organisation,
    selectionListName: policy.selectionList.name,
    ...(policy.hotspotList && { hotspotListName: policy.hotspotList }),
    actorRole: policy.actorRole,
    choice: {
      ...kept.choice,
      scenario,
      ...(isChanged && { decidedBy: 'medewerker' as const, reason: wish.reason }),
      ...(scenario === 'C' && {
        capacity: wish.capacity ?? kept.choice.capacity ?? '',
        selectionReason: kept.choice.selectionReason ?? wish.reason,
      }),
    },
    appraisal,
    replaces: {
      ...old,
      at: now,
      reason: wish.reason,
      act: isChanged || isReappraised(capture.appraisal, appraisal) ? 'herclassificatie' : 'heruitgifte',
    },
  };
}

/** Only what the scenario keeps (R7–R9); what goes is counted (R20). */
function fitting(capture: Capture, scenario: Scenario): Capture {
  const plan = keepPlans[scenario];
  const posts = plan.onlyChosenPost ? mainPost(capture) : capture.posts;
  const reactions = plan.onlyChosenPost ? [] : capture.reactions.filter(({ kind }) => kind !== 'reactie');
  const keys = new Set([...posts, ...reactions].map(({ key }) => key));
  const orphaned = reactions.map((item) => (item.parent && !keys.has(item.parent.key) ? withoutParent(item) : item));
  const dropped = capture.reactions.length + capture.posts.length - keys.size;
  const { profile, disclaimer, pointed: _pointed, ...rest } = capture;
  const places = new Set(['*', ...keys, ...(plan.profile && profile ? [profile.key] : [])]);
  const found = {
    ...rest,
    ...(plan.profile && profile && { profile }),
    ...(plan.profile && disclaimer && { disclaimer }),
    posts,
    reactions: orphaned,
  };
  return {
    ...found,
    people: capture.people.filter(({ key, role }) => role !== 'derde' || occurs(found, key)),
    thirdParties: capture.people.filter(({ key, role }) => role === 'derde' && occurs(found, key)).length,
    review: capture.review.filter(({ where }) => places.has(itemOf(where))),
    ledger: [
      ...capture.ledger.filter(({ where }) => places.has(where)),
      ...(dropped > 0
        ? [{ kind: 'reactie-buiten-scenario', where: '*', field: 'text', rule: 'R27.herclassificatie', count: dropped } as const]
        : []),
    ],
    completeness: judge({
      scenario,
      pageKind: capture.pageKind,
      isGenericReader: capture.adapter.layout.startsWith('generic'),
      observations: capture.observations,
      posts: posts.length,
      reactions: orphaned.length,
      mediaMissing: posts.flatMap(({ media }) => media).filter(({ state }) => state === 'missing').length,
      itemsWithoutText: posts.filter(({ text }) => text === undefined).length,
      itemsWithoutAuthor: posts.filter(({ author }) => author === undefined).length,
    }),
  };
}

function mainPost({ posts, url }: Capture): CapturedItem[] {
  return [posts.find((post) => post.url === url) ?? posts[0]].flatMap((post) => post ?? []);
}

function withoutParent({ parent: _gone, ...item }: CapturedItem): CapturedItem {
  return item;
}

/** By key or, as in "[Reageerder 3]", by label in a text. */
function occurs(capture: Pick<Capture, 'posts' | 'reactions' | 'profile' | 'people'>, key: string): boolean {
  const label = key.replace('reageerder-', 'Reageerder ');
  const text = JSON.stringify([capture.posts, capture.reactions, capture.profile]);
  return text.includes(`"${key}"`) || new RegExp(`\\b${label}\\b(?!\\d)`).test(text);
}

function appraised(capture: Capture, { value, retention, hotspot }: CorrectionWish, policy: Policy, scenario: Scenario): Appraisal {
  const { posts, account, replies } = capture;
  const postedOn = posts.flatMap((post) => bestTime(post.times)?.iso.slice(0, 10) ?? []).toSorted()[0];
  const text = posts.map((post) => post.text ?? '').join('\n');
  const listed = appraise(policy, {
    scenario,
    account,
    replies: replies.possible,
    text,
    ...(postedOn !== undefined && { postedOn }),
  });
  const { entry } = listed;
  const spot =
    hotspot === undefined ? (capture.appraisal.hotspot ?? listed.hotspot) : policy.hotspots.find(({ code }) => code === hotspot);
  const chosen = spot ? 'B' : (value ?? (hotspot === undefined ? capture.appraisal.value : (entry?.appraisal ?? 'N')));
  const term = retention ?? (capture.appraisal.retention || entry?.retention);
  return {
    value: chosen,
    ...(chosen === 'V' && term && { retention: term }),
    ...(entry && { entry }),
    ...(spot && { hotspot: spot }),
  };
}

function isReappraised(before: Appraisal, after: Appraisal): boolean {
  return before.value !== after.value || before.hotspot?.code !== after.hotspot?.code || before.retention !== after.retention;
}
