/** Title and description of a video: the page draws the start of it, and the rest when asked to. */
import { isShown, one } from '../read.ts';
import { labelText, visibleText } from '../text.ts';
import { dataOf } from './data.ts';
import { headWord, shortTitle } from './place.ts';
import type { PostPlace } from './place.ts';

export interface Description {
  readonly title?: string;
  readonly titleBox?: Element;
  readonly text?: string;
  /** Where it stands in the page, whole or not. */
  readonly box?: Element;
  readonly isCut: boolean;
}

const titles = '#title h1, h1.title, h1';
const whole = '#description-inline-expander #expanded yt-attributed-string, #description-inline-expander > yt-attributed-string';
const snippet = '#attributed-snippet-text, #plain-snippet-text, #snippet-text, #snippet';
const old = 'ytd-expander #description, #description yt-formatted-string.content, #description.ytd-video-secondary-info-renderer';

export function descriptionOf(page: Document, { element, layout }: PostPlace, id: string): Description {
  const data = dataOf(page).videos.get(id)?.description;
  const titleBox = layout === 'head' ? undefined : one(element, layout === 'short' ? shortTitle : titles);
  const title = labelText(titleBox) ?? headWord(page, id, 'name', 'og:title');
  const head = { ...(title && { title }), ...(titleBox && { titleBox }) };
  if (layout === 'head' || layout === 'short') return { ...head, ...inHead(page, id, data) };
  return { ...head, ...drawnIn(page, element, layout, data) };
}

/** Whole when it was unfolded; else what the page's data has whole; else its start. */
function drawnIn(page: Document, element: Element, layout: PostPlace['layout'], data: string | undefined) {
  const full = drawnText(element, whole) ?? (layout === 'watch-2021' ? drawnText(page, old) : undefined);
  if (full) return { ...full, isCut: false };
  const start = drawnText(element, snippet);
  const canGoOn = one(element, '#description-inline-expander > #expand:not([hidden])') !== undefined;
  const text = data ?? start?.text;
  return { ...start, ...(text !== undefined && { text }), isCut: data === undefined && start !== undefined && canGoOn };
}

function drawnText(root: Document | Element, selector: string): { text: string; box: Element } | undefined {
  for (const part of selector.split(', ')) {
    const box = one(root, part);
    const text = box && isShown(box) ? visibleText(box, { isPreformatted: true }) : '';
    if (box && text) return { text, box };
  }
  return undefined;
}

/** For search engines the description is cut off, and says so. */
function inHead(page: Document, id: string, data: string | undefined): { text?: string; isCut: boolean } {
  const brief = headWord(page, id, 'description', 'og:description');
  const text = data ?? brief;
  return { ...(text && { text }), isCut: data === undefined && /(?:\.\.\.|…)$/u.test(brief ?? '') };
}
