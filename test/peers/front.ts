/** TLS before a receiver that only speaks plainly, under a name of its own, as a reverse proxy does: what a browser must see of it. */
import { createServer } from 'node:https';
import { request as ask } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Tls {
  readonly key: string;
  readonly cert: string;
}

interface Front {
  readonly port: number;
  close(): Promise<void>;
}

/** Passes everything on as it is, but the place to move to: that is named as the receiver knows itself. */
export async function frontOf(to: string, { key, cert }: Tls): Promise<Front> {
  const { hostname, port } = new URL(to);
  const server = createServer({ key, cert }, (question, answer) => {
    const { destination } = question.headers;
    const headers = {
      ...question.headers,
      ...(typeof destination === 'string' && { destination: destination.replace(/^https:/, 'http:') }),
    };
    const onward = ask({ agent: false, hostname, port, method: question.method, path: question.url, headers }, (back) => {
      answer.writeHead(back.statusCode ?? 502, back.rawHeaders);
      back.pipe(answer);
    });
    onward.on('error', () => answer.destroy());
    question.pipe(onward);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    port: (server.address() as AddressInfo).port, // it listens on a port, not on a pipe
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
