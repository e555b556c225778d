/** A person without a mouse: Tab to it, seen to be there, in the order of the page; Enter, Space, letters and arrows. */
import type { Locator, Page } from 'playwright';
import { expect } from 'vitest';

/** More presses than any of our screens needs to come round. */
const mostPresses = 250;

export interface Keyboard {
  /** Tab, or Shift+Tab, until this has the focus; fails when it cannot be reached, or when the focus is not to be seen. */
  to(wanted: Locator, way?: 'Tab' | 'Shift+Tab'): Promise<void>;
  press(wanted: Locator): Promise<void>;
  tick(wanted: Locator): Promise<void>;
  type(wanted: Locator, text: string): Promise<void>;
  /** In a list to choose from: down until it says this. */
  choose(wanted: Locator, option: string | { readonly index: number }): Promise<void>;
  /** Of radio buttons: to the group, and along it with the arrows. */
  pick(wanted: Locator): Promise<void>;
}

export function byKeyboard(page: Page): Keyboard {
  const { keyboard } = page;
  const to: Keyboard['to'] = async (wanted, way = 'Tab') => {
    await wanted.waitFor();
    for (let presses = 0; presses < mostPresses; presses += 1) {
      const { isThere, isSeen } = await wanted.evaluate(focusOn);
      if (isThere && presses > 0) expect(isSeen, `the focus on ${String(wanted)} is not to be seen`).toBe(true);
      if (isThere) return;
      await keyboard.press(way);
    }
    throw new Error(`The ${way} key does not get to ${String(wanted)}`);
  };
  return {
    to,
    async press(wanted) {
      await to(wanted);
      await keyboard.press('Enter');
    },
    async tick(wanted) {
      await to(wanted);
      await keyboard.press('Space');
    },
    async type(wanted, text) {
      await to(wanted);
      await keyboard.press('Control+A');
      await keyboard.type(text);
    },
    async choose(wanted, option) {
      await to(wanted);
      const says = () =>
        wanted.evaluate((list: HTMLSelectElement) => ({ index: list.selectedIndex, label: list.selectedOptions[0]?.label }));
      const isIt = ({ index, label }: Awaited<ReturnType<typeof says>>) =>
        typeof option === 'string' ? label === option : index === option.index;
      await keyboard.press('Home');
      for (let presses = 0; presses < 40 && !isIt(await says()); presses += 1) await keyboard.press('ArrowDown');
      expect(isIt(await says()), `${String(wanted)} cannot be set by the arrows`).toBe(true);
    },
    async pick(wanted) {
      const name = await wanted.evaluate((radio: HTMLInputElement) => radio.name);
      const group = page.locator(`input[type=radio][name="${name}"]`);
      const chosen = group.and(page.locator(':checked'));
      await to((await chosen.count()) > 0 ? chosen : group.first());
      if (!(await wanted.isChecked())) await keyboard.press('Space');
      for (let presses = 0; presses < 20 && !(await wanted.isChecked()); presses += 1) await keyboard.press('ArrowDown');
      expect(await wanted.isChecked()).toBe(true);
    },
  };
}

/** Runs in the page: whether this has the focus, and whether a person sees that: a ring, in view, behind nothing. */
function focusOn(element: Element): { isThere: boolean; isSeen: boolean } {
  const isThere = element.getRootNode() instanceof Document && document.activeElement === element;
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  const { left, top, right, bottom } = element.getBoundingClientRect();
  const isInView = bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
  const [x, y] = [(Math.max(left, 0) + Math.min(right, innerWidth)) / 2, (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2];
  const front = document.elementFromPoint(x, y);
  const isInFront = front !== null && (element.contains(front) || front.contains(element));
  return { isThere, isSeen: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2 && isInView && isInFront };
}
