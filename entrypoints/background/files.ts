/** D12: the files of a sealed package in the wrapper its receiver wants. */
import { sha256OfBlob } from '../../lib/bundle/sha256.ts';
import { packageMime } from '../../lib/export/target.ts';
import type { DeliveryFile } from '../../lib/model/delivery.ts';
import { usualWrapper } from '../../lib/model/target.ts';
import type { Wrapper } from '../../lib/model/target.ts';
import { named, storedBlob } from '../../lib/store/blobs.ts';
import { storeWrapped } from '../../lib/store/captures.ts';
import type { WrappedRow } from '../../lib/store/database.ts';

/** The package first: a pakbon says that it is there. */
export async function filesOf(id: string, wrapper: Wrapper = usualWrapper): Promise<DeliveryFile[]> {
  const { sealedPackage } = await import('./export.ts');
  const { row, file, zip, pakbon } = await sealedPackage(id);
  const bag = { fileName: file.fileName, zip, bytes: file.bytes, pakbon };
  const parts = wrapper === usualWrapper ? bag : (row.wrapped?.[wrapper] ?? (await wrap(id, wrapper, bag)));
  return [
    { fileName: parts.fileName, sha256: parts.zip, bytes: parts.bytes, mime: packageMime },
    {
      fileName: parts.fileName.replace(/\.zip$/, '.pakbon.xml'),
      sha256: parts.pakbon,
      bytes: (await storedBlob(parts.pakbon)).size,
      mime: 'application/xml',
    },
  ];
}

/** Made once of the sealed package, and kept beside it until that goes. */
async function wrap(id: string, wrapper: Wrapper, bag: WrappedRow): Promise<WrappedRow> {
  const { wrapPackage } = await import('../../lib/bundle/wrap.ts');
  const slip = await (await storedBlob(bag.pakbon)).text();
  const made = await wrapPackage(await storedBlob(bag.zip), slip, wrapper);
  const pakbon = await named(new TextEncoder().encode(made.pakbon), 'application/xml');
  const row: WrappedRow = {
    fileName: made.fileName,
    zip: await sha256OfBlob(made.zip),
    bytes: made.zip.size,
    pakbon: pakbon.sha256,
  };
  await storeWrapped(id, wrapper, row, { zip: made.zip, pakbon });
  return row;
}
