/** What holds after every fault (docs/faults.md). */
export const invariants = ['I1', 'I2', 'I3', 'I4', 'I5', 'I6'] as const;
export type Invariant = (typeof invariants)[number];
