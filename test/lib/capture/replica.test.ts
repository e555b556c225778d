import { beforeEach, describe, expect, it } from 'vitest';
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
    expect(replica(`${'<div>'.repeat(5_000)}diep${'</div>'.repeat(5_000)}<p>gewoon</p>`)).toMatchObject({
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
});
