/** R4: the account's profile; of an own account or listed body only. */
import type { CapturedProfile } from '../model/capture.ts';
import type { DraftProfile } from '../model/draft.ts';
import { slug } from './building.ts';
import type { Building } from './building.ts';
import { rewrite } from './fragment.ts';
import { isCount } from './items.ts';
import { profilePicture } from './mediaRecords.ts';
import type { MediaRules } from './mediaRecords.ts';
import { isVisible } from './ownMedia.ts';

/** Absent: the profile on this page is somebody else's. */
export function profileOf(found: DraftProfile, build: Building): CapturedProfile | undefined {
  const account = build.person(found.account);
  if (!isVisible(build.roleOf(found.account)) || account === undefined) {
    build.ledger.add('*', 'profile', 'naam', 'structuur.profiel');
    return undefined;
  }
  const key = `profiel-${slug(build.sighting(found.account)?.handle ?? '')}`;
  const text = (raw: string): string => build.text(key, 'profile', raw);
  const link = (address: string): string | undefined => build.links(key, [address], true)[0];
  const rules: MediaRules = { fetched: build.fetched, link, address: build.mediaAddress, text };
  const avatar = profilePicture(found.avatar, rules);
  const banner = profilePicture(found.banner, rules);
  const fragment = found.fragment === undefined ? undefined : rewrite(found.fragment, build.fragmentRules(0, true));
  if (fragment) build.noteFragment(key, fragment);
  return {
    key,
    account,
    ...(found.description !== undefined && { description: build.reviewed(key, 'profile', found.description) }),
    fields: found.fields.map(({ label, value }, index) => ({
      label: text(label),
      value: build.reviewed(key, 'profile', value, `veld-${index}`),
    })),
    links: build.links(key, found.links, true),
    ...counted(found),
    ...(found.isProtected !== undefined && { isProtected: found.isProtected }),
    ...(found.isVerified !== undefined && { isVerified: found.isVerified }),
    ...(avatar && { avatar }),
    ...(banner && { banner }),
    ...(fragment?.node !== undefined && { fragment: fragment.node }),
  };
}

function counted({
  followers,
  following,
  postCount,
}: DraftProfile): Pick<CapturedProfile, 'followers' | 'following' | 'postCount'> {
  const shown = { followers, following, postCount };
  return Object.fromEntries(Object.entries(shown).filter(([, value]) => value !== undefined && isCount(value)));
}
