import type { Capture, CapturedItem } from '../model/capture.ts';

/** A reaction in its thread. `depth` 0 answers the post itself, or its place is not known. */
export interface ThreadEntry {
  readonly item: CapturedItem;
  readonly depth: number;
}

/** The reactions to one post, in reading order: every answer under what it answers. */
export interface Thread {
  /** Absent when the capture holds no post to hang them under. */
  readonly post?: CapturedItem;
  readonly entries: readonly ThreadEntry[];
}

/** All reactions by the post they belong to, in the order of the posts. Nothing is lost, whatever the parents say (T20). */
export function threads(capture: Capture): Thread[] {
  const members = threadMembers(capture);
  const memberKeys = new Set(members.map(({ key }) => key));
  const heads = new Map(capture.posts.filter(({ key }) => !memberKeys.has(key)).map((post) => [post.key, post]));
  const main = mainPost(capture, [...heads.values()]);
  const grouped = new Map<CapturedItem | undefined, ThreadEntry[]>();
  for (const { root, entries } of trees(members, memberKeys)) {
    const post = (root.parent && heads.get(root.parent.key)) ?? main;
    const group = grouped.get(post) ?? [];
    for (const entry of entries) group.push(entry);
    grouped.set(post, group);
  }
  return [...heads.values(), undefined].flatMap((post) => {
    const entries = grouped.get(post);
    return entries ? [{ ...(post && { post }), entries }] : [];
  });
}

/** Government replies are records of their own too, but a conversation without them cannot be followed. */
function threadMembers({ posts, reactions }: Capture): CapturedItem[] {
  const known = new Set([...posts, ...reactions].map(({ key }) => key));
  const replies = posts.filter(({ kind, parent }) => kind === 'antwoord-overheid' && parent !== undefined && known.has(parent.key));
  return [...reactions, ...replies];
}

/** The post the page is about. */
function mainPost({ url }: Capture, heads: readonly CapturedItem[]): CapturedItem | undefined {
  return heads.find((post) => post.url === url) ?? heads[0];
}

interface Tree {
  readonly root: CapturedItem;
  readonly entries: readonly ThreadEntry[];
}

function trees(members: readonly CapturedItem[], memberKeys: ReadonlySet<string>): Tree[] {
  const answers = Map.groupBy(members, ({ parent }) => (parent && memberKeys.has(parent.key) ? parent.key : ''));
  const placed = new Set<string>();
  const roots = answers.get('') ?? [];
  const whole = roots.map((root) => ({ root, entries: walk(root, answers, placed) }));
  // parents that answer each other in a circle are reached from no root: the first of them becomes one
  const circular = members.flatMap((root) => (placed.has(root.key) ? [] : [{ root, entries: walk(root, answers, placed) }]));
  return [...whole, ...circular];
}

/** Depth first without recursion: a thread can be as deep as its writers please. */
function walk(root: CapturedItem, answers: ReadonlyMap<string, CapturedItem[]>, placed: Set<string>): ThreadEntry[] {
  const entries: ThreadEntry[] = [];
  const ahead: ThreadEntry[] = [{ item: root, depth: 0 }];
  for (let entry = ahead.pop(); entry; entry = ahead.pop()) {
    const { item, depth } = entry;
    if (placed.has(item.key)) continue;
    placed.add(item.key);
    entries.push(entry);
    for (const answer of (answers.get(item.key) ?? []).toReversed()) ahead.push({ item: answer, depth: depth + 1 });
  }
  return entries;
}
