import type { UnfoldPlan } from '../platforms/adapter.ts';
import { all, attribute, tagName } from './dom.ts';

type Control = UnfoldPlan['controls'][number];
export interface FoundControl {
  readonly kind: Control['kind'];
  readonly element: HTMLElement;
}

/** Never clicked, on any network: what leaves the page, acts in the employee's name, opens menus or takes input. */
const never = [
  'a[href]',
  '[aria-haspopup]:not([aria-haspopup="false"])',
  '[contenteditable]:not([contenteditable="false"])',
  'form',
  'input',
  'textarea',
  'select',
  // some pages put the button of a panel in a label that does nothing
  'label:not(:has(button))',
  '[role="menu"]',
  '[role="menuitem"]',
  '[role="tab"]',
  '[role="textbox"]',
  '[role="switch"]',
  '[role="checkbox"]',
  '[role="radio"]',
  '[role="link"]',
  'video',
  'audio',
  'iframe',
  '[type="submit"]',
  '[formaction]',
  '[download]',
].join(',');

/** Words of acts in somebody's name, as a second lock behind the structure (nl, en). */
const actWords =
  /\b(?:volg(?:en|t)?|ontvolg|vind(?: ik)? leuk|like|repost|retweet|reageren|beantwoord(?:en)?|reply|deel|share|meld|rapporteer|report|blokkeer|block|verwijder|delete|follow|unfollow|abonneer|subscribe|koop|buy|stem|vote|inloggen|log in|aanmelden|sign up|verzend|send|bewaar|save|bookmark)\b/i;

/** The controls of the plan that are in the page now and are safe to click. */
export function findControls(page: Document, plan: UnfoldPlan, kinds: ReadonlySet<string>): FoundControl[] {
  return plan.controls
    .filter((control) => kinds.has(control.kind))
    .flatMap((control) =>
      all(page, control.selector)
        .filter(
          (element): element is HTMLElement => element instanceof HTMLElement && fits(control, element) && isSafe(element, plan),
        )
        .map((element) => ({ kind: control.kind, element })),
    );
}

function fits({ label, notLabel }: Control, element: Element): boolean {
  const words = wordsOn(element);
  return (label?.test(words) ?? true) && !(notLabel?.test(words) ?? false);
}

/** The never-click list (R19, platform facts §0): the element itself, what is around it and what is in it. */
export function isSafe(element: Element, plan: Pick<UnfoldPlan, 'never'>): boolean {
  const list = [never, ...plan.never].join(',');
  if (Element.prototype.closest.call(element, list)) return false;
  if (Element.prototype.querySelector.call(element, list)) return false;
  if (attribute(element, 'aria-disabled') === 'true' || attribute(element, 'disabled') !== null) return false;
  return !isAct(wordsOn(element)) && tagName(element) !== 'body';
}

/** How many there are is no act: "1 reply", "Jan · 3 antwoorden". */
const countedWords = /\d+\s+(?:repl(?:y|ies)|antwoord(?:en)?|reacties?|comments?)(?!\p{L})/giu;

/** "Meer antwoorden tonen" and "1 reply" hold no act; "Beantwoorden" does. Long texts are no controls. */
function isAct(words: string): boolean {
  return (
    words.length > 120 ||
    (actWords.test(words.replace(countedWords, '')) &&
      !/\b(?:toon|tonen|show|bekijk|view|meer|more|weergeven|load|laad)\b/i.test(words))
  );
}

function wordsOn(element: Element): string {
  return `${element.textContent ?? ''} ${attribute(element, 'aria-label') ?? ''}`.trim().slice(0, 400);
}
