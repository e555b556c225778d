import type { Locator, Page } from 'playwright';

/** As a person would: opening answers and scrolling until these words are in view, on the stand's X. */
export async function scrolledTo(page: Page, words: string): Promise<Locator> {
  const text = page.getByText(words).first();
  for (let step = 0; step < 80 && !(await text.isVisible()); step += 1) {
    const more = page.locator('[data-testid="cellInnerDiv"]:not(:has(article)) button:not([data-testid]):enabled').first();
    if (await more.isVisible()) await more.click({ timeout: 1_000 }).catch(() => undefined); // its row may just have gone
    await page.mouse.wheel(0, 400);
    await page.waitForTimeout(100); // as fast as a hand turns the wheel
  }
  return text;
}

/** By the keyboard: until the reaction with these words is the first that is wholly in view. */
export async function keyedTo(page: Page, words: string): Promise<void> {
  const text = page.getByText(words).first();
  const more = page.locator('[data-testid="cellInnerDiv"]:not(:has(article)) button:not([data-testid]):enabled').first();
  for (let step = 0; step < 200; step += 1) {
    const top = (await text.count()) > 0 ? await text.evaluate(topOf).catch(() => undefined) : undefined; // its row may just have gone
    if (top !== undefined && top >= 0 && top < 100) return;
    if (top === undefined && (await more.isVisible())) await more.press('Enter', { timeout: 1_000 }).catch(() => undefined);
    await page.keyboard.press(top === undefined ? 'PageDown' : top < 0 ? 'ArrowUp' : 'ArrowDown');
    await page.waitForTimeout(100); // as fast as a hand does it
  }
  throw new Error('the keys of the page do not get to the reaction');
}

function topOf(text: Element): number {
  return (text.closest('article') ?? text).getBoundingClientRect().top;
}
