import { browser } from 'wxt/browser';
import { Failure } from '../model/failure.ts';
import type { FailureCode, FailureDetail } from '../model/failure.ts';
import type { Answers, Asks, CallName } from './calls.ts';

export interface Envelope {
  readonly call: CallName;
  readonly question: unknown;
}
export type Reply =
  | { readonly ok: true; readonly answer: unknown }
  | { readonly ok: false; readonly code: FailureCode; readonly detail: FailureDetail };

/** Asks the worker; throws the worker's Failure. A worker that died meanwhile gives `interrupted`: ask again. */
export async function ask<N extends CallName>(call: N, question: Asks<N>): Promise<Answers<N>> {
  const reply = await send({ call, question });
  if (!reply) throw new Failure('interrupted', { call });
  if (!reply.ok) throw new Failure(reply.code, reply.detail);
  return reply.answer as Answers<N>; // the worker answers by the same table
}

async function send(envelope: Envelope): Promise<Reply | undefined> {
  try {
    return await browser.runtime.sendMessage(envelope);
  } catch (error) {
    throw new Failure('interrupted', { call: envelope.call }, { cause: error });
  }
}
