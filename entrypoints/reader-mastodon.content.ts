import { defineContentScript } from 'wxt/utils/define-content-script';
import { hold } from '../lib/platforms/held.ts';
import { mastodon } from '../lib/platforms/mastodon/index.ts';

/** Put into pages of this network alone, before `capture.content.ts`. */
export default defineContentScript({
  registration: 'runtime',
  matches: [],
  main: () => hold('mastodon', { byPage: [mastodon] }),
});
