/** Bytes as an address that holds them: the only pictures a view may show. */
export function dataUri(bytes: Uint8Array, mime: string): string {
  const chunks: string[] = [];
  for (let at = 0; at < bytes.length; at += 0x80_00) chunks.push(String.fromCharCode(...bytes.subarray(at, at + 0x80_00)));
  return `data:${mime};base64,${btoa(chunks.join(''))}`;
}
