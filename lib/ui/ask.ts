import type { Answers, Asks, CallName } from '../messages/calls.ts';

/** How a screen puts a question to the worker; the real one is `messages/client.ts`, tests bring their own. */
export type Ask = <N extends CallName>(call: N, question: Asks<N>) => Promise<Answers<N>>;
