import type { Adapter } from './adapter.ts';
import type { ReaderName } from './readers.ts';

/** Readers of one network: told by the host, or (where it stands on any host) by the page. */
export interface Readers {
  readonly byHost?: readonly Adapter[];
  readonly byPage?: readonly Adapter[];
}

/** Each network's reader is a script of its own in the extension, so the one thing they share is the world they run in: never the page's. */
const world = globalThis as { veiligstellerReaders?: Map<ReaderName, Readers> }; // our isolated world's own global

/** Makes a network's readers known to `adapterFor`; once more changes nothing. */
export function hold(name: ReaderName, readers: Readers): void {
  world.veiligstellerReaders ??= new Map();
  world.veiligstellerReaders.set(name, readers);
}

export function held(kind: keyof Readers): readonly Adapter[] {
  return [...(world.veiligstellerReaders?.values() ?? [])].flatMap((readers) => readers[kind] ?? []);
}
