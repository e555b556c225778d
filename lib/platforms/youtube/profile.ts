import type { DraftProfile } from '../../model/draft.ts';
import { webAddress } from '../address.ts';
import type { People, ReadProfile } from '../adapter.ts';
import { countIn } from '../counts.ts';
import { given } from '../given.ts';
import { mentionsIn, profileMarks } from '../marks.ts';
import { all, attribute, contains, isShown, one } from '../read.ts';
import { labelText, visibleText } from '../text.ts';
import { readAddress } from './address.ts';
import { avatarOf, readMentions, seeChannel, strayMarks } from './author.ts';
import { outwardLinks } from './comment.ts';
import { withHandle } from './facts.ts';
import { original } from './media.ts';

/** The head of a channel: since 2024 a page header, before that a header of its own. */
const headers = 'yt-page-header-view-model, ytd-c4-tabbed-header-renderer';
const names = 'h1, #channel-name #text, ytd-channel-name #text';
const texts = 'yt-description-preview-view-model, ytd-channel-tagline-renderer #content';

export function profile(page: Document, url: URL, people: People): ReadProfile | undefined {
  const { kind, channel } = readAddress(url);
  if (kind !== 'profile' || !channel) return undefined;
  const meeting = { page, url, people };
  const header = all(page, headers).find(isShown);
  const nameBox = header && one(header, names);
  const avatar = header && one(header, 'yt-decorated-avatar-view-model, yt-avatar-shape, #avatar');
  const name = labelText(nameBox) ?? attribute(one(page, 'meta[property="og:title"]'), 'content');
  const account = seeChannel(meeting, withHandle(channel, page, url), { ...(name && { name }), ...avatarOf(avatar, url) });
  if (account === undefined) return undefined;
  const description = header && one(header, texts);
  const mentions = readMentions(description, meeting);
  const handleBox =
    header && all(header, '#channel-handle, yt-content-metadata-view-model span').find((box) => labelText(box)?.startsWith('@'));
  const marks = header
    ? [...mentions, ...profileMarks(account, { nameBox, handleBox, avatar, description }, all(header, controls))]
    : [];
  return {
    profile: {
      account,
      ...given({ description: descriptionIn(page, description) }),
      fields: fieldsOf(page),
      links: linksOf(page, header, url),
      ...numbersOf(header),
      ...picturesOf(page, header, avatar, url),
      isVerified: header !== undefined && one(header, verified) !== undefined,
      mentions: mentionsIn(mentions),
    },
    ...(header && { element: header }),
    marks: header ? [...marks, ...strayMarks(header, marks, meeting)] : [],
  };
}

const controls =
  'yt-flexible-actions-view-model, #buttons, #subscribe-button, #tabs, tp-yt-paper-tooltip, .truncated-text-wiz__inline-button';
const verified = '[aria-label*="erified" i], .badge-style-type-verified, .ytIconWrapperHost[aria-label]';

/** Drawn shortened; the page's head has more of it, and the panel "about" all. */
function descriptionIn(page: Document, drawn: Element | undefined): string | undefined {
  const about = all(
    page,
    'ytd-about-channel-renderer #description-container, ytd-channel-about-metadata-renderer #description',
  ).find(isShown);
  const whole = about && visibleText(about, { isPreformatted: true });
  return (
    whole ||
    attribute(one(page, 'meta[property="og:description"]'), 'content')?.trim() ||
    (drawn && visibleText(drawn)) ||
    undefined
  );
}

/** What the panel "about" says in rows of icon and words. */
function fieldsOf(page: Document): DraftProfile['fields'] {
  const rows = all(page, 'ytd-about-channel-renderer #additional-info-container tr').filter(isShown);
  return rows.flatMap((row) => {
    const value = labelText(row);
    return value && !/^(?:https?:\/\/)?www\.youtube\.com\//u.test(value) ? [{ label: 'about', value }] : [];
  });
}

function linksOf(page: Document, header: Element | undefined, url: URL): string[] {
  const about = one(page, 'ytd-about-channel-renderer #link-list-container');
  return [...new Set([...outwardLinks(header, url), ...outwardLinks(about, url)])];
}

/** Handle, subscribers, videos, in this order in every language; the number of subscribers can be hidden. */
function numbersOf(header: Element | undefined): Pick<DraftProfile, 'followers' | 'postCount'> {
  if (!header) return {};
  const parts = all(header, 'yt-content-metadata-view-model span')
    .filter((span) => !one(span, 'span'))
    .flatMap((span) => labelText(span) ?? [])
    .filter((text) => !text.startsWith('@') && countIn(text));
  const old = [one(header, '#subscriber-count'), one(header, '#videos-count')].map((box) => countIn(labelText(box)));
  const [followers, postCount] = parts.length > 1 ? parts.map(countIn) : [old[0] ?? countIn(parts[0]), old[1]];
  return given({ followers, postCount });
}

function picturesOf(
  page: Document,
  header: Element | undefined,
  avatar: Element | undefined,
  url: URL,
): Pick<DraftProfile, 'avatar' | 'banner'> {
  const small = avatarOf(avatar, url).avatars?.[0] ?? webAddress(attribute(one(page, 'meta[property="og:image"]'), 'content'), url);
  const banner = one(page, 'yt-image-banner-view-model img, #page-header-banner img');
  const isPicture = banner && !(header && avatar && contains(avatar, banner));
  return given({ avatar: original(small), banner: isPicture ? original(webAddress(attribute(banner, 'src'), url)) : undefined });
}
