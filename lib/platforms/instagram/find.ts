import type { Found } from '../adapter.ts';
import { readAddress } from './address.ts';
import { answers } from './comments.ts';
import { cellsOf } from './grid.ts';
import { isShortened } from './item.ts';
import { postOf } from './post.ts';

/** The post of the address with its comments; on a profile its own posts. Never the posts below or beside it. */
export function find(page: Document, url: URL): Found[] {
  const { kind } = readAddress(url);
  if (kind === 'profile') return cellsOf(page, url);
  const post = kind === 'post' ? postOf(page, url) : undefined;
  if (!post) return [];
  const { place, code, comments, caption } = post;
  const once = new Map(comments.toReversed().map((comment) => [comment.id, comment]));
  return [
    { kind: 'post', id: code, element: place, ...(isShortened(caption) && { isTruncated: true as const }) },
    ...comments
      .filter((comment) => once.get(comment.id) === comment)
      .map((comment): Found => ({
        kind: 'reaction',
        id: comment.id,
        element: comment.row,
        parent: answers(comment, code),
      })),
  ];
}
