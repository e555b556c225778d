/** What a profile's own data say of its account: the named fields below and nothing else (D1). */
import { given } from '../given.ts';
import { jsonIn, numberAt, objectAt, shortAt, textAt } from '../json.ts';
import { isSame } from './post.ts';

export interface ProfileData {
  readonly name?: string;
  readonly description?: string;
  readonly link?: string;
  readonly avatar?: string;
  readonly isProtected?: boolean;
  readonly isVerified?: boolean;
  readonly followers?: string;
  readonly following?: string;
  readonly postCount?: string;
}

export function profileData(page: Document, handle: string | undefined): ProfileData | undefined {
  const scope = objectAt(jsonIn(page, 'script#__UNIVERSAL_DATA_FOR_REHYDRATION__'), '__DEFAULT_SCOPE__');
  const info = objectAt(scope, 'webapp.user-detail', 'userInfo');
  const user = objectAt(info, 'user');
  if (!user || !isSame(textAt(user, 'uniqueId') ?? '', handle)) return undefined;
  const count = (name: string) => numberAt(info, 'stats', name)?.toString();
  return given({
    name: shortAt(user, 'nickname'),
    description: textAt(user, 'signature'),
    link: shortAt(user, 'bioLink', 'link'),
    avatar: textAt(user, 'avatarLarger'),
    isProtected: flag(user['privateAccount']),
    isVerified: flag(user['verified']),
    followers: count('followerCount'),
    following: count('followingCount'),
    postCount: count('videoCount'),
  });
}

const flag = (value: unknown): boolean | undefined => (typeof value === 'boolean' ? value : undefined);
