import type { Found } from '../adapter.ts';
import { all, attribute, closest, contains, matches, one, parent, rawText } from '../read.ts';
import { readAddress } from './address.ts';
import { commentUrnOf } from './block.ts';
import { levelsOf } from './levels.ts';
import { accountLinks } from './parts.ts';
import { focalPost, isVisible, numberOf, postPlaces } from './posts.ts';
import { anyComment, anyPost, classic, elsewhere } from './selectors.ts';

type Parent = NonNullable<Found['parent']>;

export function find(page: Document, url: URL): Found[] {
  const address = readAddress(url);
  if (address.kind === 'profile') return findOnProfile(page);
  if (address.kind !== 'post') return [];
  const focal = focalPost(page, url);
  const id = address.id ?? (focal && numberOf(focal));
  const post: Found[] = focal && id ? [{ kind: 'post', id, element: focal }] : [];
  return [...post, ...findComments(page, focal, id)];
}

/** A page's updates. A server-driven one without any number cannot be told from its neighbours and is left out. */
function findOnProfile(page: Document): Found[] {
  const seen = new Set<string>();
  return postPlaces(page).flatMap((element): Found[] => {
    const id = numberOf(element);
    return id && !seen.has(id) && seen.add(id) ? [{ kind: 'post', id, element }] : [];
  });
}

/** Comments of this post, each once: the server-driven page nests three elements with the same key. */
function findComments(page: Document, focal: Element | undefined, post: string | undefined): Found[] {
  const ids = new Map<Element, string>();
  const taken = new Set<string>();
  for (const element of all(page, anyComment)) {
    if (closest(element, elsewhere) || !isVisible(element) || isOfAnother(element, focal)) continue;
    const id = commentUrnOf(element)?.id ?? madeId(element, taken);
    if (taken.has(id)) continue;
    taken.add(id);
    ids.set(element, id);
  }
  const answeredBy = levelsOf([...ids.keys()]);
  return [...ids].map(([element, id]): Found => {
    const answered = parentOf(element, id, ids, answeredBy, post);
    return { kind: 'reaction', id, element, ...(answered && { parent: answered }) };
  });
}

function isOfAnother(element: Element, focal: Element | undefined): boolean {
  const around = closest(element, anyPost);
  return around !== undefined && focal !== undefined && !contains(around, focal) && !contains(focal, around);
}

function parentOf(
  element: Element,
  id: string,
  ids: ReadonlyMap<Element, string>,
  answeredBy: ReturnType<typeof levelsOf>,
  post: string | undefined,
): Parent | undefined {
  const outer = outerComment(element, id, ids);
  if (outer) return { id: outer, method: 'markup' };
  const level = answeredBy(element);
  const above = level.above && ids.get(level.above);
  if (level.isReply) return above ? { id: above, method: level.isSaid ? 'markup' : 'chain' } : undefined;
  return post ? { id: post, method: matches(element, classic.comment) ? 'markup' : 'position' } : undefined;
}

/** An answer can stand inside the comment it answers. */
function outerComment(element: Element, id: string, ids: ReadonlyMap<Element, string>): string | undefined {
  for (let up = parent(element), place; up && (place = closest(up, anyComment)); up = parent(place)) {
    const outer = commentUrnOf(place)?.id ?? ids.get(place);
    if (outer && outer !== id) return outer;
  }
  return undefined;
}

/** Older guest pages do not give a comment's id: one is made of who said what, the same each time. */
function madeId(element: Element, taken: ReadonlySet<string>): string {
  const link = one(element, accountLinks);
  const said = `${attribute(link, 'href')?.replace(/[?#].*$/u, '') ?? ''}\n${rawText(element).replace(/\s+/gu, ' ').slice(0, 4_000)}`;
  let hash = 0xcbf29ce484222325n;
  for (const character of said) hash = BigInt.asUintN(64, (hash ^ BigInt(character.codePointAt(0) ?? 0)) * 0x100000001b3n);
  const id = `zonder-id-${hash.toString(36)}`;
  return taken.has(id) ? `${id}-${taken.size}` : id;
}
