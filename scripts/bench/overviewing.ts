/** How fast the overview is by its own clock, from the act until the page has drawn what comes of it. */
import type { Page } from 'playwright';

type Act =
  | { readonly do: 'visit'; readonly place: string }
  | { readonly do: 'press' | 'type'; readonly on: string; readonly text?: string };

/** The list after a visit elsewhere. */
export async function listMs(page: Page): Promise<number> {
  await done(page, { do: 'visit', place: '#/cijfers' });
  return done(page, { do: 'visit', place: '#/' });
}

/** What there is to review, and the next time all of them again. */
export const filterMs = (page: Page): Promise<number> => done(page, { do: 'press', on: '.tile' });

export const searchMs = (page: Page, text: string): Promise<number> => done(page, { do: 'type', on: 'input[type=text]', text });

async function done(page: Page, act: Act): Promise<number> {
  await page.bringToFront(); // what nobody sees is not drawn
  return page.evaluate(inPage, act);
}

async function inPage(act: Act): Promise<number> {
  // oxlint-disable-next-line unicorn/consistent-function-scoping -- all of this runs in the page
  const drawn = () => new Promise<void>((shown) => requestAnimationFrame(() => setTimeout(shown, 0)));
  const began = performance.now();
  if (act.do === 'visit') {
    location.hash = act.place;
    while (!document.querySelector(act.place === '#/' ? '.cards tbody tr' : '.numbers')) await drawn();
    return performance.now() - began;
  }
  const element = document.querySelector<HTMLInputElement>(act.on);
  if (!element) throw new Error(`the overview has no ${act.on}`);
  if (act.do === 'press') element.click();
  else {
    element.value = act.text ?? '';
    element.dispatchEvent(new Event('input', { bubbles: true }));
  }
  await drawn();
  return performance.now() - began;
}
