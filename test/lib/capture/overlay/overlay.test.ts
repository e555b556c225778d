// People are invented.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { MockInstance } from 'vitest';
import { showOverlay } from '../../../../lib/capture/overlay/overlay.ts';
import type { Overlay, OverlayOptions } from '../../../../lib/capture/overlay/overlay.ts';
import { isTyping, placeOf, pointBeside } from '../../../../lib/capture/overlay/places.ts';

const words = {
  name: 'Reacties aanwijzen',
  count: 'Reacties: {total}, aangewezen: {marked}',
  help: 'j en k',
  label: 'reactie {number} van {total}',
  brief: 'Burgerbrief',
  vraag: 'Vraag met ons antwoord',
  mee: 'Meenemen',
  stop: 'Stoppen',
};

const tweet = (
  id: string,
  handle: string,
) => `<div data-testid="cellInnerDiv"><article data-testid="tweet" tabindex="${id === '1' ? -1 : 0}">
    <div data-testid="User-Name"><a href="/${handle}"><span>${handle}</span></a><a href="/${handle}"><span>@${handle}</span></a>
    <a href="/${handle}/status/${id}"><time datetime="2026-11-20T10:00:00.000Z">1 u</time></a></div>
    <div data-testid="tweetText"><span>Tekst</span></div></article></div>`;
const cells = (...ids: string[]) => ids.map((id) => tweet(id, `lezer${id}`)).join('');
const list = () => document.querySelector('section')!;

let address: URL;
let root: ShadowRoot;
let overlay: Overlay | undefined;
const onPick = vi.fn<OverlayOptions['onPick']>();
const onEnd = vi.fn<() => void>();
const scrolled = vi.fn<() => void>();
let attached: MockInstance<Element['attachShadow']>;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'requestAnimationFrame', 'cancelAnimationFrame'] });
  address = new URL('https://x.com/minvoorbeeld/status/1');
  document.body.innerHTML = `<main><div data-testid="primaryColumn"><section>${tweet('1', 'minvoorbeeld')}${cells('2', '3')}</section></div></main>`;
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(200, 100, 500, 80));
  document.elementFromPoint = () => null;
  Document.prototype.elementFromPoint = () => null;
  Element.prototype.scrollIntoView = scrolled;
  attached = vi.spyOn(Element.prototype, 'attachShadow');
});
afterEach(() => {
  overlay?.stop();
  vi.restoreAllMocks();
  vi.useRealTimers();
  onPick.mockClear();
  onEnd.mockClear();
});

function show(marks: OverlayOptions['marks'] = []): Overlay {
  overlay = showOverlay({ page: document, view: window, url: () => address, words, marks, onPick, onEnd });
  root = attached.mock.results[0]!.value as ShadowRoot; // the one it made; a closed one is handed to nobody else
  return overlay;
}
const labels = (kind = 'brief') => [...root.querySelectorAll(`button.${kind}`)].map((button) => button.getAttribute('aria-label'));
const pressed = () => [...root.querySelectorAll('[aria-pressed=true]')].map((button) => button.getAttribute('aria-label'));
const host = () => document.documentElement.lastElementChild!;
/** It rests as long as reading took, in real time: on a busy machine that is long. */
async function later(): Promise<void> {
  await vi.advanceTimersByTimeAsync(60_000);
}

describe('the controls over the page', () => {
  it('are one for each reaction, in a root that the page cannot open, and leave the page as it is', () => {
    const before = document.body.outerHTML;
    show();
    expect(labels()).toEqual(['Burgerbrief: reactie 1 van 2', 'Burgerbrief: reactie 2 van 2']);
    expect(document.body.outerHTML).toBe(before);
    expect(host().shadowRoot).toBeNull();
    expect(host().outerHTML).toBe(`<div style="${host().getAttribute('style')}"></div>`);
    expect(root.innerHTML).not.toMatch(/lezer|status|Tekst/);
  });

  it('give three choices for each, and say which were made before', () => {
    show([{ item: '3', as: 'vraag' }]);
    expect(labels('vraag')).toEqual(['Vraag met ons antwoord: reactie 1 van 2', 'Vraag met ons antwoord: reactie 2 van 2']);
    expect(labels('mee')).toHaveLength(2);
    expect(pressed()).toEqual(['Vraag met ons antwoord: reactie 2 van 2']);
    expect(root.querySelector('.bar')!.textContent).toContain('Reacties: 2, aangewezen: 1');
  });

  it('show it when nothing is pointed at any more', async () => {
    show([{ item: '3', as: 'mee' }]).mark([]);
    await later();
    expect(pressed()).toEqual([]);
  });

  it('go along when the network uses a row for another reaction', async () => {
    show();
    list().lastElementChild!.outerHTML = cells('7', '8');
    await later();
    expect(labels()).toHaveLength(3);
  });

  it('do not hear what the page makes up', () => {
    show();
    root.querySelector<HTMLButtonElement>('button[aria-label]')!.click();
    host().dispatchEvent(new MouseEvent('click', { bubbles: true }));
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'j' }));
    expect(onPick).not.toHaveBeenCalled();
    expect(scrolled).not.toHaveBeenCalled();
  });

  it('go with the page they belong to, and say so', async () => {
    show();
    address = new URL('https://x.com/home');
    list().append('anders');
    await later();
    expect(document.documentElement.contains(root.host)).toBe(false);
    expect(onEnd).toHaveBeenCalledOnce();
  });

  it('stay away while the page is captured, and come back', async () => {
    const shown = show();
    shown.pause();
    list().append('iets');
    await later();
    expect(document.documentElement.contains(root.host)).toBe(false);
    shown.resume();
    expect(labels()).toHaveLength(2);
    expect(document.documentElement.contains(root.host)).toBe(true);
    expect(onEnd).not.toHaveBeenCalled();
  });
});

function lying(left: number, top: number): void {
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(left, top, 300, 80));
}

const place = (isSure = false) => placeOf(list(), document, window, document.createElement('div'), isSure);

describe('the place of a control', () => {
  it('is in the gutter before the reaction, or below the portrait where there is none', () => {
    expect(pointBeside({ left: 200, top: 100, bottom: 180 })).toEqual({ x: 168, y: 108 });
    expect(pointBeside({ left: 0, top: 100, bottom: 300 })).toEqual({ x: 4, y: 156 });
  });

  it('stays in sight as long as the reaction is', () => {
    expect(pointBeside({ left: 200, top: -500, bottom: 300 })).toEqual({ x: 168, y: 8 });
    expect(pointBeside({ left: 200, top: -500, bottom: 20 })).toEqual({ x: 168, y: -12 });
  });

  it('is nowhere when the reaction is out of sight, or something lies over it', () => {
    lying(200, 5_000);
    expect(place()).toBeUndefined();
    lying(200, 100);
    expect(place()).toEqual({ x: 168, y: 108 });
    const dialog = document.body.appendChild(document.createElement('dialog'));
    Document.prototype.elementFromPoint = () => dialog;
    expect(place()).toBeUndefined();
    expect(place(true)).toEqual({ x: 168, y: 108 });
  });
});

it('leaves the keys to whoever is typing', () => {
  const heard: boolean[] = [];
  document.body.innerHTML = '<input><p>tekst</p>';
  const hear = (event: KeyboardEvent) => heard.push(isTyping(event));
  window.addEventListener('keydown', hear);
  for (const name of ['input', 'p'])
    document.querySelector(name)!.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true }));
  window.removeEventListener('keydown', hear);
  expect(heard[0]).toBe(true);
  expect(heard[1]).toBeFalsy(); // jsdom knows no isContentEditable
});
