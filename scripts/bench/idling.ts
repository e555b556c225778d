import { rmSync } from 'node:fs';
import type { CDPSession } from 'playwright';
import { dummyExtension } from '../../test/browser/dummy.ts';
import { launch } from '../../test/browser/launch.ts';
import { startStand } from '../../test/stand/server.ts';
import type { Stand } from '../../test/stand/server.ts';
import { outputOf } from '../build.ts';
import { atMost, figure, row } from './measure.ts';
import type { Subject } from './subject.ts';

const words = {
  scripts: 'scripts in de bladzijde',
  worlds: 'werelden waarin script loopt',
  listeners: 'luisteraars op venster en document',
} as const;
type Cost = Record<keyof typeof words, number>;

export const idling: Subject = {
  name: 'rust',
  title: 'Wat de extensie op een bladzijde kost zolang niemand iets vraagt',
  how: 'Een draad van X op de stand, eenmaal met de extensie en eenmaal met een extensie die niets doet: wat de browser via zijn ontwikkelprotocol in de bladzijde telt.',
  async run() {
    const stand = await startStand();
    const empty = dummyExtension();
    try {
      const withUs = await costOf(stand, outputOf('chrome'));
      const without = await costOf(stand, empty);
      return (Object.keys(words) as (keyof Cost)[]).map((what) =>
        row(words[what], 'aantal', figure('', [withUs[what]]), {
          peers: [figure('zonder de extensie', [without[what]])],
          goals: [atMost(0, withUs[what] - without[what], 'meer dan zonder de extensie')],
        }),
      ); // the keys are its own
    } finally {
      await stand.close();
      rmSync(empty, { recursive: true, force: true });
    }
  },
};

async function costOf(stand: Stand, extension: string): Promise<Cost> {
  const { url } = stand.setThread('x', { seed: 42, reactions: 20 });
  const browser = await launch({ extension, stand });
  try {
    const page = await browser.context.newPage();
    await page.goto(url);
    await page.locator('article').nth(3).waitFor();
    const cdp = await browser.context.newCDPSession(page);
    const cost: Cost = { scripts: 0, worlds: 0, listeners: 0 };
    cdp.on('Debugger.scriptParsed', ({ url: address }) => (cost.scripts += isOfPage(address) ? 1 : 0));
    cdp.on('Runtime.executionContextCreated', ({ context: { name } }) => (cost.worlds += name.startsWith('__playwright') ? 0 : 1));
    await cdp.send('Runtime.enable');
    await cdp.send('Debugger.enable');
    cost.listeners = (await listenersOf(cdp, 'window')) + (await listenersOf(cdp, 'document'));
    return cost;
  } finally {
    await browser.close();
  }
}

/** What the measuring itself puts in has no address. */
function isOfPage(address: string): boolean {
  return /^(?:https|chrome-extension):/.test(address);
}

async function listenersOf(cdp: CDPSession, what: 'window' | 'document'): Promise<number> {
  const { result } = await cdp.send('Runtime.evaluate', { expression: what });
  const { listeners } = await cdp.send('DOMDebugger.getEventListeners', { objectId: result.objectId ?? '' });
  return listeners.length;
}
