import type { PlatformId } from '../model/platform.ts';

/** Hosts a network's media may be fetched from (D7): exact, or `*.` and a domain. One that stands on any server has none of its own. */
const hosts: Readonly<Record<PlatformId, readonly string[]>> = {
  bluesky: ['cdn.bsky.app', 'video.bsky.app', 'video.cdn.bsky.app', 't.gifs.bsky.app'],
  facebook: ['*.fbcdn.net'],
  instagram: ['*.cdninstagram.com', '*.fbcdn.net'],
  linkedin: ['media.licdn.com', 'dms.licdn.com'],
  mastodon: [],
  other: [],
  snapchat: ['*.sc-cdn.net', '*.snapchat.com'],
  threads: ['*.cdninstagram.com', '*.fbcdn.net'],
  tiktok: ['*.tiktokcdn.com', '*.tiktokcdn-eu.com', '*.tiktokcdn-us.com', '*.tiktok.com'],
  x: ['pbs.twimg.com', 'video.twimg.com'],
  youtube: ['i.ytimg.com', 'yt3.ggpht.com', 'yt3.googleusercontent.com', 'www.youtube.com'],
};

export function mediaHostsOf(platform: PlatformId): readonly string[] {
  return hosts[platform];
}
