/** Which network's reader belongs in a page. The reader itself judges the exact host (T19); here one too many does no harm. */
const byDomain = {
  'x.com': 'x',
  'twitter.com': 'x',
  'youtube.com': 'youtube',
  'youtu.be': 'youtube',
  'tiktok.com': 'tiktok',
  'instagram.com': 'instagram',
  'linkedin.com': 'linkedin',
  'facebook.com': 'facebook',
  'bsky.app': 'bluesky',
  'threads.com': 'threads',
  'threads.net': 'threads',
} as const;

export type ReaderName = (typeof byDomain)[keyof typeof byDomain] | 'mastodon';

const domains: ReadonlyMap<string, ReaderName> = new Map(Object.entries(byDomain));

/** Mastodon stands on any host: its reader goes where no other belongs. */
export function readerNameFor({ hostname }: URL): ReaderName {
  const labels = hostname.toLowerCase().split('.');
  return labels.map((_, at) => domains.get(labels.slice(at).join('.'))).find((name) => name !== undefined) ?? 'mastodon';
}
