/** Pages that never end, never stand still, or lie about themselves: a capture ends within its budget, with a true state. Everybody is invented. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { outputOf } from '../../scripts/build.ts';
import { ask, safeguard } from '../../scripts/drive.ts';
import { startStand } from '../stand/server.ts';
import { ministryPolicy } from '../../lib/practice/ministry.ts';
import { launch } from './launch.ts';

const first = 2_060_000_000_000_000_000n;
const id = (at: number) => (first + BigInt(at) * 4_194_304_000n).toString();

const cell = (
  at: number,
  handle = `lezer${at}`,
  name = `Lezer ${at}`,
) => `<div data-testid="cellInnerDiv"><article data-testid="tweet" role="article" tabindex="0">
  <div data-testid="Tweet-User-Avatar"><div data-testid="UserAvatar-Container-${handle}"></div></div>
  <div data-testid="User-Name"><a href="/${handle}"><span>${name}</span></a><a href="/${handle}"><span>@${handle}</span></a>
  <a href="/${handle}/status/${id(at)}"><time datetime="2026-11-18T10:00:00.000Z">1 u</time></a></div>
  <div data-testid="tweetText" lang="nl"><span>Dit is tekst nummer ${at}.</span></div><div role="group"><button data-testid="reply" aria-label="0"></button></div></article></div>`;
const thread = (rows: string, script = '') =>
  `<!doctype html><html lang="nl"><style>article{min-height:300px}</style><body><main><div data-testid="primaryColumn"><section><div id="list">${cell(0, 'minvoorbeeld', 'Ministerie van Voorbeeldzaken')}${rows}</div></section></div></main><script>const cell=${cell
    .toString()
    .replaceAll('</', String.raw`<\/`)};const first=${first}n;const id=${id.toString()};${script}</script></body></html>`;
const some = (count: number) => Array.from({ length: count }, (_, at) => cell(at + 1)).join('');

const pages: Readonly<Record<string, string>> = {
  'scrolls on without end': thread(
    some(5),
    `let at=6;addEventListener('scroll',()=>{for(let n=0;n<5;n++)document.getElementById('list').insertAdjacentHTML('beforeend',cell(at++))},{capture:true})`,
  ),
  'grows without end of what is no reaction': thread(
    some(5),
    `addEventListener('scroll',()=>{const box=document.createElement('div');box.style.height='900px';box.textContent='Voor jou';document.body.append(box)},{capture:true})`,
  ),
  'never stands still': thread(
    some(5),
    `setInterval(()=>{document.body.dataset.now=Date.now();const box=document.createElement('i');document.body.append(box);box.remove();document.title=String(Date.now())},15)`,
  ),
  'names its parts after the DOM': thread(
    `${some(5)}<form><input name="querySelectorAll"><input name="children"><input name="contains"><input name="getAttribute"></form><img name="body"><img name="documentElement"><form name="scrollingElement"></form><a name="querySelector"></a><form><input name="parentElement"><input name="textContent"></form>`,
  ),
  'has a million nodes': thread(
    some(5),
    `const box=document.createElement('div');for(let n=0;n<1000;n++){const row=document.createElement('p');for(let m=0;m<1000;m++)row.append(document.createElement('b'));box.append(row)}box.hidden=true;document.body.append(box)`,
  ),
  'has a hundred thousand nodes in one reaction': thread(
    some(5),
    `const text=document.querySelectorAll('[data-testid=tweetText]')[2];for(let n=0;n<100;n++){const row=document.createElement('span');for(let m=0;m<1000;m++)row.append(document.createElement('b'));text.append(row)}`,
  ),
  'throws at whoever reads it': thread(
    some(5),
    `for(const name of ['querySelectorAll','getAttribute','closest'])Element.prototype[name]=()=>{throw new Error('weg')};Object.defineProperty(document,'title',{get(){throw new Error('weg')}});Node.prototype.contains=()=>{throw new Error('weg')}`,
  ),
};

/** A list without end runs out of time; a page that never stands still may be done before, and then has all. */
const runsOut: Readonly<Record<string, readonly boolean[]>> = {
  'scrolls on without end': [true],
  'never stands still': [true, false],
};

const out = mkdtempSync(join(tmpdir(), 'veiligsteller-uit-'));
const seconds = 12;
afterAll(() => rmSync(out, { recursive: true, force: true }));

describe.each(Object.entries(pages))('a page that %s', (name, html) => {
  it('is captured within the budget, and says what it is', async () => {
    const stand = await startStand({ networks: [], pages: { 'x.com': { '*': { html } } } });
    const browser = await launch({ extension: outputOf('chrome'), stand, grant: ['https://*/*'] });
    try {
      const policy = ministryPolicy(['x']);
      await ask(browser, 'savePolicy', { policy: { ...policy, budgets: { ...policy.budgets, seconds } } });
      const page = await browser.context.newPage();
      await page.goto(`https://x.com/minvoorbeeld/status/${id(0)}`, { waitUntil: 'domcontentloaded' });
      const { capture } = await safeguard(browser, page, { out });
      expect(capture.posts).toHaveLength(1);
      expect(capture.reactions.length).toBeGreaterThanOrEqual(5);
      const codes = capture.completeness.reasons.map(({ code }) => code);
      const isOver = codes.includes('budget-time');
      expect(capture.completeness.state === 'ONVOLLEDIG').toBe(isOver);
      expect(runsOut[name] ?? [false]).toContain(isOver);
      expect([isOver || capture.reactions.length === 5, codes.includes('navigated')]).toEqual([true, false]);
      const took = Date.parse(capture.clock.ended) - Date.parse(capture.clock.started);
      expect(took).toBeLessThan(seconds * 1_000 * 2.5);
    } finally {
      await browser.close();
      await stand.close();
    }
  });
});
