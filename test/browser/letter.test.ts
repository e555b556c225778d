/** R11, G3: from a reaction on the page to a sealed letter with its writer in it and nobody else, and a dossier that does not lead to it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import JSZip from 'jszip';
import type { Capture } from '../../lib/model/capture.ts';
import { isLetterFile } from '../../lib/privacy/writer.ts';
import { ask, outcomeOf, finished, safeguard } from '../../scripts/drive.ts';
import { scanContent, scanFilePlainly, scanFolderPlainly } from '../leaks/scan.ts';
import type { Hit, Needle } from '../leaks/scan.ts';
import type { TrueItem, Truth } from '../stand/truth.ts';
import { needlesOf, startJourney } from './journey.ts';
import type { Journey } from './journey.ts';
import { scrolledTo } from './scrolledTo.ts';

/** Invented, and found nowhere else. */
const writer = { name: 'Fenna Kanariezoon', firstName: 'Fenna', handle: 'fenna_kz_brief' };
const letterText =
  'Hierbij maak ik bezwaar tegen het besluit over mijn voorbeeldtoeslag. Bel mij op 06-12345678. Groet, Fenna Kanariezoon';
const caseNumber = 'Z-2026-000417';

let journey: Journey;
let truth: Truth;
let letterItem: TrueItem;
let letter: { readonly capture: Capture; readonly file: string };
let dossier: { readonly capture: Capture; readonly file: string };
let elsewhere: string;
let onDisk: { others: Hit[]; writer: Hit[] };
let picked: string | undefined;

const mine: readonly Needle[] = [
  { whose: 'schrijver', kind: 'name', value: writer.name },
  { whose: 'schrijver', kind: 'handle', value: writer.handle },
];
const others = (): Needle[] =>
  needlesOf(truth).filter(({ value }) => !isOfWriter(value) && !mine.some((needle) => needle.value === value));
const writersIds = new Set<string>();
const isOfWriter = (value: string): boolean => writersIds.has(value);

beforeAll(async () => {
  journey = await startJourney(['x']);
  const { stand, browser, out } = journey;
  elsewhere = (await journey.captured(stand.setThread('x', { seed: 8, reactions: 6, signedIn: false }).url)).file;

  const params = { seed: 31, reactions: 24, replyShare: 0.6, maxDepth: 3, signedIn: true, plantEvery: 0 } as const;
  const at = Array.from({ length: 20 }, (_, place) => place).find((place) => {
    const { reactions } = stand.setThread('x', { ...params, texts: { [place]: letterText } }).thread;
    const written = reactions.find(({ text }) => text === letterText);
    return reactions.some((one) => one.id === written?.parent && !one.isOwn && one.author !== written.author && !written.isOwn);
  })!;
  const texts = { [at]: letterText };
  const { cast, reactions } = stand.setThread('x', { ...params, texts }).thread;
  const account = reactions.find(({ text }) => text === letterText)!.author.handle;
  const person = cast.findIndex(({ handle }) => handle === account);
  const { url, truth: told } = stand.setThread('x', { ...params, casting: { [person]: writer }, texts });
  truth = told;
  letterItem = truth.reactions.find(({ text }) => text === letterText)!;
  for (const { id, author } of truth.reactions) if (author === writer.handle) writersIds.add(id);
  for (const { value } of truth.identifiers) if (value.includes(writer.handle)) writersIds.add(value);

  const page = await journey.open(url);
  await page.bringToFront();
  await page.mouse.move(500, 400);
  await browser.clickAction(page);
  const tabId = await browser.tabIdOf(page);
  await ask(browser, 'lookAtPage', { tabId });
  await (await scrolledTo(page, 'Hierbij maak ik bezwaar')).selectText();
  const list = await ask(browser, 'listReactions', { tabId });
  picked = list.find(({ isPicked }) => isPicked)?.item;
  const job = await ask(browser, 'takeLetter', {
    tabId,
    item: picked ?? '',
    kind: 'bezwaar',
    team: 'Juridische zaken',
    caseNumber,
  });
  letter = await outcomeOf(browser, await finished(browser, tabId, job), out, ({ where, start, end }) => ({
    act: 'keep',
    reason: 'anders',
    where,
    start,
    end,
  }));
  dossier = await safeguard(browser, page, { out });
  await browser.close();
  onDisk = { others: scanFolderPlainly(journey.profile, others()), writer: scanFolderPlainly(journey.profile, mine) };
}, 240_000);

afterAll(() => journey.close());

describe('a reaction pointed at on the page', () => {
  it('is the one that is offered', () => {
    expect(picked).toBe(letterItem.id);
  });

  it('becomes a capture of its own, with its writer, the post and what it answers', () => {
    const { capture } = letter;
    expect(capture.id).toMatch(/^BB-\d{8}-[a-z2-9]{8}$/);
    expect(capture.letter).toMatchObject({ kind: 'bezwaar', team: 'Juridische zaken', caseNumber });
    expect(capture.people.find(({ role }) => role === 'schrijver')).toMatchObject({ name: writer.name, handle: writer.handle });
    expect(capture.posts).toHaveLength(1);
    expect(capture.reactions.at(-1)).toMatchObject({
      kind: 'burgerbrief',
      author: 'schrijver',
      text: letterText,
      platformId: letterItem.id,
    });
    expect(capture.reactions.length).toBeGreaterThan(1);
    expect(capture.completeness.state).toBe('OK');
  });

  it('names nobody else, in any file of its package', () => {
    expect(scanFilePlainly(letter.file, others()).map(told)).toEqual([]);
  });

  it('names its writer in the letter’s own three files, and there only', async () => {
    const places = new Set(scanFilePlainly(letter.file, mine).map(({ place }) => place));
    expect([...places].filter((place) => !isLetterFile(place))).toEqual([]);
    expect(places.size).toBe(3);
    expect(scanContent(readFileSync(letter.file.replace(/\.zip$/, '.pakbon.xml'), 'utf8'), 'pakbon', mine)).toEqual([]);
  });
});

describe('the dossier of the same page', () => {
  it('has a reference where the letter stood, and every other reaction', () => {
    const references = dossier.capture.reactions.filter(({ kind }) => kind === 'verwijzing');
    expect(references.length).toBeGreaterThan(0);
    expect(references.every(({ reference, author, text }) => reference?.caseNumber === caseNumber && !author && !text)).toBe(true);
    expect(dossier.capture.reactions).toHaveLength(truth.reactions.length);
  });

  it('names nobody, the writer of the letter neither, and does not hold the letter', async () => {
    expect(scanFilePlainly(dossier.file, [...others(), ...mine]).map(told)).toEqual([]);
    expect(await textOf(dossier.file)).not.toContain('Hierbij maak ik bezwaar');
  });

  it('shares with the letter nothing but the post, the words before it and the case', async () => {
    const [one, other, common] = await Promise.all([letter.file, dossier.file, elsewhere].map((file) => textOf(file)));
    const post = await textOf(letter.file, (path) => path.includes('/bericht-') || path.includes('/documentatie-'));
    const before = letter.capture.reactions.slice(0, -1).map(({ text = '' }) => text);
    const explained = tokensOf([common, post, ...before, caseNumber, letter.capture.url, ownWords].join('\n'));
    const inDossier = tokensOf(other ?? '');
    const inBoth = [...tokensOf(one ?? '')].filter((token) => inDossier.has(token));
    expect(inBoth).toContain(truth.post.id); // what is shared is seen
    const shared = inBoth.filter((token) => !explained.has(token));
    expect(shared).toEqual([]);
    expect(await textOf(letter.file)).not.toContain(dossier.capture.id);
    expect(await textOf(dossier.file)).not.toContain(letter.capture.id);
  });
});

describe('the browser’s profile on disk', () => {
  it('holds the writer in the database of captures only, and nobody else at all', () => {
    expect(onDisk.others.map(told)).toEqual([]);
    expect(onDisk.writer.length).toBeGreaterThan(0);
    expect(onDisk.writer.filter(({ place }) => !place.includes('IndexedDB')).map(told)).toEqual([]);
  });
});

const told = ({ place, whose, form }: Hit): string => `${whose} (${form}) in ${place}`;

/** Of our own sentences about letters and references; the third package has none. */
const ownWords = 'Zaak Zaaksysteem';

async function textOf(file: string, isWanted: (path: string) => boolean = () => true): Promise<string> {
  const archive = await JSZip.loadAsync(readFileSync(file));
  const entries = Object.entries(archive.files).filter(([path]) => isWanted(path) && /\.(?:json|jsonld|html|xml|txt)$/.test(path));
  return (await Promise.all(entries.map(([path, entry]) => entry.async('string').then((text) => `${path}\n${text}`)))).join('\n');
}

/** Whatever could be a name, number, hash, moment or key: runs of what those are made of. Of a moment no part: milliseconds alone are often the same. */
function tokensOf(text: string): ReadonlySet<string> {
  return new Set(text.match(/[A-Za-z0-9À-ž_:+-]{4,}(?:\.\d{3}Z)?/g) ?? []);
}
