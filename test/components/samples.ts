/** Answers of the worker for tests and pictures. All people, accounts and organisations here are invented. */
import type { Capture, CapturedItem, LedgerLine } from '../../lib/model/capture.ts';
import type { CaptureSummary, PageReaction, JobStatus, PageView } from '../../lib/model/job.ts';
import type { Handeling } from '../../lib/model/log.ts';
import { defaultPolicy } from '../../lib/model/policy.ts';
import type { Policy } from '../../lib/model/policy.ts';
import { propose } from '../../lib/scenario/propose.ts';

type ReadyPage = Extract<PageView, { state: 'ready' }>;

export const policy: Policy = {
  ...defaultPolicy,
  organisation: {
    name: 'Ministerie van Voorbeeldzaken',
    contactRole: 'Informatiebeheerder',
    contactEmail: 'info@voorbeeldzaken.example',
  },
  accounts: [
    { platform: 'x', handle: 'MinVoorbeeld', type: 'corporate', holder: 'Ministerie van Voorbeeldzaken', isShared: true },
    {
      platform: 'mastodon',
      handle: 'staatssecretaris@social.example',
      type: 'hybride',
      holder: 'Staatssecretaris van Voorbeeldzaken',
    },
  ],
  stampAuthorities: [
    {
      name: 'Voorbeeldautoriteit',
      url: 'https://tijdstempel.voorbeeld.example/',
      roots: '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----',
    },
  ],
  bodies: [{ platform: 'x', handle: 'Voorbeelddienst', name: 'Voorbeelddienst' }],
  hotspots: [{ code: 'HS-2026-1', name: 'Hoogwater Voorbeeldrivier', from: '2026-02-01', words: ['hoogwater', 'dijk'] }],
  hotspotList: 'Hotspotlijst Voorbeeldzaken 2026',
};

export const readyB: ReadyPage = {
  state: 'ready',
  platform: 'x',
  pageKind: 'post',
  host: 'x.com',
  account: { handle: 'MinVoorbeeld', name: 'Ministerie van Voorbeeldzaken', registeredAs: 'corporate' },
  replies: 'yes',
  displayedReactions: 1_284,
  proposal: propose({ accountType: 'corporate', pageKind: 'post', replies: 'yes' }),
  notices: [],
  needsPermission: ['https://*.twimg.com/*'],
};

export const readyC: ReadyPage = {
  ...readyB,
  platform: 'mastodon',
  host: 'social.example',
  account: { handle: 'staatssecretaris@social.example', name: 'Staatssecretaris van Voorbeeldzaken', registeredAs: 'hybride' },
  displayedReactions: 14,
  proposal: propose({ accountType: 'hybride', pageKind: 'post', replies: 'yes' }),
  needsPermission: ['https://files.social-opslag.example/*'],
  mediaElsewhere: ['files.social-opslag.example'],
};

const { proposal: _none, ...withoutProposal } = readyB;
export const readyUnknown: ReadyPage = {
  ...withoutProposal,
  account: { handle: 'ProjectHavenkade', name: 'Project Havenkade' },
  notices: ['unregistered-account', 'not-logged-in'],
  needsPermission: [],
};

export const readyTikTok: ReadyPage = {
  ...withoutProposal,
  platform: 'tiktok',
  pageKind: 'profile',
  host: 'www.tiktok.com',
  account: { handle: 'voorbeeldzaken', name: 'Voorbeeldzaken', registeredAs: 'corporate' },
  replies: 'no',
  proposal: propose({ accountType: 'corporate', pageKind: 'post', replies: 'no' }),
  notices: ['tiktok-banned', 'generic-reader', 'R13-repost', 'look-alike-host'],
  needsPermission: [],
};

export const startedAt = '2026-11-20T13:05:00.000Z';

export function job(change: Partial<JobStatus> = {}): JobStatus {
  return {
    id: 'job-1',
    tabId: 7,
    step: 'unfolding',
    posts: 1,
    reactions: 412,
    displayedReactions: 1_284,
    startedAt,
    heardAt: startedAt,
    ...change,
  };
}

const post: CapturedItem = {
  key: 'bericht-1700000000000000001',
  kind: 'bericht',
  platformId: '1700000000000000001',
  url: 'https://x.com/MinVoorbeeld/status/1700000000000000001',
  author: 'minvoorbeeld',
  times: { shown: '14:02 · 20 nov. 2026', markup: '2026-11-20T13:02:00.000Z' },
  text: 'Vanaf 1 januari kunt u de aanvraag ook online doen.',
  media: [
    {
      state: 'kept',
      kind: 'image',
      url: 'https://pbs.twimg.com/media/voorbeeld.jpg',
      mime: 'image/jpeg',
      sha256: 'a'.repeat(64),
      bytes: 231_442,
      alt: 'Het aanvraagformulier op een telefoon',
    },
    { state: 'missing', kind: 'video', reason: 'too-large' },
  ],
  counts: { replies: '1.284', likes: '3.020' },
  hashtags: [],
  links: [],
};

function reaction(at: number): CapturedItem {
  return {
    key: `reactie-${String(at).padStart(4, '0')}`,
    kind: 'reactie',
    author: `reageerder-${at}`,
    parent: { key: post.key, method: 'markup' },
    times: { shown: '2 u' },
    text: 'Fijn. Geldt dit ook voor mijn moeder, [naam], die in het verpleeghuis aan de Parkweg woont en geen computer heeft?',
    media: at === 2 ? [{ state: 'placeholder', kind: 'image', alt: 'Foto bij reactie' }] : [],
    counts: {},
    hashtags: [],
    links: [],
  };
}

function placeOf(word: string, text = ''): { start: number; end: number } {
  const start = text.indexOf(word);
  return { start, end: start + word.length };
}

const ledger: LedgerLine[] = [
  { kind: 'naam', where: 'reactie-0001', field: 'author', rule: 'structuur.auteur', count: 1 },
  { kind: 'naam', where: 'reactie-0002', field: 'author', rule: 'structuur.auteur', count: 1 },
  { kind: 'accountnaam', where: 'reactie-0001', field: 'author', rule: 'structuur.auteur', count: 2 },
  { kind: 'profielbeeld', where: 'reactie-0001', field: 'fragment', rule: 'structuur.avatar', count: 3 },
  { kind: 'persoon-in-tekst', where: 'reactie-0001', field: 'text', rule: 'tekst.persoon', count: 1 },
  { kind: 'e-mail', where: 'reactie-0002', field: 'text', rule: 'patroon.e-mail', count: 1 },
  { kind: 'platform-id', where: '*', field: 'id', rule: 'structuur.id', count: 1_269 },
];

export const captureB: Capture = {
  schema: 1,
  id: 'VS-20261120-0001',
  platform: 'x',
  pageKind: 'post',
  url: 'https://x.com/MinVoorbeeld/status/1700000000000000001',
  host: 'x.com',
  language: 'nl',
  adapter: { name: 'x', version: '1', layout: 'post' },
  replies: { possible: 'yes', evidence: 'reply-box' },
  account: { platform: 'x', handle: 'MinVoorbeeld', type: 'corporate', holder: 'Ministerie van Voorbeeldzaken', isShared: true },
  accountKey: 'minvoorbeeld',
  organisation: policy.organisation,
  selectionListName: policy.selectionList.name,
  actorRole: 'Communicatieadviseur',
  choice: {
    scenario: 'B',
    proposed: 'B',
    accountType: 'corporate',
    because: ['R3-corporate', 'R5-replies-possible'],
    decidedBy: 'voorstel',
  },
  appraisal: {
    value: 'N',
    entry: { code: 'dialoog', process: 'Het voeren van dialoog tussen overheid en burgers', appraisal: 'N', scenarios: ['B', 'C'] },
  },
  people: [
    { key: 'minvoorbeeld', role: 'eigen', name: 'Ministerie van Voorbeeldzaken', handle: 'MinVoorbeeld' },
    { key: 'voorbeelddienst', role: 'overheid', name: 'Voorbeelddienst', handle: 'Voorbeelddienst' },
    ...Array.from({ length: 912 }, (_, at) => ({
      key: `reageerder-${at + 1}`,
      role: 'derde' as const,
      label: `Reageerder ${at + 1}`,
    })),
  ],
  posts: [post],
  reactions: [reaction(1), reaction(2)],
  styles: [],
  completeness: {
    state: 'TEKORT',
    reasons: [
      { code: 'fewer-than-displayed', detail: { captured: 1_269, displayed: 1_284 } },
      { code: 'unavailable-items', detail: { count: 15 } },
      { code: 'media-missing', detail: { count: 1 } },
    ],
    displayed: 1_284,
    captured: 1_269,
    goal: 'Het bericht met zijn media, en alle reacties die het platform toont.',
    minimum: 'De tekst van het bericht, wie het plaatste en wanneer, en de reacties die bij het openen zichtbaar zijn.',
    reached: '1 bericht en 1269 reacties (het platform toont er 1284).',
  },
  observations: {
    displayedReactions: 1_284,
    closedControls: [],
    unavailableItems: 15,
    truncatedItems: 0,
    reachedEnd: true,
    budgetsHit: [],
    isStoppedByUser: false,
    isNavigatedAway: false,
    steps: 88,
    notes: [],
  },
  ledger,
  review: [
    { where: 'reactie-0001', rule: 'tekst.persoon', ...placeOf('verpleeghuis', reaction(1).text) },
    { where: 'reactie-0002', rule: 'tekst.adres', ...placeOf('Parkweg', reaction(2).text) },
  ],
  thirdParties: 912,
  clock: { started: startedAt, ended: '2026-11-20T13:06:40.000Z', stripped: '2026-11-20T13:06:44.000Z' },
  took: { unfoldMs: 96_000, readMs: 3_900, stripMs: 1_800 },
  gate: { passed: true, identities: 912, forms: 21_402 },
  software: 'Veiligsteller 0.1.0',
};

export const captureC: Capture = {
  ...captureB,
  id: 'VS-20261119-0004',
  platform: 'mastodon',
  url: 'https://social.example/@staatssecretaris/113500000000000001',
  host: 'social.example',
  account: {
    platform: 'mastodon',
    handle: 'staatssecretaris@social.example',
    type: 'hybride',
    holder: 'Staatssecretaris van Voorbeeldzaken',
  },
  choice: {
    scenario: 'C',
    proposed: 'C',
    accountType: 'hybride',
    because: ['R3-hybrid', 'R9-selection-by-person'],
    decidedBy: 'voorstel',
    capacity: 'Als bewindspersoon',
    selectionReason: 'Kondigt een besluit van het kabinet aan.',
  },
  people: captureB.people.slice(0, 3),
  reactions: [],
  review: [{ where: post.key, rule: 'tekst.persoon', ...placeOf('januari', post.text) }],
  thirdParties: 1,
  completeness: { ...captureB.completeness, state: 'OK', reasons: [], captured: 1, reached: '1 bericht.' },
};

export const captureLetter: Capture = {
  ...captureB,
  id: 'BB-20261120-kz3m7pqr',
  review: [],
  people: [
    ...captureB.people.filter(({ role }) => role !== 'derde'),
    { key: 'schrijver', role: 'schrijver', name: 'Fenna Kanariezoon', handle: 'fenna_kanarie' },
  ],
  letter: { kind: 'bezwaar', team: 'Juridische zaken', caseNumber: 'Z-2026-000417', answerBy: '2027-01-01', item: 'reactie-0001' },
  thirdParties: 0,
  completeness: {
    state: 'OK',
    reasons: [],
    captured: 1,
    goal: 'De brief.',
    minimum: 'De brief.',
    reached: 'De brief, het bericht.',
  },
};

/** On the page, before anything is kept. */
export const reactions: PageReaction[] = [
  {
    item: '3',
    author: 'Fenna Kanariezoon @fenna_kanarie',
    text: 'Hierbij maak ik bezwaar tegen het besluit over mijn voorbeeldtoeslag, en ik vraag om uitstel van betaling.',
    isPicked: true,
  },
  { item: '1', author: 'Zoë Öztürk @zoe.oezturk', text: 'Wanneer gaat dit in?' },
  ...Array.from({ length: 9 }, (_, at) => ({
    item: `9${at}`,
    author: `Verzonnen Burger ${at + 1} @burger${at + 1}`,
    text: at === 4 ? '' : 'Dit is een gewone reactie van een regel of wat, om de lijst mee te vullen.',
  })),
];

export function summaryOf(capture: Capture, change: Partial<CaptureSummary> = {}): CaptureSummary {
  return {
    id: capture.id,
    state: 'stripped',
    platform: capture.platform,
    accountHandle: capture.account.handle,
    scenario: capture.choice.scenario,
    posts: capture.posts.length,
    reactions: capture.choice.scenario === 'B' ? 1_269 : 0,
    thirdParties: capture.thirdParties,
    mediaKept: 1,
    mediaMissing: capture.choice.scenario === 'B' ? 1 : 0,
    completeness: capture.completeness.state,
    capturedAt: capture.clock.ended,
    reviewPoints: capture.review.length,
    ...change,
  };
}

export const exportedFile = {
  fileName: 'VS-20261118-0002.zip',
  bytes: 4_231_077,
  sha256: '3f1c0d'.padEnd(64, '7'),
  at: '2026-11-18T10:12:00.000Z',
};

export const summaries: CaptureSummary[] = [
  summaryOf(captureB),
  summaryOf(captureC),
  summaryOf(captureB, {
    id: 'VS-20261118-0002',
    state: 'delivered',
    completeness: 'OK',
    reactions: 48,
    reviewPoints: 0,
    capturedAt: '2026-11-18T10:11:00.000Z',
    export: exportedFile,
  }),
  summaryOf(captureB, {
    id: 'VS-20261117-0001',
    platform: 'instagram',
    accountHandle: 'voorbeeldzaken',
    scenario: 'A',
    state: 'delivered',
    completeness: 'ONVOLLEDIG',
    reactions: 0,
    posts: 12,
    reviewPoints: 0,
    capturedAt: '2026-11-17T08:20:00.000Z',
    export: { ...exportedFile, fileName: 'VS-20261117-0001.zip' },
  }),
];

function handeling(seq: number, change: Partial<Handeling>): Handeling {
  return {
    seq,
    actie: 'capture-started',
    object: captureB.id,
    resultaat: 'geslaagd',
    herkomst: 'worker',
    actor: 'Communicatieadviseur',
    tijd: `2026-11-20T13:0${seq}:00.000Z`,
    vorige: '',
    hash: String(seq).repeat(64).slice(0, 64),
    ...change,
  };
}

export const log: Handeling[] = [
  handeling(1, { actie: 'policy-changed', object: 'instellingen', herkomst: 'instellingen' }),
  handeling(2, {}),
  handeling(3, { actie: 'stripped' }),
  handeling(4, { actie: 'capture-refused', object: 'x.com', resultaat: 'geweigerd', toelichting: 'out-of-scope' }),
  handeling(5, { actie: 'deleted', object: 'VS-20261110-0003', herkomst: 'overzicht', toelichting: 'Dubbel vastgelegd' }),
];

export const view =
  '<!doctype html><html lang="nl"><title>Weergave</title><body style="font:16px sans-serif;margin:2rem;max-width:36rem"><h1 style="font-size:1.2rem">Ministerie van Voorbeeldzaken</h1><p>Vanaf 1 januari kunt u de aanvraag ook online doen.</p><hr><p><b>Reageerder 1</b><br>Fijn. Geldt dit ook voor mijn moeder, [naam]?</p></body></html>';
