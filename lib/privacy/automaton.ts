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
  const { rowOf, rows } = shortRows(trie, fail);
  const step = (from: number, code: number): number => {
    for (let state = from; ; state = fail[state] ?? 0) {
      const row = code < WIDTH ? (rowOf[state] ?? NO_ROW) : NO_ROW;
      if (row !== NO_ROW) return rows[row + code] ?? 0;
      const next = trie.next(state, code);
      if (next !== 0 || state === 0) return next;
    }
  };
  return {
    patterns: patterns.length,
    scan(units, length, hit) {
      let state = 0;
      for (let i = 0; i < length; i += 1) {
        const code = units[i] ?? 0;
        state = step(state, code);
        for (let at = trie.output(state) >= 0 ? state : (shortcut[state] ?? 0); at !== 0; at = shortcut[at] ?? 0) {
          hit(trie.output(at), i + 1);
        }
      }
    },
  };
}

/** Edges in one open-addressed table: small, and no object per node. State 0 is the root, and "no edge". */
class Trie {
  /** Of each node: where it hangs, by which code unit, and how deep. */
  readonly from: Int32Array;
  readonly by: Uint16Array;
  readonly depth: Uint16Array;
  private readonly keys: Float64Array;
  private readonly targets: Int32Array;
  private readonly outputs: Int32Array;
  private nodes = 1;
  private readonly rootRow = new Int32Array(65_536);
  private readonly mask: number;

  constructor(maxNodes: number) {
    let size = 16;
    while (size < maxNodes * 2) size *= 2;
    this.mask = size - 1;
    this.keys = new Float64Array(size).fill(-1);
    this.targets = new Int32Array(size);
    this.outputs = new Int32Array(maxNodes + 1).fill(-1);
    this.from = new Int32Array(maxNodes + 1);
    this.by = new Uint16Array(maxNodes + 1);
    this.depth = new Uint16Array(maxNodes + 1);
  }

  get size(): number {
    return this.nodes;
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
    const to = this.nodes;
    this.nodes += 1;
    this.from[to] = from;
    this.by[to] = code;
    this.depth[to] = (this.depth[from] ?? 0) + 1;
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

/** Nodes were made parents first within a pattern, not over patterns: taken by depth, fail links are ready in order. */
function links(trie: Trie): { fail: Int32Array; shortcut: Int32Array } {
  const fail = new Int32Array(trie.size);
  const shortcut = new Int32Array(trie.size);
  for (const to of byDepth(trie)) {
    const from = trie.from[to] ?? 0;
    const code = trie.by[to] ?? 0;
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

/** All nodes but the root, counted into place. */
function byDepth({ size, depth }: Trie): Int32Array {
  const first = new Int32Array(65_537);
  for (let node = 1; node < size; node += 1) {
    const next = (depth[node] ?? 0) + 1;
    first[next] = (first[next] ?? 0) + 1;
  }
  for (let level = 1; level < first.length; level += 1) first[level] = (first[level] ?? 0) + (first[level - 1] ?? 0);
  const nodes = new Int32Array(size - 1);
  for (let node = 1; node < size; node += 1) {
    const level = depth[node] ?? 0;
    const place = first[level] ?? 0;
    nodes[place] = node;
    first[level] = place + 1;
  }
  return nodes;
}

const NO_ROW = -1;
/** Codes that have a place in a row: ASCII, which is most of all text. */
const WIDTH = 128;
/** Deeper nodes are many, and seldom met. */
const DEEPEST_ROW = 2;

/** Of the nodes near the root, which most text does not get beyond: where each code leads, also by way of where they fall back to. */
function shortRows(trie: Trie, fail: Int32Array): { readonly rowOf: Int32Array; readonly rows: Int32Array } {
  const nodes = [0, ...byDepth(trie).filter((node) => (trie.depth[node] ?? 0) <= DEEPEST_ROW)];
  const rowOf = new Int32Array(trie.size).fill(NO_ROW);
  const rows = new Int32Array(nodes.length * WIDTH);
  nodes.forEach((node, index) => {
    const row = index * WIDTH;
    const fallen = rowOf[fail[node] ?? 0] ?? NO_ROW;
    for (let code = 0; code < WIDTH; code += 1)
      rows[row + code] = trie.next(node, code) || (node === 0 ? 0 : (rows[fallen + code] ?? 0));
    rowOf[node] = row;
  });
  return { rowOf, rows };
}
