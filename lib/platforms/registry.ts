import type { Adapter } from './adapter.ts';
import type { PlatformId } from '../model/platform.ts';
import { facebook, facebookProfile } from './facebook/index.ts';
import { fediverseSoftware, namedGeneric } from './fediverse.ts';
import { bluesky } from './bluesky/index.ts';
import { createGeneric, knownPlatform } from './generic/index.ts';
import { genericMediaHosts } from './generic/sites.ts';
import { instagram } from './instagram/index.ts';
import { linkedin } from './linkedin/index.ts';
import { mastodon } from './mastodon/index.ts';
import { tiktok } from './tiktok/index.ts';
import { threads } from './threads/index.ts';
import { x } from './x/index.ts';
import { youtube } from './youtube/index.ts';

export { knownPlatform };

/** Readers of networks with hosts of their own. */
const byHost: readonly Adapter[] = [x, youtube, tiktok, instagram, linkedin, facebookProfile, facebook, bluesky, threads];
/** Readers of networks that stand on any host: the page says so. */
const byPage: readonly Adapter[] = [mastodon];

/** Who reads this page. Exact hosts first, so that a page cannot pass for another network (T19); then what the page is. */
export function adapterFor(page: Document, url: URL): Adapter {
  const named = byHost.find((adapter) => adapter.canRead(page, url));
  if (named) return named;
  if (knownPlatform(url) !== undefined) return createGeneric(url);
  const said = byPage.find((adapter) => adapter.canRead(page, url));
  const software = said ? undefined : fediverseSoftware(page);
  return said ?? (software ? namedGeneric(createGeneric(url), software) : createGeneric(url));
}

/** Hosts a network's media may be fetched from (D7); a network on any server (Mastodon) has none of its own. */
export function mediaHostsOf(platform: PlatformId): readonly string[] {
  const reader = [...byHost, ...byPage].find((adapter) => adapter.platform === platform);
  return reader?.mediaHosts ?? genericMediaHosts(platform);
}
