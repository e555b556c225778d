/**
 * People that only the page's own data names: hidden comments, whoever is signed in, and everybody a picture shows. Read for
 * one thing: to know whom to take out (D1, R19).
 */
import type { People } from '../adapter.ts';
import { idsInAvatar } from '../avatars.ts';
import { pageData } from '../data.ts';
import { textAt } from '../json.ts';
import { profileHandle, profileUrls } from './address.ts';

const aboutPeople = /"(?:profile_picture|username|profile_url|NAME|vanity|__isActor)"/u;
const maxPeople = 5_000;
const maxSteps = 400_000;
const base = 'https://www.facebook.com/';

export function seePageData(page: Document, people: People): void {
  let left = maxPeople;
  for (const root of pageData(page, aboutPeople)) {
    const stack: unknown[] = [root];
    for (let step = 0; step < maxSteps && left > 0; step += 1) {
      const value = stack.pop();
      if (value === undefined) break;
      if (typeof value !== 'object' || value === null) continue;
      if (seeOne(value, people)) left -= 1;
      stack.push(...Object.values(value).filter((inner) => typeof inner === 'object' && inner !== null));
    }
  }
}

function seeOne(value: object, people: People): boolean {
  const employee = textAt(value, 'USER_ID');
  if (employee && textAt(value, 'NAME')) return seeEmployee(value, employee, people);
  const handle = handleOf(value);
  const name = textAt(value, 'name');
  const picture = pictures.map((field) => textAt(value, field, 'uri')).find(Boolean);
  if (!handle && !(name && (picture || isPerson(value)))) return false;
  const id = textAt(value, 'id');
  people.see({
    ...(name && name.length <= 200 && { name }),
    ...(handle && { handle, urls: profileUrls(handle) }),
    ids: [...(id && /^\d{5,30}$/u.test(id) ? [id] : []), ...idsInAvatar(picture)],
    ...(picture && /^https?:/iu.test(picture) && { avatars: [picture] }),
  });
  return true;
}

const pictures = ['profile_picture', 'profilePicture', 'profile_photo', 'displayPicture'];

function isPerson(value: object): boolean {
  return textAt(value, '__isActor') !== undefined || /^(?:User|Page)$/u.test(textAt(value, '__typename') ?? '');
}

function handleOf(value: object): string | undefined {
  const address = [textAt(value, 'profile_url'), textAt(value, 'url')].map(handleIn).find(Boolean);
  const handle = textAt(value, 'username') ?? textAt(value, 'vanity') ?? address;
  return handle && /^[\p{L}\p{N}._-]{2,120}$/u.test(handle) ? handle : undefined;
}

/** The account that is signed in, as every page names it for its own use. */
function seeEmployee(value: object, id: string, people: People): boolean {
  const name = textAt(value, 'NAME');
  if (!/^\d{5,30}$/u.test(id)) return false;
  people.see({ ...(name && { name }), handle: id, ids: [id], urls: profileUrls(id), isEmployee: true });
  return true;
}

function handleIn(address: string | undefined): string | undefined {
  return address && URL.canParse(address, base) ? profileHandle(new URL(address, base)) : undefined;
}
