import { browser } from 'wxt/browser';

/** Uses of the hidden document at this moment; it goes when the last one does. */
let open = 0;

/** Chromium's worker has no document: this hidden page of ours does what needs one. Call `close` when it is no longer needed. */
export async function openOffscreen(): Promise<{ close: () => Promise<void> }> {
  open++;
  if (!(await browser.offscreen.hasDocument()))
    await browser.offscreen.createDocument({
      url: browser.runtime.getURL('/offscreen.html'),
      reasons: [browser.offscreen.Reason.BLOBS, browser.offscreen.Reason.DOM_PARSER],
      justification: 'Tekent de schermafbeelding van de weergave en maakt het adres waarvan de browser het pakket opslaat.',
    });
  return { close };
}

async function close(): Promise<void> {
  open--;
  if (open === 0 && (await browser.offscreen.hasDocument())) await browser.offscreen.closeDocument();
}
