/** Pictures in a view are data: addresses; bigger ones are told by their description only. */
const maxBytes = 2_000_000;

export async function dataUris(
  names: readonly string[],
  read: (name: string) => Promise<{ bytes: Uint8Array; mime: string }>,
): Promise<ReadonlyMap<string, string>> {
  const found = await Promise.all(names.map(async (name) => [name, await read(name)] as const));
  return new Map(
    found
      .filter(([, { bytes }]) => bytes.byteLength <= maxBytes)
      .map(([name, { bytes, mime }]) => [name, `data:${mime};base64,${base64(bytes)}`]),
  );
}

function base64(bytes: Uint8Array): string {
  const chunks: string[] = [];
  for (let at = 0; at < bytes.length; at += 0x80_00) chunks.push(String.fromCharCode(...bytes.subarray(at, at + 0x80_00)));
  return btoa(chunks.join(''));
}
