import { sha256Hex } from '../model/chain.ts';

const inlined = /data:[\w.+-]+\/[\w.+-]+;base64,([A-Za-z0-9+/=]+)/g;

/**
 * A view without the pictures in it that were looked at as files before, told by their hash: to look for people in their base64 once
 * more took most of the time of a package. Whatever else stands there as base64 stays.
 */
export async function withoutInlined(html: string, lookedAt: ReadonlySet<string>): Promise<string> {
  const found = new Set([...html.matchAll(inlined)].map(([, base64 = '']) => base64));
  const known = new Set<string>();
  for (const base64 of found) if (lookedAt.has(await hashOf(base64))) known.add(base64);
  return html.replace(inlined, (whole, base64: string) => (known.has(base64) ? 'data:,' : whole));
}

async function hashOf(base64: string): Promise<string> {
  try {
    return await sha256Hex(Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)));
  } catch {
    return ''; // no base64 after all: it stays, and is looked at as it is
  }
}
