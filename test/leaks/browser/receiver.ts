/** D20: a document management system that keeps all it is ever told: addresses, headers and bodies. Answers as WebDAV does. */
import { createServer } from 'node:https';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { generate } from 'selfsigned';
import { answer, receiverHost } from '../../faults/receiver.ts';

export interface Receiver {
  readonly host: string;
  readonly port: number;
  /** One request each: its line and headers as they came, and its body. */
  readonly heard: readonly { readonly head: string; readonly body: Buffer }[];
  close(): Promise<void>;
}

export async function startReceiver(): Promise<Receiver> {
  const { private: key, cert } = await generate([{ name: 'commonName', value: receiverHost }]);
  const heard: { head: string; body: Buffer }[] = [];
  const server = createServer({ key, cert }, (question, reply) => {
    void answered(question).catch(() => reply.destroy()); // the browser was ended in the middle

    async function answered({ method = 'GET', url = '/', rawHeaders, headers }: IncomingMessage): Promise<void> {
      const body = await bodyOf(question);
      heard.push({ head: `${method} ${url}\n${rawHeaders.join('\n')}`, body });
      const given = await answer(new URL(url, `https://${receiverHost}`), {
        method,
        headers: Object.entries(headers).flatMap(([name, value]): [string, string][] =>
          typeof value === 'string' ? [[name, value]] : [],
        ),
        ...(method === 'PUT' && { body: Uint8Array.from(body) }),
      });
      const back = Buffer.from(await given.arrayBuffer());
      reply.writeHead(given.status, { 'content-length': back.length }).end(method === 'HEAD' ? undefined : back);
    }
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    host: receiverHost,
    port: (server.address() as AddressInfo).port, // it listens on a port, not on a pipe
    heard,
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

async function bodyOf(question: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of question) pieces.push(Buffer.from(piece as Uint8Array)); // no encoding is set
  return Buffer.concat(pieces);
}
