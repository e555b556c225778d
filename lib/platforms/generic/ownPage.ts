/** A post or profile that a page tells of in named fields of its own data, where its boxes say nothing of what they are. */
import type { DraftMedia, DraftProfile } from '../../model/draft.ts';
import type { Found, People, ReadItem } from '../adapter.ts';
import { given } from '../given.ts';
import { one } from '../read.ts';

export interface OwnItem {
  readonly id: string;
  readonly handle: string;
  readonly name?: string;
  readonly title?: string;
  readonly text?: string;
  /** ISO 8601 UTC. */
  readonly published?: string;
  readonly views?: string;
  readonly media: DraftMedia;
  /** Reactions the network counts and this page does not show. */
  readonly reactions?: number;
}
export type OwnProfile = Partial<Pick<DraftProfile, 'description' | 'followers' | 'avatar' | 'banner' | 'isVerified'>> & {
  readonly name?: string;
  readonly links: string[];
};

export interface OwnPage {
  item(page: Document, url: URL): OwnItem | undefined;
  profile(page: Document, url: URL): OwnProfile | undefined;
}

/** It has no box of its own to be copied: its title in the head stands for it. */
export function foundOwn({ id }: OwnItem, page: Document): Found[] {
  const element = one(page, 'title') ?? one(page, 'head');
  return element ? [{ kind: 'post', id, element }] : [];
}

export function readOwn(item: OwnItem, { element }: Found, url: URL, people: People): ReadItem {
  return {
    item: given({
      url: `${url.origin}${url.pathname}`,
      author: seeOwner(item, url, people),
      times: given({ markup: item.published }),
      text: [item.title, item.text].filter((part, at, all) => part && all.indexOf(part) === at).join('\n\n'),
      media: [item.media],
      counts: given({ views: item.views }),
      mentions: [],
      hashtags: [...`${item.title ?? ''} ${item.text ?? ''}`.matchAll(/#([\p{L}\p{N}_]{2,80})/gu)].map(([, word]) => word ?? ''),
      links: [],
    }),
    marks: [{ element, role: 'drop' }],
  };
}

export function seeOwner({ handle, name }: Pick<OwnItem, 'handle' | 'name'>, url: URL, people: People): number {
  return people.see({ handle, ...(name && { name }), urls: [`${url.origin}/@${handle}`, `${url.origin}/add/${handle}`] });
}
