/**
 * Every question one part of the extension may ask the worker (D10). The worker parses a question before it acts; what a
 * content script says is a claim by a hostile page. Answers are trusted: only the worker gives them.
 */
import * as v from 'valibot';
import type { Changes } from '../model/changes.ts';
import type { PublicKey } from '../model/evidence.ts';
import type { Capture } from '../model/capture.ts';
import type { Delivery, DeliveryProblem, DeliveryProgress } from '../model/delivery.ts';
import { DraftHead, DraftItem } from '../model/draft.ts';
import type { EscrowFile } from '../model/escrow.ts';
import { captureHints } from '../model/job.ts';
import type { CaptureSummary, JobStatus, PageReaction, PageView } from '../model/job.ts';
import { LetterFacts, LetterReference } from '../model/letter.ts';
import type { Handeling } from '../model/log.ts';
import { WebcareWords, pointings } from '../model/pointed.ts';
import type { PointedCount } from '../model/pointed.ts';
import { PictureRegion, ReviewDecision } from '../model/review.ts';
import { TargetSetting } from '../model/target.ts';
import { ChosenPost, RoundView, RunAccount } from '../model/run.ts';
import type { Due, PagePosts, Run } from '../model/run.ts';
import { Policy, StampAuthoritySetting, accountTypes, scenarios } from '../model/policy.ts';
import type { PolicyKey } from '../model/policy.ts';
import { answer, count, hash, id } from './fields.ts';
import { recoveryCalls } from './recoveryCalls.ts';

const sentence = v.pipe(v.string(), v.trim(), v.maxLength(1_000));
/** As a reader found it: a platform's id, so a person's; in memory only (D3). */
const itemId = v.pipe(v.string(), v.minLength(1), v.maxLength(4_000));
const targetId = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/));
const deliveryKey = v.pipe(v.string(), v.regex(/^[A-Za-z0-9-]{1,64}~[a-z0-9-]{1,40}$/));

/** `from`: who may ask. `page`: our own extension pages only (privileged). `content`: our content script in a tab. */
export const calls = {
  /** What is this tab, and what would be kept? Stores nothing. */
  lookAtPage: { from: 'page', asks: v.strictObject({ tabId: count }), answers: answer<PageView>() },
  /** How the page in this tab is built, without anything it says: a file to report a reader that no longer reads. Stores nothing. */
  makeReport: { from: 'page', asks: v.strictObject({ tabId: count }), answers: answer<{ name: string; html: string }>() },
  /** Start capturing the tab. Answers at once with the job; `jobOf` follows it. */
  startCapture: {
    from: 'page',
    asks: v.strictObject({
      tabId: count,
      scenario: v.picklist(scenarios),
      /** What the user says of an account that is not in the register. */
      accountType: v.optional(v.picklist(accountTypes)),
      /** Why another scenario than the proposed one. */
      reason: v.optional(sentence),
      capacity: v.optional(sentence),
      selectionReason: v.optional(sentence),
      /** The pointer may be moved over times that show only then. */
      mayHover: v.optional(v.boolean()),
    }),
    answers: answer<JobStatus>(),
  },
  /** R11: the reactions in the tab now, for a person to choose a letter from. Stores nothing. */
  listReactions: { from: 'page', asks: v.strictObject({ tabId: count }), answers: answer<PageReaction[]>() },
  /**
   * R11: make this one reaction, with what it answers, a citizen's letter: a capture of its own, in which the writer stays.
   * Answers at once with the job; `jobOf` follows it. A later capture of the page keeps a reference in its place.
   */
  takeLetter: {
    from: 'page',
    asks: v.strictObject({
      tabId: count,
      item: itemId,
      ...LetterFacts.entries,
      /** What the user says of an account that is not in the register. */
      accountType: v.optional(v.picklist(accountTypes)),
    }),
    answers: answer<JobStatus>(),
  },
  /** R11: in a stored capture a reaction makes way for a reference; its words cannot be brought back. Refused once it is sealed. */
  referToLetter: {
    from: 'page',
    asks: v.strictObject({ id, where: v.pipe(v.string(), v.maxLength(200)), ...LetterReference.entries }),
    answers: answer<CaptureSummary>(),
  },
  /** R11: put the controls beside the reactions on the page, take them away, or ask whether they are there. Stores nothing. */
  webcare: {
    from: 'page',
    asks: v.strictObject({ tabId: count, act: v.picklist(['ask', 'start', 'stop']), words: v.optional(WebcareWords) }),
    answers: answer<{ isOn: boolean }>(),
  },
  /** R9, R12: how many reactions of this page were pointed at, to come along with its capture; `forget` lets go of them. Stores nothing. */
  pointedIn: {
    from: 'page',
    asks: v.strictObject({ tabId: count, forget: v.optional(v.boolean()) }),
    answers: answer<PointedCount>(),
  },
  /** End the capture where it is; what was read becomes an incomplete capture. */
  stopCapture: { from: 'page', asks: v.strictObject({ job: id }), answers: answer<null>() },
  /** The last job of this tab, running or finished. */
  jobOf: { from: 'page', asks: v.strictObject({ tabId: count }), answers: answer<JobStatus | null>() },

  /** R9: the own posts of the profile in the tab, as far as it has been scrolled, and which of them were captured before. Stores nothing. */
  listPosts: { from: 'page', asks: v.strictObject({ tabId: count }), answers: answer<PagePosts>() },
  /**
   * R9: captures these posts one after another in the tab, or closes the round where none was chosen. Answers at once;
   * one run goes at a time.
   */
  startRound: {
    from: 'page',
    asks: v.strictObject({
      tabId: count,
      account: RunAccount,
      view: RoundView,
      posts: v.pipe(v.array(ChosenPost), v.maxLength(500)),
    }),
    answers: answer<Run>(),
  },
  /** R26: captures the posts of these captures again, as they were captured then, in a tab of their own. Answers at once. */
  repeatCaptures: {
    from: 'page',
    asks: v.strictObject({ ids: v.pipe(v.array(id), v.minLength(1), v.maxLength(100)) }),
    answers: answer<Run>(),
  },
  /** `end`: enough; what waits is not done. `retry`: what failed, once more. `tabId`: where to go on, in sight of the user. */
  steerRun: {
    from: 'page',
    asks: v.strictObject({ id, act: v.picklist(['pause', 'resume', 'retry', 'end']), tabId: v.optional(count) }),
    answers: answer<Run>(),
  },
  /** Rounds and repeats, newest first. */
  listRuns: { from: 'page', asks: v.strictObject({}), answers: answer<Run[]>() },
  /** What waits for somebody today (R9, R26). */
  listDue: { from: 'page', asks: v.strictObject({}), answers: answer<Due[]>() },

  /** The work list, newest first: all of it, one capture alone, or at most so many from a moment back. */
  listCaptures: {
    from: 'page',
    asks: v.strictObject({
      only: v.optional(id),
      before: v.optional(v.pipe(v.string(), v.maxLength(40))),
      limit: v.optional(v.pipe(count, v.minValue(1))),
    }),
    answers: answer<CaptureSummary[]>(),
  },
  /** The same word as long as no capture came, went or changed. */
  capturesRevision: { from: 'page', asks: v.strictObject({}), answers: answer<string>() },
  getCapture: { from: 'page', asks: v.strictObject({ id }), answers: answer<Capture>() },
  /** The readable view of the whole capture: self-contained HTML without scripts, for a sandboxed frame. */
  getView: { from: 'page', asks: v.strictObject({ id }), answers: answer<string>() },
  /** Carries out a person's decisions in the stored capture. What is redacted cannot be brought back. */
  decideReview: {
    from: 'page',
    asks: v.strictObject({ id, decisions: v.pipe(v.array(ReviewDecision), v.maxLength(500)) }),
    answers: answer<CaptureSummary>(),
  },
  /** A kept picture of the capture as a `data:` address, for the review; '' where it is no still picture, or too big. */
  getPicture: { from: 'page', asks: v.strictObject({ id, sha256: hash }), answers: answer<string>() },
  /** Lays flat fields over an own picture: the picture without what they cover takes its place, for good. Logged. */
  redactPicture: {
    from: 'page',
    asks: v.strictObject({ id, sha256: hash, regions: v.pipe(v.array(PictureRegion), v.minLength(1), v.maxLength(100)) }),
    answers: answer<CaptureSummary>(),
  },
  /** R9: a person has looked at everything; refused while points are open. `seen`: how many texts were on the screen (T31). */
  markReviewed: { from: 'page', asks: v.strictObject({ id, secondsSpent: count, seen: count }), answers: answer<CaptureSummary>() },
  /** Seal (build the package) and save it as a file; answers when the browser has written it. */
  exportCapture: {
    from: 'page',
    asks: v.strictObject({ id }),
    answers: answer<{ fileName: string; pakbonName: string; bytes: number; sha256: string; path?: string; pakbonPath?: string }>(),
  },
  /** D11: seal, and put it in the queue of every target; answers before anything is sent. */
  deliverCapture: { from: 'page', asks: v.strictObject({ id }), answers: answer<Delivery[]>() },
  /** The deliveries of a capture, or all; and how far the one is that is being sent. */
  listDeliveries: {
    from: 'page',
    asks: v.strictObject({ id: v.optional(id) }),
    answers: answer<{ deliveries: Delivery[]; isPaused: boolean; progress?: DeliveryProgress }>(),
  },
  retryDelivery: { from: 'page', asks: v.strictObject({ id: deliveryKey }), answers: answer<null>() },
  pauseDeliveries: { from: 'page', asks: v.strictObject({ paused: v.boolean() }), answers: answer<null>() },
  /** Does the receiver have the same bytes still? Logged. */
  checkDelivery: {
    from: 'page',
    asks: v.strictObject({ id: deliveryKey }),
    answers: answer<{ at: 'same' | 'absent' | 'half' | 'different' } | { problem: DeliveryProblem }>(),
  },
  /** T26: a password or key for a target, kept in memory until the browser closes; empty forgets it. No call gives one back. */
  keepSecret: {
    from: 'page',
    asks: v.strictObject({ target: targetId, secret: v.pipe(v.string(), v.maxLength(10_000)) }),
    answers: answer<null>(),
  },
  /** The same where a person signs in at the receiver (Graph): opens a window of the browser, and answers when it is closed. */
  signInTarget: {
    from: 'page',
    asks: v.strictObject({ target: TargetSetting }),
    answers: answer<{ ok: true } | { ok: false; problem: DeliveryProblem }>(),
  },
  /** Targets of which the secret is known. */
  listSecrets: { from: 'page', asks: v.strictObject({}), answers: answer<string[]>() },
  /** Can a package be put there? Leaves nothing behind. */
  tryTarget: {
    from: 'page',
    asks: v.strictObject({ target: TargetSetting }),
    answers: answer<{ ok: true } | { ok: false; problem: DeliveryProblem; status?: number }>(),
  },
  /** R18: the sealed way back of a capture, to be kept apart from its package; `null` where there is none. Logged. */
  saveEscrow: { from: 'page', asks: v.strictObject({ id }), answers: answer<EscrowFile | null>() },
  /** R18: an officer is about to open one entry; the log knows it before anything is shown. */
  logEscrowOpened: {
    from: 'page',
    asks: v.strictObject({
      dossier: id,
      label: v.pipe(v.string(), v.regex(/^[A-Za-z0-9 -]{1,60}$/)),
      reason: v.pipe(sentence, v.minLength(3)),
    }),
    answers: answer<null>(),
  },
  /** Remove the capture's content; the log line with the reason stays (R27). */
  deleteCapture: { from: 'page', asks: v.strictObject({ id, reason: v.pipe(sentence, v.minLength(3)) }), answers: answer<null>() },
  /** R26: what is different from the capture of this post before; `null` where there is none any more. */
  getChanges: { from: 'page', asks: v.strictObject({ id }), answers: answer<Changes | null>() },
  /** R27: the same capture classified otherwise, or issued anew with the settings of now. Answers with the new one; the old one stays. */
  correctCapture: {
    from: 'page',
    asks: v.strictObject({
      id,
      reason: v.pipe(sentence, v.minLength(3)),
      scenario: v.optional(v.picklist(scenarios)),
      capacity: v.optional(sentence),
      value: v.optional(v.picklist(['B', 'V', 'N'])),
      retention: v.optional(v.pipe(v.string(), v.regex(/^P\d{1,4}[YMD]$/))),
      hotspot: v.optional(v.pipe(v.string(), v.maxLength(500))),
    }),
    answers: answer<CaptureSummary>(),
  },
  /** R27: this capture no longer counts; it stays as it was, with its reason. */
  withdrawCapture: {
    from: 'page',
    asks: v.strictObject({ id, reason: v.pipe(sentence, v.minLength(3)) }),
    answers: answer<CaptureSummary>(),
  },
  /** D14: the keys of this installation, public halves only. */
  getKeys: { from: 'page', asks: v.strictObject({}), answers: answer<{ inUse?: PublicKey; known: PublicKey[] }>() },
  renewKey: { from: 'page', asks: v.strictObject({ reason: v.pipe(sentence, v.minLength(3)) }), answers: answer<PublicKey>() },
  /** Asks an authority for a stamp over nothing, to know whether address and roots are right. */
  tryAuthority: {
    from: 'page',
    asks: v.strictObject({ authority: StampAuthoritySetting }),
    answers: answer<{ ok: true; time: string; authority: string } | { ok: false; problem: string }>(),
  },
  /** Asks again for the stamps that are still to come (F20); answers how many are. */
  retryStamps: { from: 'page', asks: v.strictObject({}), answers: answer<{ missing: number }>() },
  getLog: { from: 'page', asks: v.strictObject({}), answers: answer<Handeling[]>() },

  ...recoveryCalls,

  /** `locked`: parts set by the administrator, so that they cannot be edited here. */
  getPolicy: {
    from: 'page',
    asks: v.strictObject({}),
    answers: answer<{ policy: Policy; isManaged: boolean; locked: PolicyKey[]; isSetUp: boolean }>(),
  },
  savePolicy: { from: 'page', asks: v.strictObject({ policy: Policy }), answers: answer<null>() },

  /**
   * On the page a person pointed at a reaction. R11: as a letter it stands first in `listReactions` of that tab. R9, R12: else it
   * comes along with the next capture of this page, or no longer does. Decides nothing by itself.
   */
  pointAt: {
    from: 'content',
    asks: v.strictObject({ item: itemId, as: v.picklist(pointings), isOn: v.boolean() }),
    answers: answer<null>(),
  },
  /** R11: the controls went from the page by themselves. */
  webcareEnded: { from: 'content', asks: v.strictObject({}), answers: answer<null>() },
  /** A sign of life with numbers; the answer tells whether to stop. */
  progress: {
    from: 'content',
    asks: v.strictObject({
      job: id,
      step: v.picklist(['unfolding', 'reading']),
      posts: count,
      reactions: count,
      displayedReactions: v.optional(count),
      hint: v.optional(v.picklist(captureHints)),
    }),
    answers: answer<{ stop: boolean }>(),
  },
  /** A slice of what was read, numbered from 0; kept in memory until `draftDone`. */
  draftPart: {
    from: 'content',
    asks: v.strictObject({ job: id, part: count, items: v.array(DraftItem) }),
    answers: answer<null>(),
  },
  /** All slices are sent. Answers when the capture is stored, or with the numbers of slices the worker has lost. */
  draftDone: {
    from: 'content',
    asks: v.strictObject({ job: id, parts: count, head: DraftHead }),
    answers: answer<{ stored: string } | { lost: number[] }>(),
  },
  /** The content script could not go on. */
  captureFailed: {
    from: 'content',
    asks: v.strictObject({ job: id, code: v.picklist(['nothing-found', 'navigated', 'page-not-understood', 'unexpected']) }),
    answers: answer<null>(),
  },
} as const;

export type Calls = typeof calls;
export type CallName = keyof Calls;
export type Asks<N extends CallName> = v.InferInput<Calls[N]['asks']>;
export type Answers<N extends CallName> =
  | NonNullable<Calls[N]['answers']['type']>
  | (null extends Calls[N]['answers']['type'] ? null : never);
