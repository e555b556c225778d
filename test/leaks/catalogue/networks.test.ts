// @vitest-environment jsdom
/**
 * The rows of the catalogue on the networks that have no page of their own in it: all of them planted around the first reaction
 * of somebody else in a page as its reader knows it. That somebody must be gone, wherever the rows and disguises put them.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Draft } from '../../../lib/model/draft.ts';
import { root } from '../../../scripts/root.ts';
import { escaped } from '../../stand/network.ts';
import * as b from '../pages/bluesky.ts';
import type { Someone } from '../pages/cast.ts';
import { someone } from '../pages/cast.ts';
import { trip } from '../pipeline.ts';
import { scanContent } from '../scan.ts';
import type { Needle } from '../scan.ts';
import { disguises } from './disguises.ts';
import { positions } from './positions/all.ts';
import type { Kit, Planting } from './row.ts';
import type { Canary } from './set.ts';
import { writeTable } from './table.ts';

interface Page {
  readonly name: string;
  readonly address: string;
  readonly html: string;
}

const folder = join(root, 'test', 'fixtures');
const listed = JSON.parse(readFileSync(join(folder, 'pages.json'), 'utf8')) as {
  file: string;
  url: string;
  posts: number;
  reactions: number;
}[]; // our own file
/** Otherwise one page of each network. */
const isWhole = process.env['LEKKEN_ALLES'] !== undefined;
const reacting = b.onBluesky(someone('blauw'));
const pages: readonly Page[] = [
  ...listed
    .filter(({ file, posts, reactions }) => posts > 0 && reactions > 0 && file !== 'facebook/card-tr.html') // only our own reaction
    .filter(({ file }, index, all) => isWhole || all.findIndex((one) => one.file.split('/')[0] === file.split('/')[0]) === index)
    .map(({ file, url }) => ({ name: file, address: url, html: readFileSync(join(folder, file), 'utf8') })),
  {
    name: 'bluesky',
    address: b.address,
    html: b.page({ posts: b.focal('Hallo allemaal') + b.reply({ by: reacting, text: 'Dit klopt niet helemaal.' }) }),
  },
  {
    name: 'algemeen',
    address: 'https://forum.example/p/1',
    html: `<!doctype html><html lang="nl"><head></head><body><main><article><a rel="author" href="/u/minvoorbeeld">Ministerie van Voorbeeldzaken</a> <a href="/p/1"><time datetime="2026-03-01T10:00:00Z">1 maart</time></a><p>Wij leggen het uit.</p></article>
      <article id="c1"><a href="/u/${reacting.handle}">${reacting.name}</a><time datetime="2026-03-01T11:00:00Z">later</time><p>Dit klopt niet helemaal.</p></article></main></body></html>`,
  },
];

const other = someone('anderen');
const plainKit: Kit = {
  other,
  text: (words) => words,
  link: (who, inner) => `<a href="/${who.handle}">${inner}</a>`,
  mention: (who) => `<a href="/${who.handle}">@${who.handle}</a>`,
  avatar: (who) => `<img alt="${who.name}" src="/${who.avatar}.jpg">`,
  tagged: (who) => `<a href="/${who.handle}/tagged"><span>${who.name}</span></a>`,
  context: (who, words) => `<div>${who.name} ${words}</div>`,
  quote: (by, text) => `<blockquote><a href="/${by.handle}">${by.name}</a> ${text}</blockquote>`,
  card: (href, site, title) => `<a href="${href}"><span>${site}</span><span>${title}</span></a>`,
  suggestion: (who, bio) => `<aside><a href="/${who.handle}">${who.name}</a><p>${bio}</p></aside>`,
  post: (by, text) => `<aside><a href="/${by.handle}">${by.name}</a><p>${text}</p></aside>`,
  menu: () => '',
};

/** Whoever wrote the first reaction that is not the organisation's, and what they wrote. */
interface Target {
  readonly own: string;
  readonly ownName: string;
  readonly who: Someone;
  readonly text: string;
}

/** A file name that means one picture; else one that nobody has. */
function pictureName(address = ''): string {
  const name = address
    .replace(/[?#].*$/, '')
    .replace(/^.*\//, '')
    .replace(/\.\w+$/, '');
  return /[a-z]/i.test(name) && name.length > 11 ? name : 'geenbeeld9f3c7e21';
}

function targetIn({ items, people }: Draft): Target {
  const post = items.find(({ kind }) => kind === 'post');
  const owner = people[post?.author ?? -1];
  const reaction = items.find(({ kind, author, text = '' }) => kind === 'reaction' && author !== post?.author && text.length > 3);
  const writer = people[reaction?.author ?? -1];
  if (!owner || !reaction || !writer) throw new Error('no reaction of somebody else in this page');
  const name = writer.name ?? writer.handle ?? '';
  const who: Someone = {
    name,
    handle: (writer.handle ?? name).replace(/^@/, ''),
    // what is short is not looked for within other letters
    id: writer.ids.find((id) => id.length >= 10) ?? '9007199254740997777',
    avatar: pictureName(writer.avatars[0]),
    postId: '2040077774771200964',
  };
  return { own: owner.handle ?? 'onbekend', ownName: owner.name ?? '', who, text: reaction.text ?? '' };
}

const plain = positions.filter((position) => !position.inBrowserOnly && position.only === undefined);

function plantings(who: Someone): Planting[] {
  const canary: Canary = { id: 'N', role: 'commenter', name: who.name, handle: who.handle };
  return plain
    .filter(({ words }) => words === undefined || (words === 'one') === !who.name.includes(' '))
    .map((position) => position.plant({ canary, who, mail: `${who.handle}@voorbeeld.example` }, plainKit));
}

function inDisguise(who: Someone): Planting {
  const canary: Canary = { id: 'N', role: 'commenter', name: who.name, handle: who.handle };
  const forms = disguises.filter(({ id, isApart }) => !isApart && !/^B2[23]/.test(id)).flatMap((one) => one.forms(canary, who));
  const shown = [...new Set(forms)].filter((form) => form !== undefined && form !== '').map((form) => escaped(form ?? ''));
  return { text: shown.map((form) => `Volgens ${form} niet.<br>`).join('') };
}

/** Behind the words of the reaction, within its text. */
function withPlants({ html }: Page, { text }: Target, all: readonly Planting[]): string {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const place = textNode(page, text);
  const of = (part: (planting: Planting) => string | undefined): string => all.map((one) => part(one) ?? '').join(' ');
  const span = page.createElement('span');
  span.innerHTML = of((one) => `${one.context ?? ''} ${one.text ?? ''} ${one.item ?? ''} ${one.reaction ?? ''}`);
  place.after(span);
  for (const [name, value] of all.flatMap((one) => Object.entries(one.attributes ?? {})))
    if (name !== 'id') span.setAttribute(name, value);
  page.head.insertAdjacentHTML(
    'beforeend',
    of((one) => one.head),
  );
  page.body.insertAdjacentHTML(
    'afterbegin',
    of((one) => one.bodyStart),
  );
  page.body.insertAdjacentHTML(
    'beforeend',
    of((one) => `${one.bodyEnd ?? ''} ${one.rail ?? ''}`),
  );
  return `<!doctype html>${page.documentElement.outerHTML}`;
}

function textNode(page: Document, text: string): ChildNode {
  const start = text.trim().split(/\n/)[0]?.slice(0, 12) ?? '';
  const walker = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT);
  let found: Node | undefined;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const isShown = !node.parentElement?.closest('script,style,template,noscript');
    const words = (node.textContent ?? '').trim();
    const isOfText = words.startsWith(start) || (words.length > 5 && text.includes(words));
    if (isShown && isOfText) found = node;
  }
  if (!found) throw new Error('the reaction is not in the page');
  return found as ChildNode; // text nodes are
}

function needlesOf({ name, handle, id, avatar }: Someone): Needle[] {
  const values: [Needle['kind'], string][] = [
    ['name', name],
    ['handle', handle],
    ['id', id],
    ['avatar', avatar],
  ];
  return values.flatMap(([kind, value]) => (value.length > 5 ? [{ whose: 'schrijver', kind, value }] : []));
}

describe('around a reaction', () => {
  const lines: string[][] = [];
  let wrong = 0;
  afterAll(() => {
    const heads = ['pagina', 'wat', 'levend', 'gevonden na', 'tegengehouden'];
    writeTable('netwerken', { title: 'Rijen en vermommingen op de andere netwerken, zonder browser', heads, lines, wrong });
  });

  describe.each(pages)('$name', (page) => {
    it.each(['posities', 'vermommingen'])('%s leave nobody, and stop nothing', { timeout: 60_000 }, async (what) => {
      const target = targetIn((await trip(page.html, page.address, { own: 'onbekend' })).draft);
      const planted = what === 'posities' ? plantings(target.who) : [inDisguise(target.who)];
      const needles = needlesOf(target.who);
      const html = withPlants(page, target, planted);
      const alive = scanContent(html, 'pagina', needles).length;
      const result = await trip(html, page.address, { own: target.own });
      const stopped = [
        ...(result.gate.ok ? [] : result.gate.hits.map(({ where, kind }) => `${kind} bij ${where}`)),
        ...result.stoppedFiles,
      ];
      const after = [
        ...scanContent(result.stored, 'opgeslagen', needles),
        ...scanContent(JSON.stringify(result.requests), 'verzoeken', needles),
        ...scanContent(result.zip ?? '', 'pakket', needles),
      ].map(({ kind, form, place }) => `${kind} (${form}) in ${place.split('!').at(-1) ?? ''}`);
      wrong += Number(after.length + stopped.length > 0);
      lines.push([page.name, what, String(alive), String(after.length), stopped.slice(0, 2).join('; ')]);
      expect([[...new Set(after)].slice(0, 6), stopped]).toEqual([[], []]);
      expect(alive).toBeGreaterThan(0);
      expect(result.stored).toContain(target.ownName);
    });
  });
});
