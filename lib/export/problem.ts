import type { DeliveryProblem } from '../model/delivery.ts';

interface Detail {
  readonly status?: number;
  readonly retryAfterMs?: number;
}

/** What stands in the way of a delivery. Holds a code and a status: never an address, an answer's text or a secret (T26). */
export class TargetProblem extends Error {
  override readonly name = 'TargetProblem';
  readonly code: DeliveryProblem;
  readonly detail: Detail;

  constructor(code: DeliveryProblem, detail: Detail = {}, options?: ErrorOptions) {
    super(code, options);
    this.code = code;
    this.detail = detail;
  }
}

/** Goes over by itself, so it is tried again (F17, F18). The rest waits for a person. */
const passing: ReadonlySet<DeliveryProblem> = new Set<DeliveryProblem>([
  'needs-secret',
  'no-permission',
  'unreachable',
  'unexpected-answer',
  'busy',
  'server-error',
  'in-use',
  'altered',
]);
export const isPassing = (code: DeliveryProblem): boolean => passing.has(code);

/** Stands in the way of everything for this target, so nothing else for it needs to be tried now. */
const general: ReadonlySet<DeliveryProblem> = new Set<DeliveryProblem>([
  'needs-secret',
  'no-permission',
  'unreachable',
  'redirected',
  'unexpected-answer',
  'login',
  'busy',
  'full',
]);
export const isGeneral = (code: DeliveryProblem): boolean => general.has(code);

/** Anything thrown; what is not a problem of the target is a fault of ours and is said to be one. */
export function asProblem(error: unknown): TargetProblem {
  return error instanceof TargetProblem ? error : new TargetProblem('unexpected', {}, { cause: error });
}

const byStatus: Readonly<Record<number, DeliveryProblem>> = {
  401: 'login',
  403: 'forbidden',
  404: 'place-missing',
  405: 'not-supported',
  407: 'unreachable',
  408: 'busy',
  409: 'place-missing',
  410: 'place-missing',
  412: 'exists-different',
  413: 'too-large',
  423: 'in-use',
  425: 'busy',
  429: 'busy',
  500: 'server-error',
  501: 'not-supported',
  502: 'server-error',
  503: 'busy',
  504: 'server-error',
  507: 'full',
};

/** An answer that is not what was asked for. `own`: what a status means to this protocol. */
export function problemOf(response: Response, own: Readonly<Record<number, DeliveryProblem>> = {}): TargetProblem {
  const { status } = response;
  const retryAfterMs = retryAfter(response.headers.get('retry-after'), Date.now());
  const code = own[status] ?? byStatus[status] ?? (status < 400 ? 'unexpected-answer' : status < 500 ? 'rejected' : 'server-error');
  return new TargetProblem(code, { status, ...(retryAfterMs !== undefined && { retryAfterMs }) });
}

const day = 86_400_000;

/** Seconds or a date; no server lets us wait longer than a day. */
export function retryAfter(header: string | null, now: number): number | undefined {
  if (header === null) return undefined;
  const wait = /^\s*\d+\s*$/.test(header) ? Number(header) * 1_000 : Date.parse(header) - now;
  return Number.isFinite(wait) ? Math.min(Math.max(wait, 0), day) : undefined;
}
