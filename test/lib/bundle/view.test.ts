import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { h } from '../../../lib/bundle/html.ts';
import { fragmentView, styleRules } from '../../../lib/bundle/view-fragment.ts';
import type { FragmentNode } from '../../../lib/model/fragment.ts';
import { renderView } from '../../../lib/bundle/view.ts';
import { build, captureA, captureB, captureC, captureHostile, item, ownPost } from './sample.ts';
import { textOf, unzipped } from './unzipped.ts';

const parse = (html: string) => new JSDOM(html).window.document;
const picture = () => 'data:image/png;base64,AAAA';

describe('the readable view', () => {
  it.each([
    ['A', captureA],
    ['B', captureB],
    ['C', captureC],
    ['hostile', captureHostile],
  ])('runs nothing, asks for nothing and stays the same when parsed again, scenario %s', async (_name, make) => {
    const html = renderView(await make(), 'all', picture);
    const page = parse(html);
    expect(page.querySelectorAll('script,iframe,object,embed,link,base,svg,form,video,audio')).toHaveLength(0);
    expect(
      [...page.querySelectorAll('*')]
        .flatMap((element) => element.getAttributeNames())
        .filter((name) => /^on|^style$|^srcset$/.test(name)),
    ).toEqual([]);
    expect(
      [...page.querySelectorAll('[src],[href]')]
        .map((element) => element.getAttribute('src') ?? element.getAttribute('href') ?? '')
        .filter((address) => !/^(?:#|data:image\/png;)/.test(address)),
    ).toEqual([]);
    const once = page.documentElement.outerHTML;
    expect(parse(once).documentElement.outerHTML === once).toBe(true);
  });

  it('has the policy that forbids everything but its own pictures and styles', async () => {
    const page = parse(renderView(await captureB(), 'all', picture));
    expect(page.querySelector('meta[http-equiv]')?.getAttribute('content')).toBe(
      "default-src 'none'; img-src data:; style-src 'unsafe-inline'",
    );
  });

  it('shows hostile text as text', async () => {
    const page = parse(renderView(await captureHostile(), 'all', () => ''));
    expect(page.querySelector('#reactie-0002 .tekst')?.textContent).toBe('<script>alert(1)</script><img src=x onerror=alert(1)>');
    expect(page.querySelector('#reactie-0003 .tekst')?.textContent).toContain('los: \u{FFFD} en \u{FFFD}, nul \u{FFFD}');
  });

  it('marks pseudonyms and what was taken out of the text, and no word a writer typed himself (A39)', async () => {
    const reactions = [
      item('reactie-0001', {
        author: 'reageerder-1',
        text: 'Vraag [Reageerder 2] of mail [e-mailadres]; Reageerder 9 en (persoon) zijn van mij',
      }),
    ];
    const page = parse(renderView(await captureB({ reactions }), 'all', () => ''));
    expect([...page.querySelectorAll('#reactie-0001 .pseudoniem')].map(({ textContent }) => textContent)).toEqual([
      'Reageerder 1',
      '[Reageerder 2]',
      '[e-mailadres]',
    ]);
  });

  it('nests answers in lists, and stops indenting at some depth', async () => {
    const page = parse(renderView(await captureB(), 'all', () => ''));
    const depth = (id: string) => {
      let lists = 0;
      for (let at = page.getElementById(id)?.parentElement; at; at = at.parentElement) if (at.tagName === 'OL') lists += 1;
      return lists;
    };
    expect([depth('reactie-0001'), depth('antwoord-1859000000000000009'), depth('reactie-0002'), depth('reactie-0015')]).toEqual([
      1, 2, 3, 6,
    ]);
    expect(page.querySelector('#reactie-0015 .meta a')?.getAttribute('href')).toBe('#reactie-0014');
  });

  it('shows the moment with how it is known, and says when sources disagree', async () => {
    const page = parse(renderView(await captureB(), 'all', () => ''));
    expect(page.querySelector('#reactie-0001 .meta')?.textContent).toBe(
      '19 november 2026, 10.05\u00A0uur (uit de code van de pagina). Op de pagina: “2 u”. ',
    );
    expect(page.querySelector('#reactie-0003 .meta')?.textContent).toContain('spreken elkaar tegen');
    expect(page.querySelector('#reactie-0006 .meta')?.textContent).toContain('Precieze tijd niet bekend');
  });

  it('puts what is missing before anything else, in plain Dutch', async () => {
    const page = parse(renderView(await captureB(), 'all', () => ''));
    expect(page.querySelector('main')?.firstElementChild?.textContent).toContain('TEKORT');
    expect([...page.querySelectorAll('.oordeel li')].map(({ textContent }) => textContent)).toEqual([
      'Het platform toonde 17 reacties; 14 daarvan zijn vastgelegd.',
      '1 knop om meer te tonen bleef dicht.',
      '1 mediabestand kon niet worden opgehaald.',
    ]);
  });

  it('draws a box for a third party’s picture and says why an own medium is missing', async () => {
    const page = parse(renderView(await captureB(), 'all', () => ''));
    expect(page.querySelector('#reactie-0003 figure')?.textContent).toContain(
      'Afbeelding van een derde (niet vastgelegd). Beschrijving: Een volle wachtkamer',
    );
    expect(page.querySelector('main')?.textContent).toContain('Video ontbreekt: het is groter dan is ingesteld');
  });

  it('shows a reply of the government once, in its thread, when all is shown together', async () => {
    const page = parse(renderView(await captureB(), 'all', () => ''));
    expect(page.querySelectorAll('[id="antwoord-1859000000000000009"]')).toHaveLength(1);
  });

  it('takes no picture that is not a picture', async () => {
    const html = renderView(await captureA(), 'all', () => 'data:image/svg+xml;base64,PHN2Zz4=');
    expect(html).not.toContain('svg+xml');
  });

  it('draws one object by its name', async () => {
    const page = parse(renderView(await captureB(), 'bericht-1859000000000000001', () => ''));
    expect(page.querySelectorAll('article')).toHaveLength(1);
  });

  it('in a package shows small pictures itself and points at other files by their name', async () => {
    const files = await unzipped(await build(await captureA()));
    const page = parse(textOf(files, 'bericht-1859000000000000002-weergave.html'));
    expect(page.querySelectorAll('img[src^="data:image/png"]').length).toBeGreaterThan(0);
    expect([...page.querySelectorAll('figure a')].map((link) => link.getAttribute('href'))).toContain(
      'bericht-1859000000000000002-media-04.mp4',
    );
  });
});

describe('the platform’s own look', () => {
  it('uses only checked values, within bounds', () => {
    const rules = styleRules(
      [
        {
          tag: 'div',
          style: 0,
          children: [
            { tag: 'p', style: 1 },
            { tag: 'p', style: 7 },
          ],
        },
      ],
      [
        { color: 'red;} body{display:none', 'font-weight': '700' },
        { display: 'none', 'margin-left': '-900px', 'font-size': '1px', 'white-space': 'nowrap', 'padding-top': '4000px' },
        { color: 'blue' },
      ],
    );
    expect(rules).toBe('.papier .s0{font-weight:700}.papier .s1{margin-left:-16px;font-size:8px;padding-top:96px}.papier .s7{}');
  });

  it('draws the text of a dark page on dark paper', async () => {
    const light = { tag: 'div' as const, style: 0, children: ['licht op donker'] };
    const capture = await captureB({
      posts: [await ownPost({ fragment: light })],
      styles: [{ color: 'rgb(231, 233, 234)' }],
      reactions: [],
    });
    expect(parse(renderView(capture, 'all', () => '')).querySelector('.papier')?.className).toBe('papier donker');
  });

  it('keeps headings, loose list items and pictures of the page out of the structure of the view', async () => {
    const fragment = {
      tag: 'div' as const,
      children: [
        { tag: 'h1' as const, children: ['Kop'] },
        { tag: 'li' as const, children: ['los'] },
        { tag: 'ul' as const, children: [{ tag: 'li' as const, children: ['vast'] }] },
        { tag: 'img' as const },
        { tag: 'p' as const, children: [{ tag: 'div' as const, children: ['blok'] }] },
      ],
    };
    const paper = parse(
      renderView(await captureB({ posts: [await ownPost({ fragment, media: [] })], reactions: [] }), 'all', () => ''),
    ).querySelector('.papier')!;
    expect(paper.innerHTML).toBe('<div><div>Kop</div><div>los</div><ul><li>vast</li></ul><div><div>blok</div></div></div>');
  });
});

const place = (fragment: FragmentNode) =>
  fragmentView(fragment, {
    styles: [{ 'background-color': 'rgb(254, 1, 253)' }],
    labels: new Set(['Reageerder 3']),
    media: () => undefined,
    isPicture: () => false,
    avatar: () => h('span', {}, '3'),
  }).toString();

describe('the place of somebody who does not stay', () => {
  it.each<readonly [string, FragmentNode]>([
    ['a name', { tag: 'span', role: 'author-name', style: 0, children: ['Reageerder 3'] }],
    ['a mention in a text', { tag: 'a', role: 'mention', style: 0, children: ['[Reageerder 3]'] }],
    [
      'a box around nothing but a name',
      { tag: 'div', style: 0, children: [{ tag: 'span', role: 'author-name', children: ['Reageerder 3'] }] },
    ],
    ['a box around a portrait', { tag: 'div', style: 0, children: [{ tag: 'div', children: [{ tag: 'span', role: 'avatar' }] }] }],
  ])('loses its colours: %s (C1)', (_name, fragment) => {
    expect(place(fragment)).toMatch(/class="naamplek s0(?: koppeling)?"/);
  });

  it('keeps them where there is more than a person', () => {
    expect(place({ tag: 'div', style: 0, children: ['Dag [Reageerder 3]'] })).not.toContain('naamplek');
  });
});
