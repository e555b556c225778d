/** Stands between the extension and a receiver, and spoils the n-th request in a given way; what it forwards it forwards as it is. */
import { createServer, request as ask } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * `refuse`: broken off before it arrives. `half`: broken off half way its body. `lost`: done, but the answer never comes. `busy`:
 * 503 with Retry-After. `wrong`: a page of something else with 200, as a captive portal gives. `altered`: one byte of the package is changed.
 */
export const faults = ['refuse', 'half', 'lost', 'busy', 'wrong', 'altered'] as const;
export type Fault = (typeof faults)[number];

export interface FaultProxy {
  readonly url: string;
  /** From now on the n-th request (from 1) meets this fault; none when n is 0. */
  arm(n: number, fault: Fault): void;
  /** Whether the fault was met since it was armed. */
  readonly isSpent: boolean;
  readonly seen: readonly string[];
  close(): Promise<void>;
}

export async function faultProxy(to: string): Promise<FaultProxy> {
  const target = new URL(to);
  const state = { left: 0, fault: 'refuse' as Fault, isSpent: false, seen: [] as string[] };
  const server = createServer((question, answer) => {
    state.seen.push(`${question.method} ${question.url}`);
    const fault = state.left > 0 && --state.left === 0 ? state.fault : undefined;
    if (fault !== undefined) state.isSpent = true;
    pass(target, question, answer, fault);
  });
  const port = await listening(server);
  return {
    url: `http://127.0.0.1:${port}${target.pathname}`,
    arm(n, fault) {
      Object.assign(state, { left: n, fault, isSpent: false, seen: [] });
    },
    get isSpent() {
      return state.isSpent;
    },
    get seen() {
      return state.seen;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

async function listening(server: Server): Promise<number> {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return (server.address() as AddressInfo).port; // it listens on a port, not on a pipe
}

function pass(target: URL, question: IncomingMessage, answer: ServerResponse, fault: Fault | undefined): void {
  if (fault === 'refuse') return void question.socket.destroy();
  if (fault === 'busy') return void answer.writeHead(503, { 'retry-after': '7' }).end();
  if (fault === 'wrong')
    return void answer
      .writeHead(200, { 'content-type': 'text/html' })
      .end('<!doctype html><title>Welkom op het gastnetwerk</title>');
  const onward = ask(
    { host: target.hostname, port: target.port, method: question.method, path: question.url, headers: question.headers },
    (back) => {
      if (fault === 'lost') {
        back.resume();
        back.on('end', () => question.socket.destroy());
        return;
      }
      answer.writeHead(back.statusCode ?? 502, back.rawHeaders);
      back.pipe(answer);
    },
  );
  onward.on('error', () => question.socket.destroy());
  // a spoilt question is refused as one, which is another thing than a spoilt package
  const isContent = Number(question.headers['content-length'] ?? 1e9) > 10_000;
  let isFirst = true;
  question.on('data', (piece: Buffer) => {
    if (fault === 'half') {
      onward.destroy();
      question.socket.destroy();
      return;
    }
    const middle = piece.length >> 1;
    if (fault === 'altered' && isFirst && isContent) piece.writeUInt8(piece.readUInt8(middle) ^ 1, middle);
    isFirst = false;
    onward.write(piece);
  });
  question.on('end', () => {
    if (fault !== 'half') return void onward.end();
    onward.destroy(); // there was no body to break off in
    return void question.socket.destroy();
  });
}
