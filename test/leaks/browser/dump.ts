/** Everything a page holds, also what the product never reads: proof that what was planted was there (S5). */
import type { Page } from 'playwright';

export async function dump(page: Page): Promise<string> {
  const inside = await page.evaluate(everything);
  const cookies = await page.context().cookies();
  return [inside, JSON.stringify(cookies)].join('\n');
}

/** Runs in the page. */
async function everything(): Promise<string> {
  const found: string[] = [document.documentElement.outerHTML, location.href, document.title, document.referrer, window.name];
  const roots: (Document | ShadowRoot)[] = [document];
  for (const root of roots) {
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot) {
        roots.push(element.shadowRoot);
        found.push(element.shadowRoot.innerHTML);
      }
      if ('value' in element && typeof element.value === 'string') found.push(element.value);
      if (element instanceof HTMLIFrameElement) found.push(element.srcdoc, element.src);
    }
    const sheets = [...root.styleSheets, ...root.adoptedStyleSheets];
    for (const sheet of sheets) {
      try {
        found.push(...Array.from(sheet.cssRules, (rule) => rule.cssText));
      } catch {
        found.push(sheet.href ?? ''); // of another origin: its rules are not told
      }
    }
  }
  for (const name of ['localStorage', 'sessionStorage'] as const) {
    try {
      found.push(JSON.stringify(window[name]));
    } catch {
      found.push(''); // switched off in this profile
    }
  }
  found.push(JSON.stringify(history.state));
  found.push(...performance.getEntries().map(({ name }) => name));
  return found.join('\n');
}
