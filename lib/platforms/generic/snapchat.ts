/**
 * Snapchat's public pages: a profile, and a Spotlight film. What they are stands in the page's own data (`__NEXT_DATA__`), in
 * schema.org data and in the card for other sites; reactions are for the app.
 */
import type { DraftMedia } from '../../model/draft.ts';
import type { PageKind } from '../../model/platform.ts';
import { webAddress } from '../address.ts';
import { pageData } from '../data.ts';
import { given } from '../given.ts';
import { listAt, numberAt, objectAt, shortAt, textAt } from '../json.ts';
import type { Json } from '../json.ts';
import { attribute, one } from '../read.ts';
import type { OwnItem, OwnPage, OwnProfile } from './ownPage.ts';

/** Chat is another host; stories of others are gone in a day and not meant to be kept (R2). */
export const snapchatKinds: readonly (readonly [RegExp, PageKind])[] = [
  [/^\/(?:@[\w.-]+\/)?spotlight\/[\w-]+\/?$/u, 'post'],
  [/^\/(?:web|chat|messages?)(?:\/|$)/u, 'direct-messages'],
  [/^\/(?:s|p|story|stories|t|unlock|discover|map|camera|memories)(?:\/|$)/u, 'private'],
  [/^\/@[\w.-]+\/(?:highlights?|stories|story)(?:\/|$)/u, 'private'],
  [/^\/(?:add\/|@)[\w.-]+\/?$/u, 'profile'],
];
export const snapchatProfilePath = /^\/(?:add\/|@)([\w.-]{2,80})(?:\/|$)/u;

const spotlightPath = /^\/(?:@([\w.-]+)\/)?spotlight\/([\w-]+)/u;

export const snapchat: OwnPage = { item, profile };

function item(page: Document, url: URL): OwnItem | undefined {
  const [, onPath, id] = spotlightPath.exec(url.pathname) ?? [];
  if (!id) return undefined;
  const story = storyOf(page, id);
  const video = objectAt(story, 'metadata', 'videoMetadata') ?? objectAt(story, 'videoMetadata');
  const linked = videoObject(page, id);
  const maker = makerOf(video, linked, onPath);
  if (!maker) return undefined;
  return {
    id,
    ...maker,
    ...said(page, video, linked),
    media: mediaOf(page, video, linked, url),
    ...given({ reactions: numberAt(video, 'commentCount') ?? numberAt(story, 'engagementStats', 'commentCount') }),
  };
}

function makerOf(video: Json | undefined, linked: Json | undefined, onPath: string | undefined) {
  const person = objectAt(video, 'creator', 'personCreator');
  const maker = objectAt(linked, 'creator') ?? objectAt(linked, 'author');
  const handle = shortAt(person, 'username') ?? onPath ?? handleIn(textAt(maker, 'url')) ?? shortAt(maker, 'alternateName');
  if (!handle) return undefined;
  return { handle: handle.replace(/^@/u, ''), ...given({ name: shortAt(person, 'name') ?? shortAt(maker, 'name') }) };
}

function said(page: Document, video: Json | undefined, linked: Json | undefined) {
  const ms = numberAt(video, 'uploadDateMs');
  const published = ms ? new Date(ms) : new Date(textAt(linked, 'uploadDate') ?? '');
  return given({
    title: shortAt(video, 'name') ?? shortAt(linked, 'name') ?? card(page, 'og:title'),
    text: shortAt(video, 'description') ?? shortAt(linked, 'description') ?? card(page, 'og:description'),
    published: Number.isNaN(published.getTime()) ? undefined : published.toISOString(),
    views: numberAt(video, 'viewCount')?.toString(),
  });
}

/** The page's data holds a whole row of films of others; only the one of the address is read. */
function storyOf(page: Document, id: string): Json | undefined {
  for (const root of pageData(page, /"(?:spotlightStories|videoMetadata)"/u)) {
    const props = objectAt(root, 'props', 'pageProps');
    const stories = listAt(props, 'spotlightFeed', 'spotlightStories').map((story) => objectAt(story));
    const found = stories.find((story) => textAt(story, 'story', 'storyId', 'value') === id);
    if (found) return found;
    const single = objectAt(props, 'spotlightStory') ?? props;
    const whose = textAt(single, 'story', 'storyId', 'value') ?? textAt(single, 'spotlightId');
    if (objectAt(single, 'videoMetadata') && (whose === undefined || whose === id)) return single;
  }
  return undefined;
}

function videoObject(page: Document, id: string): Json | undefined {
  const roots = pageData(page, /"VideoObject"/u).flatMap((root) => [root, ...listAt(root, '@graph'), ...listAt(root)]);
  const videos = roots.map((root) => objectAt(root)).filter((root) => textAt(root, '@type') === 'VideoObject');
  return (
    videos.find((video) => textAt(video, 'url')?.includes(id) || textAt(video, '@id')?.includes(id)) ??
    (videos.length === 1 ? videos[0] : undefined)
  );
}

function mediaOf(page: Document, video: Json | undefined, linked: Json | undefined, url: URL): DraftMedia {
  const film = textAt(video, 'contentUrl') ?? textAt(linked, 'contentUrl') ?? card(page, 'og:video');
  const still = textAt(video, 'thumbnailUrl') ?? textAt(linked, 'thumbnailUrl') ?? card(page, 'og:image');
  return given({ kind: 'video' as const, url: webAddress(film, url), poster: webAddress(still, url) });
}

function profile(page: Document, url: URL): OwnProfile | undefined {
  const handle = snapchatProfilePath.exec(url.pathname)?.[1]?.toLowerCase();
  const info = pageData(page, /"(?:publicProfileInfo|userInfo)"/u)
    .map((root) => objectAt(root, 'props', 'pageProps', 'userProfile', 'publicProfileInfo'))
    .find((found) => textAt(found, 'username')?.toLowerCase() === handle);
  const site = webAddress(textAt(info, 'websiteUrl'), url);
  return given({
    name: shortAt(info, 'title') ?? card(page, 'og:title')?.replace(/\s*\(@[\w.-]+\).*$|\s+on Snapchat$|\s+op Snapchat$/u, ''),
    description: shortAt(info, 'bio') ?? card(page, 'og:description'),
    followers: shortAt(info, 'subscriberCount') ?? numberAt(info, 'subscriberCount')?.toString(),
    avatar: webAddress(textAt(info, 'profilePictureUrl'), url) ?? webAddress(card(page, 'og:image'), url),
    banner: webAddress(textAt(info, 'squareHeroImageUrl'), url),
    isVerified: info ? (numberAt(info, 'badge') ?? 0) > 0 : undefined,
    links: site ? [site] : [],
  });
}

function handleIn(address: string | undefined): string | undefined {
  return address && URL.canParse(address) ? snapchatProfilePath.exec(new URL(address).pathname)?.[1] : undefined;
}

function card(page: Document, property: string): string | undefined {
  return attribute(one(page, `meta[property="${property}"]`), 'content')?.trim() || undefined;
}
