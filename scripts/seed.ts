/** Rows straight into the extension's database: capturing ten thousand times would take days. Everything in them is invented. */
import type { Page } from 'playwright';
import { manyCaptures } from '../test/components/many.ts';

/** `page`: any page of the extension. As the worker writes them, but for the content, which a list never reads. */
export async function seedCaptures(page: Page, count: number): Promise<void> {
  await page.evaluate(
    put,
    manyCaptures(count).map((row) => ({ ...row, content: row.id, media: [], idempotencyKey: row.id })),
  );
}

function put(rows: readonly object[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('veiligsteller');
    opening.addEventListener('error', () => reject(new Error('the database did not open')));
    opening.addEventListener('success', () => {
      const write = opening.result.transaction('captures', 'readwrite');
      for (const one of rows) write.objectStore('captures').put(one);
      write.addEventListener('error', () => reject(new Error('the rows were not written')));
      write.addEventListener('complete', () => {
        opening.result.close();
        resolve();
      });
    });
  });
}
