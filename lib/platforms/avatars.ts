/** Ids inside the addresses of pictures of people: they lead back to the account, so they are identifiers too (§9 of the facts). */

const sizeSuffix = /_(?:normal|bigger|mini|reasonably_small|x?\d+(?:x\d+)?)$/u;

/**
 * Numbers, DIDs and the file's own name. A name that is an ordinary word ("missing", "default") says nothing of a person and
 * would take that word out of every text. TikTok writes after a ~ how the picture was cut.
 */
export function idsInAvatar(address: string | undefined): string[] {
  const url = address ? URL.parse(address) : undefined;
  if (!url) return [];
  const parts = url.pathname.split('/').map(decoded).filter(Boolean);
  const stem = (parts.at(-1) ?? '').replace(/[.@][a-z0-9]{2,5}$/iu, '');
  const ids = parts.filter((part) => /^\d{5,}$/u.test(part) || part.startsWith('did:'));
  return [...new Set([...ids, stem, stem.replace(sizeSuffix, ''), stem.replace(/~.*$/u, '')])].filter(
    (id) => ids.includes(id) || isOpaque(id),
  );
}

function isOpaque(stem: string): boolean {
  return stem.length >= 6 && /\d/u.test(stem) && !/^\d{1,4}x\d{1,4}$/u.test(stem);
}

function decoded(part: string): string {
  if (!part.includes('%')) return part;
  try {
    return decodeURIComponent(part);
  } catch (error) {
    if (error instanceof URIError) return part; // a lone % in a file name: the raw form is the id
    throw error;
  }
}
