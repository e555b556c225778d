import { browser } from 'wxt/browser';
import { drawView } from '../../lib/capture/picture.ts';
import type { Part } from '../../lib/capture/picture.ts';
import { database } from '../../lib/store/database.ts';

/** What the worker cannot do without a document: an address a download reads from, and the picture of a view. */
browser.runtime.onMessage.addListener(
  (message: { addressOf?: string; pictureOf?: string; part?: Part }, sender, reply: (answer: unknown) => void) => {
    if (sender.id !== browser.runtime.id || sender.tab) return undefined;
    const { addressOf: name, pictureOf: html, part = 'whole' } = message;
    const answer = name ? addressOf(name) : html ? drawView(html, part).then((drawn) => drawn ?? null) : undefined;
    if (!answer) return undefined;
    // a picture that fails is told by the asker, in the package
    void answer.then(reply, (error: unknown) => reply({ failed: error instanceof Error ? error.name : 'unknown' }));
    return true;
  },
);

async function addressOf(name: string): Promise<string | null> {
  const stored = await database().blobs.get(name);
  return stored ? URL.createObjectURL(new Blob([stored.blob], { type: stored.mime })) : null;
}
