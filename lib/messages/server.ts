import * as v from 'valibot';
import { browser } from 'wxt/browser';
import type { Browser } from 'wxt/browser';
import { Failure } from '../model/failure.ts';
import { calls } from './calls.ts';
import type { Answers, CallName, Calls } from './calls.ts';
import type { Reply } from './client.ts';

type Question<N extends CallName> = v.InferOutput<Calls[N]['asks']>;

/** Who asked, as the browser says it (not as the message says it). */
export interface Asker {
  readonly tabId?: number;
  readonly url?: string;
}
export type Handlers = { [N in CallName]: (question: Question<N>, asker: Asker) => Promise<Answers<N>> };

/** Starts answering. Unknown, malformed and not-allowed questions are refused with a code and reach no handler (T9). */
export function serve(
  handlers: Handlers,
  onAnswered: (call: string) => void,
  explained: (error: unknown) => Promise<Failure>,
): void {
  async function respond(
    call: string,
    question: unknown,
    sender: Browser.runtime.MessageSender,
    reply: (value: Reply) => void,
  ): Promise<void> {
    reply(await answer(handlers, call, question, sender).catch(async (error: unknown) => refusal(await explained(error))));
    onAnswered(call);
  }
  browser.runtime.onMessage.addListener(
    (message: unknown, sender: Browser.runtime.MessageSender, reply: (value: Reply) => void) => {
      if (!isEnvelope(message)) return undefined; // meant for another part, e.g. the offscreen document
      void respond(message.call, message.question, sender, reply);
      return true; // keeps the answer open, and with it the worker (D23)
    },
  );
}

async function answer(handlers: Handlers, name: string, question: unknown, sender: Browser.runtime.MessageSender): Promise<Reply> {
  const call = Object.hasOwn(calls, name) ? calls[name as CallName] : undefined; // hasOwn just said so
  if (!call) throw new Failure('bad-message', { reason: 'unknown-call' });
  if (!isAllowed(call.from, sender)) throw new Failure('not-allowed', { call: name });
  const parsed = v.safeParse(call.asks, question);
  if (!parsed.success) throw new Failure('bad-message', { call: name, reason: 'schema' });
  const handle = handlers[name as CallName] as (question: unknown, asker: Asker) => Promise<unknown>; // paired by the table
  const asker: Asker = { ...(sender.tab?.id !== undefined && { tabId: sender.tab.id }), ...(sender.url && { url: sender.url }) };
  return { ok: true, answer: await handle(parsed.output, asker) };
}

function refusal({ code, detail }: Failure): Reply {
  return { ok: false, code, detail };
}

/** Privileged calls come from our own pages only; a content script's sender carries the page's address. */
function isAllowed(from: 'page' | 'content', sender: Browser.runtime.MessageSender): boolean {
  if (sender.id !== browser.runtime.id) return false;
  const isOurPage = sender.url?.startsWith(browser.runtime.getURL('/')) ?? false;
  return from === 'page' ? isOurPage : !isOurPage && sender.tab !== undefined && sender.frameId === 0;
}

function isEnvelope(message: unknown): message is { call: string; question: unknown } {
  return (
    typeof message === 'object' &&
    message !== null &&
    'call' in message &&
    typeof message.call === 'string' &&
    'question' in message
  );
}
