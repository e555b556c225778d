import { Failure } from '../model/failure.ts';
import type { Adapter } from '../platforms/adapter.ts';
import { createGeneric } from '../platforms/generic/index.ts';
import { createPeople } from '../platforms/people.ts';
import { adapterFor } from '../platforms/choose.ts';
import { untilQuiet } from './quiet.ts';

/** Told in the record when the network's own reader no longer knew the page. */
const readerFailed = 'reader-failed';

const untilBuilt = { startMs: 1_500, stillMs: 500, maxMs: 8_000 };

/** Who reads this page: the network's own reader; the general one where that finds nothing it knows, and the other does (R1). */
export function readerFor(page: Document, url: URL): { readonly adapter: Adapter; readonly isFallback: boolean } {
  const own = adapterFor(page, url);
  const kind = own.pageKind(page, url);
  const isItsPage = kind === 'post' || kind === 'profile' || kind === 'other';
  if (own.isGeneric || !isItsPage || canRead(own, page, url)) return { adapter: own, isFallback: false };
  const general = createGeneric(url);
  if (!canRead(general, page, url)) return { adapter: own, isFallback: false };
  return { adapter: withNote(general), isFallback: true };
}

/** A page that is still being built is given a moment before its own reader is given up. */
export async function untilReadable(page: Document, url: () => URL): Promise<Adapter> {
  const own = adapterFor(page, url());
  if (!own.isGeneric && !canRead(own, page, url())) await untilQuiet(page, untilBuilt, () => false);
  return readerFor(page, url()).adapter;
}

/** Whether there is anything on the page that this reader makes out. */
export function canRead(adapter: Adapter, page: Document, url: URL): boolean {
  try {
    if (adapter.find(page, url).length > 0) return true;
    return !adapter.isGeneric && adapter.profile(page, url, createPeople()) !== undefined;
  } catch (error) {
    if (error instanceof Failure) return false;
    throw error;
  }
}

function withNote(general: Adapter): Adapter {
  return {
    ...general,
    facts(page, url, people) {
      const facts = general.facts(page, url, people);
      return { ...facts, notes: [...facts.notes, readerFailed] };
    },
  };
}
