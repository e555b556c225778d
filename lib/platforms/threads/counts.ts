import type { CountName } from '../../model/draft.ts';
import { countIn } from '../counts.ts';
import { all, closest, one } from '../read.ts';
import { labelText } from '../text.ts';
import { around } from '../tree.ts';
import { selectors } from './selectors.ts';

const order: readonly CountName[] = ['likes', 'replies', 'reposts'];

/** The bar under a post: like, answer, republish, share; each a symbol with its number, where there is one. */
export function barOf(post: Element): Element | undefined {
  const buttons = all(post, selectors.button).filter(
    (button) => one(button, selectors.symbol) && closest(button, selectors.post) === post,
  );
  const last = buttons.at(-1);
  const before = buttons.at(-2);
  const bar = last && before && around(before, last);
  return bar && all(bar, selectors.button).length >= 3 ? bar : undefined;
}

/** Aggregate numbers only (R6). What is not shown stays absent: absent is not zero. */
export function readCounts(post: Element): Partial<Record<CountName, string>> {
  const bar = barOf(post);
  const buttons = bar ? all(bar, selectors.button).filter((button) => one(button, selectors.symbol)) : [];
  const shown = order.map((name, index) => [name, countIn(labelText(buttons[index]))] as const);
  return Object.fromEntries(shown.filter(([, value]) => value !== undefined));
}

/** The button to answer with. */
export function replyButton(post: Element): Element | undefined {
  const bar = barOf(post);
  return bar && all(bar, selectors.button).filter((button) => one(button, selectors.symbol))[1];
}
