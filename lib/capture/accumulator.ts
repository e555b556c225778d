/**
 * D2: networks recycle list rows, so items are gathered by platform id while the page is unfolded. Each harvest sees a
 * stretch of the list in page order, sometimes with holes in it: what is kept of it is who stands before whom, and the
 * order of all follows from that.
 */
export class Accumulator<T> {
  readonly #items = new Map<string, T>();
  /** Of each id, in the order of discovery: those seen right behind it. */
  readonly #behind = new Map<string, Set<string>>();
  readonly #hasBefore = new Set<string>();
  #order: readonly string[] | undefined;

  get size(): number {
    return this.#items.size;
  }

  get(id: string): T | undefined {
    return this.#items.get(id);
  }

  /** Keeps the item; its place comes from `weave`. */
  set(id: string, item: T): void {
    this.#items.set(id, item);
  }

  /** Takes in the ids of one stretch, in page order. A page that sorts itself anew does not undo what was seen first. */
  weave(stretch: readonly string[]): void {
    let before: string | undefined;
    for (const id of stretch) {
      if (!this.#behind.has(id)) this.#link(id);
      if (before !== undefined && before !== id && !this.#behind.get(id)?.has(before)) this.#link(before, id);
      before = id;
    }
  }

  #link(id: string, next?: string): void {
    const behind = this.#behind.get(id) ?? new Set();
    if (next !== undefined && behind.has(next)) return;
    if (next !== undefined) this.#hasBefore.add(next);
    this.#behind.set(id, next === undefined ? behind : behind.add(next));
    this.#order = undefined;
  }

  /** In page order. */
  values(): T[] {
    this.#order ??= this.#sorted();
    return this.#order.flatMap((id) => this.#items.get(id) ?? []);
  }

  /** In no order: for counting. */
  unsorted(): MapIterator<T> {
    return this.#items.values();
  }

  /**
   * Depth first, last finished first: what was discovered last behind an item comes closest to it, and a stretch that has
   * nothing to do with the ones before comes after them.
   */
  #sorted(): string[] {
    const ids = [...this.#behind.keys()];
    const starts = ids.filter((id) => !this.#hasBefore.has(id)).toReversed();
    const seen = new Set<string>();
    const finished: string[] = [];
    for (const start of [...starts, ...ids]) this.#finish(start, seen, finished);
    return finished.toReversed();
  }

  /** Without recursion: a thread is a chain of thousands. */
  #finish(start: string, seen: Set<string>, finished: string[]): void {
    const path: { readonly id: string; readonly left: Iterator<string> }[] = [];
    const enter = (id: string) => {
      if (seen.has(id)) return;
      seen.add(id);
      path.push({ id, left: (this.#behind.get(id) ?? new Set<string>()).values() });
    };
    enter(start);
    for (let last = path.at(-1); last; last = path.at(-1)) {
      const next = last.left.next();
      if (!next.done) enter(next.value);
      else finished.push(path.pop()?.id ?? last.id);
    }
  }
}
