/** Aho–Corasick: all patterns in one pass, whatever their number (D20). Works on sequences of code units. */

export interface Automaton {
  /** Calls `hit` for every pattern that ends at unit `end` (exclusive). `state` is carried between calls of one text. */
  scan(units: ArrayLike<number>, length: number, hit: (pattern: number, end: number) => void): void;
  readonly patterns: number;
}

export function automaton(patterns: readonly string[]): Automaton {
  const trie = new Trie(patterns.reduce((sum, pattern) => sum + pattern.length, 1));
  patterns.forEach((pattern, index) => trie.add(pattern, index));
  const { fail, shortcut } = links(trie);
  return {
    patterns: patterns.length,
    scan(units, length, hit) {
      let state = 0;
      for (let i = 0; i < length; i += 1) {
        const code = units[i] ?? 0;
        let next = trie.next(state, code);
        while (next === 0 && state !== 0) {
          state = fail[state] ?? 0;
          next = trie.next(state, code);
        }
        state = next;
        for (let at = trie.output(state) >= 0 ? state : (shortcut[state] ?? 0); at !== 0; at = shortcut[at] ?? 0) {
          hit(trie.output(at), i + 1);
        }
      }
    },
  };
}

/** Edges in one open-addressed table: small, and no object per node. State 0 is the root, and "no edge". */
class Trie {
  readonly edges: { readonly from: number; readonly code: number; readonly to: number }[] = [];
  private readonly keys: Float64Array;
  private readonly targets: Int32Array;
  private readonly outputs: number[] = [-1];
  private readonly rootRow = new Int32Array(65_536);
  private readonly mask: number;

  constructor(maxNodes: number) {
    let size = 16;
    while (size < maxNodes * 2) size *= 2;
    this.mask = size - 1;
    this.keys = new Float64Array(size).fill(-1);
    this.targets = new Int32Array(size);
  }

  get size(): number {
    return this.outputs.length;
  }

  output(state: number): number {
    return this.outputs[state] ?? -1;
  }

  next(state: number, code: number): number {
    if (state === 0) return this.rootRow[code] ?? 0;
    const key = state * 65_536 + code;
    let slot = this.slotOf(state, code);
    for (;;) {
      const met = this.keys[slot];
      if (met === key) return this.targets[slot] ?? 0;
      if (met === -1) return 0;
      slot = (slot + 1) & this.mask;
    }
  }

  add(pattern: string, index: number): void {
    let state = 0;
    for (let i = 0; i < pattern.length; i += 1) {
      const code = pattern.charCodeAt(i);
      state = this.next(state, code) || this.grow(state, code);
    }
    if (state !== 0) this.outputs[state] = index;
  }

  private grow(from: number, code: number): number {
    const to = this.outputs.push(-1) - 1;
    this.edges.push({ from, code, to });
    if (from === 0) {
      this.rootRow[code] = to;
      return to;
    }
    let slot = this.slotOf(from, code);
    while (this.keys[slot] !== -1) slot = (slot + 1) & this.mask;
    this.keys[slot] = from * 65_536 + code;
    this.targets[slot] = to;
    return to;
  }

  private slotOf(state: number, code: number): number {
    return (Math.imul(state, 0x9e37_79b1) ^ Math.imul(code, 0x85eb_ca6b)) & this.mask;
  }
}

/** Edges were made parents first within a pattern, not over patterns: sort by depth, then fail links are ready in order. */
function links(trie: Trie): { fail: Int32Array; shortcut: Int32Array } {
  const fail = new Int32Array(trie.size);
  const shortcut = new Int32Array(trie.size);
  const depth = new Int32Array(trie.size);
  for (const edge of trie.edges) depth[edge.to] = (depth[edge.from] ?? 0) + 1;
  const byDepth = trie.edges.toSorted((a, b) => (depth[a.to] ?? 0) - (depth[b.to] ?? 0));
  for (const { from, code, to } of byDepth) {
    let state = fail[from] ?? 0;
    let target = from === 0 ? 0 : trie.next(state, code);
    while (target === 0 && state !== 0) {
      state = fail[state] ?? 0;
      target = trie.next(state, code);
    }
    fail[to] = target;
    shortcut[to] = trie.output(target) >= 0 ? target : (shortcut[target] ?? 0);
  }
  return { fail, shortcut };
}
