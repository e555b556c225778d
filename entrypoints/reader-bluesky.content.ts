import { defineContentScript } from 'wxt/utils/define-content-script';
import { bluesky } from '../lib/platforms/bluesky/index.ts';
import { hold } from '../lib/platforms/held.ts';

/** Put into pages of this network alone, before `capture.content.ts`. */
export default defineContentScript({
  registration: 'runtime',
  matches: [],
  main: () => hold('bluesky', { byHost: [bluesky] }),
});
