/** Accounts that only the page's own data name: read to know whom to take out, and for nothing else (D1, R19). */
import type { People } from '../adapter.ts';
import { resolve } from '../address.ts';
import { pageData, seeData } from '../data.ts';
import { all, rawText } from '../read.ts';
import { oneLine } from '../text.ts';
import { accountLink } from './address.ts';
import { seeLink } from './author.ts';

type Data = Readonly<Record<string, unknown>>;

const maxObjects = 200_000;
const maxDepth = 40;
const maxCharacters = 5_000_000;
const about = /linkedin\.com\/(?:in|company|school|showcase)\/|"(?:publicIdentifier|vanityName|universalName)"/u;

export function seePageData(page: Document, url: URL, people: People): void {
  seeData(page, people, (handle) => ({ handle }));
  let left = maxObjects;
  for (const root of [...pageData(page, about), ...codeData(page)]) {
    const stack: [unknown, number][] = [[root, 0]];
    for (let next = stack.pop(); next && left > 0; next = stack.pop()) {
      const [value, depth] = next;
      if (typeof value !== 'object' || value === null || depth > maxDepth) continue;
      left -= 1;
      seeAccount(value as Data, url, people); // an object read from JSON; its values are looked at before use
      for (const inner of Object.values(value)) stack.push([inner, depth + 1]);
    }
  }
}

/** The classic page keeps its data in `code` elements. */
function codeData(page: Document): unknown[] {
  return all(page, 'code').flatMap((code) => {
    const text = rawText(code).trim();
    if (!text.startsWith('{') || text.length > maxCharacters || !about.test(text)) return [];
    try {
      return [JSON.parse(text)];
    } catch {
      return []; // not JSON, or cut off
    }
  });
}

/** `{ name, url }` as search engines are told, and LinkedIn's own members and organisations. */
function seeAccount(data: Data, url: URL, people: People): void {
  const word = (key: string) => (Object.hasOwn(data, key) && typeof data[key] === 'string' ? data[key].slice(0, 400) : undefined);
  const own = oneLine([word('firstName'), word('lastName')].filter(Boolean).join(' '));
  const name = word('name') ?? (own || undefined);
  const member = word('publicIdentifier') ?? word('vanityName');
  const path = member
    ? `/in/${encodeURIComponent(member)}`
    : word('universalName') && `/company/${encodeURIComponent(word('universalName') ?? '')}`;
  const target = resolve(path ?? word('url'), url);
  if (target && accountLink(target)) seeLink(people, target, name ? { name } : {});
}
