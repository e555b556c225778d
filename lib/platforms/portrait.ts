import { webAddress } from './address.ts';
import type { SeenPerson } from './adapter.ts';
import { idsInAvatar } from './avatars.ts';
import { attribute, matches, one } from './read.ts';

/** Picture of an account: where it is, and the ids its address holds. */
export function portraitIn(place: Element | undefined, base: URL): Pick<SeenPerson, 'avatars' | 'ids'> {
  const image = place && (matches(place, 'img') ? place : one(place, 'img'));
  const address = webAddress(attribute(image, 'src'), base);
  return address ? { avatars: [address], ids: idsInAvatar(address) } : {};
}
