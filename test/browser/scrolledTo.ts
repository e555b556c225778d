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
