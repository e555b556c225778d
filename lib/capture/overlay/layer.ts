import { pointings } from '../../model/pointed.ts';
import type { Along, Pointing, WebcareWords } from '../../model/pointed.ts';
import { isActive, isIn, make, rootOf } from '../dom.ts';
import { drawing } from './drawings.ts';
import { look } from './look.ts';
import { controlSize } from './places.ts';
import type { Point } from './places.ts';

interface Acts {
  readonly pick: (item: string, as: Pointing) => void;
  readonly leave: () => void;
}

interface Control {
  readonly id: string;
  /** Absent: out of the user's sight. */
  readonly at: Point | undefined;
  readonly mark: Along | undefined;
}

export interface Layer {
  /** All that the page can see: an empty element that hears nothing and holds nothing it can read. */
  readonly host: HTMLElement;
  isThere(): boolean;
  show(): void;
  hide(): void;
  draw(controls: readonly Control[], current: string | undefined, marked: number): void;
  focus(id: string): void;
  /** The keyboard is in it. */
  isActive(): boolean;
}

/** Beside one reaction: quiet, one button; under the pointer or the keyboard all three. */
interface Group {
  readonly box: HTMLElement;
  readonly buttons: Readonly<Record<Pointing, HTMLButtonElement>>;
}

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
  const groups = new Map<string, Group>();

  function groupOf(id: string): Group {
    const known = groups.get(id);
    if (known) return known;
    const group = drawGroup(page, words, (as) => pick(id, as));
    groups.set(id, group);
    list.append(group.box);
    return group;
  }
  return {
    host,
    isThere: () => isIn(page, host),
    show: () => rootOf(page).append(host),
    hide: () => host.remove(),
    draw(controls, current, marked) {
      const there = new Set(controls.map(({ id }) => id));
      for (const [id, { box }] of groups) if (!there.has(id)) forget(groups, id, box);
      for (const [index, { id, at, mark }] of controls.entries()) {
        const group = groupOf(id);
        group.box.hidden = !at;
        label(group, words, filled(words.label, { number: index + 1, total: controls.length }));
        group.box.classList.toggle('current', id === current);
        press(group, mark);
        if (at) group.box.style.translate = `max(4px, calc(${Math.round(at.x) + controlSize}px - 100%)) ${Math.round(at.y)}px`; // it grows away from the reaction
      }
      count.textContent = filled(words.count, { total: controls.length, marked });
      if (!isActive(page, host))
        inOrder(
          list,
          controls.flatMap(({ id }) => groups.get(id)?.box ?? []),
        );
    },
    isActive: () => isActive(page, host),
    focus: (id) => groups.get(id)?.buttons.brief.focus({ preventScroll: true }),
  };
}

/** The Tab key goes as the page does; not while the keyboard is here, as moving takes the focus away. */
function inOrder(list: HTMLElement, boxes: readonly HTMLElement[]): void {
  if (boxes.some((box, index) => list.children[index] !== box)) list.append(...boxes);
}

function forget(groups: Map<string, Group>, id: string, box: HTMLElement): void {
  box.remove();
  groups.delete(id);
}

function drawGroup(page: Document, words: WebcareWords, onPick: (as: Pointing) => void): Group {
  const box = make(page, 'div');
  box.className = 'group';
  box.setAttribute('role', 'group');
  const draw = (as: Pointing): HTMLButtonElement => {
    const button = make(page, 'button');
    button.className = as;
    button.append(drawing(page, as), inWords(page, words[as]));
    onPress(button, () => {
      if (as === 'brief') button.classList.add('picked');
      onPick(as);
    });
    return button;
  };
  const buttons = { brief: draw('brief'), vraag: draw('vraag'), mee: draw('mee') };
  box.append(...pointings.map((as) => buttons[as]));
  return { box, buttons };
}

function label({ box, buttons }: Group, words: WebcareWords, where: string): void {
  box.setAttribute('aria-label', where);
  for (const as of pointings) buttons[as].setAttribute('aria-label', `${words[as]}: ${where}`);
}

/** A letter is not something to switch on and off. */
function press({ box, buttons }: Group, mark: Along | undefined): void {
  box.classList.toggle('marked', mark !== undefined);
  for (const as of ['vraag', 'mee'] as const) buttons[as].setAttribute('aria-pressed', String(mark === as));
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

function filled(text: string, numbers: Readonly<Record<string, number>>): string {
  return Object.entries(numbers).reduce((whole, [name, number]) => whole.replace(`{${name}}`, String(number)), text);
}
