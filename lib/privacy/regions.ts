/** Flat fields over somebody in an own picture (C3): where they lie in pixels, and what the record says of them. */
import type { Capture, CapturedItem, CapturedProfile, LedgerLine, MediaRecord } from '../model/capture.ts';
import { Failure } from '../model/failure.ts';
import type { PictureRegion } from '../model/review.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}
export interface PixelBox extends Size {
  readonly x: number;
  readonly y: number;
}

/** Beyond what was marked, so that no edge of it shows. */
const margin = 2;

/** Whole pixels, outwards, within the picture. */
export function boxOf({ left, top, width, height }: PictureRegion, picture: Size): PixelBox {
  const x = Math.max(0, Math.floor(left * picture.width) - margin);
  const y = Math.max(0, Math.floor(top * picture.height) - margin);
  const right = Math.min(picture.width, Math.ceil((left + width) * picture.width) + margin);
  const bottom = Math.min(picture.height, Math.ceil((top + height) * picture.height) + margin);
  return { x, y, width: Math.max(0, right - x), height: Math.max(0, bottom - y) };
}

export interface RedactedPicture {
  readonly sha256: string;
  readonly bytes: number;
  readonly mime: string;
  /** How many fields. */
  readonly regions: number;
}

/** The capture with the copy in the picture's place, wherever it stands. What it was before is known by its hash alone. */
export function withPicture(capture: Capture, before: string, copy: RedactedPicture): Capture {
  const lines: LedgerLine[] = [];
  const changed = (record: MediaRecord, where: string): MediaRecord => {
    if (record.state !== 'kept' || record.sha256 !== before) return record;
    lines.push({ kind: 'beeldvlak', where, field: 'media', rule: 'controle.medewerker', count: copy.regions });
    return {
      ...record,
      mime: copy.mime,
      sha256: copy.sha256,
      bytes: copy.bytes,
      receivedSha256: record.receivedSha256 ?? record.sha256,
      redactedRegions: (record.redactedRegions ?? 0) + copy.regions,
    };
  };
  const ofItem = (item: CapturedItem): CapturedItem => ({
    ...item,
    media: item.media.map((record) => changed(record, item.key)),
    ...(item.quote && { quote: { ...item.quote, media: item.quote.media.map((record) => changed(record, item.key)) } }),
  });
  const ofProfile = (profile: CapturedProfile): CapturedProfile => ({
    ...profile,
    ...(profile.avatar && { avatar: changed(profile.avatar, profile.key) }),
    ...(profile.banner && { banner: changed(profile.banner, profile.key) }),
  });
  const made = {
    ...capture,
    posts: capture.posts.map(ofItem),
    reactions: capture.reactions.map(ofItem),
    people: capture.people.map((person) =>
      person.role !== 'derde' && person.portrait ? { ...person, portrait: changed(person.portrait, person.key) } : person,
    ),
    ...(capture.profile && { profile: ofProfile(capture.profile) }),
  };
  if (lines.length === 0) throw new Failure('not-found', { object: 'beeld' });
  return { ...made, ledger: [...capture.ledger, ...lines] };
}
