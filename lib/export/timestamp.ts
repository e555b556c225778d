/** Asks a time-stamp authority over the network. An answer that does not hold is no answer (F20): nothing is ever stamped by ourselves. */
import { checkStamp, stampRequest } from '../bundle/evidence/timestamp.ts';
import type { Stamp, StampProblem } from '../bundle/evidence/timestamp.ts';
import type { StampAuthoritySetting } from '../model/policy.ts';

export type StampAnswer =
  | { readonly ok: true; readonly response: Uint8Array; readonly stamp: Stamp }
  | { readonly ok: false; readonly problem: StampProblem | 'unreachable' };

const waitMs = 15_000;
const maxBytes = 200_000;

export async function askForStamp({ url, roots }: StampAuthoritySetting, content: Uint8Array): Promise<StampAnswer> {
  const nonce = crypto.getRandomValues(new Uint8Array(8));
  const response = await post(url, await stampRequest(content, nonce));
  if (!response) return { ok: false, problem: 'unreachable' };
  const checked = await checkStamp(response, { content, roots, nonce, now: new Date().toISOString() });
  return checked.ok ? { ok: true, response, stamp: checked.stamp } : { ok: false, problem: checked.problem };
}

/** Off the network, an error page, a redirect elsewhere, too much: all the same to us, the stamp is to be had later. */
async function post(url: string, request: Uint8Array): Promise<Uint8Array | undefined> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/timestamp-query' },
      body: Uint8Array.from(request),
      credentials: 'omit',
      redirect: 'error',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(waitMs),
    });
    if (!answer.ok || Number(answer.headers.get('content-length') ?? 0) > maxBytes) return undefined;
    const bytes = new Uint8Array(await answer.arrayBuffer());
    return bytes.length > maxBytes ? undefined : bytes;
  } catch {
    return undefined; // told by the caller as `unreachable`
  }
}
