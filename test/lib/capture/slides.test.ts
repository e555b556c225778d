/** Going through the slides of a post. Everybody in it is invented. */
import { beforeEach, describe, expect, it } from 'vitest';
import { gatherSlides } from '../../../lib/capture/slides.ts';
import { createStyleTable } from '../../../lib/capture/styles.ts';
import { instagram } from '../../../lib/platforms/instagram/index.ts';
import { createPeople } from '../../../lib/platforms/people.ts';

const url = new URL('https://www.instagram.com/p/DRQdFBNUoyi/');
const slide = (at: number) =>
  `<li style="transform: translateX(${at * 470}px)"><img alt="" src="https://scontent.cdninstagram.com/v/dia${at}_n.jpg?s=${at}"></li>`;

/** As Instagram has them: the slide in sight and its neighbours, back and on beside them, a dot for each slide. */
function show(slides: number, { dots = slides, start = 0, isDead = false, author = 'gemproefstad' } = {}): void {
  document.body.innerHTML = `<main><div><div><div id="dias"><div role="presentation"><ul></ul></div><div>${'<div></div>'.repeat(dots)}</div></div></div>
    <div><div><span><a href="/${author}/"><img alt="" src="https://x.fbcdn.net/a_n.jpg"></a></span><span dir="auto"><a href="/${author}/">${author}</a>
    <a href="/p/DRQdFBNUoyi/"><time datetime="2025-11-19T23:50:20.000Z">2 d</time></a></span><span dir="auto">Vijf foto’s</span></div>
    <section><button id="act" type="button"><svg aria-label="x"></svg></button></section></div></div></main>`;
  const box = document.querySelector('#dias [role=presentation]')!;
  const draw = (at: number) => {
    const drawn = Array.from({ length: slides }, (_, place) => place).slice(Math.max(0, at - 1), at + 2);
    box.querySelector('ul')!.innerHTML = drawn.map(slide).join('');
    document.querySelectorAll('#dias button').forEach((arrow) => arrow.remove());
    const arrows = [at > 0 ? at - 1 : -1, at < slides - 1 ? at + 1 : -1].filter((to) => to >= 0);
    for (const to of arrows.toReversed()) {
      const arrow = document.createElement('button');
      arrow.addEventListener('click', () => void (isDead || draw(to)));
      box.after(arrow);
    }
  };
  draw(start);
}

async function gathered(account = 'gemproefstad') {
  const people = createPeople();
  const own = people.see({ handle: account, urls: [`https://www.instagram.com/${account}/`] });
  const reader = { adapter: instagram, people, styles: createStyleTable(window) };
  const slides = await gatherSlides(reader, document, url, own);
  return slides.get('DRQdFBNUoyi')?.map(({ url: address }) => address && /dia(\d)/.exec(address)?.[1]);
}

let acts = 0;
beforeEach(() => {
  acts = 0;
  document.body.addEventListener('click', ({ target }) => (acts += Number(target instanceof Element && target.id === 'act')));
});

describe('the slides of a post', () => {
  it('are all gathered, in order, each once; and no other button is pushed', async () => {
    show(5);
    expect(await gathered()).toEqual(['0', '1', '2', '3', '4']);
    expect(acts).toBe(0);
  });

  it('are gathered to the last one where no dots tell how many there are', async () => {
    show(4, { dots: 0 });
    expect(await gathered()).toEqual(['0', '1', '2', '3']);
  });

  it('that never come are counted as missing', async () => {
    show(5, { isDead: true });
    expect(await gathered()).toEqual(['0', '1', undefined, undefined, undefined]);
  });

  it('before the one in sight are counted as missing: there is only one way to go', async () => {
    show(6, { start: 3 });
    expect(await gathered()).toEqual(['2', '3', '4', '5', undefined, undefined]);
  });

  it('of somebody else’s post are left alone (D7)', async () => {
    show(4, { author: 'mies.kwartel' });
    expect(await gathered()).toBeUndefined();
  });
});
