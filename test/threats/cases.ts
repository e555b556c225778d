import * as fc from 'fast-check';

/**
 * Tries so many cases, the same each time; others with another `ZAAD`, more with `GEVALLEN` (times as many). Gives what broke it with
 * the seed to try that again, or undefined.
 */
export async function brokenBy<T>(property: fc.IRawProperty<T>, numRuns: number): Promise<string | undefined> {
  const details = await fc.check(property, {
    numRuns: Math.ceil(numRuns * Number(process.env['GEVALLEN'] ?? 1)),
    seed: Number(process.env['ZAAD'] ?? 20_261_122),
  });
  return details.failed ? `ZAAD=${details.seed}: ${fc.stringify(details.counterexample)}` : undefined;
}
