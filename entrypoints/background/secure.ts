import { browser } from 'wxt/browser';
import type { Capture, CaptureId, MediaRecord } from '../../lib/model/capture.ts';
import type { Draft, DraftItem, DraftMedia } from '../../lib/model/draft.ts';
import type { EscrowFile } from '../../lib/model/escrow.ts';
import { Failure } from '../../lib/model/failure.ts';
import { redactionsByKind } from '../../lib/model/ledger.ts';
import type { Policy } from '../../lib/model/policy.ts';
import { classify } from '../../lib/privacy/classify.ts';
import type { PeopleRoles } from '../../lib/privacy/classify.ts';
import { gate } from '../../lib/privacy/gate.ts';
import { identities } from '../../lib/privacy/identities.ts';
import { ownMedia } from '../../lib/privacy/ownMedia.ts';
import { strip } from '../../lib/privacy/strip.ts';
import type { HiddenPerson } from '../../lib/privacy/strip.ts';
import { withWayBack } from '../../lib/privacy/wayBack.ts';
import { appraise } from '../../lib/scenario/appraise.ts';
import { judge } from '../../lib/scenario/completeness.ts';
import { keepPlans } from '../../lib/scenario/propose.ts';
import { bestTime } from '../../lib/model/time.ts';
import { readCapture, storeCapture } from '../../lib/store/captures.ts';
import type { NamedBytes } from '../../lib/store/blobs.ts';
import { appendLog, logOf } from '../../lib/store/log.ts';
import { forgetIdentities, keepIdentities } from '../../lib/store/session.ts';
import type { Job } from '../../lib/store/session.ts';
import { readPolicy } from '../../lib/store/settings.ts';
import { updateJob } from './jobs.ts';
import { gatherMedia } from './media.ts';

/** From a draft to a stored capture: media → strip → gate → store (D3, D4). Until the last step nothing is durable. */
export async function secure(started: Job, raw: Draft): Promise<string> {
  const { policy } = await readPolicy();
  const plan = keepPlans[started.choice.scenario];
  const roles = classify(raw, policy, started.account);
  const draft = plan.onlyChosenPost ? chosenPostOnly(raw, roles) : raw;

  let job = await updateJob(started, { step: 'media', ...numbers(draft) });
  const mediaStart = performance.now();
  const media = await gatherMedia(draft, ownMedia(draft, roles), job.mediaHosts);

  job = await updateJob(job, { step: 'stripping' });
  const stripStart = performance.now();
  const told = withCaptions(draft, media.captions);
  const { capture, escrow } = await makeCapture(job, told, { policy, roles, media: media.records });
  const known = identities(told, roles);
  const result = gate(JSON.stringify(capture), known);
  if (!result.ok) throw new Failure('gate-closed', { hits: result.hits.length, where: result.hits[0]?.where ?? '' });

  job = await updateJob(job, { step: 'storing' });
  const storeStart = performance.now();
  await keepIdentities(capture.id, known);
  const passed = { ...capture, gate: { passed: true, identities: result.identities, forms: result.forms } } as const;
  await store(passed, { media: media.bytes, escrow }, job, policy);
  await updateJob(job, {
    step: 'done',
    captureId: capture.id,
    tookMs: {
      unfold: draft.took.unfoldMs,
      read: draft.took.readMs,
      media: Math.round(stripStart - mediaStart),
      strip: Math.round(storeStart - stripStart),
      store: Math.round(performance.now() - storeStart),
    },
  });
  return capture.id;
}

/** What was said in own videos joins the draft, so that it is stripped with the rest. */
function withCaptions(draft: Draft, captions: ReadonlyMap<string, string>): Draft {
  if (captions.size === 0) return draft;
  const told = (media: DraftMedia): DraftMedia => {
    const text = media.captions === undefined ? undefined : captions.get(media.captions);
    return text === undefined ? media : { ...media, text };
  };
  return { ...draft, items: draft.items.map((item) => ({ ...item, media: item.media.map(told) })) };
}

interface Stored {
  readonly media: readonly NamedBytes[];
  readonly escrow: EscrowFile | undefined;
}

async function store(capture: Capture, { media, escrow }: Stored, job: Job, policy: Policy): Promise<void> {
  try {
    await storeCapture(capture, media, job.status.id, escrow);
  } catch (error) {
    await forgetIdentities(capture.id);
    const isFull = error instanceof Error && error.name === 'QuotaExceededError';
    throw new Failure(isFull ? 'storage-full' : 'storage-failed', {}, { cause: error });
  }
  await logStripped(capture, policy);
}

/** Ends a job whose capture is stored already: the worker was stopped after storing and before it could say so. */
export async function finishStored(job: Job, id: CaptureId): Promise<void> {
  if (job.status.step === 'done') return;
  const isLogged = (await logOf(id)).some(({ actie, object }) => actie === 'stripped' && object === id);
  if (!isLogged) await logStripped(await readCapture(id), (await readPolicy()).policy);
  await updateJob(job, { step: 'done', captureId: id });
}

async function logStripped(capture: Capture, policy: Policy): Promise<void> {
  const redactions = Object.values(redactionsByKind(capture.ledger)).reduce((sum, count) => sum + count, 0);
  const resultaat = capture.completeness.state === 'OK' ? 'geslaagd' : 'onvolledig';
  await appendLog({
    actie: 'stripped',
    object: capture.id,
    resultaat,
    herkomst: 'worker',
    actor: policy.actorRole,
    tijd: capture.clock.stripped,
    toelichting: `${capture.thirdParties} pseudoniemen, ${redactions} vervangingen; ${capture.completeness.state}`,
  });
}

interface Known {
  readonly policy: Policy;
  readonly roles: PeopleRoles;
  readonly media: ReadonlyMap<string, MediaRecord>;
}

async function makeCapture(
  job: Job,
  draft: Draft,
  { policy, roles, media }: Known,
): Promise<{ capture: Capture; escrow: EscrowFile | undefined }> {
  const plan = keepPlans[job.choice.scenario];
  const stripStart = performance.now();
  let hidden: readonly HiddenPerson[] = [];
  const stripped = await strip({
    draft,
    roles,
    policy,
    media,
    account: job.account,
    keepReactions: plan.reactions,
    keepProfile: plan.profile,
    key: fromHex(job.key),
    onHidden: (people) => (hidden = people),
  });
  const texts = stripped.posts.map((post) => post.text ?? '').join('\n');
  const postedOn = stripped.posts.flatMap((post) => bestTime(post.times)?.iso.slice(0, 10) ?? []).toSorted()[0];
  const capture: Capture = {
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
    appraisal: appraise(policy, {
      scenario: job.choice.scenario,
      account: job.account,
      replies: draft.replies.possible,
      text: texts,
      ...(postedOn && { postedOn }),
    }),
    ...stripped,
    completeness: judge({
      scenario: job.choice.scenario,
      pageKind: draft.pageKind,
      isGenericReader: draft.adapter.layout.startsWith('generic'),
      observations: stripped.observations,
      posts: stripped.posts.length,
      reactions: draft.items.filter(({ kind }) => kind === 'reaction').length,
      mediaMissing: missing(stripped.posts) + missing(stripped.reactions),
      itemsWithoutText: [...stripped.posts, ...stripped.reactions].filter(({ text }) => text === undefined).length,
      // in the draft: the employee's own comment has an author there, and loses it by stripping
      itemsWithoutAuthor: draft.items.filter(({ author, kind }) => author === undefined && (plan.reactions || kind === 'post'))
        .length,
    }),
    clock: {
      started: draft.clock.started,
      ended: draft.clock.ended,
      ...(draft.clock.pageDate && { pageDate: draft.clock.pageDate }),
      stripped: new Date().toISOString(),
    },
    took: { ...draft.took, stripMs: Math.round(performance.now() - stripStart) },
    gate: { passed: true, identities: 0, forms: 0 },
    software: `Veiligsteller ${browser.runtime.getManifest().version}`,
  };
  const { wayBack } = policy;
  if (!wayBack?.scenarios.includes(job.choice.scenario) || hidden.length === 0) return { capture, escrow: undefined };
  const sealed = await withWayBack(capture, hidden, wayBack.key, capture.clock.stripped);
  return { capture: sealed.capture, escrow: sealed.file };
}

/**
 * R9: of a hybrid account only the one post a person chose, the one the page is about. Third parties' reactions stay until
 * stripping, which counts and drops them; the list of people stays whole, so that a name from the thread is known in the post.
 */
function chosenPostOnly(draft: Draft, { roles }: PeopleRoles): Draft {
  const path = new URL(draft.url).pathname;
  const posts = draft.items.filter(({ kind }) => kind === 'post');
  const chosen = posts.find(({ id }) => path.includes(id)) ?? posts[0];
  const isThirdParty = ({ author }: DraftItem) => author === undefined || roles[author] === 'derde';
  return { ...draft, items: draft.items.filter((item) => item === chosen || (item.kind === 'reaction' && isThirdParty(item))) };
}

function missing(items: Capture['posts']): number {
  return items.flatMap((item) => item.media).filter(({ state }) => state === 'missing').length;
}

function numbers({ items }: Draft): { posts: number; reactions: number } {
  const reactions = items.filter(({ kind }) => kind === 'reaction').length;
  return { posts: items.length - reactions, reactions };
}

function fromHex(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
