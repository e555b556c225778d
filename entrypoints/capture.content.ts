import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { deliver, toldCode } from '../lib/capture/deliver.ts';
import { reactionsOn } from '../lib/capture/letter.ts';
import { look, report } from '../lib/capture/look.ts';
import { createPostWatch } from '../lib/capture/posts.ts';
import type { WebcareHere } from '../lib/capture/overlay/webcare.ts';
import { capture } from '../lib/capture/run.ts';
import { ask } from '../lib/messages/client.ts';
import type { BeginOrder, TabQuestion } from '../lib/messages/tabCalls.ts';
import { untilReadable } from '../lib/capture/reader.ts';

const here = () => new URL(location.href);
/** The job under way, and the last of which the worker could not be told that it ended: it asks when somebody wants to know. */
const atWork: { reads?: string; unheard?: string } = {};
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
      else if (question.tabCall === 'busy') reply(atWork);
      else if (question.tabCall === 'report') reply(report(document, here()));
      else if (question.tabCall === 'reactions') reply(reactionsOn(document, here(), question.link));
      else if (question.tabCall === 'posts') reply(posts());
      else if (question.tabCall === 'begin') {
        void alone(() => run(question.order).finally(() => delete atWork.reads));
        reply(null);
      }
    });
  },
});

const posts = createPostWatch(document, here);

/** While the page is being captured nothing of ours is on it. */
function alone(work: () => Promise<void>): Promise<void> {
  const { veiligstellerWebcare } = globalThis as WebcareHere; // our isolated world's own global
  return veiligstellerWebcare ? veiligstellerWebcare.without(work) : work();
}

async function run(order: BeginOrder): Promise<void> {
  const { job, ...wanted } = order;
  atWork.reads = job;
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
    await ask('captureFailed', { job, code: toldCode(error) }).catch(() => (atWork.unheard = job));
  }
}
