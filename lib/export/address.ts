import { browser } from 'wxt/browser';
import { Failure } from '../model/failure.ts';

/** An address for stored bytes: made here where the context can (Firefox), else by the offscreen document (Chromium). */
export async function addressOf(sha256: string, read: () => Promise<Blob>): Promise<{ url: string; close: () => Promise<void> }> {
  if (typeof URL.createObjectURL === 'function') {
    const url = URL.createObjectURL(await read());
    return { url, close: async () => URL.revokeObjectURL(url) };
  }
  await openOffscreen();
  const url: unknown = await browser.runtime.sendMessage({ addressOf: sha256 });
  if (typeof url !== 'string') throw new Failure('storage-failed', { reason: 'missing' });
  return { url, close: closeOffscreen };
}

/** Addresses in use; the document goes when the last one does. */
let open = 0;

async function openOffscreen(): Promise<void> {
  open++;
  if (await browser.offscreen.hasDocument()) return;
  await browser.offscreen.createDocument({
    url: browser.runtime.getURL('/offscreen.html'),
    reasons: [browser.offscreen.Reason.BLOBS],
    justification: 'Maakt het adres waarvan de browser het archiefpakket als bestand opslaat.',
  });
}

async function closeOffscreen(): Promise<void> {
  open--;
  if (open === 0 && (await browser.offscreen.hasDocument())) await browser.offscreen.closeDocument();
}
