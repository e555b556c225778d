/**
 * D2: networks recycle list rows, so items are gathered by platform id while the page is unfolded. Each harvest sees a
 * stretch of the list in page order; the stretches overlap and are woven into one order.
 */
export class Accumulator<T> {
  readonly #items = new Map<string, T>();
  readonly #order: string[] = [];
  readonly #placed = new Set<string>();

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

  /** Gives the ids of one stretch, in page order, their place. A known id keeps the place it has. */
  weave(stretch: readonly string[]): void {
    const before = new Set(stretch.filter((id) => this.#placed.has(id)));
    const anchor = stretch.findIndex((id) => before.has(id));
    for (const id of stretch) this.#placed.add(id);
    if (anchor < 0) return void this.#order.push(...stretch);
    const firstKnown = this.#order.lastIndexOf(stretch[anchor] ?? '');
    this.#order.splice(firstKnown, 0, ...stretch.slice(0, anchor));
    let at = firstKnown + anchor;
    for (const id of stretch.slice(anchor + 1)) {
      const known = before.has(id) ? this.#order.lastIndexOf(id) : -1;
      if (known >= 0) at = known;
      else this.#order.splice(++at, 0, id);
    }
  }

  /** In page order. */
  values(): T[] {
    return this.#order.flatMap((id) => this.#items.get(id) ?? []);
  }
}
