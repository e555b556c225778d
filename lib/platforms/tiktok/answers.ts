/**
 * What TikTok's page was answered when it asked for comments: their ids, exact times and whom each answers, which stand nowhere
 * in the page. Read are `cid`, `reply_id`, `reply_to_reply_id`, `create_time`, `text` and of `user` the id, handle and name (D1).
 */
import type { ItemFacts, OwnAnswers } from '../adapter.ts';
import { given } from '../given.ts';
import { listAt, numberAt, textAt } from '../json.ts';
import { profileUrl, readAddress, tiktokHosts } from './address.ts';
import { createKeys } from './keys.ts';

const paths: ReadonlySet<string> = new Set(['/api/comment/list/', '/api/comment/list/reply/']);

interface Comment {
  readonly cid: string;
  /** Of the comment at the head of the thread; absent: this is one. */
  readonly thread?: string;
  readonly answers?: string;
  readonly createdAt: string;
  readonly handle: string;
  readonly name?: string;
  readonly uid?: string;
  readonly text: string;
}

export const answers: OwnAnswers = {
  isOne(address, page) {
    const { id } = readAddress(page);
    const asked = address.searchParams.get('aweme_id') ?? address.searchParams.get('item_id');
    const isHere = address.hostname === page.hostname && tiktokHosts.has(address.hostname);
    return isHere && paths.has(address.pathname) && id !== undefined && (asked === null || asked === id);
  },
  facts(asked, url) {
    const comments = unique(asked.flatMap((answer) => listAt(answer, 'comments').flatMap(withPreview)));
    const heads = comments.filter(({ thread }) => thread === undefined);
    const key = createKeys();
    const keys = new Map(heads.map((head) => [head.cid, key(head.handle, head.text)]));
    const known = new Map(comments.map((comment) => [comment.cid, comment]));
    const facts = new Map<string, ItemFacts>();
    for (const head of heads) facts.set(keys.get(head.cid) ?? '', factsOf(head, readAddress(url).id));
    for (const comment of comments) {
      const thread = comment.thread === undefined ? undefined : keys.get(comment.thread);
      if (thread === undefined) continue; // a head, or one whose head was not asked for
      const parent = comment.answers && known.has(comment.answers) ? comment.answers : comment.thread;
      facts.set(key(comment.handle, comment.text, thread), factsOf(comment, parent));
    }
    return facts;
  },
};

/** A comment comes with the first of its answers. */
function withPreview(value: unknown): Comment[] {
  return [value, ...listAt(value, 'reply_comment')].flatMap((each) => commentOf(each) ?? []);
}

function commentOf(value: unknown): Comment | undefined {
  const cid = idAt(value, 'cid');
  const handle = textAt(value, 'user', 'unique_id');
  const seconds = numberAt(value, 'create_time');
  if (!cid || !handle || !seconds || !/^[\w.-]{1,60}$/u.test(handle)) return undefined;
  return given({
    cid,
    thread: idAt(value, 'reply_id'),
    answers: idAt(value, 'reply_to_reply_id'),
    createdAt: new Date(seconds * 1_000).toISOString(),
    handle,
    name: textAt(value, 'user', 'nickname')?.slice(0, 400),
    uid: idAt(value, 'user', 'uid'),
    text: textAt(value, 'text') ?? '',
  });
}

/** '0' is TikTok's word for none. */
function idAt(value: unknown, ...path: readonly string[]): string | undefined {
  const id = textAt(value, ...path);
  return id && id !== '0' && /^\d{1,25}$/u.test(id) ? id : undefined;
}

/** The same comment comes again where two questions overlap. */
function unique(comments: readonly Comment[]): Comment[] {
  return [...new Map(comments.toReversed().map((comment) => [comment.cid, comment])).values()].toReversed();
}

function factsOf({ cid, createdAt, handle, name, uid }: Comment, parentId: string | undefined): ItemFacts {
  return {
    id: cid,
    ...(parentId && { parentId }),
    createdAt,
    account: { handle, ...(name && { name }), ids: uid ? [uid] : [], urls: [profileUrl(handle)] },
  };
}
