import { Failure } from '../../lib/model/failure.ts';
import { isStopAsked } from '../../lib/store/session.ts';

/** Whoever asks the worker something meanwhile waits no longer than about this. */
const turnMs = 50;

/** F23: called between the parts of long work. Lets others ask the worker something, and ends the work when the user stopped it. */
export function turns(job: string): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < turnMs) return;
    await new Promise((resolve) => setTimeout(resolve, 0)); // a timer: what was asked meanwhile goes first
    if (await isStopAsked(job)) throw new Failure('stopped');
    since = performance.now();
  };
}
