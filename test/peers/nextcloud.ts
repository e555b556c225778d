/**
 * The part of Nextcloud's WebDAV a delivery uses, with its chunked upload (version 2) as its developer manual describes it; what is not so is
 * refused and kept as a fault. Not the real thing: that wants PHP and a database.
 */
import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface NextcloudPeer {
  readonly url: string;
  readonly user: string;
  readonly password: string;
  readonly faults: string[];
  readonly files: ReadonlyMap<string, Buffer>;
  /** Every chunk that was taken, in turn. */
  readonly chunks: string[];
  close(): Promise<void>;
}

const [user, password] = ['archief', 'app-wachtwoord'];
const [filesRoot, uploadsRoot] = [`/remote.php/dav/files/${user}`, `/remote.php/dav/uploads/${user}`];

/** `leastChunk`: 5 MB at Nextcloud; less for a test. */
export async function startNextcloud(leastChunk: number): Promise<NextcloudPeer> {
  const files = new Map<string, Buffer>();
  const folders = new Set<string>([filesRoot, uploadsRoot]);
  const uploads = new Map<string, Map<string, Buffer>>();
  const [faults, chunks]: [string[], string[]] = [[], []];

  function inFiles(method: string, path: string, question: IncomingMessage, body: Buffer): Answer {
    const place = path.replace(/\/$/, '');
    if (method === 'MKCOL') return folders.has(place) ? [405] : (folders.add(place), [201]);
    if (method === 'PROPFIND') {
      if (folders.has(place)) return [207, entry(path)];
      const file = files.get(place);
      return file ? [207, entry(path, file.length)] : [404];
    }
    if (method === 'PUT')
      return files.has(place) && question.headers['if-none-match'] === '*' ? [412] : (files.set(place, body), [201]);
    if (method === 'DELETE') return [files.delete(place) ? 204 : 404];
    const file = files.get(place);
    if (!file) return [404];
    return method === 'MOVE' ? moved(place, file, question) : [200, file];
  }

  function moved(from: string, file: Buffer, question: IncomingMessage): Answer {
    const to = destinationOf(question);
    if (files.has(to) && question.headers['overwrite'] === 'F') return [412];
    files.delete(from);
    files.set(to, file);
    return [201];
  }

  function inUploads(method: string, path: string, question: IncomingMessage, body: Buffer): Answer {
    const [id = '', name = ''] = path.slice(uploadsRoot.length + 1).split('/');
    const session = uploads.get(id);
    if (question.headers.destination === undefined) return fault(`${method} zonder Destination`);
    if (method === 'MKCOL') return session ? [405] : (uploads.set(id, new Map()), [201]);
    if (!session) return [404];
    if (method === 'PROPFIND') return [207, [...session].map(([chunk, { length }]) => entry(`${path}/${chunk}`, length)).join('')];
    const total = Number(question.headers['oc-total-length']);
    if (method === 'PUT') {
      if (!/^\d{1,5}$/.test(name) || Number(name) < 1 || Number(name) > 10_000) return fault(`een deel dat ${name} heet`);
      if (!(total > 0)) return fault('een deel zonder OC-Total-Length');
      session.set(name, body);
      chunks.push(name);
      return [201];
    }
    if (method !== 'MOVE' || name !== '.file') return fault(`${method} ${name}`);
    uploads.delete(id);
    return assembled(session, total, destinationOf(question));
  }

  function assembled(session: ReadonlyMap<string, Buffer>, total: number, to: string): Answer {
    const parts = [...session].toSorted(([one], [other]) => Number(one) - Number(other)).map(([, part]) => part);
    if (parts.slice(0, -1).some(({ length }) => length < leastChunk)) return fault('een deel dat te klein is');
    const whole = Buffer.concat(parts);
    if (whole.length !== total) return [400];
    files.set(to, whole);
    return [201];
  }

  function fault(what: string): Answer {
    faults.push(what);
    return [400];
  }

  const server = createServer((question, reply) => {
    void (async () => {
      const body = await bodyOf(question);
      if (!question.complete) return;
      const path = decodeURIComponent(question.url ?? '');
      const isKnown = question.headers.authorization === `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
      const answer = path.startsWith(uploadsRoot) ? inUploads : inFiles;
      const [status, content] = isKnown ? answer(question.method ?? '', path, question, body) : [401];
      reply.writeHead(status).end(status === 207 ? `<d:multistatus xmlns:d="DAV:">${String(content)}</d:multistatus>` : content);
    })();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${filesRoot}`, // it listens on a port, not on a pipe
    user,
    password,
    faults,
    files,
    chunks,
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

type Answer = readonly [status: number, content?: string | Buffer];

function entry(path: string, length?: number): string {
  const size = length === undefined ? '' : `<d:getcontentlength>${length}</d:getcontentlength>`;
  return `<d:response><d:href>${encodeURI(path)}</d:href><d:propstat><d:prop>${size}<d:getetag>"1"</d:getetag></d:prop></d:propstat></d:response>`;
}

function destinationOf({ headers }: IncomingMessage): string {
  return decodeURIComponent(new URL(String(headers['destination'])).pathname);
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
