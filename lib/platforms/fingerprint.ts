/** FNV-1a over code units; tells things of one page apart and nothing more. It stays in memory: short texts can be guessed. */
export function fingerprint(text: string, seed = 0x811c9dc5): string {
  let hash = seed;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
