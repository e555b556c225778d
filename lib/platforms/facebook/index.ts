import type { Adapter } from '../adapter.ts';
import { mediaHostsOf } from '../mediaHosts.ts';
import { isFacebookHost, readAddress } from './address.ts';
import { facts } from './facts.ts';
import { find } from './find.ts';
import { read } from './item.ts';
import { profile } from './profile.ts';
import { unfold, unfoldProfile } from './unfold.ts';

/** Facebook: posts of pages, accounts and groups, photos, videos and reels, each with its comments. */
export const facebook: Adapter = {
  platform: 'facebook',
  version: '1',
  mediaHosts: mediaHostsOf('facebook'),
  canRead: (_page, url) => isFacebookHost(url.hostname),
  pageKind: (_page, url) => readAddress(url).kind,
  facts,
  find,
  read,
  profile,
  unfold,
};

/** The same, on the page of an account. */
export const facebookProfile: Adapter = {
  ...facebook,
  canRead: (_page, url) => isFacebookHost(url.hostname) && readAddress(url).kind === 'profile',
  unfold: unfoldProfile,
};
