import type { PageKind, PlatformId } from '../../model/platform.ts';
import { linksIn } from '../address.ts';
import type { Adapter, Found, PageFacts, People, ReadProfile, UnfoldPlan } from '../adapter.ts';
import { countIn, countValue } from '../counts.ts';
import { seeData } from '../data.ts';
import { attribute, closest, one, pageLanguage } from '../read.ts';
import { isControlText, labelText } from '../text.ts';
import { handleOf, nameOf, readAuthor, seeLink } from './author.ts';
import { blockOf, own } from './block.ts';
import { find } from './find.ts';
import { read } from './item.ts';
import { foundOwn, readOwn, seeOwner } from './ownPage.ts';
import type { OwnItem, OwnProfile } from './ownPage.ts';
import { anySite, messengers, siteOf } from './sites.ts';
import type { Site } from './sites.ts';

/** On an unknown page nothing is clicked: what a button does there is anybody's guess. Scrolling is safe. */
const unfold: UnfoldPlan = {
  controls: [],
  never: ['button', '[role="button"]'],
  scrolls: true,
  loading: '[role="progressbar"], [aria-busy="true"]',
};
/** More links than any page of people has; a page that goes on is not read further. */
const maxLinks = 5_000;

/** A reader for pages without one of their own (R1): flagged as such in the record. */
export function createGeneric(url: URL): Adapter {
  const site = siteOf(url);
  return {
    platform: site.platform,
    isGeneric: true,
    version: '1',
    mediaHosts: site.mediaHosts,
    ...(site === anySite && { mediaOnAnyHost: true }),
    canRead: () => true,
    pageKind: (page, address) => pageKind(page, address, site),
    facts: (page, address, people) => facts(page, address, people, site),
    find: (page, address) => findAll(page, address, site),
    read: (found, page, address, people) => {
      const told = site.ownPage?.item(page, address);
      return told?.id === found.id ? readOwn(told, found, address, people) : read(found, address, people, site);
    },
    profile: (page, address, people) => profile(page, address, people, site),
    unfold,
  };
}

/** What the page's own data tells goes before what its boxes look like. */
function findAll(page: Document, url: URL, site: Site): Found[] {
  const told = site.ownPage?.item(page, url);
  return told ? foundOwn(told, page) : find(page, url, site);
}

/** Which network of R1 an address belongs to; also for the sentence "there is no reader for this yet". */
export function knownPlatform(url: URL): PlatformId | undefined {
  const site = siteOf(url);
  return site === anySite ? undefined : site.platform;
}

function pageKind(page: Document, url: URL, site: Site): PageKind {
  if (messengers.has(url.hostname)) return 'direct-messages';
  const known = site.kinds.find(([path]) => path.test(url.pathname))?.[1];
  if (known) return known;
  if (one(page, 'input[type="password"]') && !one(page, site.item)) return 'login';
  return site.profilePath.test(url.pathname) ? 'profile' : 'other';
}

function facts(page: Document, url: URL, people: People, site: Site): PageFacts {
  const told = site.ownPage?.item(page, url);
  if (told) return ownFacts(told, page, url, people, site);
  const found = find(page, url, site);
  const focal = found.find(({ kind }) => kind === 'post');
  const block = focal && blockOf(focal.element, site);
  const account = (block && readAuthor(block, site, people, url).person) ?? accountOfAddress(url, people, site);
  seeEverybody(page, url, people, site);
  const language = pageLanguage(page);
  const replyPlace = block && own(block, site.counts.find(([name]) => name === 'replies')?.[1] ?? ':not(*)');
  const displayed = countValue(countIn(labelText(replyPlace)) ?? countIn(attribute(replyPlace, 'aria-label')));
  return {
    ...(account !== undefined && { account }),
    ...(language && { language }),
    layout: 'generic',
    replies: replyPossibility(replyPlace, found.length),
    ...(displayed !== undefined && { displayedReactions: displayed }),
    unavailableItems: 0,
    notes: ['generic-reader'],
  };
}

/** Reactions that the network counts and shows in its app only are told as a gap (R23). */
function ownFacts(told: OwnItem, page: Document, url: URL, people: People, site: Site): PageFacts {
  const account = seeOwner(told, url, people);
  seeEverybody(page, url, people, site);
  const language = pageLanguage(page);
  const { reactions } = told;
  return {
    account,
    ...(language && { language }),
    layout: 'generic',
    replies: reactions ? { possible: 'yes', evidence: 'count-in-data' } : { possible: 'unknown', evidence: 'generic-reader' },
    ...(reactions !== undefined && { displayedReactions: reactions }),
    unavailableItems: 0,
    ...(reactions && { gaps: [{ kind: 'needs-login' as const, count: reactions }] }),
    notes: ['generic-reader'],
  };
}

function replyPossibility(button: Element | undefined, items: number): PageFacts['replies'] {
  if (button && attribute(button, 'aria-disabled') !== 'true') return { possible: 'yes', evidence: 'reply-button' };
  return items > 1 ? { possible: 'yes', evidence: 'replies-present' } : { possible: 'unknown', evidence: 'generic-reader' };
}

function accountOfAddress(url: URL, people: People, site: Site): number | undefined {
  const raw = url.pathname.match(site.profilePath)?.slice(1).find(Boolean);
  return raw === undefined ? undefined : people.see({ handle: raw });
}

/** Every account linked anywhere in the page: what is not understood here must not slip through later. */
function seeEverybody(page: Document, url: URL, people: People, site: Site): void {
  for (const link of linksIn(page, url).slice(0, maxLinks)) {
    const handle = handleOf(link.url, site, url);
    if (!handle) continue;
    // in running text a link can say anything; elsewhere it says who it is
    const { name = '' } = closest(link.element, 'p') ? {} : nameOf(link.element, handle);
    seeLink(people, link, handle, isControlText(name) ? undefined : name);
  }
  seeData(page, people, (handle) => ({ handle }));
}

/** The little that a page of an unknown kind says of the account: its name and description as offered to search engines. */
function profile(page: Document, url: URL, people: People, site: Site): ReadProfile | undefined {
  if (pageKind(page, url, site) !== 'profile') return undefined;
  const account = accountOfAddress(url, people, site);
  if (account === undefined) return undefined;
  const told = site.ownPage?.profile(page, url);
  if (told) return ownProfile(told, account, people);
  const description = attribute(one(page, 'meta[property="og:description"], meta[name="description"]'), 'content');
  return { profile: { account, ...(description && { description }), fields: [], links: [], mentions: [] }, marks: [] };
}

function ownProfile({ name, ...told }: OwnProfile, account: number, people: People): ReadProfile {
  const handle = people.all[account]?.handle;
  if (handle && name) people.see({ handle, name });
  return { profile: { account, ...told, fields: [], mentions: [] }, marks: [] };
}
