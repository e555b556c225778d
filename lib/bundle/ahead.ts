/**
 * Each with what is made of it, in the same order. So many are being made while one before them is used: drawing a view waits for
 * much besides the processor, and what is made may not all be in memory at once.
 */
export async function* ahead<T, Made>(
  all: readonly T[],
  atOnce: number,
  make: (one: T) => Promise<Made>,
): AsyncGenerator<readonly [T, Made]> {
  const begun: Promise<readonly [T, Made]>[] = [];
  const begin = (from: number, to: number): void => {
    for (const one of all.slice(from, to)) {
      const made = make(one).then((result) => [one, result] as const);
      made.catch(() => undefined); // whoever stops at one before this one is not told of it
      begun.push(made);
    }
  };
  begin(0, atOnce);
  for (let n = atOnce; begun.length > 0; n += 1) {
    const made = await begun.shift();
    begin(n, n + 1);
    if (made) yield made;
  }
}
