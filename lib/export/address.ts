import { browser } from 'wxt/browser';
import { Failure } from '../model/failure.ts';
import { openOffscreen } from './offscreen.ts';

/** An address for stored bytes: made here where the context can (Firefox), else by the offscreen document (Chromium). */
export async function addressOf(sha256: string, read: () => Promise<Blob>): Promise<{ url: string; close: () => Promise<void> }> {
  if (typeof URL.createObjectURL === 'function') {
    const url = URL.createObjectURL(await read());
    return { url, close: async () => URL.revokeObjectURL(url) };
  }
  const { close } = await openOffscreen();
  const url: unknown = await browser.runtime.sendMessage({ addressOf: sha256 });
  if (typeof url !== 'string') throw new Failure('storage-failed', { reason: 'missing' });
  return { url, close };
}
