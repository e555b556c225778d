import { defineContentScript } from 'wxt/utils/define-content-script';
import { hold } from '../lib/platforms/held.ts';
import { instagram } from '../lib/platforms/instagram/index.ts';

/** Put into pages of this network alone, before `capture.content.ts`. */
export default defineContentScript({
  registration: 'runtime',
  matches: [],
  main: () => hold('instagram', { byHost: [instagram] }),
});
