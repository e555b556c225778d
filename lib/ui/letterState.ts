/** R11: choosing the reaction that is a citizen's letter, and saying where it goes. Names people: held while the popup is open. */
import { computed, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { Asks } from '../messages/calls.ts';
import { asFailure } from '../model/failure.ts';
import type { Failure } from '../model/failure.ts';
import type { PageReaction } from '../model/job.ts';
import { lawfulTerms } from '../model/letter.ts';
import type { LetterKind, LetterTerms } from '../model/letter.ts';
import type { Ask } from './ask.ts';
import { proposedKind } from './letterKind.ts';

export interface LetterDraft {
  readonly item?: string;
  readonly kind?: LetterKind;
  readonly team: string;
  readonly caseNumber: string;
  /** yyyy-mm-dd, or empty. */
  readonly answerBy: string;
}
const noDraft: LetterDraft = { team: '', caseNumber: '', answerBy: '' };

export type LetterMissing = 'item' | 'kind' | 'team' | 'caseNumber';

export interface LetterState {
  /** Absent while they are being read. */
  readonly reactions: ReadonlySignal<readonly PageReaction[] | undefined>;
  readonly trouble: ReadonlySignal<Failure | undefined>;
  readonly search: ReadonlySignal<string>;
  /** Those that hold what was searched for; the chosen one always. */
  readonly shown: ReadonlySignal<readonly PageReaction[]>;
  readonly draft: ReadonlySignal<LetterDraft>;
  /** What the words of the chosen one make it look like; absent once a person said. */
  readonly proposed: ReadonlySignal<LetterKind | undefined>;
  readonly missing: ReadonlySignal<readonly LetterMissing[]>;
  readonly isPointingOut: ReadonlySignal<boolean>;
  readonly open: () => Promise<void>;
  /** Another one was pointed at on the page while the form was open: what was filled in stays. */
  readonly point: () => Promise<void>;
  readonly close: () => void;
  readonly find: (search: string) => void;
  readonly change: (change: Partial<LetterDraft>) => void;
  /** What to ask the worker; undefined, and pointed out, when something is missing. */
  readonly question: () => Omit<Asks<'takeLetter'>, 'accountType'> | undefined;
}

/** What the organisation set. */
export interface LetterSettings {
  /** The first is who gets most of the letters. */
  readonly teams: readonly string[];
  readonly terms?: LetterTerms | undefined;
}

export function createLetterState(ask: Ask, tabId: number, now: () => number, settings: () => LetterSettings): LetterState {
  const reactions = signal<readonly PageReaction[] | undefined>(undefined);
  const trouble = signal<Failure | undefined>(undefined);
  const search = signal('');
  const draft = signal<LetterDraft>(noDraft);
  const isPointingOut = signal(false);
  const proposed = signal<LetterKind | undefined>(undefined);
  const missing = computed(() => missingIn(draft.value));
  const term = (kind: LetterKind) => ({ answerBy: dayAfter(now(), settings().terms?.[kind] ?? lawfulTerms[kind]) });
  /** As long as no person said what it is. */
  const propose = (item: string) => {
    if (draft.value.kind !== undefined && proposed.value === undefined) return {};
    const kind = proposedKind(reactions.value?.find((one) => one.item === item)?.text ?? '');
    proposed.value = kind;
    return { kind, ...term(kind) };
  };
  const clear = () => {
    reactions.value = undefined;
    trouble.value = undefined;
    search.value = '';
    draft.value = { ...noDraft, team: settings().teams[0] ?? '' };
    proposed.value = undefined;
    isPointingOut.value = false;
  };
  async function point(): Promise<void> {
    try {
      const found = await ask('listReactions', { tabId });
      const picked = found.find(({ isPicked }) => isPicked);
      reactions.value = found;
      if (picked) draft.value = { ...draft.value, item: picked.item, ...propose(picked.item) };
    } catch (error) {
      trouble.value = asFailure(error);
    }
  }
  return {
    reactions,
    trouble,
    search,
    shown: computed(() => shown(reactions.value ?? [], search.value, draft.value.item)),
    draft,
    proposed,
    missing,
    isPointingOut,
    async open() {
      clear();
      await point();
    },
    point,
    close: clear,
    find: (text) => {
      search.value = text;
    },
    change: (change) => {
      if (change.kind) proposed.value = undefined;
      const follows = change.kind ? term(change.kind) : change.item !== undefined ? propose(change.item) : {};
      draft.value = { ...draft.value, ...follows, ...change };
    },
    question() {
      isPointingOut.value = missing.value.length > 0;
      const { item, kind, team, caseNumber, answerBy } = draft.value;
      if (isPointingOut.value || item === undefined || kind === undefined) return undefined;
      return {
        tabId,
        item,
        kind,
        team: team.trim(),
        ...(caseNumber.trim() !== '' && { caseNumber: caseNumber.trim() }),
        ...(answerBy !== '' && { answerBy }),
      };
    },
  };
}

function missingIn({ item, kind, team, caseNumber }: LetterDraft): LetterMissing[] {
  const isNumber = /^(?:[A-Za-z0-9](?:[A-Za-z0-9 ./_-]{0,58}[A-Za-z0-9])?)?$/.test(caseNumber.trim());
  return [
    ...(item === undefined ? (['item'] as const) : []),
    ...(kind === undefined ? (['kind'] as const) : []),
    ...(team.trim().length < 2 ? (['team'] as const) : []),
    ...(isNumber ? [] : (['caseNumber'] as const)),
  ];
}

function shown(all: readonly PageReaction[], search: string, chosen: string | undefined): PageReaction[] {
  const words = search.trim().toLowerCase();
  const fits = ({ author, text }: PageReaction) => `${author} ${text}`.toLowerCase().includes(words);
  const found = all.filter((one) => one.isPicked || one.item === chosen || words === '' || fits(one));
  return [...found.filter(({ isPicked }) => isPicked), ...found.filter(({ isPicked }) => !isPicked)];
}

function dayAfter(now: number, days: number | undefined): string {
  return days === undefined ? '' : new Date(now + days * 86_400_000).toISOString().slice(0, 10);
}
