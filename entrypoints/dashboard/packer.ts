import { browser } from 'wxt/browser';
import { download } from '../../lib/export/download.ts';
import type { PackedFile } from '../../lib/model/recovery.ts';
import { readLog } from '../../lib/store/log.ts';
import { storedBlob } from '../../lib/store/blobs.ts';
import type { Packer } from '../../lib/ui/takeAlongState.ts';

/** "Alles meenemen", from the store straight to a file: this page has the same database as the worker, so nothing goes by message. */
export const packer: Packer = {
  async isWhole({ sha256 }) {
    const { isNamed } = await import('../../lib/bundle/sha256.ts');
    return isNamed(await storedBlob(sha256), sha256);
  },
  async save(captures) {
    const { takeAlong } = await import('../../lib/bundle/takeAlong.ts');
    const { zip, fileName, manifest } = await takeAlong({
      captures,
      read: ({ sha256 }: PackedFile) => storedBlob(sha256),
      log: await readLog(),
      software: `Veiligsteller ${browser.runtime.getManifest().version}`,
      now: new Date().toISOString(),
    });
    const target = download(async () => {
      const url = URL.createObjectURL(zip);
      return { url, close: async () => URL.revokeObjectURL(url) };
    });
    const parcel = { fileName, mime: zip.type, sha256: '', bytes: zip.size, facts: {}, read: async () => zip };
    await target.deliver(parcel, () => undefined);
    return { fileName, bytes: zip.size, manifest };
  },
};
