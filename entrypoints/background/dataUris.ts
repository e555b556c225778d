import { dataUri } from '../../lib/bundle/dataUri.ts';

/** Pictures in a view are data: addresses; bigger ones are told by their description only. */
const maxBytes = 2_000_000;

export async function dataUris(
  names: readonly string[],
  read: (name: string) => Promise<{ bytes: Uint8Array; mime: string }>,
): Promise<ReadonlyMap<string, string>> {
  const found = await Promise.all(names.map(async (name) => [name, await read(name)] as const));
  return new Map(
    found.filter(([, { bytes }]) => bytes.byteLength <= maxBytes).map(([name, { bytes, mime }]) => [name, dataUri(bytes, mime)]),
  );
}
