/** D7: own media as they were fetched; a third party's become a box with a redacted description. */
import type { MediaRecord } from '../model/capture.ts';
import type { DraftMedia } from '../model/draft.ts';

export interface MediaRules {
  readonly fetched: ReadonlyMap<string, MediaRecord>;
  readonly link: (address: string) => string | undefined;
  /** The address of an own file, as it may be kept. */
  readonly address: (address: string) => string;
  /** Redacts a text of the given item and accounts for it; `index`: of the record that says it. */
  readonly text: (text: string, index: number) => string;
}

/** First the records in the draft's own order (fragments point at them), then the stills and subtitles of videos. */
export function mediaRecords(media: readonly DraftMedia[], isOwn: boolean, rules: MediaRules): MediaRecord[] {
  const records = media.map((one, index) => record(one, isOwn, rules, index));
  const stills = isOwn ? media.flatMap((one) => (one.poster && one.kind !== 'card' ? (still(one.poster, rules) ?? []) : [])) : [];
  const said: MediaRecord[] = [...records, ...stills];
  for (const one of isOwn ? media : []) said.push(...captions(one, rules, said.length));
  return said;
}

function record(media: DraftMedia, isOwn: boolean, rules: MediaRules, index: number): MediaRecord {
  if (media.kind === 'card' || media.kind === 'poll') {
    const link = media.link === undefined ? undefined : rules.link(media.link);
    const lines = [media.text, media.alt].filter((text) => text !== undefined && text !== '');
    // as the one text it becomes: what ends one line may begin a name
    const text = rules.text([...new Set(lines)].join('\n'), index);
    return { state: 'text', kind: media.kind, text, ...(link !== undefined && { link }) };
  }
  const alt = media.alt === undefined ? undefined : rules.text(media.alt, index);
  const size = {
    ...(media.width !== undefined && { width: media.width }),
    ...(media.height !== undefined && { height: media.height }),
  };
  if (!isOwn) return { state: 'placeholder', kind: media.kind, ...(alt !== undefined && { alt }), ...size };
  return { ...fetchedRecord(media.url, media.kind, rules), ...(alt !== undefined && { alt }) };
}

/** What the worker fetched; its own description, if any, gives way to the redacted one. */
function fetchedRecord(url: string | undefined, kind: DraftMedia['kind'], rules: MediaRules): MediaRecord {
  if (url === undefined) return { state: 'missing', kind, reason: kind === 'video' ? 'stream-only' : 'no-address' };
  const met = rules.fetched.get(url);
  if (!met) return { state: 'missing', kind, reason: 'network' };
  if (met.state !== 'kept' && met.state !== 'missing') return met;
  const { alt: _, ...rest } = met;
  return rest.url === undefined ? rest : { ...rest, url: rules.address(rest.url) };
}

function still(url: string, rules: MediaRules): MediaRecord | undefined {
  return rules.fetched.has(url) ? fetchedRecord(url, 'image', rules) : undefined;
}

/** What is said in an own video is text like any other: redacted and accounted for. */
function captions({ kind, text, captions: url }: DraftMedia, rules: MediaRules, index: number): MediaRecord[] {
  if (kind !== 'video' || url === undefined) return [];
  if (text === undefined) return [fetchedRecord(url, 'captions', rules)];
  return [{ state: 'text', kind: 'captions', text: rules.text(text, index) }];
}

/** A picture of the profile. */
export function profilePicture(url: string | undefined, rules: MediaRules): MediaRecord | undefined {
  return url === undefined ? undefined : fetchedRecord(url, 'image', rules);
}
