import type { PageKind, PlatformId } from '../../model/platform.ts';
import { linksIn } from '../address.ts';
import type { LinkHere } from '../address.ts';
import type { Adapter, PageFacts, People, ReadProfile, UnfoldPlan } from '../adapter.ts';
import { countIn, countValue } from '../counts.ts';
import { seeData } from '../data.ts';
import { all, attribute, closest, contains, one, pageLanguage } from '../read.ts';
import { isControlText, labelText } from '../text.ts';
import { handleOf, nameOf, readAuthor, seeLink } from './author.ts';
import { blockOf, own } from './block.ts';
import { find } from './find.ts';
import { read } from './item.ts';
import { anySite, isSameNetwork, messengers, siteOf } from './sites.ts';
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
    canRead: () => true,
    pageKind: (page, address) => pageKind(page, address, site),
    facts: (page, address, people) => facts(page, address, people, site),
    find: (page, address) => find(page, address, site),
    read: (found, _page, address, people) => read(found, address, people, site),
    profile: (page, address, people) => profile(page, address, people, site),
    unfold,
  };
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

function replyPossibility(button: Element | undefined, items: number): PageFacts['replies'] {
  if (button && attribute(button, 'aria-disabled') !== 'true') return { possible: 'yes', evidence: 'reply-button' };
  return items > 1 ? { possible: 'yes', evidence: 'replies-present' } : { possible: 'unknown', evidence: 'generic-reader' };
}

function accountOfAddress(url: URL, people: People, site: Site): number | undefined {
  const raw = url.pathname.match(site.postPath ?? /^(?!)/u)?.[1] ?? url.pathname.match(site.profilePath)?.slice(1).find(Boolean);
  return raw === undefined ? undefined : people.see({ handle: raw });
}

/** Every account linked anywhere in the page: what is not understood here must not slip through later. */
function seeEverybody(page: Document, url: URL, people: People, site: Site): void {
  const employees = new Set(site.employee ? all(page, site.employee) : []);
  for (const link of linksIn(page, url).slice(0, maxLinks)) {
    const deeper = deeperHandle(link, url);
    const handle = handleOf(link.url, site, url) ?? deeper;
    if (!handle) continue;
    const home = deeper ? { ...link, url: new URL(`/profile/${deeper}`, url) } : link;
    const isEmployee = employees.has(link.element);
    // in running text a link can say anything; elsewhere it says who it is
    const isText = closest(link.element, site.text ?? 'p') !== undefined;
    const { name = '' } = isText || isEmployee || deeper ? {} : nameOf(link.element, handle);
    const seen = people.all[seeLink(people, home, handle, isControlText(name) ? undefined : name)];
    if (isEmployee && seen?.handle) people.see({ handle: seen.handle, ...nameInMenu(page, site, seen.handle), isEmployee: true });
  }
  seeData(page, people, (handle) => ({ handle }));
}

/** Lists, feeds and posts of an account, and other things that are named by it. */
function deeperHandle({ url }: LinkHere, base: URL): string | undefined {
  if (!isSameNetwork(url, base)) return undefined;
  return url.pathname.match(/^\/(?:profile|starter-pack|start)\/([^/]+)\//u)?.[1];
}

/** The menu of accounts draws the employee's name and handle below each other, without a link. */
function nameInMenu(page: Document, site: Site, handle: string): { name?: string } {
  const menus = site.employee
    ? all(page, site.employee).flatMap((link) => closest(link, 'nav, header, [role="navigation"]') ?? [])
    : [];
  const boxes = menus.flatMap((menu) => all(menu, '[dir], span'));
  const at = boxes.findIndex((box) => labelText(box)?.toLowerCase() === `@${handle.toLowerCase()}`);
  const name = boxes.slice(0, Math.max(0, at)).findLast((box) => !contains(box, boxes[at] ?? box) && labelText(box));
  const text = labelText(name);
  return text && !text.startsWith('@') ? { name: text } : {};
}

/** The little that a page of an unknown kind says of the account: its name and description as offered to search engines. */
function profile(page: Document, url: URL, people: People, site: Site): ReadProfile | undefined {
  if (pageKind(page, url, site) !== 'profile') return undefined;
  const account = accountOfAddress(url, people, site);
  if (account === undefined) return undefined;
  const description = attribute(one(page, 'meta[property="og:description"], meta[name="description"]'), 'content');
  return { profile: { account, ...(description && { description }), fields: [], links: [], mentions: [] }, marks: [] };
}
