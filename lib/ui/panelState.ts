/** The panel beside the page: follows the tab in front, and keeps of each tab where the user was. */
import { signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { CaptureState } from './captureState.ts';
import type { RoundState } from './roundState.ts';
import type { WebcareState } from './webcareState.ts';

export interface PanelTab {
  readonly tabId: number;
  /** Absent where the user has not given us the tab. */
  readonly address?: string;
}

/** What the panel shows of one tab. */
export interface Beside {
  readonly capture: CaptureState;
  readonly webcare: WebcareState;
  readonly round: RoundState;
}

interface Kept extends Beside {
  readonly tab: PanelTab;
  readonly opened: Promise<void>;
}

export interface PanelDeps {
  readonly make: (tab: PanelTab) => Beside;
  /** What was asked for outside the panel; answers once. */
  readonly takeWish: (tabId: number) => Promise<'page' | 'letter' | 'along' | undefined>;
}

export interface PanelState {
  /** Absent until it is known which tab is in front. */
  readonly shown: ReadonlySignal<Beside | undefined>;
  readonly tabId: ReadonlySignal<number | undefined>;
  /** Another tab is in front. */
  readonly show: (tab: PanelTab) => Promise<void>;
  /** The page in a tab has loaded, or made way for another. */
  readonly changed: (tab: PanelTab) => Promise<void>;
  readonly closed: (tabId: number) => void;
  /** Something was asked for outside the panel. */
  readonly called: (tab: PanelTab) => Promise<void>;
}

export function createPanelState({ make, takeWish }: PanelDeps): PanelState {
  const kept = new Map<number, Kept>();
  const shown = signal<Beside | undefined>(undefined);
  const front = signal<number | undefined>(undefined);

  function open(tab: PanelTab): Kept {
    const beside = make(tab);
    const one = { ...beside, tab, opened: beside.capture.open() };
    kept.set(tab.tabId, one);
    return one;
  }
  async function show(tab: PanelTab): Promise<void> {
    front.value = tab.tabId;
    const before = kept.get(tab.tabId);
    const one = before && isStill(before, tab) ? before : open(tab);
    shown.value = one;
    await one.opened;
    if (one === before) await refresh(one.capture);
    await one.webcare.refresh();
    if (one !== before) await startByPolicy(one);
    const wish = await takeWish(tab.tabId);
    if (wish === 'letter') await toLetter(one.capture);
    if (wish === 'along') await toAlong(one.capture);
  }
  return {
    shown,
    tabId: front,
    show,
    async changed(tab) {
      const before = kept.get(tab.tabId);
      if (!before || isStill(before, tab)) return;
      kept.delete(tab.tabId);
      if (tab.tabId === front.value) await show(tab);
    },
    closed: (tabId) => void kept.delete(tabId),
    async called(tab) {
      if (tab.tabId === front.value) await show(tab);
    },
  };
}

/** A capture that runs is shown to its end, whatever becomes of the page; what was refused may be open to us now. */
function isStill({ tab, capture }: Kept, { address }: PanelTab): boolean {
  const { at } = capture.screen.value;
  if (at === 'running') return true;
  return at !== 'refused' && address !== undefined && address === tab.address;
}

/** A result may have been reviewed or exported in the overview since. */
async function refresh({ screen, open }: CaptureState): Promise<void> {
  if (screen.value.at === 'result') await open();
}

/** D9, R11: where the organisation wants it so, on a post of an account that is in its register; once, so that stopping is stopping. */
async function startByPolicy({ capture: { screen, webcareAlways }, webcare }: Beside): Promise<void> {
  const { value: now } = screen;
  const isOfOurs = now.at === 'choosing' && now.page.pageKind === 'post' && now.page.proposal !== undefined;
  if (webcareAlways.value && isOfOurs && !webcare.isOn.value) await webcare.start();
}

/** R9, R12: what was said in the form stays; only the numbers are others. */
async function toAlong({ screen, lookAgain, readPointed }: CaptureState): Promise<void> {
  const { at } = screen.value;
  if (at === 'result' || at === 'failed') await lookAgain();
  else if (at !== 'running') await readPointed();
}

/** R11. What must be said first, such as whose account this is, is asked for first. */
async function toLetter({ screen, choices, lookAgain, openLetter }: CaptureState): Promise<void> {
  if (screen.value.at === 'running') return;
  if (screen.value.at !== 'choosing' && screen.value.at !== 'letter') await lookAgain();
  if (screen.value.at === 'letter' || choices.proposal.value) await openLetter();
}
