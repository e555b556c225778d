import type { Capture, CaptureId } from '../../lib/model/capture.ts';
import type { HandelingFields } from '../../lib/model/chain.ts';
import type { Draft, DraftItem, DraftMedia } from '../../lib/model/draft.ts';
import type { EscrowFile } from '../../lib/model/escrow.ts';
import { Failure } from '../../lib/model/failure.ts';
import { redactionsByKind } from '../../lib/model/ledger.ts';
import type { PointedAt } from '../../lib/model/pointed.ts';
import type { Policy } from '../../lib/model/policy.ts';
import { classify } from '../../lib/privacy/classify.ts';
import { gateInTurns } from '../../lib/privacy/gate.ts';
import { addressIdentities, identities, prepareForms, writerIdentities } from '../../lib/privacy/identities.ts';
import type { Identities } from '../../lib/privacy/identities.ts';
import { isVisible, ownMedia, withoutNaming } from '../../lib/privacy/ownMedia.ts';
import { besidesLetter, withWriter } from '../../lib/privacy/writer.ts';
import { pointedIn } from '../../lib/scenario/pointed.ts';
import { keepPlans } from '../../lib/scenario/propose.ts';
import { earlierCapture, readCapture, storeCapture } from '../../lib/store/captures.ts';
import type { NamedBytes } from '../../lib/store/blobs.ts';
import { appendLog, logOf } from '../../lib/store/log.ts';
import { forgetIdentities, forgetStop, keepIdentities, keepLetter } from '../../lib/store/session.ts';
import type { Job } from '../../lib/store/session.ts';
import { readPolicy } from '../../lib/store/settings.ts';
import { noteDisclaimer } from './disclaimer.ts';
import { updateJob } from './jobs.ts';
import { untilListsAreRead } from './lists.ts';
import { takenFrom, writerOf } from './letter.ts';
import { chosenPostOnly, makeCapture } from './make.ts';
import { gatherMedia } from './media.ts';
import { turns } from './turns.ts';

/** From a draft to a stored capture: media → strip → gate → store (D3, D4). Until the last step nothing is durable. */
export async function secure(started: Job, raw: Draft): Promise<string> {
  await untilListsAreRead();
  await forgetStop(started.status.id);
  const breathe = turns(started.status.id);
  const { policy } = await readPolicy();
  const plan = keepPlans[started.choice.scenario];
  const everybody = classify(raw, policy, started.account);
  const roles = started.letter ? withWriter(everybody, writerOf(raw, started.letter.item)) : everybody;
  const isOwn = ({ author }: DraftItem): boolean => author !== undefined && isVisible(roles.roles[author] ?? 'derde');
  const pointed = started.pointed && pointedIn(raw.items, wished(started.pointed, raw), isOwn);
  const draft = plan.onlyChosenPost && !started.letter ? chosenPostOnly(raw, roles, pointed?.along) : raw;

  let job = await updateJob(started, { step: 'media', ...numbers(draft) });
  const mediaStart = performance.now();
  await prepareForms(draft, roles, breathe);
  const { asked, refused } = withoutNaming(ownMedia(draft, roles), [identities(draft, roles), addressIdentities(draft, roles)]);
  const media = await gatherMedia(draft, asked, { shownHosts: job.mediaHosts, breathe });

  job = await updateJob(job, { step: 'stripping' });
  const stripStart = performance.now();
  const told = withCaptions(draft, media.captions);
  const { capture, escrow } = await makeCapture(job, told, {
    policy,
    roles,
    media: new Map([...media.records, ...refused]),
    pointed,
    breathe,
  });
  const known = identities(told, roles);
  const result = await passGate(capture, known, breathe);
  const writer = started.letter && writerIdentities(told, roles);
  if (writer) await passGate(besidesLetter(capture), writer, breathe);

  job = await updateJob(job, { step: 'storing' });
  const storeStart = performance.now();
  await keepIdentities(capture.id, known);
  if (writer) await keepIdentities(capture.id, writer, 'writer');
  const earlier = await earlierCapture(capture);
  const passed = {
    ...capture,
    ...(earlier && { earlier }),
    gate: { passed: true, identities: result.identities, forms: result.forms },
  } as const;
  await store(passed, { media: media.bytes, escrow }, job, policy);
  if (capture.letter) await keepLetter(capture.id, takenFrom(draft, roles, capture.letter));
  await noteDisclaimer(capture);
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

/** The page may know them by other ids than those they were pointed at by. */
function wished(pointed: readonly PointedAt[], { pointed: ids = [] }: Draft) {
  return pointed.map(({ item, as }, at) => ({ id: ids[at] ?? item, as }));
}

async function passGate(capture: Capture, known: Identities, breathe: () => Promise<void>) {
  const result = await gateInTurns(JSON.stringify(capture), known, breathe);
  if (!result.ok) throw new Failure('gate-closed', { hits: result.hits.length, where: result.hits[0]?.where ?? '' });
  return result;
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
    await storeCapture(capture, media, job.status.id, strippedLine(capture, policy), escrow);
  } catch (error) {
    await forgetIdentities(capture.id);
    throw error;
  }
}

/** Ends a job whose capture is stored already: the worker was stopped after storing and before it could say so. */
export async function finishStored(job: Job, id: CaptureId): Promise<void> {
  if (job.status.step === 'done') return;
  const isLogged = (await logOf(id)).some(({ actie, object }) => actie === 'stripped' && object === id);
  if (!isLogged) await appendLog(strippedLine(await readCapture(id), (await readPolicy()).policy)); // as versions before 0.2 could leave it
  await updateJob(job, { step: 'done', captureId: id });
}

function strippedLine(capture: Capture, policy: Policy): HandelingFields {
  const redactions = Object.values(redactionsByKind(capture.ledger)).reduce((sum, count) => sum + count, 0);
  const resultaat = capture.completeness.state === 'OK' ? 'geslaagd' : 'onvolledig';
  return {
    actie: 'stripped',
    object: capture.id,
    resultaat,
    herkomst: 'worker',
    actor: policy.actorRole,
    tijd: capture.clock.stripped,
    toelichting: `${capture.thirdParties} pseudoniemen, ${redactions} vervangingen; ${capture.completeness.state}`,
  };
}

function numbers({ items }: Draft): { posts: number; reactions: number } {
  const reactions = items.filter(({ kind }) => kind === 'reaction').length;
  return { posts: items.length - reactions, reactions };
}
