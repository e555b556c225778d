import type { WebcareWords } from '../../model/letter.ts';
import { isActive, isIn, make, rootOf } from '../dom.ts';
import { look } from './look.ts';
import { controlSize } from './places.ts';
import type { Point } from './places.ts';

interface Acts {
  readonly pick: (item: string) => void;
  readonly leave: () => void;
}

interface Control {
  readonly id: string;
  /** Absent: out of the user's sight. */
  readonly at: Point | undefined;
}

export interface Layer {
  /** All that the page can see: an empty element that hears nothing and holds nothing it can read. */
  readonly host: HTMLElement;
  isThere(): boolean;
  show(): void;
  hide(): void;
  draw(controls: readonly Control[], current: string | undefined): void;
  focus(id: string): void;
  /** The keyboard is in it. */
  isActive(): boolean;
}

const svg = 'http://www.w3.org/2000/svg';

export function createLayer(page: Document, words: WebcareWords, { pick, leave }: Acts): Layer {
  const host = make(page, 'div');
  // said here and as important: no rule of the page reaches it
  host.style.cssText =
    'all:initial!important;position:fixed!important;inset:0!important;z-index:2147483647!important;pointer-events:none!important';
  const root = host.attachShadow({ mode: 'closed' });
  const style = make(page, 'style');
  style.textContent = look;
  const bar = make(page, 'div');
  const list = make(page, 'div');
  root.append(style, list, bar);
  const count = drawBar(page, bar, words, leave);
  const buttons = new Map<string, HTMLButtonElement>();

  function buttonOf(id: string): HTMLButtonElement {
    const known = buttons.get(id);
    if (known) return known;
    const button = make(page, 'button');
    button.append(envelope(page), inWords(page, words.pick));
    onPress(button, () => {
      button.classList.add('picked');
      pick(id);
    });
    buttons.set(id, button);
    list.append(button);
    return button;
  }
  return {
    host,
    isThere: () => isIn(page, host),
    show: () => rootOf(page).append(host),
    hide: () => host.remove(),
    draw(controls, current) {
      const there = new Set(controls.map(({ id }) => id));
      for (const [id, button] of buttons) if (!there.has(id)) forget(buttons, id, button);
      for (const [index, { id, at }] of controls.entries()) {
        const button = buttonOf(id);
        button.hidden = !at;
        button.setAttribute('aria-label', filled(words.label, index + 1, controls.length));
        button.classList.toggle('current', id === current);
        if (at) button.style.translate = `max(4px, calc(${Math.round(at.x) + controlSize}px - 100%)) ${Math.round(at.y)}px`; // it grows away from the reaction
      }
      count.textContent = filled(words.count, controls.length, controls.length);
      if (!isActive(page, host))
        inOrder(
          list,
          controls.flatMap(({ id }) => buttons.get(id) ?? []),
        );
    },
    isActive: () => isActive(page, host),
    focus: (id) => buttons.get(id)?.focus({ preventScroll: true }),
  };
}

/** The Tab key goes as the page does; not while the keyboard is here, as moving takes the focus away. */
function inOrder(list: HTMLElement, buttons: readonly HTMLButtonElement[]): void {
  if (buttons.some((button, index) => list.children[index] !== button)) list.append(...buttons);
}

function forget(buttons: Map<string, HTMLButtonElement>, id: string, button: HTMLButtonElement): void {
  button.remove();
  buttons.delete(id);
}

/** How many there are, how the keys go, and the way out. */
function drawBar(page: Document, bar: HTMLElement, words: WebcareWords, leave: () => void): HTMLElement {
  bar.className = 'bar';
  bar.setAttribute('role', 'region');
  bar.setAttribute('aria-label', words.name);
  const count = inWords(page, '');
  const help = inWords(page, words.help);
  const stop = make(page, 'button');
  stop.textContent = words.stop;
  onPress(stop, leave);
  bar.append(count, help, stop);
  return count;
}

/** Presses that the page makes up are not heard. */
function onPress(button: HTMLButtonElement, act: () => void): void {
  button.type = 'button';
  button.addEventListener('click', (event) => {
    event.stopPropagation();
    if (event.isTrusted) act();
  });
}

function inWords(page: Document, text: string): HTMLElement {
  const span = make(page, 'span');
  span.textContent = text;
  return span;
}

function envelope(page: Document): SVGElement {
  const drawing = Document.prototype.createElementNS.call(page, svg, 'svg') as SVGElement; // by its namespace
  drawing.setAttribute('viewBox', '0 0 20 20');
  drawing.setAttribute('aria-hidden', 'true');
  const path = Document.prototype.createElementNS.call(page, svg, 'path');
  path.setAttribute('d', 'M3 5h14v10H3Z M3.5 5.5 10 11l6.5-5.5');
  drawing.append(path);
  return drawing;
}

function filled(text: string, number: number, total: number): string {
  return text.replace('{number}', String(number)).replace('{total}', String(total));
}
