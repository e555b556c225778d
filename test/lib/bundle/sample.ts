/** Invented captures for the package tests. Every person, organisation, account and text is made up. */
import { deflateSync } from 'node:zlib';
import { testSealing } from './sealing.ts';
import { buildPackage } from '../../../lib/bundle/package.ts';
import type { PackageInput, PackageResult } from '../../../lib/bundle/package.ts';
import { chainLine, sha256Hex } from '../../../lib/model/chain.ts';
import type { Capture, CapturedItem, CapturedPerson, MediaRecord } from '../../../lib/model/capture.ts';
import type { FragmentNode } from '../../../lib/model/fragment.ts';
import type { Handeling } from '../../../lib/model/log.ts';

const now = '2026-11-20T10:20:00.000Z';

export const hostileTexts: readonly string[] = [
  ']]> & < > " \' <!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]> &e;',
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  'los: \uD800 en \uDC00, nul \u0000, verticaal \u000B, \uFFFE',
  'richting \u202Eomgekeerd\u202C en \u200Bonzichtbaar',
  '=HYPERLINK("https://voorbeeld.invalid","klik")',
  `lang ${'woord '.repeat(2_000)}`,
  'regel een\r\nregel twee\rregel drie\ttab',
  '</style></textarea></title><svg/onload=alert(2)>',
];

/** A picture any viewer opens: a flat field of one colour. */
export function png(width: number, height: number, rgb: readonly [number, number, number], extra?: string): Uint8Array {
  const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(width * 3, Buffer.from(rgb))]);
  const pixels = deflateSync(Buffer.concat(Array.from({ length: height }, () => row)));
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const chunks = [
    chunk('IHDR', header),
    ...(extra ? [chunk(extra, Buffer.from('k\0\0\0\0\0v'))] : []),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ];
  return new Uint8Array(Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), ...chunks]));
}

function chunk(name: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(content.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}

function crc32(bytes: Uint8Array): number {
  let crc = 0xffff_ffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb8_8320 : 0);
  }
  return (crc ^ 0xffff_ffff) >>> 0;
}

const text = (value: string) => new Uint8Array(Buffer.from(value, 'latin1'));
export const mediaFiles = {
  png: png(640, 320, [11, 92, 107]),
  avatar: png(64, 64, [21, 66, 115]),
  banner: png(600, 120, [200, 215, 220], 'iTXt'),
  jpg: text('\u00FF\u00D8\u00FF\u00E0\u0000\u0010JFIF\u0000\u0001\u0001\u0000rest'),
  gif: text('GIF89a\u0001\u0000\u0001\u0000rest'),
  webp: text('RIFF\u0020\u0000\u0000\u0000WEBPVP8 rest'),
  mp4: text('\u0000\u0000\u0000\u0018ftypisom\u0000\u0000\u0000\u0000isomrest'),
  odd: text('iets anders'),
} as const;
const mimes = {
  png: 'image/png',
  avatar: 'image/png',
  banner: 'image/png',
  jpg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  mp4: 'video/mp4',
  odd: 'image/avif',
} as const;

const store = new Map<string, Uint8Array>();
for (const bytes of Object.values(mediaFiles)) store.set(await sha256Hex(bytes), bytes);

async function kept(
  name: keyof typeof mediaFiles,
  more: Partial<Extract<MediaRecord, { state: 'kept' }>> = {},
): Promise<MediaRecord> {
  const bytes = mediaFiles[name];
  return {
    state: 'kept',
    kind: name === 'mp4' ? 'video' : 'image',
    url: `https://media.voorbeeld.example/${name}`,
    mime: mimes[name],
    sha256: await sha256Hex(bytes),
    bytes: bytes.length,
    ...more,
  };
}

export function item(key: string, more: Partial<CapturedItem> = {}): CapturedItem {
  return {
    key,
    kind: 'reactie',
    times: { shown: '2 u', markup: '2026-11-19T09:05:00.000Z' },
    text: 'Wanneer geldt dit voor [Reageerder 2]?',
    media: [],
    counts: {},
    hashtags: [],
    links: [],
    ...more,
  };
}

const people: readonly CapturedPerson[] = [
  {
    key: 'voorbeeldzaken',
    role: 'eigen',
    name: 'Ministerie van Voorbeeldzaken',
    handle: 'MinVoorbeeld',
    url: 'https://x.com/MinVoorbeeld',
  },
  {
    key: 'voorbeelddam',
    role: 'overheid',
    name: 'Gemeente Voorbeelddam',
    handle: 'voorbeelddam',
    url: 'https://x.com/voorbeelddam',
  },
  ...Array.from({ length: 5 }, (_, n): CapturedPerson => ({
    key: `reageerder-${n + 1}`,
    role: 'derde',
    label: `Reageerder ${n + 1}`,
  })),
];

const postFragment: FragmentNode = {
  tag: 'div',
  style: 0,
  children: [
    {
      tag: 'div',
      style: 1,
      children: [
        { tag: 'span', role: 'avatar' },
        {
          tag: 'div',
          children: [
            { tag: 'span', role: 'author-name', style: 2, children: ['Ministerie van Voorbeeldzaken'] },
            ' ',
            { tag: 'span', role: 'author-handle', style: 3, children: ['@MinVoorbeeld'] },
          ],
        },
      ],
    },
    {
      tag: 'div',
      role: 'text',
      style: 4,
      lang: 'nl',
      children: [
        'Vandaag start de voorbeeldregeling. Wat verandert er voor u? Lees meer op ',
        { tag: 'a', href: 'https://www.rijksoverheid.nl/voorbeeld', style: 5, children: ['rijksoverheid.nl/voorbeeld'] },
        ' ',
        { tag: 'a', href: 'https://x.com/hashtag/regeling', style: 5, children: ['#regeling'] },
      ],
    },
    { tag: 'div', role: 'media', media: 0 },
    { tag: 'div', style: 3, children: ['10:00 · 19 nov. 2026'] },
  ],
};

function reactionFragment(label: string, words: string): FragmentNode {
  return {
    tag: 'div',
    style: 1,
    children: [
      { tag: 'span', role: 'avatar' },
      {
        tag: 'div',
        children: [
          { tag: 'div', role: 'author-name', style: 2, children: [label] },
          { tag: 'div', role: 'text', style: 4, children: [words] },
        ],
      },
    ],
  };
}

const styles: Capture['styles'] = [
  { display: 'flex', 'flex-direction': 'column', gap: '12px', 'background-color': 'rgb(255, 255, 255)' },
  { display: 'flex', gap: '10px', 'align-items': 'flex-start' },
  { 'font-weight': '700', 'font-size': '15px', color: 'rgb(15, 20, 25)' },
  { color: 'rgb(83, 100, 113)', 'font-size': '15px', 'white-space': 'nowrap' },
  { 'font-size': '17px', 'line-height': '24px', 'white-space': 'pre-wrap', color: 'rgb(15, 20, 25)' },
  { color: 'rgb(0, 111, 214)' },
];

const url = 'https://x.com/MinVoorbeeld/status/1859000000000000001';

export async function ownPost(more: Partial<CapturedItem> = {}): Promise<CapturedItem> {
  return item('bericht-1859000000000000001', {
    kind: 'bericht',
    platformId: '1859000000000000001',
    url,
    author: 'voorbeeldzaken',
    times: { shown: '10:00 · 19 nov. 2026', markup: '2026-11-19T09:00:00.000Z', fromId: '2026-11-19T08:59:59.871Z' },
    text: 'Vandaag start de voorbeeldregeling. Wat verandert er voor u? Lees meer op rijksoverheid.nl/voorbeeld #regeling',
    lang: 'nl',
    media: [
      await kept('png', { alt: 'Een effen vlak met de tekst: regeling van start', width: 640, height: 320 }),
      { state: 'missing', kind: 'video', reason: 'too-large', alt: 'Uitlegvideo' },
    ],
    counts: { replies: '12', likes: '1,2K', views: '48K' },
    hashtags: ['regeling'],
    links: ['https://www.rijksoverheid.nl/voorbeeld'],
    fragment: postFragment,
    ...more,
  });
}

const base: Omit<Capture, 'posts' | 'reactions' | 'choice' | 'completeness'> = {
  schema: 1,
  id: 'VS-20261120-0001',
  platform: 'x',
  pageKind: 'post',
  url,
  host: 'x.com',
  language: 'nl',
  adapter: { name: 'x', version: '1.0', layout: '2026' },
  replies: { possible: 'yes', evidence: 'antwoordveld op de pagina' },
  account: {
    platform: 'x',
    handle: 'MinVoorbeeld',
    type: 'corporate',
    holder: 'Ministerie van Voorbeeldzaken',
    series: 'SMA-VOORBEELD-X',
  },
  accountKey: 'voorbeeldzaken',
  organisation: {
    name: 'Ministerie van Voorbeeldzaken',
    tooi: 'https://identifier.overheid.nl/tooi/id/ministerie/mnre0000',
    contactRole: 'Informatiebeheerder',
    contactEmail: 'informatiebeheer@voorbeeld.example',
  },
  selectionListName: 'Selectielijst Voorbeeldzaken 2024',
  actorRole: 'Medewerker webcare',
  appraisal: {
    value: 'B',
    entry: { code: '12.1', process: 'Het voeren van dialoog tussen overheid en burgers', appraisal: 'B', scenarios: ['B'] },
  },
  people,
  styles,
  observations: {
    closedControls: [],
    unavailableItems: 0,
    truncatedItems: 0,
    reachedEnd: true,
    budgetsHit: [],
    isStoppedByUser: false,
    isNavigatedAway: false,
    steps: 12,
    notes: [],
    displayedReactions: 12,
    sortOrder: 'Relevant',
    isLoggedIn: true,
  },
  ledger: [
    { kind: 'naam', where: 'reactie-0001', field: 'author', rule: 'structuur.auteur', count: 1 },
    { kind: 'vermelding', where: 'reactie-0001', field: 'text', rule: 'structuur.vermelding', count: 1 },
    { kind: 'e-mail', where: 'reactie-0003', field: 'text', rule: 'patroon.e-mail', count: 1 },
  ],
  review: [],
  thirdParties: 5,
  clock: {
    started: '2026-11-20T10:14:00.000Z',
    ended: '2026-11-20T10:15:00.000Z',
    stripped: '2026-11-20T10:16:00.000Z',
    pageDate: '2026-11-20T10:14:01.000Z',
  },
  took: { unfoldMs: 4000, readMs: 300, stripMs: 120 },
  gate: { passed: true, identities: 14, forms: 320 },
  software: 'Veiligsteller 0.1.0',
};

const bandwidth = {
  goal: 'Het bericht met zijn media, en alle reacties die het platform toont.',
  minimum: 'De tekst van het bericht, wie het plaatste en wanneer.',
};

/** A: one-way; a profile with pictures, a hotspot, no reactions. */
export async function captureA(more: Partial<Capture> = {}): Promise<Capture> {
  return {
    ...base,
    replies: { possible: 'no', evidence: 'reageren staat uit' },
    choice: {
      scenario: 'A',
      proposed: 'A',
      accountType: 'corporate',
      because: ['R3-corporate', 'R5-replies-off'],
      decidedBy: 'voorstel',
    },
    appraisal: {
      value: 'V',
      retention: 'P5Y',
      entry: { code: '11.2', process: 'Het geven van publieksvoorlichting', appraisal: 'V', retention: 'P5Y', scenarios: ['A'] },
    },
    profile: {
      key: 'profiel-minvoorbeeld',
      account: 'voorbeeldzaken',
      description: 'Officieel account van het Ministerie van Voorbeeldzaken. Wij beantwoorden vragen op werkdagen.',
      fields: [
        { label: 'Locatie', value: 'Den Voorbeeld' },
        { label: 'Lid sinds', value: 'maart 2011' },
      ],
      links: ['https://www.rijksoverheid.nl/voorbeeld'],
      followers: '120,4K',
      isProtected: false,
      isVerified: true,
      avatar: await kept('avatar', { alt: 'Beeldmerk van het ministerie' }),
      banner: await kept('banner'),
    },
    ledger: [],
    thirdParties: 0,
    posts: [
      await ownPost({ media: [await kept('png', { alt: 'Een effen vlak' })] }),
      item('bericht-1859000000000000002', {
        kind: 'bericht',
        platformId: '1859000000000000002',
        author: 'voorbeeldzaken',
        text: '',
        media: await Promise.all((['jpg', 'gif', 'webp', 'mp4', 'odd', 'png'] as const).map((name) => kept(name))),
      }),
    ],
    reactions: [],
    completeness: { state: 'OK', reasons: [], captured: 2, ...bandwidth, reached: '2 berichten.' },
    ...more,
  };
}

/** B: nested reactions, a reply of our own and of another public body, placeholders, a quote, and a shortfall. */
export async function captureB(more: Partial<Capture> = {}): Promise<Capture> {
  const reactions = [
    item('reactie-0001', {
      author: 'reageerder-1',
      parent: { key: 'bericht-1859000000000000001', method: 'markup' },
      fragment: reactionFragment('Reageerder 1', 'Wanneer geldt dit voor [Reageerder 2]? Mail mij op [e-mailadres].'),
    }),
    item('antwoord-1859000000000000009', {
      kind: 'antwoord-overheid',
      platformId: '1859000000000000009',
      url: 'https://x.com/MinVoorbeeld/status/1859000000000000009',
      author: 'voorbeeldzaken',
      parent: { key: 'reactie-0001', method: 'markup' },
      text: 'Dag! De regeling geldt vanaf 1 januari voor iedereen.',
      times: { shown: '1 u', markup: '2026-11-19T10:00:00.000Z' },
      media: [await kept('gif', { kind: 'gif', alt: 'Zwaaiende hand' })],
    }),
    item('reactie-0002', {
      author: 'reageerder-2',
      parent: { key: 'antwoord-1859000000000000009', method: 'markup' },
      text: 'Dank voor het snelle antwoord!',
    }),
    item('reactie-0003', {
      author: 'reageerder-3',
      parent: { key: 'bericht-1859000000000000001', method: 'position' },
      text: 'Kijk eens naar deze foto',
      media: [{ state: 'placeholder', kind: 'image', alt: 'Een volle wachtkamer', width: 1200, height: 800 }],
      times: { shown: '3 u', markup: '2026-11-19T09:05:00Z', fromId: '2026-11-19T11:05:00Z' },
    }),
    item('reactie-0004', {
      author: 'voorbeelddam',
      platformId: '1859000000000000011',
      parent: { key: 'reactie-0003', method: 'chain' },
      text: 'Bij ons in Voorbeelddam kunt u ook terecht.',
      media: [await kept('jpg', { alt: 'Balie' })],
    }),
    item('reactie-0005', {
      author: 'reageerder-4',
      parent: { key: 'reactie-0004', method: 'markup' },
      text: 'وهل ينطبق هذا علينا أيضا؟',
      lang: 'ar',
    }),
    ...Array.from({ length: 6 }, (_, n) =>
      item(`reactie-00${n + 10}`, {
        author: `reageerder-${(n % 5) + 1}`,
        parent: { key: n === 0 ? 'reactie-0005' : `reactie-00${n + 9}`, method: 'markup' },
        text: `Nog een niveau dieper (${n + 3}).`,
      }),
    ),
    item('reactie-0006', { times: { shown: '5 d' }, contentWarning: 'Mopperen' }),
  ];
  const { text: _none, ...withoutText } = item('reactie-0007', { author: 'reageerder-5', times: {} });
  return {
    ...base,
    choice: {
      scenario: 'B',
      proposed: 'B',
      accountType: 'corporate',
      because: ['R3-corporate', 'R5-replies-possible'],
      decidedBy: 'voorstel',
    },
    posts: [await ownPost()],
    reactions: [...reactions, withoutText],
    completeness: {
      state: 'TEKORT',
      reasons: [
        { code: 'fewer-than-displayed', detail: { captured: 14, displayed: 17 } },
        { code: 'controls-left', detail: { count: 1 } },
        { code: 'media-missing', detail: { count: 1 } },
      ],
      displayed: 17,
      captured: 14,
      ...bandwidth,
      reached: '1 bericht en 14 reacties (het platform toont er 17).',
    },
    ...more,
  };
}

/** C: a post of a hybrid account, chosen by a person, with a quote of a third party. */
export async function captureC(more: Partial<Capture> = {}): Promise<Capture> {
  return {
    ...base,
    account: { platform: 'x', handle: 'BewindspersoonVoorbeeld', type: 'hybride', holder: 'Minister van Voorbeeldzaken' },
    choice: {
      scenario: 'C',
      proposed: 'B',
      accountType: 'hybride',
      because: ['R3-hybrid', 'R9-selection-by-person'],
      decidedBy: 'medewerker',
      reason: 'Het account is hybride',
      capacity: 'Als bewindspersoon',
      selectionReason: 'Kondigt beleid aan',
    },
    appraisal: {
      value: 'N',
      entry: { code: '12.1', process: 'Het voeren van dialoog tussen overheid en burgers', appraisal: 'N', scenarios: ['B', 'C'] },
      hotspot: { code: 'HS-1', name: 'Voorbeeldramp', from: '2026-01-01', words: [] },
    },
    organisation: { name: '', contactRole: 'Informatiebeheerder', contactEmail: '' },
    posts: [
      await ownPost({
        key: 'citaatbericht-1859000000000000003',
        kind: 'citaatbericht',
        quote: {
          isThirdParty: true,
          author: 'reageerder-1',
          text: 'Wat gaat u hieraan doen?',
          times: { shown: '18 nov.' },
          media: [{ state: 'placeholder', kind: 'video' }],
        },
      }),
    ],
    reactions: [],
    thirdParties: 1,
    completeness: {
      state: 'ONVOLLEDIG',
      reasons: [{ code: 'stopped', detail: { captured: 0 } }],
      captured: 1,
      ...bandwidth,
      reached: '1 bericht.',
    },
    ...more,
  };
}

/** B with every hostile text in every place a page value can reach. */
export async function captureHostile(): Promise<Capture> {
  const [evil] = hostileTexts;
  const all = hostileTexts.join(' ');
  return captureB({
    posts: [
      await ownPost({
        text: all,
        contentWarning: all,
        hashtags: hostileTexts.slice(0, 4),
        times: { shown: all, markup: 'gisteren', edited: all },
        lang: 'x"onload=1',
        media: [await kept('png', { alt: all }), { state: 'text', kind: 'card', text: all }],
        counts: { likes: all },
        fragment: {
          tag: 'div',
          style: 99,
          children: [
            all,
            { tag: 'a', href: 'https://kwaad.example/', children: [all] },
            { tag: 'li', children: ['los'] },
            { tag: 'img' },
            { tag: 'p', children: [{ tag: 'h1', children: ['kop'] }] },
          ],
        },
      }),
    ],
    reactions: hostileTexts.map((words, n) =>
      item(`reactie-000${n + 1}`, {
        author: `reageerder-${(n % 5) + 1}`,
        text: words,
        ...(n > 0 && { parent: { key: `reactie-000${n}`, method: 'markup' as const } }),
      }),
    ),
    styles: [{ color: 'red;} body{display:none' }, { display: 'none', 'margin-left': '-900px', 'font-size': '1px' }],
    account: { platform: 'x', handle: 'MinVoorbeeld', type: 'corporate', holder: evil ?? '' },
    organisation: {
      name: 'Ministerie & <Voorbeeld> ]]>\nRegel',
      contactRole: 'Rol\r\nPayload-Oxum: 0.0',
      contactEmail: 'a@b.example',
    },
    replies: { possible: 'yes', evidence: all },
  });
}

async function logOf(id: string): Promise<Handeling[]> {
  const line = (actie: Handeling['actie'], tijd: string) =>
    ({ actie, object: id, resultaat: 'geslaagd', herkomst: 'worker', actor: 'Medewerker webcare', tijd }) as const;
  const first = await chainLine(undefined, line('capture-started', '2026-11-20T10:14:00Z'));
  const other = await chainLine(first, { ...line('stripped', '2026-11-20T10:14:30Z'), object: 'VS-20261120-0009' });
  const third = await chainLine(other, line('stripped', '2026-11-20T10:16:00Z'));
  return [first, other, third, await chainLine(third, line('sealed', '2026-11-20T10:20:00Z'))];
}

async function stored(sha256: string): Promise<Blob> {
  const bytes = store.get(sha256);
  if (!bytes) throw new Error('no such medium');
  return new Blob([bytes as BlobPart]); // no shared memory
}

export async function build(capture: Capture, more: Partial<PackageInput> = {}): Promise<PackageResult> {
  return buildPackage({
    capture,
    log: await logOf(capture.id),
    media: stored,
    now,
    documentation: [],
    inspect: () => undefined,
    sealing: testSealing(),
    ...more,
  });
}

export async function bytesOf(result: PackageResult): Promise<Uint8Array> {
  return new Uint8Array(await result.zip.arrayBuffer());
}
