import { browser } from 'wxt/browser';
import type { ViewPicture } from '../../lib/bundle/package.ts';
import { beginningOf, drawView } from '../../lib/capture/picture.ts';
import type { Drawn, Part } from '../../lib/capture/picture.ts';
import { openOffscreen } from '../../lib/export/offscreen.ts';

/** A view that takes longer than this goes without a picture: the package matters more (F24). */
const patienceMs = 60_000;

/** Opens the hidden page once for all pictures of a package: opening takes longer than drawing. */
export async function withHiddenPage<T>(work: () => Promise<T>): Promise<T> {
  if (typeof document === 'object') return work();
  const { close } = await openOffscreen();
  try {
    return await work();
  } finally {
    await close();
  }
}

/** The picture of a view (D8), drawn here where there is a document (Firefox), else in the hidden one (Chromium). */
export async function pictureOf(html: string): Promise<ViewPicture> {
  const { tiles, isCut } = await Promise.race([drawn(html), tooLate()]);
  return { tiles: await Promise.all(tiles.map(async (tile) => new Uint8Array(await tile.arrayBuffer()))), isCut };
}

/** Of a long view only the beginning goes to where it is drawn, when that is all that is seen of it. */
async function drawn(html: string): Promise<Drawn> {
  const draw = typeof document === 'object' ? drawView : drawHidden;
  const start = beginningOf(html);
  const picture = (start === undefined ? undefined : await draw(start, 'beginning')) ?? (await draw(html, 'whole'));
  if (!picture) throw new Error('the view gave no picture');
  return picture;
}

async function drawHidden(html: string, part: Part): Promise<Drawn | undefined> {
  const answer: unknown = await browser.runtime.sendMessage({ pictureOf: html, part });
  if (answer === null) return undefined;
  if (!isDrawn(answer)) throw new Error('the hidden page gave no picture');
  return answer;
}

/** A browser that cannot send Blobs between its pages gives empty objects: then there is no picture. */
function isDrawn(answer: unknown): answer is Drawn {
  if (typeof answer !== 'object' || answer === null || !('tiles' in answer)) return false;
  return Array.isArray(answer.tiles) && answer.tiles.every((tile) => tile instanceof Blob && tile.size > 0);
}

function tooLate(): Promise<never> {
  return new Promise((_, reject) =>
    setTimeout(() => reject(new DOMException('the picture took too long', 'TimeoutError')), patienceMs),
  );
}
