import { resolve } from '../address.ts';
import { attribute, one } from '../read.ts';
import { labelText } from '../text.ts';
import { readAddress } from './address.ts';
import { postData } from './data.ts';
import { isSame } from './post.ts';
import { profileData } from './profileData.ts';

/** What the account of the page is called, where the page says so: its data, its profile, or what it offers to other sites. */
export function accountName(page: Document, url: URL): string | undefined {
  const { kind, handle, id } = readAddress(url);
  const name =
    (id && postData(page, id, url)?.name) ??
    (kind === 'profile' ? (profileData(page, handle)?.name ?? labelText(one(page, '[data-e2e="user-subtitle"]'))) : undefined) ??
    offered(page, url, handle);
  return name && !isSame(name, handle) ? name : undefined;
}

/** `og:title` is "Name on TikTok"; after going on to another post it can still be of the one before. */
function offered(page: Document, url: URL, handle: string | undefined): string | undefined {
  const title = attribute(one(page, 'meta[property="og:title"]'), 'content');
  const of = resolve(
    attribute(one(page, 'meta[property="og:url"], link[rel="canonical"]'), 'content') ??
      attribute(one(page, 'link[rel="canonical"]'), 'href'),
    url,
  );
  if (!title || !of || !handle || !isSame(readAddress(of).handle ?? '', handle)) return undefined;
  return /^(.{1,80}?)\s+\p{L}{1,5}\s+TikTok$/u.exec(title.trim())?.[1];
}
