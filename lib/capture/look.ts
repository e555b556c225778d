import { Failure } from '../model/failure.ts';
import type { Adapter, People, ReadItem, ReadProfile } from '../platforms/adapter.ts';
import { createPeople } from '../platforms/people.ts';
import { adapterFor } from '../platforms/choose.ts';
import { isAllowed } from './fetchMedia.ts';
import { canRead, readerFor } from './reader.ts';
import { skeletonOf } from './skeleton.ts';

/** What a page is and whose, without reading its items further than needed; nothing of it is kept. */
export function look(page: Document, url: URL) {
  const { adapter, isFallback } = readerFor(page, url);
  const people = createPeople();
  const pageKind = adapter.pageKind(page, url);
  const isReadable = pageKind === 'post' || pageKind === 'profile' || pageKind === 'other';
  const common = {
    platform: adapter.platform,
    isGeneric: adapter.isGeneric === true,
    isFallback,
    pageKind,
    url: url.href,
    mediaHosts: [...adapter.mediaHosts],
    offersHover: adapter.unfold.hover !== undefined && isReadable,
  };
  if (!isReadable) return { ...common, replies: 'unknown' as const, hasReposts: false };
  const facts = adapter.facts(page, url, people);
  const profile = adapter.profile(page, url, people)?.profile;
  const account = facts.account === undefined ? undefined : people.all[facts.account];
  const items = itemsNow(adapter, page, url, people);
  return {
    ...common,
    ...(adapter.mediaOnAnyHost && { ownMediaHosts: mediaHostsIn(items, profile, facts.account) }),
    ...(account?.handle && { account: { handle: account.handle, name: account.name ?? account.handle } }),
    replies: facts.replies.possible,
    ...(facts.displayedReactions !== undefined && { displayedReactions: facts.displayedReactions }),
    ...(facts.isLoggedIn !== undefined && { isLoggedIn: facts.isLoggedIn }),
    ...(profile?.isProtected !== undefined && { isProtected: profile.isProtected }),
    hasReposts: items.some(({ repostedBy }) => repostedBy !== undefined),
  };
}

type Item = ReadItem['item'];

/** What cannot be read is told by the capture itself. */
function itemsNow(adapter: Adapter, page: Document, url: URL, people: People): Item[] {
  return adapter.find(page, url).flatMap((found) => {
    try {
      return [adapter.read(found, page, url, people).item];
    } catch (error) {
      if (error instanceof Failure && error.code === 'page-not-understood') return [];
      throw error;
    }
  });
}

const maxHosts = 8;

/** Where the account's own pictures and films stand: the user is asked for each of these hosts. */
function mediaHostsIn(items: readonly Item[], profile: ReadProfile['profile'] | undefined, account: number | undefined): string[] {
  if (account === undefined) return [];
  const own = items.filter(({ author }) => author === account).flatMap(({ media }) => media.filter(({ kind }) => kind !== 'card'));
  const addresses = [
    ...own.flatMap(({ url, poster, captions }) => [url, poster, captions]),
    ...(profile?.account === account ? [profile.avatar, profile.banner] : []),
  ];
  const hosts = addresses.flatMap((address) => {
    const url = address !== undefined && URL.canParse(address) ? new URL(address) : undefined;
    return url && isAllowed(url, [url.hostname]) ? [url.hostname] : [];
  });
  return [...new Set(hosts)].slice(0, maxHosts);
}

/** The page's structure for whoever mends the reader, with what that reader still finds. */
export function report(page: Document, url: URL) {
  const adapter = adapterFor(page, url);
  const found = canRead(adapter, page, url) ? adapter.find(page, url) : [];
  const posts = found.filter(({ kind }) => kind === 'post').length;
  const html = skeletonOf(page, url, {
    platform: adapter.platform,
    adapter: adapter.isGeneric ? 'generic' : adapter.platform,
    version: adapter.version,
    layout: found.length > 0 ? adapter.facts(page, url, createPeople()).layout : 'onbekend',
    posts,
    reactions: found.length - posts,
  });
  return { platform: adapter.platform, html };
}
