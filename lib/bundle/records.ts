/** D13: the structured data, ActivityStreams 2.0 as JSON-LD. Own terms start with `vs:` and are explained in the package. */
import type { Capture, CapturedItem, CapturedQuote, MediaRecord } from '../model/capture.ts';
import { instant } from './dates.ts';
import { anchorOf } from './layout.ts';
import type { Layout, PostObject, ProfileObject, ReactionsObject } from './layout.ts';
import { knownTime } from './sentences.ts';

/** Where a kept file lies, seen from the object the record belongs to. */
export type FileOf = (record: MediaRecord) => string | undefined;
type Json = Record<string, unknown>;

export function postRecord(capture: Capture, layout: Layout, { item }: PostObject, fileOf: FileOf): Json {
  return {
    '@context': context(layout),
    ...note(capture, layout, item, fileOf),
    'vs:vastgelegdOp': capture.clock.ended,
    'vs:pagina': capture.url,
  };
}

export function reactionsRecord(capture: Capture, layout: Layout, object: ReactionsObject, fileOf: FileOf): Json {
  const { entries } = object.thread;
  return {
    '@context': context(layout),
    id: urn(capture.id, object.name),
    type: 'OrderedCollection',
    ...(object.post && { 'vs:bij': urn(capture.id, anchorOf(object.post.item)) }),
    totalItems: entries.length,
    'vs:volledigheid': capture.completeness.state,
    ...(capture.completeness.displayed !== undefined && { 'vs:getoond': capture.completeness.displayed }),
    'vs:vastgelegdOp': capture.clock.ended,
    ...(capture.letter && { 'vs:burgerbrief': letter(capture.letter, capture.id) }),
    orderedItems: entries.map(({ item, depth }) => ({ ...note(capture, layout, item, fileOf), 'vs:diepte': depth })),
  };
}

function letter({ kind, team, caseNumber, answerBy, item }: NonNullable<Capture['letter']>, id: string): Json {
  const known = present({ zaaknummer: caseNumber, beantwoordenVoor: answerBy });
  return { brief: urn(id, item), soort: kind, team, ...known };
}

export function profileRecord(capture: Capture, layout: Layout, { profile, name }: ProfileObject, fileOf: FileOf): Json {
  const { avatar, banner } = profile;
  return {
    '@context': context(layout),
    ...person(capture, layout, profile.account),
    id: urn(capture.id, name),
    ...(profile.description !== undefined && { summary: profile.description }),
    ...(avatar && { icon: attachment(avatar, fileOf) }),
    ...(banner && { image: attachment(banner, fileOf) }),
    'vs:velden': profile.fields,
    'vs:koppelingen': profile.links,
    'vs:tellingen': present({ volgers: profile.followers, volgend: profile.following, berichten: profile.postCount }),
    ...present({
      'vs:afgeschermd': profile.isProtected,
      'vs:geverifieerd': profile.isVerified,
      'vs:gedeeldAccount': capture.account.isShared,
    }),
    'vs:accounttype': capture.choice.accountType,
    'vs:vastgelegdOp': capture.clock.ended,
  };
}

function urn(captureId: string, key: string): string {
  return `urn:veiligsteller:${captureId}:${key}`;
}

function context(layout: Layout): unknown[] {
  const { name } = layout.documentation;
  return ['https://www.w3.org/ns/activitystreams', `../${name}/${name}-context.jsonld`];
}

function note(capture: Capture, layout: Layout, item: CapturedItem, fileOf: FileOf): Json {
  const known = knownTime(item.times);
  return {
    id: urn(capture.id, anchorOf(item)),
    ...(anchorOf(item) !== item.key && { 'vs:sleutel': item.key }),
    type: 'Note',
    'vs:soort': item.kind,
    ...(item.author === undefined
      ? !item.reference && { 'vs:auteurOnbekend': true }
      : { attributedTo: person(capture, layout, item.author) }),
    ...present({ url: item.url, 'vs:platformId': item.platformId }),
    ...(item.repostedBy !== undefined && { 'vs:gedeeldDoor': person(capture, layout, item.repostedBy) }),
    ...(item.parent && answered(capture, item.parent)),
    ...(known && { published: known.iso, 'vs:tijdMethode': known.method }),
    ...present({ 'vs:gewijzigd': instant(item.times.edited) }),
    'vs:tijden': item.times,
    ...text(item),
    ...present({
      'vs:ingekort': item.isTruncated,
      'vs:taal': item.lang,
      summary: item.contentWarning,
      'vs:vastgezet': item.isPinned,
    }),
    ...present({ 'vs:verbintenis': item.commitment }),
    attachment: item.media.map((record) => attachment(record, fileOf)),
    tag: item.hashtags.map((tag) => ({ type: 'Hashtag', name: tag.startsWith('#') ? tag : `#${tag}` })),
    'vs:koppelingen': item.links,
    'vs:tellingen': item.counts,
    ...(item.quote && { 'vs:citaat': quote(item.quote, capture, layout, fileOf) }),
  };
}

function answered({ id }: Capture, parent: NonNullable<CapturedItem['parent']>): Json {
  const anchor = anchorOf(parent);
  return {
    inReplyTo: urn(id, anchor),
    ...(anchor !== parent.key && { 'vs:antwoordOpSleutel': parent.key }),
    'vs:bovenliggendMethode': parent.method,
  };
}

/** `afwezig` says there is no text, `niet-gevonden` says we could not find it: an archive must tell these apart. */
function text({ text: content, isTruncated, reference }: CapturedItem): Json {
  if (reference) return { 'vs:tekst': 'doorgezonden', ...present({ 'vs:zaaknummer': reference.caseNumber }) };
  if (content === undefined) return { 'vs:tekst': 'niet-gevonden' };
  return { content, mediaType: 'text/plain', 'vs:tekst': content === '' ? 'afwezig' : isTruncated ? 'ingekort' : 'volledig' };
}

function quote(quoted: CapturedQuote, capture: Capture, layout: Layout, fileOf: FileOf): Json {
  const known = knownTime(quoted.times);
  return {
    type: 'Note',
    'vs:vanDerde': quoted.isThirdParty,
    ...(quoted.author !== undefined && { attributedTo: person(capture, layout, quoted.author) }),
    ...present({ url: quoted.isThirdParty ? undefined : quoted.url, content: quoted.text }),
    ...(known && { published: known.iso, 'vs:tijdMethode': known.method }),
    'vs:tijden': quoted.times,
    attachment: quoted.media.map((record) => attachment(record, fileOf)),
  };
}

/** Of a third party the pseudonym and nothing else (R16). */
function person(capture: Capture, layout: Layout, key: string): Json {
  const found = layout.people.of(key);
  if (!found) return { type: 'Person', id: urn(capture.id, 'onbekend'), name: 'Onbekende auteur', 'vs:rol': 'onbekend' };
  const id = urn(capture.id, anchorOf(found));
  if (found.role === 'derde') return { type: 'Person', id, name: found.label, 'vs:rol': 'derde' };
  const isPerson = found.role === 'schrijver' || (found.role === 'eigen' && capture.choice.accountType !== 'corporate');
  return {
    type: isPerson ? 'Person' : 'Organization',
    id,
    ...(anchorOf(found) !== found.key && { 'vs:sleutel': found.key }),
    name: found.name,
    preferredUsername: found.handle,
    ...present({ url: found.url }),
    'vs:rol': found.role,
  };
}

const attachmentTypes = {
  image: 'Image',
  video: 'Video',
  gif: 'Image',
  audio: 'Audio',
  card: 'Page',
  poll: 'Question',
  captions: 'Document',
} as const;

function attachment(record: MediaRecord, fileOf: FileOf): Json {
  const type = attachmentTypes[record.kind];
  if (record.state === 'text') return { type, 'vs:status': 'tekst', content: record.text, ...present({ url: record.link }) };
  const described = { type, 'vs:media': record.kind, ...present({ name: record.alt }) };
  if (record.state === 'missing')
    return {
      ...described,
      'vs:status': 'ontbreekt',
      'vs:reden': record.reason,
      ...present({ 'vs:httpStatus': record.status, 'vs:bron': record.url }),
    };
  const size = present({ width: record.width, height: record.height });
  if (record.state === 'placeholder') return { ...described, 'vs:status': 'van-derde-niet-vastgelegd', ...size };
  return {
    ...described,
    'vs:status': 'aanwezig',
    mediaType: record.mime,
    ...present({ url: fileOf(record) }),
    ...size,
    'vs:sha256': record.sha256,
    'vs:bytes': record.bytes,
    'vs:bron': record.url,
    ...present({
      'vs:ontvangenSha256': record.receivedSha256,
      'vs:verwijderdeMetagegevens': record.removedMetadata,
      'vs:gelakteVlakken': record.redactedRegions,
    }),
  };
}

/** Absent facts are absent keys. */
function present(facts: Json): Json {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}
