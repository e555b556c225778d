import type { CallName } from '../../../lib/messages/calls.ts';
import { Failure } from '../../../lib/model/failure.ts';
import type { Verifier } from '../../../lib/ui/verifyState.ts';
import type { Packer } from '../../../lib/ui/takeAlongState.ts';
import type { Ask } from '../../../lib/ui/ask.ts';

/** A value, or a function of the question that gives one. */
type Answer = unknown;

/** A worker that answers from a table and remembers what it was asked; a Failure in the table is thrown. */
export function pretendWorker(answers: Partial<Record<CallName, Answer>>) {
  const asked: { call: CallName; question: unknown }[] = [];
  const table = new Map<string, Answer>(Object.entries(answers));
  const ask = (async (call: CallName, question: unknown) => {
    asked.push({ call, question });
    const found = table.get(call);
    const answer = typeof found === 'function' ? found(question) : found;
    if (answer instanceof Failure) throw answer;
    if (answer === undefined) throw new Failure('unexpected', { call });
    return answer;
  }) as Ask; // the table of a test is trusted
  return {
    ask,
    asked,
    set: (call: CallName, answer: Answer) => void table.set(call, answer),
    questionsOf: (call: CallName) => asked.filter((one) => one.call === call).map(({ question }) => question),
  };
}

/** A clock that only ticks when told. */
export function handClock() {
  const running = new Set<() => void>();
  return {
    every: (_milliseconds: number, run: () => void) => {
      running.add(run);
      return () => void running.delete(run);
    },
    isTicking: () => running.size > 0,
    async tick(times = 1) {
      for (let at = 0; at < times; at++) {
        for (const run of running) run();
        await settle();
      }
    },
  };
}

/** Lets everything that waits for an answer go on. */
export async function settle(): Promise<void> {
  for (let at = 0; at < 20; at++) await Promise.resolve();
}

/** For screens on which nothing is under way. */
export const noWaiting = { every: () => () => undefined, mayReach: async () => true };

/** For screens on which nothing is verified. */
export const noVerifier: Verifier = {
  verify: async () => ({ packages: [], row: [] }),
  select: async () => ({ zip: new Blob(), fileName: 'deelbewijs.zip' }),
};

/** For screens on which nothing is taken along. */
export const noPacker: Packer = {
  isWhole: async () => true,
  save: async () => ({ fileName: 'veiligsteller-meenemen-20261122-1000.zip', bytes: 1, manifest: '0'.repeat(64) }),
};
