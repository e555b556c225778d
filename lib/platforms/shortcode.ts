/** What Instagram and Threads share: the code of a post holds its number, and the number holds its moment; links out are wrapped. */

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const epochMs = 1_314_220_021_721n;
/** A number of 64 bits. Codes of posts for few are longer: an opaque part comes after the first eleven characters. */
const codeLength = 11;

export const handlePattern = /^[\w.]{1,30}$/u;

export function isShortcode(text: string): boolean {
  return /^[\w-]{5,60}$/u.test(text);
}

/** The post's number: the code is that number in base64url. */
export function numberOf(code: string): string | undefined {
  if (!isShortcode(code)) return undefined;
  const digits = Array.from(code.slice(0, codeLength), (character) => BigInt(alphabet.indexOf(character)));
  return digits.reduce((number, digit) => number * 64n + digit, 0n).toString();
}

/** As `numberOf`, the other way round. */
export function codeOf(number: string): string {
  let [rest, code] = [BigInt(number), ''];
  for (; rest > 0n; rest /= 64n) code = alphabet.charAt(Number(rest % 64n)) + code;
  return code;
}

/** ISO 8601 UTC. */
export function timeOfCode(code: string): string | undefined {
  const number = numberOf(code);
  if (number === undefined || code.length < 10) return undefined;
  const time = new Date(Number((BigInt(number) >> 23n) + epochMs));
  return Number.isNaN(time.getTime()) ? undefined : time.toISOString();
}

const wrappers: ReadonlySet<string> = new Set([
  'l.instagram.com',
  'l.threads.com',
  'l.threads.net',
  'l.facebook.com',
  'lm.facebook.com',
]);

/** Where a link leads: Meta puts its own address around the real one. */
export function unwrapped(url: URL): string {
  const inner = wrappers.has(url.hostname) ? url.searchParams.get('u') : undefined;
  const isWeb = inner && /^https?:\/\//iu.test(inner) && inner.length < 8_000 && URL.canParse(inner);
  return isWeb ? withoutTracking(new URL(inner)) : url.href;
}

function withoutTracking(url: URL): string {
  if (url.searchParams.has('fbclid')) url.searchParams.delete('fbclid');
  return url.href;
}
