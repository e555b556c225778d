/** The networks of R1; `other` is any page without an adapter of its own (generic capture, flagged as such). */
export const platformIds = [
  'x',
  'linkedin',
  'instagram',
  'facebook',
  'youtube',
  'mastodon',
  'tiktok',
  'snapchat',
  'threads',
  'bluesky',
  'other',
] as const;
export type PlatformId = (typeof platformIds)[number];

/** Names as in our "Begrippenlijst Platform". */
export const platformNames: Readonly<Record<PlatformId, string>> = {
  x: 'X (Twitter)',
  linkedin: 'LinkedIn',
  instagram: 'Instagram',
  facebook: 'Facebook',
  youtube: 'YouTube',
  mastodon: 'Mastodon',
  tiktok: 'TikTok',
  snapchat: 'Snapchat',
  threads: 'Threads',
  bluesky: 'Bluesky',
  other: 'Overig',
};

/** What a page is. The last three are refused (R2). */
export type PageKind = 'post' | 'profile' | 'other' | 'direct-messages' | 'private' | 'login';
