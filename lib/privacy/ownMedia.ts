/** D7: what the worker may fetch: media of own accounts and listed bodies, never a third party's. */
import type { MediaRecord } from '../model/capture.ts';
import type { Draft, DraftMedia } from '../model/draft.ts';
import type { PeopleRoles, PersonRole } from './classify.ts';
import { gate } from './gate.ts';
import type { Identities } from './identities.ts';

export interface MediaRequest {
  readonly url: string;
  readonly kind: DraftMedia['kind'];
}

export const isVisible = (role: PersonRole | undefined): boolean => role === 'eigen' || role === 'overheid';

/** Addresses the worker may fetch: of items and the profile of own accounts and listed bodies, nobody else's. */
export function ownMedia(draft: Draft, roles: PeopleRoles): MediaRequest[] {
  const isOwn = (author: number | undefined): boolean => author !== undefined && isVisible(roles.roles[author]);
  const { profile } = draft;
  const requests = [
    ...draft.items.flatMap((item) => (isOwn(item.author) ? item.media.flatMap(addresses) : [])),
    ...draft.items.flatMap((item) => (item.quote && isOwn(item.quote.author) ? item.quote.media.flatMap(addresses) : [])),
    ...draft.items.flatMap((item) => (isOwn(item.author) ? portraitRequest(draft, item.author) : [])),
    ...(profile && isOwn(profile.account)
      ? [profile.avatar, profile.banner].flatMap((url) => (url ? [{ url, kind: 'image' as const }] : []))
      : []),
  ];
  return [...new Map(requests.map((request) => [request.url, request])).values()];
}

/** An address that names somebody is not asked for, and not written down: what it leads to is missing, with that reason. */
export function withoutNaming(
  requests: readonly MediaRequest[],
  known: readonly Identities[],
): { readonly asked: readonly MediaRequest[]; readonly refused: ReadonlyMap<string, MediaRecord> } {
  const isClean = (what: unknown): boolean => known.every((one) => gate(JSON.stringify(what), one).ok);
  if (isClean(requests)) return { asked: requests, refused: new Map() };
  const asked = requests.filter(isClean);
  const refused = requests.filter((request) => !asked.includes(request));
  return { asked, refused: new Map(refused.map(({ url, kind }) => [url, { state: 'missing', kind, reason: 'names-somebody' }])) };
}

/** The picture that stands beside what somebody posted; web addresses only. */
export function portraitAddress({ people }: Draft, author: number | undefined): string | undefined {
  const sighting = author === undefined ? undefined : people[author];
  return sighting?.avatars.find((address) => /^https?:\/\//u.test(address));
}

function portraitRequest(draft: Draft, author: number | undefined): MediaRequest[] {
  const url = portraitAddress(draft, author);
  return url === undefined ? [] : [{ url, kind: 'image' }];
}

/** The original, and of a video without one its still picture. Cards and polls are text: their pictures are somebody else's page. */
function addresses(media: DraftMedia): MediaRequest[] {
  if (media.kind === 'card' || media.kind === 'poll') return [];
  return [
    ...(media.url ? [{ url: media.url, kind: media.kind }] : []),
    ...(media.poster ? [{ url: media.poster, kind: 'image' as const }] : []),
    ...(media.captions ? [{ url: media.captions, kind: 'captions' as const }] : []),
  ];
}
