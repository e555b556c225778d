/** The one way out to a receiver (T26): the login goes to the configured origin only, follows no redirect, and stands in no error. */
import * as v from 'valibot';
import { Sha256 } from '../bundle/sha256.ts';
import { sha256Hex } from '../model/chain.ts';
import { TargetProblem } from './problem.ts';

export interface Door {
  /** The configured address. */
  readonly base: URL;
  /** Called per request: a token may live shorter than a delivery. */
  readonly authorization: () => Promise<string | undefined>;
}

interface Call {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Blob | FormData | string;
  /** Of the body, to know how long to wait for it. */
  readonly bytes?: number;
}

const waitMs = 60_000;
/** Slower than this an upload is given up, and tried again later. */
const slowestBytesPerMs = 8;

export async function send(door: Door, url: URL, call: Call = {}): Promise<Response> {
  if (url.origin !== door.base.origin || url.username !== '' || url.password !== '') throw new TargetProblem('redirected');
  const authorization = await door.authorization();
  return plainly(url, { ...call, headers: { ...call.headers, ...(authorization !== undefined && { authorization }) } });
}

/** Addresses a receiver gives are taken under the configured origin: behind a proxy it may not know its own name (T26). */
export function onOurs({ base }: Door, address: string): URL {
  const { pathname, search } = new URL(address, base);
  return new URL(`${pathname}${search}`, base.origin);
}

/** Without the login: for an address the receiver itself gave, that carries its own permission. */
export async function plainly(url: URL, { method = 'GET', headers = {}, body, bytes = 0 }: Call = {}): Promise<Response> {
  const response = await answerOf(url, {
    method,
    headers,
    ...(body !== undefined && { body }),
    credentials: 'omit',
    redirect: 'manual',
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
    signal: AbortSignal.timeout(waitMs + Math.ceil(bytes / slowestBytesPerMs)),
  });
  if (response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400)) {
    throw new TargetProblem('redirected', { status: response.status });
  }
  return response;
}

/** A browser does not tell why there was no answer; its error may quote the address, so it is not carried along. */
async function answerOf(url: URL, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch {
    throw new TargetProblem('unreachable');
  }
}

/** A JSON answer, or the word that something else answered (F17: a captive portal says 200 too). */
export async function json(response: Response): Promise<unknown> {
  try {
    return JSON.parse(await text(response));
  } catch (error) {
    throw error instanceof TargetProblem ? error : new TargetProblem('unexpected-answer', { status: response.status });
  }
}

/** An answer in the shape it should have. */
export function parsed<T extends v.GenericSchema>(schema: T, answer: unknown): v.InferOutput<T> {
  const read = v.safeParse(schema, answer);
  if (!read.success) throw new TargetProblem('unexpected-answer');
  return read.output;
}

const mostText = 5_000_000;

export async function text(response: Response): Promise<string> {
  if (Number(response.headers.get('content-length') ?? 0) > mostText) throw new TargetProblem('unexpected-answer');
  try {
    return await response.text();
  } catch {
    throw new TargetProblem('unreachable');
  }
}

/** An answer of which nothing is wanted: its connection is given back. */
export async function drop(response: Response): Promise<void> {
  await response.body?.cancel().catch(() => undefined); // broken off already: the same
}

/** Up to this size the browser's own digest is used: ten times faster than ours, but it wants everything at once. */
const wholeBelow = 64_000_000;

/** F17: a page of something else, as a network that wants a login gives for everything: it says 200 too. */
export function isPage({ headers }: Response): boolean {
  return /html/i.test(headers.get('content-type') ?? '');
}

/** The hash of what comes back, piece by piece; undefined when it is longer or shorter than it should be. */
export async function hashOfBody(
  response: Response,
  bytes: number,
  onBytes: (done: number) => void = () => undefined,
): Promise<string | undefined> {
  if (isPage(response)) throw new TargetProblem('unexpected-answer', { status: response.status }); // no file of ours is one
  const hash = bytes < wholeBelow ? wholeHash(bytes) : new Sha256();
  let done = 0;
  try {
    for await (const piece of piecesOf(response)) {
      done += piece.length;
      if (done > bytes) return undefined; // leaving the loop cancels the rest
      hash.add(piece);
      onBytes(done);
    }
  } catch {
    throw new TargetProblem('unreachable');
  }
  return done === bytes ? hash.digest() : undefined;
}

function wholeHash(bytes: number) {
  const whole = new Uint8Array(bytes);
  let at = 0;
  return {
    add(piece: Uint8Array) {
      whole.set(piece, at);
      at += piece.length;
    },
    digest: () => sha256Hex(whole),
  };
}

const breathBytes = 4_000_000;

/** Between pieces others get their turn: a worker that only hashes would answer no screen. */
async function* piecesOf({ body }: Response): AsyncGenerator<Uint8Array> {
  const reader = body?.getReader();
  if (!reader) return;
  try {
    let sinceBreath = 0;
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      yield read.value;
      sinceBreath += read.value.length;
      if (sinceBreath < breathBytes) continue;
      sinceBreath = 0;
      await new Promise((resolve) => setTimeout(resolve));
    }
  } finally {
    await reader.cancel().catch(() => undefined); // at its end, or broken: the same
  }
}

/** RFC 7617, in UTF-8; without a user the secret is a bearer token. */
export function loginOf(user: string | undefined, secret: string): string {
  if (user === undefined) return `Bearer ${secret}`;
  return `Basic ${btoa(String.fromCharCode(...new TextEncoder().encode(`${user}:${secret}`)))}`;
}

/** For a receipt: what stands behind a question mark may be a permission. */
export function withoutQuery(url: string): string {
  const { origin, pathname } = new URL(url);
  return `${origin}${pathname}`;
}
