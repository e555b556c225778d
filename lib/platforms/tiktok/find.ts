import type { Found } from '../adapter.ts';
import { attribute, contains, one, rawText } from '../read.ts';
import { readAddress } from './address.ts';
import { accountLinks } from './author.ts';
import { commentBlocks, wordsOf } from './comment.ts';
import type { Block } from './comment.ts';
import { createKeys } from './keys.ts';
import { gridPlaces } from './grid.ts';
import { isSame, postPlaces } from './post.ts';
import { commentText } from './words.ts';

type Parent = NonNullable<Found['parent']>;

export function find(page: Document, url: URL): Found[] {
  const { kind, id } = readAddress(url);
  if (kind === 'profile') return gridPlaces(page, url);
  if (kind !== 'post' || !id) return [];
  const posts = postPlaces(page, url).map((place): Found => ({ kind: 'post', id: place.id, element: place.element }));
  return [...posts, ...findComments(page, url, id)];
}

interface Said {
  readonly id: string;
  readonly handle: string;
}

function findComments(page: Document, url: URL, postId: string): Found[] {
  const key = createKeys();
  const found: Found[] = [];
  let thread: Said[] = [];
  for (const block of commentBlocks(page)) {
    const { handle, answers, text } = saidIn(block, url);
    if (!handle) continue;
    const isAnswer = block.level === 2 && thread.length > 0;
    const id = key(handle, text, isAnswer ? thread[0]?.id : undefined);
    const parent: Parent = isAnswer ? answered(thread, answers) : { id: postId, method: 'position' };
    thread = isAnswer ? [...thread, { id, handle }] : [{ id, handle }];
    found.push({ kind: 'reaction', id, element: block.element, parent });
  }
  return found;
}

/** The comment at the head of the thread, unless the name line tells which answer in it is answered. */
function answered(thread: readonly Said[], handle: string | undefined): Parent {
  const named = handle === undefined ? undefined : thread.findLast((said) => isSame(said.handle, handle));
  return { id: (named ?? thread[0])?.id ?? '', method: 'markup' };
}

interface Line {
  readonly raw: string;
  readonly handle?: string;
  readonly answers?: string;
  readonly text: string;
}

/** A page is looked through again and again while it is unfolded; a block that still says the same is not read anew. */
const lines = new WeakMap<Element, Line>();

function saidIn({ element }: Block, url: URL): Line {
  const raw = `${attribute(one(element, 'a[href]'), 'href') ?? ''} ${rawText(element)}`;
  const known = lines.get(element);
  if (known?.raw === raw) return known;
  const words = wordsOf(element);
  const links = accountLinks(element, url).filter((link) => !contains(words, link.element));
  const handle = links[0]?.handle;
  const answers = links.find((link) => handle && !isSame(link.handle, handle))?.handle;
  const line = { raw, ...(handle && { handle }), ...(answers && { answers }), text: commentText(words) };
  lines.set(element, line);
  return line;
}
