import { browser } from 'wxt/browser';
import type { Browser } from 'wxt/browser';
import type { Receipt } from '../model/delivery.ts';
import { Failure } from '../model/failure.ts';
import type { Parcel, Target } from './target.ts';

/** An address the browser can read the file from, and what to do when it has been read. */
type AddressFor = (parcel: Parcel) => Promise<{ readonly url: string; readonly close: () => Promise<void> }>;

/**
 * A file in the user's download folder. The browser cannot read it back for us: the size is checked, `npm run verify` proves the
 * rest, so a capture that is only a file is "opgeslagen als bestand" and not "veiliggesteld". Asked for by a click and never
 * queued, so what goes wrong is told at once, as a `Failure`.
 */
export function download(addressFor: AddressFor): Target {
  return {
    async check() {},
    find: async () => ({ at: 'absent' }),
    async deliver(parcel): Promise<Receipt> {
      const { url, close } = await addressFor(parcel);
      try {
        const id = await browser.downloads.download({
          url,
          filename: parcel.fileName,
          saveAs: false,
          conflictAction: 'uniquify',
        });
        return await written(id, parcel.bytes);
      } finally {
        await close();
      }
    },
    describe: () => 'als bestand',
  };
}

async function written(id: number, expectedBytes: number): Promise<Receipt> {
  const item = await finished(id);
  if (item.error === 'FILE_NO_SPACE') throw new Failure('storage-full', { neededBytes: expectedBytes });
  if (item.state !== 'complete') throw new Failure('export-failed', { reason: item.error ?? 'interrupted' });
  // an address of our own: the browser may not know the size, then the file's own size tells
  const bytes = item.fileSize > 0 ? item.fileSize : item.bytesReceived;
  if (bytes !== expectedBytes) throw new Failure('export-failed', { reason: 'size', bytes, expectedBytes });
  return { where: item.filename, bytes, at: new Date().toISOString(), certainty: 'size' };
}

/** Resolves when the download has ended, well or not. Listening starts before asking, so that no end is missed. */
function finished(id: number): Promise<Browser.downloads.DownloadItem> {
  return new Promise((resolve, reject) => {
    const look = async () => {
      const [item] = await browser.downloads.search({ id });
      if (!item) return end(() => reject(new Failure('export-failed', { reason: 'gone' })));
      if (item.state !== 'in_progress') end(() => resolve(item));
    };
    const onChanged = (change: { id: number }) => {
      if (change.id === id)
        look().catch((error: unknown) => end(() => reject(error instanceof Error ? error : new Failure('export-failed'))));
    };
    const end = (answer: () => void) => {
      browser.downloads.onChanged.removeListener(onChanged);
      answer();
    };
    browser.downloads.onChanged.addListener(onChanged);
    onChanged({ id });
  });
}
