import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fragmentOf } from '../../../lib/capture/replica.ts';
import { createStyleTable } from '../../../lib/capture/styles.ts';
import type { Mark } from '../../../lib/platforms/adapter.ts';

function replica(html: string, marks: (root: Element) => Mark[] = () => []) {
  document.body.innerHTML = `<article>${html}</article>`;
  const root = document.querySelector('article')!;
  return fragmentOf(root, marks(root), createStyleTable(window));
}
beforeEach(() => document.body.replaceChildren());

describe('a replica is built, not cleaned (D1)', () => {
  it('takes nothing but listed tags, text and addresses of links', () => {
    const built = JSON.stringify(
      replica(`<p onclick="steal()" data-user="Fenna" class="u-Fenna" id="Fenna" title="Fenna" aria-label="Fenna"><!-- Fenna -->Hallo</p>
        <script>Fenna</script><style>.Fenna{}</style><template>Fenna</template><noscript>Fenna</noscript><svg><title>Fenna</title></svg>
        <iframe srcdoc="Fenna"></iframe><img src="https://x.example/Fenna.jpg" alt="Foto van Fenna"><input value="Fenna"><object data="Fenna"></object>`),
    );
    expect(built).toContain('Hallo');
    expect(built).not.toContain('Fenna'); // an invented name
    expect(built).not.toContain('steal');
  });

  it('turns a picture of an emoji into its character, and no other picture into its description', () => {
    expect(JSON.stringify(replica('<span>Mooi <img alt="😬"><img alt="Fenna"></span>'))).toContain('Mooi 😬');
  });

  it('leaves out what is hidden', () => {
    expect(JSON.stringify(replica('<p>zichtbaar</p><p style="display:none">verborgen</p>'))).not.toContain('verborgen');
  });

  it('drops what the reader marked, and keeps what a mark means', () => {
    const built = replica('<b>Fenna</b><div class="knoppen">Like</div><p>tekst</p>', (root) => [
      { element: root.querySelector('b')!, role: 'author-name', person: 3 },
      { element: root.querySelector('.knoppen')!, role: 'drop' },
    ]);
    expect(built?.children?.[0]).toMatchObject({ tag: 'b', role: 'author-name', person: 3 });
    expect(JSON.stringify(built)).not.toContain('Like');
  });

  it('keeps only web addresses of links', () => {
    const hrefs = JSON.stringify(
      replica('<a href="javascript:alert(1)">a</a><a href="/pad">b</a><a href="data:text/html,x">c</a>'),
    );
    expect(hrefs).not.toContain('javascript');
    expect(hrefs).not.toContain('data:');
    expect(hrefs).toContain('/pad');
  });

  it('reads the tree of a page that shadows the DOM’s own names (T5)', () => {
    const built = JSON.stringify(replica('<div><img name="firstChild"><p>tekst</p></div><span id="childNodes">meer</span>'));
    expect(built).toContain('tekst');
    expect(built).toContain('meer');
  });

  it('ends in a page that is nested without end', () => {
    expect(replica(`${'<div>'.repeat(500)}diep${'</div>'.repeat(500)}<p>gewoon</p>`)).toMatchObject({
      tag: 'p',
      children: ['gewoon'],
    });
  });
});

describe('looks', () => {
  it('keeps apart what is bold and what is not, though tag and class are the same', () => {
    const styles = createStyleTable(window);
    document.body.innerHTML =
      '<article><div style="font-weight:700"><span class="a">naam</span></div><div><span class="a">tekst</span></div></article>';
    const built = fragmentOf(document.querySelector('article')!, [], styles);
    const [bold, plain] = [...JSON.stringify(built).matchAll(/"style":(\d+),"children":\["(?:naam|tekst)"\]/g)].map(
      (match) => styles.all[Number(match[1])],
    );
    expect(bold?.['font-weight']).toBe('700');
    expect(plain?.['font-weight']).not.toBe('700');
  });

  it('does not give a hashtag the colour of a mention, though tag and classes are the same', () => {
    const styles = createStyleTable(window);
    document.body.innerHTML =
      '<style>.a[rel=tag]{color:rgb(1,2,3)}.b{color:rgb(4,5,6)}</style><article><a class="a" href="/wij">wij</a><a class="a" href="/zij">zij</a><a class="a" rel="tag">tag</a></article>';
    const mention = document.querySelector('article a')!;
    const built = fragmentOf(document.querySelector('article')!, [{ element: mention, role: 'mention' }], styles);
    const looks = (built?.children ?? []).map((child) => typeof child === 'object' && styles.all[child.style ?? -1]?.color);
    expect(looks.at(-1)).toBe('rgb(1, 2, 3)');
    expect(looks[1]).not.toBe('rgb(1, 2, 3)');
  });

  it('never shares the looks of the account’s own items with those of others', () => {
    const styles = createStyleTable(window);
    document.body.innerHTML = '<article><b class="a">naam</b></article><article class="x"><b class="a">naam</b></article>';
    document.head.innerHTML = '<style>.x .a{color:rgb(9,9,9)}</style>';
    const [own, other] = [...document.querySelectorAll('article')];
    const colours = [fragmentOf(own!, [], styles, 'page'), fragmentOf(other!, [], styles, 'others')].map((built) => {
      const [child] = built?.children ?? [];
      return typeof child === 'object' && styles.all[child.style ?? -1]?.color;
    });
    document.head.replaceChildren();
    expect(colours[1]).toBe('rgb(9, 9, 9)');
    expect(colours[0]).not.toBe('rgb(9, 9, 9)');
  });
});

/** jsdom draws nothing: everything is as wide here as it has characters. */
function drawn(html: string, marks: (root: Element) => Mark[]) {
  const measured = vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    return { width: 10 * this.textContent.length + 6, height: 20, left: 0, top: 0 } as DOMRect; // all that is asked of it
  });
  const styles = createStyleTable(window);
  document.body.innerHTML = `<article>${html}</article>`;
  const root = document.querySelector('article')!;
  fragmentOf(root, marks(root), styles);
  measured.mockRestore();
  return styles;
}

const widths = (html: string) =>
  drawn(`<p>tekst</p>${html}`, (root) => [{ element: root.querySelector('[data-weg]')!, role: 'drop' }]).all.flatMap(
    ({ width }) => width ?? [],
  );

describe('the room of what is left out', () => {
  it('is kept for icons and counts', () => {
    expect(widths('<div data-weg><svg><title>Vind ik leuk</title></svg> 14K</div>')).not.toEqual([]);
    expect(widths('<div data-weg>318</div>')).toEqual(['36px']);
  });

  it('never tells how long the words were that stood there', () => {
    const [short, long] = ['Jan', 'Bartholomeus Kanariezoon-van der Brink'].map((name) =>
      widths(`<div data-weg role="button">Volg ${name}</div>`),
    );
    expect(short).toEqual(['0px']);
    expect(long).toEqual(short);
  });
});
