/** R9, R11, R12: pointing at reactions on the page itself, and what was pointed at. */
import { webcareOn } from '../../lib/messages/tabCalls.ts';
import type { Asker } from '../../lib/messages/server.ts';
import { mostPointed } from '../../lib/model/pointed.ts';
import type { PointedAt, PointedCount, Pointing, WebcareWords } from '../../lib/model/pointed.ts';
import { callPanel } from '../../lib/store/panelCalls.ts';
import { forgetPointed, keepPicked, keepPointed, pointedIn } from '../../lib/store/session.ts';
import { openPanel } from '../common/panel.ts';
import { injectWebcare, inspect } from './look.ts';
import { countOf, pageIn, pointedOn } from './pointed.ts';

interface PointQuestion {
  readonly item: string;
  readonly as: Pointing;
  readonly isOn: boolean;
}
interface WebcareQuestion {
  readonly tabId: number;
  readonly act: 'ask' | 'start' | 'stop';
  readonly words?: WebcareWords | undefined;
}

export const webcareHandlers = {
  async pointAt({ item, as, isOn }: PointQuestion, { tabId }: Asker): Promise<null> {
    if (tabId === undefined) return null;
    const opened = openPanel({ tabId }).catch(() => undefined); // not within a click, says the browser: the wish waits for the panel
    await (as === 'brief' ? keepPicked(tabId, item) : keepAlong(tabId, { item, as }, isOn));
    await callPanel(tabId, as === 'brief' ? 'letter' : 'along');
    await opened;
    return null;
  },

  async pointedIn({ tabId, forget }: { tabId: number; forget?: boolean | undefined }): Promise<PointedCount> {
    if (forget) {
      await forgetPointed(tabId);
      await isMarked(tabId, { act: 'ask', marks: [] });
    }
    return countOf(await pointedOn(tabId));
  },

  async webcare({ tabId, act, words }: WebcareQuestion): Promise<{ isOn: boolean }> {
    if (act !== 'start') return { isOn: await isMarked(tabId, { act }) };
    await inspect(tabId);
    await injectWebcare(tabId);
    return { isOn: await webcareOn(tabId, { act, words, marks: await pointedOn(tabId) }) };
  },

  async webcareEnded(_question: object, { tabId }: Asker): Promise<null> {
    if (tabId !== undefined) await callPanel(tabId, 'page');
    return null;
  },
};

async function keepAlong(tabId: number, { item, as }: PointedAt, isOn: boolean): Promise<void> {
  const page = await pageIn(tabId);
  const others = (await pointedIn(tabId, page)).filter((one) => one.item !== item);
  if (!isOn) return keepPointed(tabId, page, others);
  if (others.length < mostPointed) await keepPointed(tabId, page, [...others, { item, as }]);
}

/** Whether the controls are there; in a page with nothing of ours they are not. */
async function isMarked(tabId: number, order: Parameters<typeof webcareOn>[1]): Promise<boolean> {
  try {
    return await webcareOn(tabId, order);
  } catch {
    return false;
  }
}
