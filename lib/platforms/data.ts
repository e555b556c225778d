/**
 * Accounts that only the page's own data name: hidden and deleted answers, whoever is signed in. Read for one thing: to know
 * whom to take out. Nothing else of that data is looked at or kept (D1, R19).
 */
import type { People, SeenPerson } from './adapter.ts';
import { idsInAvatar } from './avatars.ts';
import { all, attribute, rawText } from './read.ts';

const maxCharacters = 5_000_000;
const maxAccounts = 5_000;
const maxDepth = 40;
const accountFields = /"(?:screen_name|acct|handle|additionalName|uniqueId|unique_id|username)"/;

type Data = Readonly<Record<string, unknown>>;

/** `more`: what a network knows besides of one account (its addresses, whether it is the employee). */
export function seeData(page: Document, people: People, more: (handle: string, data: Data, root: unknown) => SeenPerson): void {
  let left = maxAccounts;
  for (const root of pageData(page, accountFields)) {
    const stack: [unknown, number][] = [[root, 0]];
    for (let next = stack.pop(); next && left > 0; next = stack.pop()) {
      const [value, depth] = next;
      if (typeof value !== 'object' || value === null || depth > maxDepth) continue;
      const account = accountOf(value as Data); // an object read from JSON; its values are looked at before use
      if (account) {
        left -= 1;
        people.see(account.handle === undefined ? account : together(account, more(account.handle, value as Data, root))); // idem
      }
      for (const inner of Object.values(value)) stack.push([inner, depth + 1]);
    }
  }
}

const together = (account: SeenPerson, besides: SeenPerson): SeenPerson => ({
  ...account,
  ...besides,
  ids: [...(account.ids ?? []), ...(besides.ids ?? [])],
});

/** JSON in script elements, alone or given to a variable, of those scripts that speak `about` it. */
export function pageData(page: Document, about: RegExp): unknown[] {
  return all(page, 'script').flatMap((script) => {
    const text = rawText(script);
    if (text.length < 10 || text.length > maxCharacters || !about.test(text)) return [];
    if (/json/i.test(attribute(script, 'type') ?? '')) return parsed(text);
    return [...text.matchAll(/=\s*(?=\{")/g)].slice(0, 4).flatMap(({ index, 0: sign }) => {
      const from = index + sign.length;
      return parsed(text.slice(from, endOfObject(text, from)));
    });
  });
}

function endOfObject(text: string, from: number): number {
  let depth = 0;
  for (let i = from; i < text.length; i += 1) {
    const char = text[i];
    if (char === '"') for (i += 1; i < text.length && text[i] !== '"'; i += 1) i += text[i] === '\\' ? 1 : 0;
    else if (char === '{') depth += 1;
    else if (char === '}' && (depth -= 1) === 0) return i + 1;
  }
  return text.length;
}

function parsed(text: string): unknown[] {
  try {
    return [JSON.parse(text)];
  } catch {
    return []; // no JSON after all: a program, or cut off
  }
}

const word = (data: Data, ...names: readonly string[]): string | undefined => {
  const found = names
    .map((name) => (Object.hasOwn(data, name) ? data[name] : undefined))
    .find((value) => typeof value === 'string');
  return typeof found === 'string' && found.trim() !== '' && found.length <= 400 ? found : undefined;
};

/** Without a handle where what stands there is none: a name with a number. */
function accountOf(data: Data): SeenPerson | undefined {
  const handle = word(data, 'screen_name', 'acct', 'handle', 'additionalName', 'uniqueId', 'unique_id', 'username')?.replace(
    /^@+/u,
    '',
  );
  if (!handle) return undefined;
  const isHandle = /^[\w.-]{1,100}(?:@[\w.-]{1,200})?$/u.test(handle);
  const name = word(data, 'name', 'display_name', 'displayName', 'nickname', 'givenName', 'full_name');
  const id = word(data, 'id_str', 'did', 'rest_id', 'identifier', 'uid', 'pk', 'id');
  const avatar = word(data, 'profile_image_url_https', 'avatar', 'avatar_static', 'avatarLarger', 'avatarThumb', 'profile_pic_url');
  if (!isHandle && !(name && id)) return undefined;
  return {
    ...(isHandle && { handle }),
    ...(name && { name }),
    ids: [...(id && (/^\d{5,25}$/u.test(id) || id.startsWith('did:')) ? [id] : []), ...idsInAvatar(avatar)],
    ...(avatar && /^https?:\/\//iu.test(avatar) && { avatars: [avatar] }),
  };
}
