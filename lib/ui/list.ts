/** Lists in a form: the same list with one line other, more or less. */
export function withAt<T>(list: readonly T[], at: number, change: Partial<T>): readonly T[] {
  return list.map((line, index) => (index === at ? { ...line, ...change } : line));
}

export function withoutIndex<T>(list: readonly T[], at: number): readonly T[] {
  return list.filter((_, index) => index !== at);
}
