import { propose } from '../../lib/scenario/propose.ts';
import type { ScenarioTables } from '../../lib/ui/choiceState.ts';

/** The scenario rules for the popup, which draws them but does not know them. */
export const scenarioTables: ScenarioTables = {
  propose: (accountType, { replies }) => propose({ accountType, replies }),
  // what a scenario keeps does not depend on the account: an account registered with it tells
  describe: (scenario) =>
    propose({
      accountType: 'corporate',
      replies: 'unknown',
      account: { platform: 'other', handle: '-', type: 'corporate', holder: '', defaultScenario: scenario },
    }),
};
