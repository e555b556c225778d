import type { UnfoldPlan } from '../platforms/adapter.ts';
import { first, isIn } from './dom.ts';
import { untilQuiet } from './quiet.ts';

const untilShown = { startMs: 700, stillMs: 60, maxMs: 1_500 };
const over = ['pointerover', 'pointerenter', 'mouseover', 'mouseenter', 'pointermove', 'mousemove'] as const;
const out = ['pointerout', 'pointerleave', 'mouseout', 'mouseleave'] as const;

/** Brings the pointer over an item's time and reads what then shows (Facebook); only when the user allowed it. */
export async function hoveredTime(
  page: Document,
  item: Element,
  hover: NonNullable<UnfoldPlan['hover']>,
): Promise<string | undefined> {
  const target = Element.prototype.querySelector.call(item, hover.target);
  if (!target || !isIn(page, target)) return undefined;
  const shown = untilQuiet(page, untilShown, () => false);
  point(target, over);
  await shown;
  const text = first(page, hover.tip)?.textContent?.replace(/\s+/gu, ' ').trim();
  const gone = untilQuiet(page, untilShown, () => false);
  point(target, out);
  if (text) await gone;
  return text ? text.slice(0, 200) : undefined;
}

function point(target: Element, events: readonly string[]): void {
  const { left, top, width, height } = target.getBoundingClientRect();
  for (const type of events) {
    const Kind = type.startsWith('pointer') ? PointerEvent : MouseEvent;
    const bubbles = !/(?:enter|leave)$/.test(type);
    target.dispatchEvent(new Kind(type, { bubbles, cancelable: true, clientX: left + width / 2, clientY: top + height / 2 }));
  }
}
