/** A slice of `npm run deliveries -- --doelen`: a few small packages to a receiver of every kind, in one browser. */
import { expect, it } from 'vitest';
import { sendEverywhere } from './sendEverywhere.ts';

it('brings the same packages to every receiver: our bytes, with what is known of them, each once', async () => {
  const sizes = [1_000, 40_000, 700_000];
  const { arrivals, faults } = await sendEverywhere(sizes);
  expect(faults).toEqual([]);
  expect(arrivals.length).toBeGreaterThanOrEqual(4 * sizes.length); // what is not on this machine is left out, and said
  for (const { said, ...one } of arrivals) {
    expect(one).toEqual({ place: one.place, bytes: one.bytes, records: 1, isSame: true, hasMetadata: true });
    expect(['certain', 'opgeslagen']).toContain(said);
  }
});
