import { isIn } from './dom.ts';

/** What the page did to itself since places in it were found. */
export interface Changes {
  /** Whether what stands here may be something else by now: it left the page, or something in it changed. */
  hasTouched(page: Document, element: Element): boolean;
  any(): boolean;
  forget(): void;
  stop(): void;
}

const everything = { childList: true, attributes: true, characterData: true, subtree: true };

export function watchChanges(page: Document): Changes {
  const changed = new Set<Node>();
  const take = (records: readonly MutationRecord[]): void => {
    for (const { target } of records) changed.add(target);
  };
  const observer = new MutationObserver(take);
  const now = (): ReadonlySet<Node> => {
    take(observer.takeRecords());
    return changed;
  };
  observer.observe(page, everything);
  return {
    hasTouched: (document, element) => {
      const nodes = now();
      return nodes.size > 0 && (!isIn(document, element) || touches(nodes, element));
    },
    any: () => now().size > 0,
    forget() {
      now();
      changed.clear();
    },
    stop: () => observer.disconnect(),
  };
}

function touches(nodes: ReadonlySet<Node>, element: Element): boolean {
  for (const node of nodes) if (Node.prototype.contains.call(element, node)) return true;
  return false;
}
