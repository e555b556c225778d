/** Reads the structured data of a package back: proof that it says everything the capture said. Shares nothing with the writer. */
import type { Capture, CapturedItem, MediaRecord } from '../../../lib/model/capture.ts';

type Json = Readonly<Record<string, unknown>>;
type Item = { -readonly [K in keyof CapturedItem]: CapturedItem[K] };

const keyOf = (urn: unknown) => String(urn).split(':').slice(3).join(':');
const statuses = { aanwezig: 'kept', ontbreekt: 'missing', 'van-derde-niet-vastgelegd': 'placeholder', tekst: 'text' } as const;
const kinds = { Page: 'card', Question: 'poll', Document: 'captions' } as const;

export function itemOf(note: Json): Partial<Item> {
  const person = (value: unknown) => value && ((value as Json)['vs:sleutel'] ?? keyOf((value as Json)['id']));
  const read: Json = {
    key: note['vs:sleutel'] ?? keyOf(note['id']),
    kind: note['vs:soort'],
    platformId: note['vs:platformId'],
    url: note['url'],
    author: person(note['attributedTo']),
    repostedBy: person(note['vs:gedeeldDoor']),
    parent: note['inReplyTo'] && {
      key: note['vs:antwoordOpSleutel'] ?? keyOf(note['inReplyTo']),
      method: note['vs:bovenliggendMethode'],
    },
    times: note['vs:tijden'],
    text: note['content'],
    lang: note['vs:taal'],
    isTruncated: note['vs:ingekort'],
    isPinned: note['vs:vastgezet'],
    contentWarning: note['summary'],
    media: (note['attachment'] as Json[]).map(mediaOf),
    counts: note['vs:tellingen'],
    hashtags: (note['tag'] as { name: string }[]).map(({ name }) => name.slice(1)),
    links: note['vs:koppelingen'],
    commitment: note['vs:verbintenis'],
    quote: note['vs:citaat'] && quoteOf(note['vs:citaat'] as Json, person),
  };
  return whole(read); // compared with the real one
}

function quoteOf(quote: Json, person: (value: unknown) => unknown): Json {
  return whole({
    author: person(quote['attributedTo']),
    isThirdParty: quote['vs:vanDerde'],
    text: quote['content'],
    times: quote['vs:tijden'],
    media: (quote['attachment'] as Json[]).map(mediaOf),
    url: quote['url'],
  });
}

function mediaOf(found: Json): MediaRecord {
  const state = statuses[found['vs:status'] as keyof typeof statuses];
  const read: Json = {
    state,
    kind: found['vs:media'] ?? kinds[found['type'] as keyof typeof kinds],
    url: found['vs:bron'],
    mime: found['mediaType'],
    sha256: found['vs:sha256'],
    bytes: found['vs:bytes'],
    receivedSha256: found['vs:ontvangenSha256'],
    removedMetadata: found['vs:verwijderdeMetagegevens'],
    alt: found['name'],
    width: found['width'],
    height: found['height'],
    reason: found['vs:reden'],
    status: found['vs:httpStatus'],
    ...(state === 'text' && { text: found['content'], link: found['url'] }),
  };
  return whole(read) as unknown as MediaRecord; // as above
}

/** What a record can say of an item: not how it looked, which the view shows. */
export function said({ fragment: _look, hashtags, ...item }: CapturedItem): Partial<Item> {
  return whole({
    ...item,
    hashtags: hashtags.map((tag) => tag.replace(/^#/, '')),
    ...(item.quote && { quote: whole({ ...item.quote }) }),
  });
}

/** Every item of a capture by its key, as far as it goes into a package at all. */
export function itemsOf({ posts, reactions }: Capture): Map<string, CapturedItem> {
  return new Map([...posts, ...reactions].map((item) => [item.key, item]));
}

function whole<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as T; // same, without empty keys
}
