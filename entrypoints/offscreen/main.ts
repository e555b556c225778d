import { browser } from 'wxt/browser';
import { database } from '../../lib/store/database.ts';

/** The worker has no `URL.createObjectURL`: this hidden page makes the address a download reads from. */
browser.runtime.onMessage.addListener((message: { addressOf?: string }, sender, reply: (url: string | null) => void) => {
  if (!message.addressOf || sender.id !== browser.runtime.id || sender.tab) return undefined;
  void database()
    .blobs.get(message.addressOf)
    .then((stored) => reply(stored ? URL.createObjectURL(new Blob([stored.blob], { type: stored.mime })) : null));
  return true;
});
