/** A page nobody wrote a reader for; all people in it are invented. */
import { describe, expect, it } from 'vitest';
import { createGeneric } from '../../../../lib/platforms/generic/index.ts';
import { parse, readPage, unmarkedTexts } from '../pages.ts';

const address = 'https://forum.example/p/besluit-12';
const html = `<html lang="nl"><body>
<nav><a href="/u/beheerster">Beheerster</a></nav>
<article><header><a rel="author" href="/u/proefstad">Gemeente Proefstad</a> <a href="/p/besluit-12"><time datetime="2026-03-01T10:00:00+01:00">1 maart</time></a></header>
<div itemprop="text"><p>Het besluit is genomen.</p><p>Zie <a href="https://proefstad.example/besluit">het besluit</a> 🎉</p></div><img src="/foto.jpg" alt="De brug"><button>Vind ik leuk</button></article>
<section><article id="r1"><a class="avatar" href="/u/wieke"><img src="/avatars/4412345.jpg"></a><a href="/u/wieke">Wieke Wulp</a> <time datetime="2026-03-01T11:00:00Z">een uur later</time><p>Eens met <a href="/u/bas">@bas</a>.</p>
<article id="r2"><a href="/u/bas">Bas Boterbloem</a> <time datetime="2026-03-01T12:00:00Z">later</time><p>Dank.</p></article></article></section>
<aside><article><time>nu</time><p>Aanbevolen voor u</p></article></aside></body></html>`;

describe('a page without a reader of its own', () => {
  const reading = readPage(html, address);

  it('is read by what well-made pages have in common, and says that it was', () => {
    expect(reading.facts.notes).toContain('generic-reader');
    expect(reading.items.map(({ kind, text }) => [kind, text])).toEqual([
      ['post', 'Het besluit is genomen.\n\nZie het besluit 🎉'],
      ['reaction', 'Eens met @bas.'],
      ['reaction', 'Dank.'],
    ]);
    expect(reading.items[0]).toMatchObject({
      url: 'https://forum.example/p/besluit-12',
      times: { markup: '2026-03-01T09:00:00.000Z' },
      media: [{ kind: 'image', alt: 'De brug' }],
    });
  });

  it('keeps a reaction inside a reaction apart, each with its writer', () => {
    const names = reading.items.map(({ author }) => reading.people[author!]?.name);
    expect(names).toEqual(['Gemeente Proefstad', 'Wieke Wulp', 'Bas Boterbloem']);
  });

  it('knows everybody who is linked in the page, and marks them', () => {
    expect(reading.people.map(({ handle }) => handle)).toEqual(expect.arrayContaining(['proefstad', 'wieke', 'bas', 'beheerster']));
    const [, reaction] = unmarkedTexts(reading);
    expect(reaction).not.toMatch(/Wulp|@bas/u);
  });

  it('gives the same ids at every look', () => {
    const again = createGeneric(new URL(address)).find(parse(html), new URL(address));
    expect(again.map(({ id }) => id)).toEqual(reading.items.map(({ id }) => id));
  });

  it('clicks nothing', () => {
    expect(createGeneric(new URL(address)).unfold.controls).toEqual([]);
  });
});

const kindOf = (text: string) => createGeneric(new URL(text)).pageKind(parse(''), new URL(text));

it('refuses messages wherever they are (R2)', () => {
  for (const text of [
    'https://www.instagram.com/direct/t/1',
    'https://www.linkedin.com/messaging/thread/1',
    'https://www.facebook.com/messages/t/1',
    'https://web.whatsapp.com/',
  ]) {
    expect(kindOf(text)).toBe('direct-messages');
  }
  expect(kindOf('https://www.facebook.com/login/')).toBe('login');
});
