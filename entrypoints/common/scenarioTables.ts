import { propose, whatIsKept } from '../../lib/scenario/propose.ts';
import type { ScenarioTables } from '../../lib/ui/choiceState.ts';

/** The scenario rules for the popup, which draws them but does not know them. */
export const scenarioTables: ScenarioTables = {
  propose: (accountType, { pageKind, replies }) => propose({ accountType, pageKind, replies }),
  describe: (scenario, { pageKind }) => whatIsKept(scenario, pageKind),
};
