/** Random drafts, as any page could give them, and the captures they become. All names and texts are invented. */
import * as fc from 'fast-check';
import type { Capture, MediaRecord } from '../../../lib/model/capture.ts';
import { sha256Hex } from '../../../lib/model/chain.ts';
import type { Draft, DraftItem, DraftMedia } from '../../../lib/model/draft.ts';
import type { FragmentNode } from '../../../lib/model/fragment.ts';
import { platformIds } from '../../../lib/model/platform.ts';
import { defaultPolicy } from '../../../lib/model/policy.ts';
import type { RegisteredAccount } from '../../../lib/model/policy.ts';
import { classify } from '../../../lib/privacy/classify.ts';
import { ownMedia } from '../../../lib/privacy/ownMedia.ts';
import { strip } from '../../../lib/privacy/strip.ts';
import { everythingSeen } from '../privacy/sample.ts';
import { captureA, captureB, captureC, hostileTexts, mediaFiles } from './sample.ts';

const text = fc.oneof(
  { weight: 4, arbitrary: fc.lorem({ maxCount: 12 }) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  { weight: 1, arbitrary: fc.constantFrom(...hostileTexts, '', '=1+1', 'وهل ينطبق هذا', '👩‍👩‍👧 ok', '[Reageerder 2] zegt') },
);
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const moment = fc.oneof(
  fc.date({ min: new Date('2015-01-01'), max: new Date('2026-11-01'), noInvalidDate: true }).map((date) => date.toISOString()),
  fc.constantFrom('gisteren', '', '2026-02-30T10:00:00Z'),
);
const times = fc.record({ shown: text, markup: moment, fromId: moment, fromApi: moment, edited: moment }, { requiredKeys: [] });
const address = fc.integer({ min: 1, max: 40 }).map((n) => `https://media.voorbeeld.example/${n}.png`);

const media: fc.Arbitrary<DraftMedia> = fc.record(
  {
    kind: fc.constantFrom('image', 'video', 'gif', 'audio', 'card', 'poll', 'captions'),
    url: address,
    poster: address,
    alt: text,
    width: fc.nat(4_000),
    height: fc.nat(4_000),
    link: fc.constant('https://www.rijksoverheid.nl/voorbeeld'),
    text,
  },
  { requiredKeys: ['kind'] },
);

const { node } = fc.letrec<{ node: FragmentNode }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    text,
    fc.record(
      {
        tag: fc.constantFrom('div', 'span', 'p', 'a', 'li', 'ul', 'br', 'h1', 'img', 'blockquote', 'time'),
        role: fc.constantFrom('author-name', 'author-handle', 'avatar', 'text', 'mention', 'media', 'time', 'count'),
        person: fc.nat(4),
        media: fc.nat(2),
        style: fc.nat(1),
        lang: fc.constantFrom('nl', 'ar'),
        children: fc.array(tie('node'), { maxLength: 4 }),
      },
      { requiredKeys: ['tag'] },
    ),
  ),
}));

/** Numbers 0 (own), 1 (another public body) and 2 to 4 (third parties). */
const who = fc.nat(4);

const item: fc.Arbitrary<Omit<DraftItem, 'id' | 'kind'>> = fc.record(
  {
    author: who,
    url: fc.constantFrom('https://x.com/minvoorbeeld/status/1', 'https://x.com/iemandanders/status/2'),
    parent: fc.record({
      id: fc.nat(14).map((n) => `id-${n}`),
      method: fc.constantFrom('markup', 'api', 'chain', 'position'),
    }),
    times,
    text,
    lang: fc.constantFrom('nl', 'en', 'x"y'),
    isTruncated: fc.constant(true as const),
    contentWarning: text,
    media: fc.array(media, { maxLength: 3 }),
    counts: fc.record({ replies: text, likes: fc.constantFrom('1,2K', '0'), views: fc.constant('48K') }, { requiredKeys: [] }),
    mentions: fc.array(who, { maxLength: 2 }),
    hashtags: fc.array(text, { maxLength: 3 }),
    links: fc.array(
      fc.constantFrom('https://www.rijksoverheid.nl/', 'https://x.com/iemandanders', 'https://voorbeeld.example/?q=1'),
      {
        maxLength: 2,
      },
    ),
    quote: fc.record({ author: who, text, times, media: fc.array(media, { maxLength: 1 }) }, { requiredKeys: ['times', 'media'] }),
    repostedBy: who,
    isPinned: fc.constant(true as const),
    fragment: node,
  },
  { requiredKeys: ['times', 'media', 'counts', 'mentions', 'hashtags', 'links'] },
);

const own: RegisteredAccount = { platform: 'x', handle: 'minvoorbeeld', type: 'corporate', holder: 'Ministerie van Voorbeeld' };
const people: Draft['people'] = [
  { name: 'Ministerie van Voorbeeld', handle: 'minvoorbeeld', ids: ['100'], urls: ['https://x.com/minvoorbeeld'], avatars: [] },
  { name: 'Gemeente Voorbeelddam', handle: 'voorbeelddam', ids: ['200'], urls: ['https://x.com/voorbeelddam'], avatars: [] },
  ...['Fenna Kanariezoon', 'Odette van Zwanenburcht', 'Bo Grutterink'].map((name, n) => ({
    name,
    handle: `verzonnen_${n}`,
    ids: [`90071992547409${n}`],
    urls: [`https://x.com/verzonnen_${n}`],
    avatars: [],
  })),
];

const draft: fc.Arbitrary<Draft> = fc
  .record({
    items: fc.array(item, { maxLength: 14 }),
    platform: fc.constantFrom(...platformIds),
    language: maybe(fc.constantFrom('nl', 'tr')),
    profile: maybe(
      fc.record({
        description: text,
        fields: fc.array(fc.record({ label: text, value: text }), { maxLength: 3 }),
        avatar: address,
      }),
    ),
  })
  .map(({ items, platform, language, profile }) => ({
    schema: 1,
    platform,
    pageKind: 'post',
    url: 'https://x.com/minvoorbeeld/status/1900000000000000001',
    host: 'x.com',
    ...(language && { language }),
    adapter: { name: platform, version: '1', layout: 'verzonnen' },
    replies: { possible: 'yes', evidence: 'knop' },
    account: 0,
    ...(profile && { profile: { account: 0, links: [], mentions: [], ...profile } }),
    people: [...people],
    styles: [{ color: 'rgb(1, 2, 3)' }, { 'font-weight': '700', 'background-color': 'rgb(9, 9, 9)' }],
    observations: everythingSeen,
    clock: { started: '2026-11-20T10:00:00Z', ended: '2026-11-20T10:00:05Z' },
    took: { unfoldMs: 0, readMs: 0 },
    items: [
      {
        kind: 'post',
        id: '1900000000000000001',
        author: 0,
        text: 'Bericht.',
        times: {},
        media: [],
        counts: {},
        mentions: [],
        hashtags: [],
        links: [],
      },
      ...items.map((some, n): DraftItem => ({
        kind: some.author === 0 && n % 4 === 0 ? 'post' : 'reaction',
        id: `id-${n}`,
        ...some,
      })),
    ],
  }));

/** With the scenario's own capture as the frame around what the draft gave. */
export const randomDraft = fc.record({ draft, scenario: fc.constantFrom('A', 'B', 'C') });
export type RandomDraft = typeof randomDraft extends fc.Arbitrary<infer T> ? T : never;

export async function captureOf({ draft: read, scenario }: RandomDraft): Promise<Capture> {
  const account: RegisteredAccount = { ...own, platform: read.platform };
  const bodies = [{ platform: read.platform, handle: 'voorbeelddam', name: 'Gemeente Voorbeelddam' }];
  const policy = { ...defaultPolicy, accounts: [account], bodies };
  const roles = classify(read, policy, account);
  const stripped = await strip({
    draft: read,
    roles,
    policy,
    account,
    keepReactions: scenario === 'B',
    keepProfile: scenario === 'A',
    media: new Map(await Promise.all(ownMedia(read, roles).map(fetched))),
    key: Uint8Array.from({ length: 32 }, (_, n) => n * 3),
  });
  const frame = { A: captureA, B: captureB, C: captureC }[scenario];
  const { profile: _none, ...whole } = await frame();
  return { ...whole, platform: read.platform, ...stripped, account };
}

const names = Object.keys(mediaFiles) as (keyof typeof mediaFiles)[]; // its own keys

/** Some are there, some are gone. */
async function fetched({ url, kind }: { readonly url: string; readonly kind: DraftMedia['kind'] }): Promise<[string, MediaRecord]> {
  const n = Number(/\d+/.exec(url)?.[0] ?? 0);
  const name = names[n % names.length] ?? 'png';
  const bytes = mediaFiles[name];
  if (n % 5 === 0) return [url, { state: 'missing', kind, url, reason: 'gone', status: 404 }];
  return [url, { state: 'kept', kind, url, mime: 'image/png', sha256: await sha256Hex(bytes), bytes: bytes.length }];
}
