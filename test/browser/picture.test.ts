/** The picture of the view, with pixel canaries (C1, C2, C4): colours that only people have, looked for in every picture. The people are invented. */
import { copyFileSync, readFileSync } from 'node:fs';
import { PNG } from 'pngjs';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { safeguard } from '../../scripts/drive.ts';
import { unzipped } from '../lib/bundle/unzipped.ts';
import type { Files } from '../lib/bundle/unzipped.ts';
import { startJourney } from './journey.ts';

const shots = process.env['SCHERMEN'];
const name = [0xfe, 0x01, 0xfd] as const;
const avatar = [0x01, 0xfe, 0x03] as const;
const own = [0x01, 0x90, 0xfe] as const;

/** Every place of a person in a flat colour of its own, moving all the time; the own account has another colour, which must stay. */
const canaries = `
  @keyframes weg { to { transform: translate(40px, 30px) } }
  [data-testid=User-Name] a:not([href*="/status/"]), [data-testid=User-Name] a:not([href*="/status/"]) * { background: rgb(${name.join()}) !important; animation: weg 90ms infinite alternate }
  [data-testid=Tweet-User-Avatar], [data-testid=Tweet-User-Avatar] * { background: repeating-conic-gradient(rgb(${avatar.join()}) 0 25%, rgb(${name.join()}) 0 50%) !important }
  [data-testid=Tweet-User-Avatar] img { opacity: .5; filter: blur(1px) }
  [data-testid=User-Name] a[href="/minvoorbeeld"], [data-testid=User-Name] a[href="/minvoorbeeld"] * { background: rgb(${own.join()}) !important }
`;

function count(png: Uint8Array, [red, green, blue]: readonly [number, number, number]): number {
  const { data } = PNG.sync.read(Buffer.from(png));
  let found = 0;
  for (let at = 0; at < data.length; at += 4)
    if (Math.hypot((data[at] ?? 0) - red, (data[at + 1] ?? 0) - green, (data[at + 2] ?? 0) - blue) <= 24) found += 1;
  return found;
}

const journey = await startJourney(['x']);
afterAll(() => journey.close());

describe('the picture of a capture', () => {
  let files: Files;
  let live: Uint8Array;
  let pictures: (readonly [string, Uint8Array])[];

  beforeAll(async () => {
    const { url } = journey.stand.setThread('x', { seed: 31, reactions: 25 });
    const page: Page = await journey.open(url);
    await page.addStyleTag({ content: canaries });
    await page.locator('[data-testid=User-Name]').first().waitFor();
    live = await page.screenshot(shots ? { path: `${shots}/canaries.png` } : {});
    const { file } = await safeguard(journey.browser, page, { out: journey.out });
    if (shots) copyFileSync(file, `${shots}/canaries.zip`);
    files = await unzipped(readFileSync(file));
    pictures = [...files].filter(([path]) => path.endsWith('.png') && path.includes('-schermafbeelding'));
  });

  it('is there for the post and for the reactions, described and accounted for', () => {
    const names = pictures.map(([path]) => path.replace(/^.*\//, ''));
    expect(names).toContainEqual(expect.stringMatching(/^bericht-\d+-schermafbeelding\.png$/));
    expect(names).toContainEqual(expect.stringMatching(/^reacties-\d+-schermafbeelding(?:-01)?\.png$/));
    for (const [path] of pictures) expect(files.has(`${path}.bestand.mdto.xml`)).toBe(true);
    const account = [...files].find(([path]) => path.endsWith('-veiligstelling.json'))?.[1];
    expect(new TextDecoder().decode(account)).toContain('"delen": 1');
  });

  it('shows something: text on paper, and the look of the own account', () => {
    for (const [, png] of pictures) expect(count(png, [15, 20, 25])).toBeGreaterThan(100);
    const post = pictures.find(([path]) => path.includes('/bericht-'));
    expect(count(post![1], own)).toBeGreaterThan(100);
  });

  it('holds no pixel of the colours of people, which the page did show', () => {
    expect([count(live, name), count(live, avatar)].every((pixels) => pixels > 100)).toBe(true);
    for (const [path, bytes] of files) {
      if (!path.endsWith('.png')) continue;
      expect([path, count(bytes, name), count(bytes, avatar)]).toEqual([path, 0, 0]);
    }
  });

  it('is on light paper whatever the machine likes', () => {
    for (const [, png] of pictures)
      expect(PNG.sync.read(Buffer.from(png)).data.subarray(0, 3)).toEqual(Buffer.from([242, 244, 246]));
  });
});
