import type { PlatformId } from '../model/platform.ts';
import type { RunAccount } from '../model/run.ts';

const addresses: Readonly<Record<Exclude<PlatformId, 'mastodon' | 'other'>, string>> = {
  x: 'https://x.com/',
  linkedin: 'https://www.linkedin.com/company/',
  instagram: 'https://www.instagram.com/',
  facebook: 'https://www.facebook.com/',
  youtube: 'https://www.youtube.com/@',
  tiktok: 'https://www.tiktok.com/@',
  snapchat: 'https://www.snapchat.com/add/',
  threads: 'https://www.threads.com/@',
  bluesky: 'https://bsky.app/profile/',
};

/** Where the profile of a registered account stands; undefined where its name does not tell. */
export function profileAddress({ platform, handle }: RunAccount): string | undefined {
  if (platform === 'other') return undefined;
  if (platform !== 'mastodon') return `${addresses[platform]}${handle.split('/').map(encodeURIComponent).join('/')}`;
  const [name, server] = handle.split('@');
  return name && server ? `https://${server}/@${encodeURIComponent(name)}` : undefined;
}
