import { computed, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { ScenarioProposal } from '../model/job.ts';
import type { AccountType, Scenario } from '../model/policy.ts';
import { departs, missing, noChoice, scenarioOf } from './choice.ts';
import type { Answered, Choice, Missing, ReadyPage } from './choice.ts';

type Shown = Pick<ScenarioProposal, 'keeps' | 'removes'>;

/** The scenario tables, handed in: this folder does not know them. */
export interface ScenarioTables {
  propose(accountType: AccountType, page: ReadyPage): ScenarioProposal;
  /** What a scenario keeps and removes, for a choice that departs from the proposal. */
  describe(scenario: Scenario, page: ReadyPage): Shown;
}

export interface ChoiceState {
  readonly choice: ReadonlySignal<Choice>;
  readonly proposal: ReadonlySignal<ScenarioProposal | undefined>;
  readonly scenario: ReadonlySignal<Scenario | undefined>;
  readonly departs: ReadonlySignal<boolean>;
  readonly shown: ReadonlySignal<Shown>;
  readonly missing: ReadonlySignal<readonly Missing[]>;
  /** The button was pressed while something was missing: from then on it is pointed out. */
  readonly isPointingOut: ReadonlySignal<boolean>;
  readonly choose: (change: Partial<Choice>) => void;
  readonly followProposal: () => void;
  /** Whether the capture may start; points out what is missing when not. */
  readonly isReady: () => boolean;
  readonly reset: () => void;
}

export function createChoiceState(tables: ScenarioTables, page: ReadonlySignal<ReadyPage | undefined>): ChoiceState {
  const choice = signal<Choice>(noChoice);
  const isPointingOut = signal(false);
  const proposal = computed(() => (page.value ? proposalFor(tables, page.value, choice.value) : undefined));
  const answered = computed(() => (page.value ? join(page.value, choice.value, proposal.value) : undefined));
  const scenario = computed(() => answered.value && scenarioOf(answered.value));
  const lacking = computed(() => (answered.value ? missing(answered.value) : []));
  return {
    choice,
    proposal,
    scenario,
    departs: computed(() => answered.value !== undefined && departs(answered.value)),
    shown: computed(() => (answered.value ? shownFor(tables, answered.value, scenario.value) : { keeps: [], removes: [] })),
    missing: lacking,
    isPointingOut,
    choose(change) {
      choice.value = { ...choice.value, ...change };
    },
    followProposal() {
      const { scenario: _left, ...kept } = choice.value;
      choice.value = { ...kept, reason: '' };
    },
    isReady() {
      isPointingOut.value = lacking.value.length > 0;
      return !isPointingOut.value;
    },
    reset() {
      choice.value = noChoice;
      isPointingOut.value = false;
    },
  };
}

function proposalFor(tables: ScenarioTables, page: ReadyPage, choice: Choice): ScenarioProposal | undefined {
  if (page.proposal) return page.proposal;
  if (choice.account === undefined || choice.account === 'niet-van-ons') return undefined;
  return tables.propose(choice.account, page);
}

function join(page: ReadyPage, choice: Choice, proposal: ScenarioProposal | undefined): Answered {
  return { page, choice, ...(proposal && { proposal }) };
}

function shownFor(tables: ScenarioTables, { page, proposal }: Answered, scenario: Scenario | undefined): Shown {
  if (scenario === undefined) return { keeps: [], removes: [] };
  return proposal?.scenario === scenario ? proposal : tables.describe(scenario, page);
}
