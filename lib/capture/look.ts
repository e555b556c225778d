import { createPeople } from '../platforms/people.ts';
import { adapterFor } from '../platforms/registry.ts';
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
  return {
    ...common,
    ...(account?.handle && { account: { handle: account.handle, name: account.name ?? account.handle } }),
    replies: facts.replies.possible,
    ...(facts.displayedReactions !== undefined && { displayedReactions: facts.displayedReactions }),
    ...(facts.isLoggedIn !== undefined && { isLoggedIn: facts.isLoggedIn }),
    ...(profile?.isProtected !== undefined && { isProtected: profile.isProtected }),
    hasReposts: adapter.find(page, url).some((found) => adapter.read(found, page, url, people).item.repostedBy !== undefined),
  };
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
