import type { DraftMedia } from '../../model/draft.ts';
import { bestImage, linksIn, resolve } from '../address.ts';
import type { Mark } from '../adapter.ts';
import { given } from '../given.ts';
import { all, attribute, closest, contains, matches, one } from '../read.ts';
import { labelText, short } from '../text.ts';
import { readAddress } from './address.ts';
import { dataOf } from './data.ts';
import { headWord } from './place.ts';

/**
 * The film itself comes in pieces that the player puts together and has no address (seen 2023–2026): its still picture and its
 * subtitles are what can be kept.
 */
export function readVideo(page: Document, url: URL, id: string): DraftMedia {
  const data = dataOf(page).videos.get(id);
  const named = [headWord(page, id, 'thumbnailUrl', 'og:image'), data?.thumbnail].find(Boolean);
  const poster = stillOf(named, url) ?? `https://i.ytimg.com/vi/${id}/hqdefault.jpg`;
  return given({ kind: 'video' as const, poster, captions: captionsOf(data?.captions[0], url) });
}

/** Only of the picture hosts the capture may ask. */
function stillOf(raw: string | undefined, base: URL): string | undefined {
  const url = resolve(raw, base);
  return url?.hostname.endsWith('.ytimg.com') ? url.href : undefined;
}

/** As a file of subtitles (WebVTT) instead of YouTube's own form. */
function captionsOf(raw: string | undefined, base: URL): string | undefined {
  const url = resolve(raw, base);
  if (!url || url.hostname !== 'www.youtube.com' || url.pathname !== '/api/timedtext') return undefined;
  const file = new URL(url);
  file.searchParams.set('fmt', 'vtt');
  return file.href;
}

const attachments =
  'ytd-backstage-image-renderer, ytd-backstage-poll-renderer, ytd-backstage-quiz-renderer, ytd-video-renderer, ytd-playlist-renderer, yt-lockup-view-model';

/** Pictures, poll or shared film of a community post, in page order. */
export function readAttachments(post: Element, except: Element | undefined, base: URL): { media: DraftMedia[]; marks: Mark[] } {
  const media: DraftMedia[] = [];
  const marks: Mark[] = [];
  for (const element of all(post, attachments)) {
    if (contains(except, element) || marks.some((mark) => contains(mark.element, element))) continue;
    marks.push({ element, role: 'media', media: media.length });
    media.push(readAttachment(element, base));
  }
  return { media, marks };
}

function readAttachment(element: Element, base: URL): DraftMedia {
  if (matches(element, 'ytd-backstage-image-renderer')) {
    return given({ kind: 'image' as const, url: original(bestImage(one(element, 'img'), base)), alt: altOf(element) });
  }
  if (matches(element, 'ytd-backstage-poll-renderer, ytd-backstage-quiz-renderer')) {
    const choices = all(element, '.choice-text, #choice-text').flatMap((choice) => labelText(choice) ?? []);
    return given({ kind: 'poll' as const, text: short(choices.join('\n')) });
  }
  const link = linksIn(element, base).find(({ url }) => readAddress(url).id)?.url;
  const title = labelText(one(element, '#video-title, h3'));
  return given({ kind: 'card' as const, link: link?.href, text: short(title) });
}

/** Google's picture host makes any size; `s0` is the one that was uploaded. */
export function original(address: string | undefined): string | undefined {
  if (!address || !/^https:\/\/(?:yt3\.ggpht|yt3\.googleusercontent|lh\d\.googleusercontent)\.com\//u.test(address)) return address;
  return address.replace(/=[\w,=-]+$/u, '=s0');
}

function altOf(element: Element): string | undefined {
  const image = one(element, 'img');
  return image && !closest(image, '#author-thumbnail') ? short(attribute(image, 'alt')?.trim()) : undefined;
}
