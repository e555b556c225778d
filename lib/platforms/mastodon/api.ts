/**
 * What Mastodon's public API adds to what the page shows: parents and exact times. Answers are claims of a server: only the
 * fields named here are taken over, and a status that does not follow the schema is left out.
 */
import * as v from 'valibot';
import type { DraftMedia } from '../../model/draft.ts';
import type { PublicApi, SeenPerson } from '../adapter.ts';
import { idsInAvatar } from '../avatars.ts';
import { readAddress } from './address.ts';
import { visibleHandle } from './handles.ts';

const id = v.pipe(v.string(), v.regex(/^\d{1,25}$/u));
const instant = v.pipe(v.string(), v.maxLength(40), v.isoTimestamp());
const address = v.pipe(v.string(), v.maxLength(8_000), v.regex(/^https?:\/\//iu));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const words = v.pipe(v.string(), v.maxLength(4_000));

const Account = v.object({
  id,
  acct: v.pipe(v.string(), v.maxLength(400), v.regex(/^[\w.-]+(?:@[\w.:-]+)?$/u)),
  display_name: v.optional(words),
  url: v.optional(v.nullable(address)),
  avatar: v.optional(v.nullable(v.string())),
  avatar_static: v.optional(v.nullable(v.string())),
});

const Media = v.object({
  type: v.picklist(['image', 'gifv', 'video', 'audio', 'unknown']),
  url: v.optional(v.nullable(address)),
  remote_url: v.optional(v.nullable(address)),
  preview_url: v.optional(v.nullable(address)),
  description: v.optional(v.nullable(v.string())),
});

const Status = v.object({
  id,
  in_reply_to_id: v.optional(v.nullable(id)),
  created_at: instant,
  edited_at: v.optional(v.nullable(instant)),
  visibility: v.optional(v.string()),
  replies_count: v.optional(count),
  reblogs_count: v.optional(count),
  favourites_count: v.optional(count),
  url: v.optional(v.nullable(address)),
  account: Account,
  media_attachments: v.optional(v.array(v.unknown())),
});
type Status = v.InferOutput<typeof Status>;

/** Facts about one status, to be laid over what the page gave (method `api`, `times.fromApi`). */
export interface ApiFacts {
  readonly id: string;
  readonly parentId?: string;
  readonly createdAt: string;
  readonly editedAt?: string;
  readonly repliesCount?: number;
  readonly repostsCount?: number;
  readonly likesCount?: number;
  /** Address on the server where it was written. */
  readonly url?: string;
  readonly account: SeenPerson & { readonly handle: string };
  readonly media: readonly DraftMedia[];
}

/** From `GET /api/v1/statuses/:id`, parsed JSON; `undefined` when it is not a status for everyone. */
export function factsOfStatus(answer: unknown, base: URL): ApiFacts | undefined {
  const parsed = v.safeParse(Status, answer);
  if (!parsed.success || (parsed.output.visibility && !['public', 'unlisted'].includes(parsed.output.visibility))) return undefined;
  return toFacts(parsed.output, base);
}

/** From `GET /api/v1/statuses/:id/context`: everything above and below, by id. */
export function factsOfContext(answer: unknown, base: URL): Map<string, ApiFacts> {
  const parsed = v.safeParse(v.object({ ancestors: v.array(v.unknown()), descendants: v.array(v.unknown()) }), answer);
  const statuses = parsed.success ? [...parsed.output.ancestors, ...parsed.output.descendants] : [];
  return new Map(statuses.flatMap((status) => entry(factsOfStatus(status, base))));
}

function entry(facts: ApiFacts | undefined): [string, ApiFacts][] {
  return facts ? [[facts.id, facts]] : [];
}

function toFacts(status: Status, base: URL): ApiFacts {
  return {
    id: status.id,
    ...(status.in_reply_to_id && { parentId: status.in_reply_to_id }),
    createdAt: new Date(status.created_at).toISOString(),
    ...(status.edited_at && { editedAt: new Date(status.edited_at).toISOString() }),
    ...(status.replies_count !== undefined && { repliesCount: status.replies_count }),
    ...(status.reblogs_count !== undefined && { repostsCount: status.reblogs_count }),
    ...(status.favourites_count !== undefined && { likesCount: status.favourites_count }),
    ...(status.url && { url: status.url }),
    account: toPerson(status.account, base),
    media: (status.media_attachments ?? []).flatMap(toMedia),
  };
}

function toPerson(account: Status['account'], base: URL): ApiFacts['account'] {
  const avatars = [account.avatar, account.avatar_static].filter((avatar) => avatar && /^https?:\/\//iu.test(avatar));
  const found = visibleHandle(account.acct, base);
  return {
    ...found,
    ...(account.display_name && { name: account.display_name }),
    ids: [
      ...found.ids,
      ...(account.id.length >= 5 ? [account.id] : []),
      ...avatars.flatMap((avatar) => idsInAvatar(avatar ?? undefined)),
    ],
    urls: [...new Set([...found.urls, ...(account.url ? [account.url] : [])])],
    avatars: avatars.flatMap((avatar) => avatar ?? []),
  };
}

/** `url` is the copy on this server, `remote_url` the file where it was written. */
function toMedia(raw: unknown): DraftMedia[] {
  const parsed = v.safeParse(Media, raw);
  if (!parsed.success || parsed.output.type === 'unknown') return [];
  const { type, remote_url: remote, preview_url: preview, description } = parsed.output;
  const url = parsed.output.url ?? remote;
  if (!url) return [];
  const poster = type === 'video' && preview && preview !== url ? preview : undefined;
  return [
    {
      kind: type === 'gifv' ? 'gif' : type,
      url,
      ...(poster && { poster }),
      ...(description && { alt: description.slice(0, 4_000) }),
    },
  ];
}

/** The status itself and what is above and below it; public statuses are answered to anybody. */
export const api: PublicApi = {
  paths(url) {
    const { kind, id: status } = readAddress(url);
    return kind === 'post' && status ? [`/api/v1/statuses/${status}`, `/api/v1/statuses/${status}/context`] : [];
  },
  facts([status, context], url) {
    const found = factsOfContext(context, url);
    const own = factsOfStatus(status, url);
    return own ? found.set(own.id, own) : found;
  },
};
