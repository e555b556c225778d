import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { deliver, toldCode } from '../lib/capture/deliver.ts';
import { reactionsOn } from '../lib/capture/letter.ts';
import { look, report } from '../lib/capture/look.ts';
import { createPostWatch } from '../lib/capture/posts.ts';
import { createWebcare } from '../lib/capture/overlay/webcare.ts';
import { capture } from '../lib/capture/run.ts';
import { ask } from '../lib/messages/client.ts';
import type { BeginOrder, TabQuestion } from '../lib/messages/tabCalls.ts';
import { untilReadable } from '../lib/capture/reader.ts';

const here = () => new URL(location.href);
let busyWith: string | null = null; // the job under way
const shown = { page: document, view: window, url: here };

/** Injected on demand by the worker; never registered, so nothing runs before the user asks (D9). */
export default defineContentScript({
  registration: 'runtime',
  matches: [],
  main() {
    const marked = globalThis as { veiligstellerListens?: boolean }; // our isolated world's own global
    if (marked.veiligstellerListens) return;
    marked.veiligstellerListens = true;
    browser.runtime.onMessage.addListener((question: TabQuestion, _sender, reply: (answer: unknown) => void) => {
      if (question.tabCall === 'look') reply(look(document, here()));
      else if (question.tabCall === 'busy') reply(busyWith);
      else if (question.tabCall === 'report') reply(report(document, here()));
      else if (question.tabCall === 'reactions') reply(reactionsOn(document, here(), question.link));
      else if (question.tabCall === 'posts') reply(posts());
      else if (question.tabCall === 'webcare') reply(webcare.answer(question));
      else if (question.tabCall === 'begin') {
        void webcare.without(() => run(question.order).finally(() => (busyWith = null)));
        reply(null);
      }
    });
  },
});

const posts = createPostWatch(document, here);
const webcare = createWebcare({
  ...shown,
  onPick: (pick) => void ask('pointAt', pick),
  onEnd: () => void ask('webcareEnded', {}),
});

async function run(order: BeginOrder): Promise<void> {
  const { job, ...wanted } = order;
  busyWith = job;
  try {
    const draft = await capture({
      ...shown,
      adapter: await untilReadable(document, here),
      ...wanted,
      onProgress: async (numbers) => (await ask('progress', { job, ...numbers })).stop,
    });
    await deliver(draft, {
      part: async (part, items) => void (await ask('draftPart', { job, part, items })),
      done: (parts, head) => ask('draftDone', { job, parts, head }),
    });
  } catch (error) {
    await ask('captureFailed', { job, code: toldCode(error) });
  }
}
