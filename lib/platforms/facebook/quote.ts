/** R13: a post that shares another one has that one inside it, with an author and mostly a text of its own. */
import type { DraftQuote } from '../../model/draft.ts';
import type { Mark, People } from '../adapter.ts';
import { given } from '../given.ts';
import { marked } from '../marks.ts';
import { all, attribute, closest, contains, one, parent } from '../read.ts';
import { labelText, visibleText } from '../text.ts';
import { plainAddress } from './address.ts';
import { readAuthor, readMentions } from './author.ts';
import { bodyOf } from './body.ts';
import { commentLink } from './ids.ts';
import { readMedia } from './media.ts';
import { owned } from './owned.ts';
import { permalinkOf } from './scope.ts';
import { selectors } from './selectors.ts';

/** The box of the shared post: an article that is no comment, else the largest box with the second author and not the first. */
export function quoteOf(post: Element, base: URL): Element | undefined {
  const article = all(post, selectors.article).find((inner) => attribute(inner, 'tabindex') !== '-1' && !commentLink(inner, base));
  if (article && one(article, selectors.heading)) return article;
  const [first, second] = [...owned(post, selectors.author)];
  if (!first || !second) return undefined;
  let box: Element | undefined = second;
  for (let up = parent(second); up && up !== post && !contains(up, first); up = parent(up)) box = up;
  return one(box, selectors.menu) || closest(box, selectors.button) ? undefined : box;
}

export interface ReadQuote {
  readonly quote: DraftQuote;
  readonly marks: readonly Mark[];
}

export function readQuote(quote: Element, people: People, page: Document, base: URL): ReadQuote {
  const author = readAuthor(quote, people, base);
  const body = bodyOf(quote, false);
  const link = permalinkOf(quote, base);
  const media = readMedia(quote, page, base);
  const mentions = readMentions([quote], people, base, author.marks);
  const shown = attribute(link?.element, 'aria-label') ?? labelText(link?.element);
  return {
    quote: given({
      author: author.person,
      id: link?.id,
      url: link && plainAddress(link.url),
      text: body.text ?? (media.media.length > 0 ? '' : visibleText(quote) ? undefined : ''),
      times: given({ shown }),
      media: [...media.media],
    }),
    marks: [
      ...marked(quote, 'quote', author.person),
      ...author.marks,
      ...body.places.flatMap((place) => marked(place, 'text')),
      ...mentions,
      ...media.marks.map(({ element }) => ({ element, role: 'media' as const })),
    ],
  };
}
