/** The words of a page are its own: one that goes on inventing new ones must not fill the memory. */
const most = 20_000;

/** Works something out once for each word on a page; the same links, accounts and addresses are met again and again in a thread. */
export function remembered<V>(make: (word: string, base: URL) => V): (word: string, base: URL) => V {
  const pages = new WeakMap<URL, Map<string, V>>();
  return (word, base) => {
    let known = pages.get(base);
    if (!known || known.size >= most) pages.set(base, (known = new Map<string, V>()));
    const before = known.get(word);
    if (before !== undefined || known.has(word)) return before as V; // it was made by `make`
    const made = make(word, base);
    known.set(word, made);
    return made;
  };
}
