/** Where the page's own video or post stands, in whichever layout; the newest is looked for first. */
import { all, attribute, closest, isShown, one } from '../read.ts';
import { linksIn } from '../address.ts';
import { readAddress } from './address.ts';
import { selectors } from './selectors.ts';

export interface PostPlace {
  readonly layout: 'watch' | 'watch-2021' | 'short' | 'community' | 'head';
  readonly element: Element;
}

export function postPlace(page: Document, url: URL): PostPlace | undefined {
  const { id, form } = readAddress(url);
  if (!id) return undefined;
  if (form === 'community') return communityPost(page, url, id);
  const watch = form === 'short' ? undefined : (drawn(page, selectors.watch, id) ?? drawn(page, selectors.oldTitle, id));
  if (watch) return watch;
  const reel = one(page, selectors.reel);
  const overlay = reel && one(reel, 'ytd-reel-player-overlay-renderer, #overlay, yt-reel-metapanel-view-model');
  if (overlay && one(overlay, shortTitle)) return { layout: 'short', element: overlay };
  return inHead(page, id);
}

export const shortTitle = 'yt-shorts-video-title-view-model, h2.title, h2';

/** YouTube keeps pages that were left in the document, hidden. */
function drawn(page: Document, selector: string, id: string): PostPlace | undefined {
  const element = all(page, selector).find((box) => {
    const of = attribute(closest(box, '[video-id]'), 'video-id');
    return isShown(box) && one(box, 'h1') && (!of || of === id);
  });
  return element && { layout: selector === selectors.watch ? 'watch' : 'watch-2021', element };
}

function communityPost(page: Document, url: URL, id: string): PostPlace | undefined {
  const posts = all(page, selectors.backstage).filter(isShown);
  const element = posts.find((post) => communityId(post, url) === id) ?? (posts.length === 1 ? posts[0] : undefined);
  return element && { layout: 'community', element };
}

/** A community post's address is the link around its time. */
export function communityId(post: Element, url: URL): string | undefined {
  return linksIn(post, url)
    .map((link) => readAddress(link.url))
    .find(({ form }) => form === 'community')?.id;
}

/** Before the page is drawn, and in pages saved then: what the server sent for search engines. */
function inHead(page: Document, id: string): PostPlace | undefined {
  const box = all(page, selectors.microdata).find(
    (place) => attribute(one(place, 'meta[itemprop="identifier"]'), 'content') === id || idIn(attribute(place, 'itemid')) === id,
  );
  const element = box ?? ogAddress(page, id);
  return element && { layout: 'head', element };
}

function ogAddress(page: Document, id: string): Element | undefined {
  const meta = one(page, 'meta[property="og:url"]');
  return meta && idIn(attribute(meta, 'content')) === id ? meta : undefined;
}

function idIn(address: string | undefined): string | undefined {
  return address && URL.canParse(address) ? readAddress(new URL(address)).id : undefined;
}

/** The microdata of this video; what was left of another one says nothing. */
function microdataOf(page: Document, id: string): Element | undefined {
  const place = inHead(page, id)?.element;
  return place && one(place, 'meta[itemprop]') ? place : undefined;
}

/** What the head of the page says of this video, by the name it has in the microdata or else in the card for other sites. */
export function headWord(page: Document, id: string, name: string, card?: string): string | undefined {
  const named = microdataOf(page, id);
  const found = named && one(named, `[itemprop="${name}"]`);
  const word = attribute(found, 'content') ?? attribute(found, 'href');
  const onCard = card && ogAddress(page, id) ? attribute(one(page, `meta[property="${card}"]`), 'content') : undefined;
  return (word ?? onCard)?.trim() || undefined;
}

/** Who the microdata says made it. */
export function headAuthor(page: Document, id: string): { url?: string; name?: string } {
  const named = microdataOf(page, id);
  const author = named && one(named, '[itemprop="author"]');
  const url = author && attribute(one(author, '[itemprop="url"]'), 'href');
  const name = author && attribute(one(author, '[itemprop="name"]'), 'content');
  return { ...(url && { url }), ...(name && { name }) };
}

/** A number of the microdata: likes or views. */
export function headCount(page: Document, id: string, action: 'LikeAction' | 'WatchAction'): string | undefined {
  const named = microdataOf(page, id);
  const counters = named ? all(named, '[itemprop="interactionStatistic"]') : [];
  const counter = counters.find((box) => one(box, `[itemprop="interactionType"][content$="${action}"]`));
  return counter && attribute(one(counter, '[itemprop="userInteractionCount"]'), 'content');
}
