/**
 * Microsoft Graph as its documentation describes it: a drive with items by path, upload sessions in pieces at an address of their own, and
 * the sign-in with PKCE. Keeps a list of what was not as documented. Not the real thing: that cannot be had on every machine.
 */
import { createHash, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pieceUnit } from '../../lib/export/graph.ts';

export interface GraphPeer {
  /** Of the drive. */
  readonly url: string;
  /** Where pieces go: another origin, as at Microsoft. */
  readonly uploads: string;
  readonly faults: string[];
  readonly items: Map<string, Buffer>;
  /** Columns of the library that were filled, by path. */
  readonly fields: ReadonlyMap<string, Readonly<Record<string, unknown>>>;
  /** OneDrive keeps a SHA-256; SharePoint does not. */
  keepsHash: boolean;
  readonly token: string;
  close(): Promise<void>;
}

interface Session {
  readonly path: string;
  readonly pieces: Buffer[];
  bytes: number;
}

const drive = '/v1.0/drives/d1';
const columns = ['Title', 'Scenario', 'Selectielijst'];

/** `known`: where pieces go as the outside knows it, when something stands before this server. */
export async function startGraph(token: string, known?: string): Promise<GraphPeer> {
  const items = new Map<string, Buffer>();
  const fields = new Map<string, Record<string, unknown>>();
  const sessions = new Map<string, Session>();
  const faults: string[] = [];
  const state = { keepsHash: false, uploads: '' };
  const itemAt = (path: string) => {
    const content = items.get(path) ?? Buffer.alloc(0);
    const sha256Hash = createHash('sha256').update(content).digest('hex').toUpperCase();
    return {
      id: `item-${createHash('md5').update(path).digest('hex')}`,
      name: path.split('/').at(-1),
      size: content.length,
      eTag: '"{1},1"',
      webUrl: `https://voorbeeld.sharepoint.example/${encodeURI(path)}?web=1`,
      file: { mimeType: 'application/zip', hashes: { quickXorHash: 'AAAA', ...(state.keepsHash && { sha256Hash }) } },
      '@microsoft.graph.downloadUrl': `${state.uploads}/download?path=${encodeURIComponent(path)}&tempauth=kaartje`,
    };
  };

  const filled = (method: string | undefined, place: string, body: Buffer): [number, unknown] => {
    if (!items.has(place) || method !== 'PATCH') return [404, { error: { code: 'itemNotFound' } }];
    const told = JSON.parse(body.toString()) as Record<string, unknown>; // our own question
    if (Object.keys(told).some((name) => !columns.includes(name))) return [400, { error: { code: 'invalidRequest' } }];
    fields.set(place, { ...fields.get(place), ...told });
    return [200, { '@odata.etag': '"1"', ...fields.get(place) }];
  };

  const graph = await serving((question, reply) => {
    void bodyOf(question).then((body) => {
      if (question.headers.authorization !== `Bearer ${token}`) return reply.writeHead(401).end();
      const path = decodeURIComponent(question.url ?? '');
      const [, place = '', ask = ''] = /^\/v1\.0\/drives\/d1\/root:\/([^:]+)(?::\/([\w/]+))?$/.exec(path) ?? [];
      const answer = (status: number, json: unknown) =>
        reply.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(json));
      if (path === drive) return answer(200, { id: 'd1', driveType: 'documentLibrary' });
      if (path === `${drive}/list/columns`) return answer(200, { value: columns.map((name) => ({ name })) });
      if (ask === 'listItem/fields') return answer(...filled(question.method, place, body));
      if (ask === 'createUploadSession') {
        const { item } = JSON.parse(body.toString()) as { item: Record<string, string> }; // our own question
        if (item['@microsoft.graph.conflictBehavior'] !== 'fail') faults.push('zonder conflictBehavior fail');
        if (items.has(place)) return answer(409, { error: { code: 'nameAlreadyExists' } });
        const id = randomUUID();
        sessions.set(id, { path: place, pieces: [], bytes: 0 });
        return answer(200, { uploadUrl: `${state.uploads}/up/${id}?tempauth=kaartje`, expirationDateTime: '2026-11-23T10:00:00Z' });
      }
      if (question.method === 'DELETE') {
        items.delete(place);
        return reply.writeHead(204).end();
      }
      return items.has(place) ? answer(200, itemAt(place)) : answer(404, { error: { code: 'itemNotFound' } });
    });
  });

  const uploads = await serving((question, reply) => {
    if (question.headers.authorization !== undefined) faults.push('een token bij het adres van de sessie (T26)');
    const url = new URL(question.url ?? '/', 'http://x');
    const answer = (status: number, json: unknown) =>
      reply.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(json));
    if (url.pathname === '/download') {
      question.resume();
      return void reply.writeHead(200).end(items.get(url.searchParams.get('path') ?? ''));
    }
    const session = sessions.get(url.pathname.replace('/up/', ''));
    if (question.method === 'GET') {
      question.resume();
      return void (session ? answer(200, { nextExpectedRanges: [`${session.bytes}-`] }) : answer(404, {}));
    }
    return void bodyOf(question).then((body) => {
      if (!question.complete) return undefined; // broken off by the test: a piece counts whole or not at all
      const [, from, to, total] = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(question.headers['content-range'] ?? '') ?? [];
      if (!session || from === undefined || Number(to) - Number(from) + 1 !== body.length) return answer(404, {});
      if (Number(from) !== session.bytes) return answer(416, { error: { code: 'invalidRange' } });
      if (Number(to) + 1 !== Number(total) && body.length % pieceUnit !== 0)
        faults.push('een deel dat geen veelvoud van 320 KiB is');
      session.pieces.push(body);
      session.bytes += body.length;
      if (session.bytes < Number(total)) return answer(202, { nextExpectedRanges: [`${session.bytes}-`] });
      items.set(session.path, Buffer.concat(session.pieces));
      sessions.delete(url.pathname.replace('/up/', ''));
      return answer(201, itemAt(session.path));
    });
  });
  state.uploads = known ?? addressOf(uploads);
  return {
    url: `${addressOf(graph)}${drive}`,
    uploads: addressOf(uploads),
    faults,
    items,
    fields,
    token,
    get keepsHash() {
      return state.keepsHash;
    },
    set keepsHash(keeps) {
      state.keepsHash = keeps;
    },
    async close() {
      await Promise.all([graph, uploads].map(ended));
    },
  };
}

/** A token endpoint that gives a token only to whoever began the sign-in (RFC 7636). */
export async function startLogin(answers: () => { access: string; expiresIn: number }) {
  const challenges = new Map<string, string>();
  const asked: URLSearchParams[] = [];
  const server = await serving((question, reply) => {
    void (async () => {
      const body = await bodyOf(question);
      const fields = new URLSearchParams(body.toString());
      asked.push(fields);
      const mark = createHash('sha256')
        .update(fields.get('code_verifier') ?? '')
        .digest('base64url');
      const isGood =
        fields.get('grant_type') === 'refresh_token'
          ? fields.get('refresh_token') === 'verversing'
          : challenges.get(fields.get('code') ?? '') === mark;
      const { access, expiresIn } = answers();
      reply.writeHead(isGood ? 200 : 400, { 'content-type': 'application/json' });
      reply.end(
        JSON.stringify(
          isGood ? { access_token: access, refresh_token: 'verversing', expires_in: expiresIn } : { error: 'invalid_grant' },
        ),
      );
    })();
  });
  return {
    url: addressOf(server),
    asked,
    /** What the browser would do: a person signs in, and it comes back with a code. */
    comeBack(url: string): string {
      const query = new URL(url).searchParams;
      challenges.set('code-1', query.get('code_challenge') ?? '');
      return `${query.get('redirect_uri')}?code=code-1&state=${query.get('state')}`;
    },
    close: () => ended(server),
  };
}

async function serving(listener: RequestListener): Promise<Server> {
  const server = createServer(listener);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return server;
}

function addressOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // it listens on a port, not on a pipe
}

async function ended(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
}

async function bodyOf(question: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  try {
    for await (const piece of question) pieces.push(piece as Buffer); // of a request they are
  } catch {
    // broken off by the test
  }
  return Buffer.concat(pieces);
}
