import * as fc from 'fast-check';

/** Tries so many cases (times `GEVALLEN`, from `ZAAD`); gives what broke it with the seed to try that again, or undefined. */
export async function brokenBy<T>(property: fc.IRawProperty<T>, numRuns: number): Promise<string | undefined> {
  const seed = process.env['ZAAD'];
  const details = await fc.check(property, {
    numRuns: Math.ceil(numRuns * Number(process.env['GEVALLEN'] ?? 1)),
    ...(seed !== undefined && { seed: Number(seed) }),
  });
  return details.failed ? `ZAAD=${details.seed}: ${fc.stringify(details.counterexample)}` : undefined;
}
