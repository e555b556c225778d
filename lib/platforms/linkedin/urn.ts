/** LinkedIn's names of things (`urn:li:activity:…`), wherever they stand: attributes, addresses, packed keys. */

const postUrn = /(?:urn:li:|[(:])(?:activity|ugcPost|share|groupPost)[:=](\d{5,20})/giu;

/** Numbers of all posts named in a text. */
export function postsIn(text: string | undefined): string[] {
  return [...plain(text).matchAll(postUrn)].flatMap(([, id]) => id ?? []);
}

export const postIn = (text: string | undefined): string | undefined => postsIn(text)[0];

export interface CommentUrn {
  readonly id: string;
  readonly post: string;
  /** As it stands. */
  readonly urn: string;
}

/** `urn:li:comment:(activity:1,2)`, `urn:li:comment:(urn:li:ugcPost:1,2)`; the newer `fsd_comment` has them the other way round. */
export function commentIn(text: string | undefined): CommentUrn | undefined {
  const found = /urn:li:(fsd_|fs_)?comment:\(([^()]{5,120})\)/u.exec(plain(text));
  const [first, second] = [...(found?.[2] ?? '').matchAll(/\d{3,20}/gu)].map(([number]) => number);
  if (!found || !first || !second) return undefined;
  const isTurned = found[1] === 'fsd_';
  return { urn: found[0], id: isTurned ? first : second, post: isTurned ? second : first };
}

function plain(text: string | undefined): string {
  return (text ?? '').slice(0, 4_000).replace(/%3A/giu, ':').replace(/%28/giu, '(').replace(/%29/giu, ')').replace(/%2C/giu, ',');
}

/** Ids have held their moment since they became this long (2014). */
export function timeOfId(id: string | undefined): string | undefined {
  if (!id || !/^\d{18,20}$/u.test(id)) return undefined;
  const time = new Date(Number(BigInt(id) >> 22n));
  return Number.isNaN(time.getTime()) || time.getUTCFullYear() < 2003 || time.getUTCFullYear() > 2100
    ? undefined
    : time.toISOString();
}

/**
 * The server-driven page packs the post's number in the key of its comment box: base64 of a message whose field 1 (activity) or
 * 2 (ugcPost) holds a message with one zigzag number.
 */
export function packedPost(key: string | undefined): string | undefined {
  const packed = /^([A-Za-z0-9+/_-]{8,40})={0,2}-?replaceableCommentTools/u.exec(key ?? '')?.[1]?.replace(/-$/u, '');
  const bytes = packed ? bytesOf(packed) : undefined;
  const [field, length, inner] = bytes ?? [];
  if (!bytes || (field !== 0x0a && field !== 0x12) || length !== bytes.length - 2 || inner !== 0x08) return undefined;
  const value = varint(bytes.slice(3));
  return value === undefined || value & 1n ? undefined : (value >> 1n).toString();
}

function varint(bytes: readonly number[]): bigint | undefined {
  const isWhole = bytes.length > 0 && bytes.length <= 10 && bytes.every((byte, at) => byte >= 128 === at < bytes.length - 1);
  return isWhole ? bytes.reduceRight((sum, byte) => (sum << 7n) | BigInt(byte & 127), 0n) : undefined;
}

function bytesOf(packed: string): number[] | undefined {
  try {
    return Array.from(atob(packed.replaceAll('-', '+').replaceAll('_', '/')), (character) => character.codePointAt(0) ?? 0);
  } catch {
    return undefined; // no base64 after all
  }
}
