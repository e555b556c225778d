/** A Documenten API that keeps documents, parts and locks, knows who asks, and holds every question and answer to the specification. */
import { createHash, createHmac, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { contract } from './openapi.ts';

const folder = join(import.meta.dirname, 'documenten-api');
export const versions = {
  '1.4.2 (Open Zaak 1.30.0)': join(folder, 'open-zaak-1.30.0-documenten-1.4.2.yaml'),
  '1.5.0': join(folder, 'documenten-1.5.0.yaml'),
} as const;

interface Kept {
  readonly uuid: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly parts: { readonly uuid: string; readonly size: number; content?: Buffer }[];
  lock: string | undefined;
}

export interface DocumentenPeer {
  readonly url: string;
  readonly clientId: string;
  readonly secret: string;
  readonly documentType: string;
  /** Whatever was not as the specification says, of either side. */
  readonly faults: string[];
  /** Documents with this number: name and hash of what they hold. */
  stored(number: string): { name: string; sha256: string }[];
  /** Every document, with all that was told of it. */
  all(): { name: string; sha256: string; facts: Readonly<Record<string, unknown>> }[];
  facts(number: string): Readonly<Record<string, unknown>> | undefined;
  /** Somebody damages it there. */
  damage(number: string): void;
  close(): Promise<void>;
}

const clientId = 'veiligsteller-test';
const secret = 'geheim-van-de-client';
const base = '/documenten/api/v1';
const one = '/enkelvoudiginformatieobjecten/{uuid}';

interface Answer {
  readonly status: number;
  readonly json?: unknown;
  readonly bytes?: Buffer;
}

export async function startDocumenten(file: string, partBytes = 13_000): Promise<DocumentenPeer> {
  const api = contract(file);
  const kept = new Map<string, Kept>();
  const faults: string[] = [];
  const server = createServer((question, reply) => {
    void answered(question, reply).catch((error: unknown) => {
      if (!question.destroyed) faults.push(String(error)); // else broken off by the test
      reply.destroy();
    });
  });

  async function answered(question: IncomingMessage, reply: ServerResponse): Promise<void> {
    const body = await bodyOf(question);
    if (!question.complete) return;
    const { method = '', headers } = question;
    const url = new URL(question.url ?? '/', `http://${headers.host}`);
    const { path, uuid } = templateOf(url.pathname.slice(base.length));
    const asked = (await formOf(question, body)) ?? (body.length > 0 ? JSON.parse(body.toString()) : undefined);
    const answer = isKnown(question)
      ? route(method, path, uuid, url, asked)
      : { status: 403, json: problem(403, 'Niet toegestaan') };
    if (!url.pathname.startsWith('/catalogi')) {
      faults.push(...api.parameterFaults(method, path, url.searchParams, headers));
      faults.push(...api.faults(method, path, 'question', headers['content-type'] ?? '', spoken(asked)));
      faults.push(...api.faults(method, path, answer.status, typeOf(answer), answer.bytes ?? answer.json));
    }
    reply.writeHead(answer.status, { 'content-type': typeOf(answer) });
    reply.end(answer.bytes ?? (answer.json === undefined ? undefined : JSON.stringify(answer.json)));
  }

  function route(method: string, path: string, uuid: string, url: URL, asked: unknown): Answer {
    const found = kept.get(uuid);
    const origin = `${url.origin}${base}`;
    if (path === '/enkelvoudiginformatieobjecten' && method === 'GET') return listed(url, origin);
    if (path === '/enkelvoudiginformatieobjecten' && method === 'POST') return made(asked as Record<string, unknown>, origin);
    if (path === '/bestandsdelen/{uuid}') return part(uuid, asked as { lock: string; inhoud: Buffer }, origin);
    if (url.pathname.startsWith('/catalogi')) return { status: url.pathname.endsWith('/bestaat-niet') ? 404 : 200, json: {} };
    if (!found) return { status: 404, json: problem(404, 'Niet gevonden') };
    if (path === one && method === 'GET') return { status: 200, json: shown(found, origin) };
    if (path === one && method === 'DELETE') {
      kept.delete(uuid);
      return { status: 204 };
    }
    if (path === `${one}/download`) return { status: 200, bytes: contentOf(found) };
    return unlocked(found, asked as { lock?: string });
  }

  function listed(url: URL, origin: string): Answer {
    const results = [...kept.values()].filter(
      ({ facts }) =>
        facts['identificatie'] === url.searchParams.get('identificatie') &&
        facts['bronorganisatie'] === url.searchParams.get('bronorganisatie'),
    );
    return {
      status: 200,
      json: { count: results.length, next: null, previous: null, results: results.map((result) => shown(result, origin)) },
    };
  }

  function made(facts: Record<string, unknown>, origin: string): Answer {
    const isTaken = [...kept.values()].some((other) => other.facts['identificatie'] === facts['identificatie']);
    if (isTaken) return { status: 400, json: invalid('identificatie', 'identificatie-niet-uniek') };
    if (String(facts['informatieobjecttype']).endsWith('/bestaat-niet'))
      return { status: 400, json: invalid('informatieobjecttype', 'bad-url') };
    const size = Number(facts['bestandsomvang']);
    const parts = Array.from({ length: Math.ceil(size / partBytes) }, (_none, at) => ({
      uuid: randomUUID(),
      size: Math.min(partBytes, size - at * partBytes),
    }));
    const fresh: Kept = { uuid: randomUUID(), facts, parts, lock: randomUUID().replaceAll('-', '') };
    kept.set(fresh.uuid, fresh);
    return { status: 201, json: { ...shown(fresh, origin), lock: fresh.lock } };
  }

  function part(uuid: string, { lock, inhoud }: { lock: string; inhoud: Buffer }, origin: string): Answer {
    const owner = [...kept.values()].find(({ parts }) => parts.some((each) => each.uuid === uuid));
    const here = owner?.parts.find((each) => each.uuid === uuid);
    if (!owner || !here) return { status: 404, json: problem(404, 'Niet gevonden') };
    if (lock !== owner.lock) return { status: 400, json: invalid('nonFieldErrors', 'incorrect-lock-id') };
    if (inhoud.length !== here.size) return { status: 400, json: invalid('nonFieldErrors', 'file-size') };
    here.content = inhoud;
    return { status: 200, json: partShown(here, owner.parts.indexOf(here) + 1, origin, owner.lock) };
  }

  function unlocked(found: Kept, { lock }: { lock?: string }): Answer {
    // without the lock: by force, which the client of the test may do
    if (lock !== undefined && lock !== found.lock) return { status: 400, json: invalid('nonFieldErrors', 'incorrect-lock-id') };
    if (found.parts.some(({ content }) => !content)) return { status: 400, json: invalid('nonFieldErrors', 'incomplete-file') };
    found.lock = undefined;
    return { status: 204 };
  }

  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo; // it listens on a port, not on a pipe
  const numbered = (number: string) => [...kept.values()].filter(({ facts }) => facts['identificatie'] === number);
  return {
    url: `http://127.0.0.1:${port}${base}`,
    clientId,
    secret,
    documentType: `http://127.0.0.1:${port}/catalogi/api/v1/informatieobjecttypen/1`,
    faults,
    stored: (number) => numbered(number).map(named),
    all: () => [...kept.values()].map((found) => ({ ...named(found), facts: found.facts })),
    facts: (number) => numbered(number)[0]?.facts,
    damage(number) {
      const [content] = numbered(number)[0]?.parts.map((each) => each.content) ?? [];
      content?.writeUInt8(content.readUInt8(0) ^ 1, 0);
    },
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

function named(found: Kept) {
  return {
    name: String(found.facts['bestandsnaam']),
    sha256: found.lock === undefined ? createHash('sha256').update(contentOf(found)).digest('hex') : 'nog op slot',
  };
}

function typeOf({ status, bytes }: Answer): string {
  if (bytes) return 'application/octet-stream';
  return status >= 400 ? 'application/problem+json' : 'application/json';
}

function shown({ uuid, facts, parts, lock }: Kept, origin: string): Record<string, unknown> {
  const url = `${origin}/enkelvoudiginformatieobjecten/${uuid}`;
  const isWhole = lock === undefined;
  return {
    vertrouwelijkheidaanduiding: '',
    status: '',
    ...facts,
    url,
    versie: 1,
    beginRegistratie: '2026-11-22T10:00:00Z',
    inhoud: isWhole ? `${url}/download?versie=1` : null,
    locked: !isWhole,
    trefwoorden: [],
    bestandsdelen: isWhole ? [] : parts.map((each, at) => partShown(each, at + 1, origin, lock)),
  };
}

function partShown({ uuid, size, content }: Kept['parts'][number], volgnummer: number, origin: string, lock: string | undefined) {
  return { url: `${origin}/bestandsdelen/${uuid}`, volgnummer, omvang: size, voltooid: content !== undefined, lock: lock ?? '' };
}

function contentOf({ parts }: Kept): Buffer {
  return Buffer.concat(parts.flatMap(({ content }) => content ?? []));
}

function templateOf(path: string): { path: string; uuid: string } {
  const [uuid = ''] = /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(path) ?? [];
  return { path: uuid === '' ? path : path.replace(uuid, '{uuid}'), uuid };
}

/** RFC 7519: signed with the client's secret, made just now. */
export function isKnown({ headers }: IncomingMessage): boolean {
  const [head = '', claims = '', mark = ''] = (headers.authorization ?? '').replace(/^Bearer /, '').split('.');
  if (createHmac('sha256', secret).update(`${head}.${claims}`).digest('base64url') !== mark) return false;
  const said = JSON.parse(Buffer.from(claims, 'base64url').toString()) as { client_id: string; iss: string; iat: number };
  return said.client_id === clientId && said.iss === clientId && Math.abs(Date.now() / 1_000 - said.iat) < 60;
}

export async function bodyOf(question: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of question) pieces.push(piece as Buffer); // of a request they are
  return Buffer.concat(pieces);
}

async function formOf({ headers }: IncomingMessage, body: Buffer): Promise<Record<string, unknown> | undefined> {
  const type = headers['content-type'] ?? '';
  if (!type.startsWith('multipart/form-data')) return undefined;
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
  const content = form.get('inhoud');
  return { lock: form.get('lock'), inhoud: content instanceof Blob ? Buffer.from(await content.arrayBuffer()) : undefined };
}

/** Bytes of a form are a string to the schema. */
function spoken(asked: unknown): unknown {
  return typeof asked === 'object' && asked !== null && 'inhoud' in asked && Buffer.isBuffer(asked.inhoud)
    ? { ...asked, inhoud: 'bytes' }
    : asked;
}

function problem(status: number, title: string) {
  return { type: '', code: 'error', title, status, detail: title, instance: 'urn:uuid:0' };
}

function invalid(name: string, code: string) {
  return { ...problem(400, 'Ongeldig'), invalidParams: [{ name, code, reason: code }] };
}
