/** D7, C3: somebody in an own picture is covered by a flat field, by keyboard alone, and nothing of what was under it is left. */
import { readFileSync } from 'node:fs';
import JSZip from 'jszip';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Capture, MediaRecord } from '../../lib/model/capture.ts';
import { ask, finished } from '../../scripts/drive.ts';
import { faultsOf } from './judge.ts';
import { startJourney } from './journey.ts';
import type { Journey } from './journey.ts';

type Kept = Extract<MediaRecord, { state: 'kept' }>;
const pictureOf = ({ posts }: Capture): Kept => posts[0]!.media.find((record): record is Kept => record.state === 'kept')!;

let journey: Journey;
let before: Capture;
let original: PNG;
let after: Capture;
let file: string;
let faults: string[];

beforeAll(async () => {
  journey = await startJourney(['x']);
  const { browser, stand } = journey;
  const page = await journey.open(stand.setThread('x', { seed: 71, reactions: 3, photos: 1, signedIn: false, plantEvery: 0 }).url);
  await page.bringToFront();
  await browser.clickAction(page);
  const tabId = await browser.tabIdOf(page);
  await ask(browser, 'lookAtPage', { tabId });
  const { captureId: id = '' } = await finished(
    browser,
    tabId,
    await ask(browser, 'startCapture', { tabId, scenario: 'B', reason: 'Proef' }),
  );
  before = await ask(browser, 'getCapture', { id });
  original = await pixelsOf(await ask(browser, 'getPicture', { id, sha256: pictureOf(before).sha256 }));

  const screen = await browser.context.newPage();
  await screen.goto(`chrome-extension://${browser.extensionId}/dashboard.html#/veiligstelling/${id}/nakijken`);
  await screen.getByRole('button', { name: 'Eigen beelden' }).press('Enter');
  await screen.getByRole('button', { name: 'Vlak toevoegen' }).press('Enter');
  for (const [name, value] of [
    ['Links (%)', '10'],
    ['Boven (%)', '20'],
    ['Breedte (%)', '30'],
    ['Hoogte (%)', '25'],
  ] as const)
    await screen.getByLabel(name).fill(value);
  faults = await faultsOf(screen, 'eigen beelden');
  await screen.getByRole('button', { name: 'Vlakken inbranden' }).press('Enter');
  await screen.getByText('1 vlak is gelakt.').waitFor();
  after = await ask(browser, 'getCapture', { id });
  const points = after.review.map(({ where, start, end }) => ({ act: 'redact' as const, where, start, end }));
  if (points.length > 0) await ask(browser, 'decideReview', { id, decisions: points });
  if (points.length > 0) await ask(browser, 'markReviewed', { id, secondsSpent: 1, seen: 1 });
  file = (await ask(browser, 'exportCapture', { id })).path ?? '';
}, 120_000);

afterAll(() => journey.close());

describe('a field burned into an own picture', () => {
  it('is one flat colour, with a margin, and leaves the rest as it was', async () => {
    const archive = await JSZip.loadAsync(readFileSync(file));
    const path = Object.keys(archive.files).find((name) => /bericht-[^/]+-media-01\.png$/.test(name))!;
    const burned = PNG.sync.read(Buffer.from(await archive.files[path]!.async('uint8array')));
    expect([burned.width, burned.height]).toEqual([original.width, original.height]);
    const isInside = (x: number, y: number): boolean =>
      x >= Math.floor(0.1 * burned.width) - 2 &&
      x < Math.ceil(0.4 * burned.width) + 2 &&
      y >= Math.floor(0.2 * burned.height) - 2 &&
      y < Math.ceil(0.45 * burned.height) + 2;
    const colours = new Set<string>();
    let changed = 0;
    for (let y = 0; y < burned.height; y += 1)
      for (let x = 0; x < burned.width; x += 1) {
        const at = (y * burned.width + x) * 4;
        if (isInside(x, y)) colours.add(burned.data.subarray(at, at + 4).toString('hex'));
        else if (Buffer.compare(burned.data.subarray(at, at + 3), original.data.subarray(at, at + 3)) !== 0) changed += 1;
      }
    expect([...colours]).toEqual(['000000ff']);
    expect(changed).toBe(0);
  });

  it('takes the place of the picture, in the record and in the store', async () => {
    const [old, now] = [pictureOf(before), pictureOf(after)];
    expect(now).toMatchObject({ mime: 'image/png', redactedRegions: 1, receivedSha256: old.receivedSha256 ?? old.sha256 });
    expect(now.sha256).not.toBe(old.sha256);
    await expect(ask(journey.browser, 'getPicture', { id: after.id, sha256: old.sha256 })).rejects.toMatchObject({
      code: 'not-found',
    });
    expect(after.ledger.filter(({ kind }) => kind === 'beeldvlak')).toHaveLength(1);
  });

  it('is told in the log', async () => {
    const log = await ask(journey.browser, 'getLog', {});
    expect(
      log.some(
        ({ actie, object, toelichting = '' }) => actie === 'reviewed' && object === after.id && toelichting.includes('1 vlakken'),
      ),
    ).toBe(true);
  });

  it('can no longer be changed once the package is sealed', async () => {
    const question = { id: after.id, sha256: pictureOf(after).sha256, regions: [{ left: 0, top: 0, width: 1, height: 1 }] };
    await expect(ask(journey.browser, 'redactPicture', question)).rejects.toMatchObject({ code: 'not-allowed' });
  });

  it('is marked on a screen that everybody can use', () => {
    expect(faults).toEqual([]);
  });
});

async function pixelsOf(address: string): Promise<PNG> {
  const page = await journey.browser.context.newPage();
  const png = await page.evaluate(async (source) => {
    const image = await createImageBitmap(await (await fetch(source)).blob());
    const canvas = new OffscreenCanvas(image.width, image.height);
    canvas.getContext('2d')!.drawImage(image, 0, 0);
    return [...new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer())];
  }, address);
  await page.close();
  return PNG.sync.read(Buffer.from(png));
}
