import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { createWebcare } from '../lib/capture/overlay/webcare.ts';
import type { WebcareHere } from '../lib/capture/overlay/webcare.ts';
import { ask } from '../lib/messages/client.ts';
import type { TabQuestion } from '../lib/messages/tabCalls.ts';

/** R11: the controls beside reactions; put into a page only when somebody asks for them, after `capture.content.ts`. */
export default defineContentScript({
  registration: 'runtime',
  matches: [],
  main() {
    const here = globalThis as WebcareHere; // our isolated world's own global
    if (here.veiligstellerWebcare) return;
    const webcare = createWebcare({
      page: document,
      view: window,
      url: () => new URL(location.href),
      onPick: (pick) => void ask('pointAt', pick),
      onEnd: () => void ask('webcareEnded', {}),
    });
    here.veiligstellerWebcare = webcare;
    browser.runtime.onMessage.addListener((question: TabQuestion, _sender, reply: (answer: unknown) => void) => {
      if (question.tabCall === 'webcare') reply(webcare.answer(question));
    });
  },
});
