/** One TLS server on this machine that answers for every host of the networks, by the Host header. */
import { createServer } from 'node:https';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { generate } from 'selfsigned';
import { linkedin } from './linkedin/index.ts';
import { facebook } from './facebook/index.ts';
import { mastodon } from './mastodon/index.ts';
import { instagram } from './instagram/index.ts';
import { threads } from './threads/index.ts';
import type { Answer, Network, Plants, Question } from './network.ts';
import { asset, savedPage } from './saved.ts';
import type { SavedPages } from './saved.ts';
import { snapchat } from './snapchat/index.ts';
import { thread } from './thread.ts';
import type { NetworkName, Thread, ThreadParams } from './thread-model.ts';
import { truthOf } from './truth.ts';
import type { Truth } from './truth.ts';
import { bluesky } from './bluesky/index.ts';
import { tiktok } from './tiktok/index.ts';
import { x } from './x/index.ts';
import { youtube } from './youtube/index.ts';

export interface Recorded {
  readonly method: string;
  readonly host: string;
  /** With the query. */
  readonly path: string;
  /** ISO 8601 UTC. */
  readonly at: string;
  readonly status: number;
  /** What the browser wanted it for: `document`, `image`, `empty` (fetch)… */
  readonly destination: string;
  /** Asked by a page of an extension or its worker. */
  readonly isExtension: boolean;
}

export interface StandOptions {
  readonly networks?: readonly Network[];
  readonly pages?: SavedPages;
  /** Folder with files that answer any other request by their name. */
  readonly assets?: string;
  /**
   * True: tell the browser that every host is here, so that requests to hosts we do not know show in the list too
   * (and get 404), instead of ending in the browser.
   */
  readonly everyHost?: boolean;
  /** Answers time-stamp requests on a host of its own; nothing when it is out of order. */
  readonly authority?: { readonly host: string; readonly answer: (request: Uint8Array) => Uint8Array | undefined };
}

export interface Stand {
  readonly port: number;
  /** Hosts that are here; `*`: all. */
  readonly hosts: readonly string[];
  readonly requests: readonly Recorded[];
  /** Adds a thread (one per network and seed and account), gives its address and what a capture must find. */
  setThread(network: NetworkName, params?: ThreadParams): { readonly url: string; readonly thread: Thread; readonly truth: Truth };
  /** Replaces what is planted in a network's pages. */
  plant(network: NetworkName, plants: Plants): void;
  close(): Promise<void>;
}

function nothingYet(): { threads: Map<string, Thread>; plants: Plants } {
  return { threads: new Map(), plants: {} };
}

export async function startStand(options: StandOptions = {}): Promise<Stand> {
  const networks = options.networks ?? [linkedin, x, mastodon, youtube, facebook, instagram, tiktok, threads, bluesky, snapchat];
  const named = [
    ...networks.flatMap((network) => network.hosts),
    ...Object.keys(options.pages ?? {}),
    ...(options.authority ? [options.authority.host] : []),
  ];
  const known = new Map(networks.map(({ name }) => [name, nothingYet()]));
  const requests: Recorded[] = [];
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'stand.invalid' }], {
    algorithm: 'sha256',
    keySize: 2048,
  });

  const answer = (question: Question): Answer | undefined => {
    const page = options.pages && savedPage(options.pages, question);
    if (page) return page;
    if (options.assets !== undefined) return asset(options.assets, question);
    const network = networks.find(({ hosts }) => hosts.includes(question.host));
    const state = network && known.get(network.name);
    return network && state ? network.answer(question, state) : undefined;
  };
  const server = createServer({ key, cert }, (request, response) => {
    if (options.authority && request.headers.host?.startsWith(options.authority.host)) stamp(request, response, options.authority);
    else void serve(request, response, answer, requests);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));

  return {
    port: (server.address() as AddressInfo).port, // it listens on TCP, so this is an address with a port
    hosts: options.everyHost ? ['*'] : named,
    requests,
    setThread(name, params) {
      const network = networks.find((each) => each.name === name);
      const made = thread(name, params);
      if (!network) throw new Error(`The stand does not have ${name}`);
      known.get(name)?.threads.set(made.post.id, made);
      return { url: network.url(made), thread: made, truth: truthOf(made) };
    },
    plant(name, plants) {
      const state = known.get(name);
      if (state) state.plants = plants;
    },
    async close() {
      const closed = new Promise<void>((done) => server.close(() => done()));
      server.closeAllConnections();
      await closed;
    },
  };
}

function stamp(request: IncomingMessage, response: ServerResponse, { answer }: NonNullable<StandOptions['authority']>): void {
  const parts: Uint8Array[] = [];
  request.on('data', (part: Uint8Array) => parts.push(part));
  request.on('end', () => {
    const reply = answer(new Uint8Array(Buffer.concat(parts)));
    response.writeHead(reply ? 200 : 503, { 'content-type': 'application/timestamp-reply' }).end(reply);
  });
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  answer: (question: Question) => Answer | undefined,
  requests: Recorded[],
): Promise<void> {
  const question = asked(request);
  const found = attempt(() => answer(question)) ?? notHere;
  if (found instanceof Error) console.error(found);
  const reply = found instanceof Error ? failed : found;
  requests.push(recorded(question, request.url ?? '/', reply.status ?? 200));
  if (reply.delayMs) await wait(reply.delayMs);
  response.writeHead(reply.status ?? 200, { 'content-type': reply.type, 'cache-control': 'no-store', ...reply.headers });
  response.end(question.method === 'HEAD' ? undefined : reply.body);
}

const notHere: Answer = { status: 404, type: 'text/plain', body: 'not here' };
const failed: Answer = { status: 500, type: 'text/plain', body: 'the stand failed' };

function recorded({ method, host, headers }: Question, path: string, status: number): Recorded {
  const destination = headers['sec-fetch-dest'] ?? '';
  const isExtension =
    headers['origin']?.startsWith('chrome-extension:') ?? (headers['sec-fetch-site'] === 'none' && destination === 'empty');
  return { method, host, path, at: new Date().toISOString(), status, destination, isExtension };
}

function asked(request: IncomingMessage): Question {
  const host = (request.headers.host ?? '').replace(/:\d+$/, '').toLowerCase();
  const url = new URL(request.url ?? '/', 'https://stand.invalid');
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]),
  );
  return { method: request.method ?? 'GET', host, path: decodedPath(url), query: url.searchParams, headers };
}

function decodedPath(url: URL): string {
  try {
    return decodeURIComponent(url.pathname);
  } catch {
    return url.pathname; // a stray % is no encoding: the path as it came
  }
}

function attempt<T>(make: () => T): T | Error {
  try {
    return make();
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
