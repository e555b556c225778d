import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { captureStates, redactionKinds } from '../../../lib/model/capture.ts';
import type {
  CompletenessReason,
  CompletenessState,
  LedgerLine,
  MediaMissingReason,
  MediaRecord,
} from '../../../lib/model/capture.ts';
import { diagnosisSections } from '../../../lib/model/diagnosis.ts';
import { profileFields } from '../../../lib/model/changes.ts';
import { disclaimerPlaces } from '../../../lib/model/disclaimer.ts';
import type { DraftMedia } from '../../../lib/model/draft.ts';
import type { FailureCode } from '../../../lib/model/failure.ts';
import { deliveryProblems, deliveryStates } from '../../../lib/model/delivery.ts';
import type { DeliveryProgress, Receipt } from '../../../lib/model/delivery.ts';
import type { Found } from '../../../lib/export/target.ts';
import { corrections, targetKinds, wrappers } from '../../../lib/model/target.ts';
import { fieldsOf } from '../../../lib/ui/targetDraft.ts';
import { captureHints, jobSteps } from '../../../lib/model/job.ts';
import { letterKinds } from '../../../lib/model/letter.ts';
import { practiceMistakes, practiceSteps, stories } from '../../../lib/practice/stories.ts';
import { special } from '../../../lib/privacy/detectors/special.ts';
import type { StoreLoss } from '../../../lib/model/recovery.ts';
import { stayReasons } from '../../../lib/model/review.ts';
import { textParts } from '../../../lib/model/reviewTexts.ts';
import type { Handeling, HandelingActie } from '../../../lib/model/log.ts';
import type { PageKind } from '../../../lib/model/platform.ts';
import { accountTypes, roundTerms, scenarios } from '../../../lib/model/policy.ts';
import type { PauseReason, StepState } from '../../../lib/model/run.ts';
import type { StampProblem } from '../../../lib/bundle/evidence/timestamp.ts';
import type { KeyOwner } from '../../../lib/ui/verifyState.ts';
import type { Invalid } from '../../../lib/ui/policyCheck.ts';
import { flowActs, flowSteps } from '../../../lib/ui/flowState.ts';
import { workStates } from '../../../lib/ui/filter.ts';
import type { ImportFault } from '../../../lib/ui/importList.ts';
import type { BulkAct } from '../../../lib/ui/listState.ts';
import { wordGroups, wordKey } from '../../../lib/ui/phrases.ts';
import { plural, speak, t, wordFor } from '../../../lib/ui/words.ts';
import type { Messages, WordGroup } from '../../../lib/ui/phrases.ts';

const root = resolve(import.meta.dirname, '../../..');
const nl = read('nl');
const en = read('en');

function read(language: string): Messages {
  return JSON.parse(readFileSync(join(root, `public/_locales/${language}/messages.json`), 'utf8')) as Messages;
}

/** Every member of a union, checked by the compiler: a new one without a line here does not compile. */
function every<T extends string>(members: Record<T, true>): string[] {
  return Object.keys(members);
}

const failures = every<FailureCode>({
  'newer-data': true,
  'out-of-scope': true,
  'not-a-page': true,
  'page-not-understood': true,
  'page-needs-login': true,
  'account-unknown': true,
  'capacity-missing': true,
  'reason-missing': true,
  'nothing-found': true,
  navigated: true,
  stopped: true,
  'tab-gone': true,
  busy: true,
  'gate-closed': true,
  'bad-message': true,
  'not-allowed': true,
  'not-found': true,
  'storage-full': true,
  'storage-failed': true,
  'export-failed': true,
  interrupted: true,
  unexpected: true,
  'open-the-post': true,
  'not-ours': true,
  'policy-invalid': true,
  'review-needed': true,
  'escrow-not-opened': true,
  'capture-again': true,
  'letter-not-possible': true,
  cleared: true,
  'no-target': true,
});
const reasons = every<CompletenessReason>({
  'fewer-than-displayed': true,
  'controls-left': true,
  stopped: true,
  navigated: true,
  'budget-time': true,
  'budget-items': true,
  'budget-bytes': true,
  'not-logged-in': true,
  'truncated-text': true,
  'unavailable-items': true,
  'media-missing': true,
  'count-unknown': true,
  'generic-reader': true,
  'end-not-reached': true,
  'text-not-found': true,
  'author-unknown': true,
  'nothing-to-compare': true,
  'reader-note': true,
  'unreadable-items': true,
  'gap-hidden-by-network': true,
  'gap-on-another-page': true,
  'gap-on-another-network': true,
  'gap-needs-login': true,
  'letter-without-post': true,
  'letter-chain-broken': true,
  'question-unanswered': true,
  'pointed-not-found': true,
});
const bulkActs = every<BulkAct>({ export: true, deliver: true, delete: true });

/** Rules that only point out, and leave it to a person. */
const doubts = ['bekend.naam', 'patroon.persoon', ...special.map(({ id }) => id)];

/** Which codes must have words. Codes that travel as plain strings are those of the scenario tables and the worker. */
const codes: Record<WordGroup, readonly string[]> = {
  failure: failures,
  failure_do: failures,
  disclaimer_place: disclaimerPlaces,
  practice_story: stories,
  practice_do: Object.values(practiceSteps).flat(),
  practice_good: Object.values(practiceSteps).flat(),
  practice_not_yet: practiceMistakes,
  import_wrong: every<ImportFault>({ heading: true, missing: true, appraisal: true, term: true, scenario: true, file: true }),
  work: [...workStates],
  bulk: bulkActs,
  bulk_done: bulkActs,
  shortfall: reasons,
  improve: reasons,
  reason: reasons,
  note: [
    'generic-reader',
    'reader-failed',
    'tab-in-background',
    'youtube-members-only',
    'youtube-live-chat',
    'youtube-mobile-page',
    'tiktok-captcha',
    'facebook-most-relevant-hides',
    'instagram-grid-shows-no-texts',
    'x-shows-translation',
    'x-community-note-left-out',
    'fediverse-other-software',
    'mastodon-thread-as-known-to-this-server',
    'x-logged-out-shows-few-replies',
  ],
  because: [
    'R3-corporate',
    'R3-hybrid',
    'R3-personal',
    'R5-replies-possible',
    'R5-replies-off',
    'R5-replies-unknown',
    'R9-selection-by-person',
    'register-default',
    'R15-stated-by-user',
    'R11-letter',
  ],
  keeps: ['profile', 'posts', 'own-media', 'reactions', 'government-replies', 'counts', 'single-posts', 'pointed-reactions'],
  removes: [
    'other-reactions',
    'third-party-names',
    'third-party-pictures',
    'third-party-media',
    'third-party-links',
    'personal-data-in-text',
    'employee',
    'who-liked',
    'reactions',
    'platform-data',
  ],
  notice: [
    'tiktok-banned',
    'generic-reader',
    'not-logged-in',
    'R13-repost',
    'unregistered-account',
    'protected-profile',
    'look-alike-host',
    'reader-failed',
  ],
  redaction: redactionKinds,
  step: jobSteps,
  hint: captureHints,
  stay: stayReasons,
  text_part: textParts,
  doubt: doubts,
  state: captureStates,
  completeness: every<CompletenessState>({ OK: true, TEKORT: true, ONVOLLEDIG: true }).flatMap((state) => [
    state,
    `${state}_explained`,
  ]),
  account_type: [...accountTypes, 'niet-van-ons'],
  account_type_explained: [...accountTypes, 'niet-van-ons'],
  scenario_title: scenarios,
  scenario_explained: scenarios,
  page_kind: every<PageKind>({ post: true, profile: true, other: true, 'direct-messages': true, private: true, login: true }),
  media_state: every<Exclude<MediaRecord['state'], 'text'>>({ kept: true, missing: true, placeholder: true }),
  media_kind: every<DraftMedia['kind']>({
    image: true,
    video: true,
    gif: true,
    audio: true,
    card: true,
    poll: true,
    captions: true,
  }),
  media_missing: every<MediaMissingReason>({
    'no-permission': true,
    'host-not-allowed': true,
    gone: true,
    forbidden: true,
    network: true,
    'wrong-type': true,
    'too-large': true,
    'no-address': true,
    'names-somebody': true,
    'metadata-not-readable': true,
    'stream-only': true,
  }),
  changed_field: [...profileFields],
  field: every<LedgerLine['field']>({
    author: true,
    text: true,
    link: true,
    media: true,
    label: true,
    id: true,
    time: true,
    fragment: true,
    profile: true,
    quote: true,
  }),
  actie: every<HandelingActie>({
    'capture-started': true,
    'capture-refused': true,
    'capture-failed': true,
    stripped: true,
    'gate-stopped': true,
    reviewed: true,
    sealed: true,
    exported: true,
    deleted: true,
    'key-made': true,
    'key-renewed': true,
    stamped: true,
    replaced: true,
    withdrawn: true,
    'escrow-saved': true,
    'escrow-opened': true,
    'data-lost': true,
    'taken-along': true,
    'policy-changed': true,
    'run-started': true,
    'run-ended': true,
    'letter-referred': true,
    'delivery-asked': true,
    delivered: true,
    'delivery-failed': true,
    'delivery-checked': true,
    cleared: true,
  }),
  resultaat: every<Handeling['resultaat']>({ geslaagd: true, geweigerd: true, mislukt: true, onvolledig: true }),
  role: ['eigen', 'overheid', 'schrijver'],
  letter_kind: [...letterKinds],
  appraisal: ['B', 'V', 'N'],
  invalid: every<Invalid['code']>({
    required: true,
    email: true,
    number: true,
    'date-order': true,
    'public-key': true,
    wrong: true,
    https: true,
    certificate: true,
    fingerprint: true,
    rsin: true,
    mapping: true,
    folder: true,
  }),
  diagnosis_part: [...diagnosisSections],
  // the facts of `entrypoints/background/diagnose.ts` and `lib/store/health.ts`; test/entrypoints/background/diagnose.test.ts sees that none lacks words
  diagnosis: (
    'version manifest browser system language schema usedBytes quotaBytes blobs loss toReview corrected waitingForStamps missingBytes running lines ' +
    'isWhole lastAt isPaused kind hasSecret mayReach lastProblem lastProblemAt lastStatus names networks otherHosts isSetUp isManaged locked accounts targets authorities'
  ).split(' '),
  loss: every<StoreLoss['kind']>({ gone: true, older: true }),
  loss_explained: every<StoreLoss['kind']>({ gone: true, older: true }),
  key_owner: every<KeyOwner>({ own: true, former: true, other: true }),
  stamp_problem: every<StampProblem | 'unreachable'>({
    unreachable: true,
    refused: true,
    unreadable: true,
    imprint: true,
    nonce: true,
    usage: true,
    'certificate-binding': true,
    signature: true,
    chain: true,
    time: true,
  }),
  delivery_state: [...deliveryStates],
  delivery_problem: [...deliveryProblems],
  delivery_phase: every<DeliveryProgress['phase']>({ looking: true, sending: true, 'reading-back': true }),
  delivery_found: every<Found['at']>({ same: true, absent: true, half: true, different: true }),
  certainty: every<Receipt['certainty']>({ checksum: true, 'read-back': true, size: true }),
  target_kind: [...targetKinds],
  target_field: ['kind', 'name', 'url', ...targetKinds.flatMap((kind) => fieldsOf[kind])],
  target_hint: [
    'name',
    ...targetKinds.map((kind) => `url_${kind}`),
    ...targetKinds.flatMap((kind) => fieldsOf[kind]),
    ...targetKinds.map((kind) => `properties_${kind}`),
  ],
  wrapper: [...wrappers],
  corrections: [...corrections],
  receipt_case: every<NonNullable<Receipt['caseLink']>>({ linked: true, 'unknown-case': true, refused: true }),
  receipt_metadata: every<NonNullable<Receipt['metadata']>>({ kept: true, refused: true }),
  secret_label: targetKinds.filter((kind) => kind !== 'graph'),
  round_term: [...roundTerms],
  round_every: [...roundTerms],
  run_pause: every<PauseReason>({
    user: true,
    'browser-closed': true,
    'tab-gone': true,
    'page-needs-login': true,
    'no-permission': true,
  }),
  run_step: every<StepState>({ waiting: true, busy: true, captured: true, failed: true }),
  flow_step: flowSteps,
  flow: flowActs.flatMap((act) => [act, `${act}_who`, ...scenarios.map((scenario) => `${act}_${scenario}`)]),
};

const codeKeys = wordGroups.flatMap((group) => codes[group].map((code) => wordKey(group, code)));

function forms(key: string): string[] {
  const counted = [`${key}_one`, `${key}_other`];
  // a number that the page may not tell has words for both cases
  return key in nl ? [key, ...counted.filter((form) => form in nl)] : counted;
}

describe('the words', () => {
  it('are the same set in Dutch and in English', () => {
    expect(Object.keys(en)).toEqual(Object.keys(nl));
  });

  it('have the same places to fill in, in both languages', () => {
    expect(Object.keys(nl).filter((key) => placesOf(en[key]!) !== placesOf(nl[key]!))).toEqual([]);
  });

  it('are never empty, and have no dollar sign (the browser fills in at those)', () => {
    const wrong = [...Object.entries(nl), ...Object.entries(en)].filter(([, { message }]) => !/^[^$]+$/.test(message));
    expect(wrong).toEqual([]);
  });

  it('satisfy the browser: names of letters, digits and _, none twice in another case', () => {
    const names = Object.keys(nl);
    expect(names.filter((name) => !/^[A-Za-z0-9_]+$/.test(name))).toEqual([]);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
    expect(nl.extDescription!.message.length).toBeLessThanOrEqual(132);
  });

  it('exist for every code of the model', () => {
    expect(codeKeys.flatMap(forms).filter((key) => !(key in nl))).toEqual([]);
  });

  it('are all used', () => {
    const text = sources('components', 'lib/ui', 'entrypoints').join('\n');
    const isUsed = (key: string) => text.includes(`'${key}'`) || text.includes(`'${key.replace(/_(?:one|other)$/, '')}'`);
    const known = new Set(codeKeys.flatMap(forms));
    const ofManifest = new Set(['extDescription', 'commandCapture', 'commandPanel']);
    const ofNews = new Set(Object.keys(nl).filter((key) => key.startsWith('news_')));
    const unused = Object.keys(nl).filter((key) => !known.has(key) && !ofManifest.has(key) && !ofNews.has(key) && !isUsed(key));
    expect(unused).toEqual([]);
  });

  it('never call a capture safe: that word belongs to a receipt (D11)', () => {
    const receipts = ['state_secured', 'delivery_state_certain'];
    const claims = Object.entries(nl).filter(([key, { message }]) => /veiliggesteld\b/i.test(message) && !receipts.includes(key));
    expect(claims).toEqual([]);
  });

  it('never claim to anonymise', () => {
    const claims = Object.entries(nl).filter(
      ([key, { message }]) => /anoniem|geanonimiseerd/i.test(message) && key !== 'privacy_explained',
    );
    expect(claims).toEqual([]);
  });
});

describe('speaking', () => {
  beforeEach(() => speak('nl', nl));

  it('fills in by name, with numbers as Dutch writes them', () => {
    expect(wordFor('reason', 'fewer-than-displayed', { captured: 1_269, displayed: 1_284 })).toBe(
      '1.269 van de 1.284 getoonde reacties gevonden.',
    );
  });

  it('picks the form for one and for more', () => {
    expect(plural('places', 1)).toBe('1 plek');
    expect(plural('places', 2)).toBe('2 plekken');
    expect(wordFor('reason', 'media-missing', { count: 1 })).toBe('1 eigen foto of video kon niet worden opgehaald.');
  });

  it('leaves what a value says alone, also when it looks like a place to fill in', () => {
    expect(t('unknown_code', { code: '{count} $1' })).toBe('Onbekende code: {count} $1');
  });

  it('shows a code without words as it is, rather than nothing', () => {
    expect(wordFor('notice', 'brand-new')).toBe('Onbekende code: brand-new');
  });

  it('speaks the other language at once', () => {
    speak('en', en);
    expect(t('start')).toBe('Safeguard');
    expect(plural('list_open', 1_000)).toContain('1,000');
  });
});

function placesOf({ message }: { message: string }): string {
  return [...message.matchAll(/\{\w+\}/g)]
    .map(([place]) => place)
    .toSorted()
    .join(' ');
}

function sources(...folders: string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => readFileSync(join(root, folder, name), 'utf8')),
  );
}
