/** Addresses of networks that send the visitor on: what counts is where to, and the rest says who clicked. */

interface Redirect {
  readonly host: RegExp;
  readonly path: RegExp;
  readonly parameters: readonly string[];
}

const redirects: readonly Redirect[] = [
  { host: /(?:^|\.)(?:facebook|messenger)\.com$/, path: /^\/(?:l\.php|flx\/warn\/?)$/, parameters: ['u'] },
  { host: /^l[a-z]?\.(?:instagram\.com|threads\.(?:net|com))$/, path: /^\//, parameters: ['u'] },
  { host: /(?:^|\.)linkedin\.com$/, path: /^\/(?:safety\/go|redir\/(?:redirect|general-malware-page))\/?$/, parameters: ['url'] },
  { host: /^lnkd\.in$/, path: /^\/safety(?:\/go)?\/?$/, parameters: ['url'] },
  { host: /(?:^|\.)youtube\.com$/, path: /^\/redirect$/, parameters: ['q'] },
  { host: /(?:^|\.)tiktok\.com$/, path: /^\/link\/v2$/, parameters: ['target'] },
  { host: /^go\.bsky\.app$/, path: /^\/redirect$/, parameters: ['u'] },
  { host: /^(?:www\.)?google\.(?:com|nl|be|de)$/, path: /^\/url$/, parameters: ['q', 'url'] },
];

const DEEPEST = 4;

/** The address that is really meant. Absent: sent on to nowhere that can be read. */
export function destination(address: URL, depth = 0): URL | undefined {
  const found = redirects.find(({ host, path }) => host.test(address.hostname) && path.test(address.pathname));
  if (!found) return address;
  const to = found.parameters.map((name) => address.searchParams.get(name)).find((value) => value !== null && value !== '');
  if (to === undefined || to === null || depth === DEEPEST || !URL.canParse(to)) return undefined;
  return destination(new URL(to), depth + 1);
}
