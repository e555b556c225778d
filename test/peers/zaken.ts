/**
 * The part of the ZGW Zaken API (1.5) a link to a case uses, as its specification says it: the same JWT, `Accept-Crs` with every question for
 * cases, a pair of case and document once, and a document type the case type must know. What is not so is refused and kept as a fault.
 */
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { bodyOf, isKnown } from './documenten.ts';

interface Link {
  readonly url: string;
  readonly zaak: string;
  readonly informatieobject: string;
  readonly titel: string;
}

export interface ZakenPeer {
  readonly url: string;
  readonly faults: string[];
  readonly links: readonly Link[];
  /** Adds a case and answers its address. */
  add(identificatie: string, bronorganisatie: string): string;
  /** Whether the case type knows the type of the document. */
  takesType: boolean;
  close(): Promise<void>;
}

const base = '/zaken/api/v1';
const fields = new Set(['informatieobject', 'zaak', 'titel', 'beschrijving', 'vernietigingsdatum', 'status']);

export async function startZaken(): Promise<ZakenPeer> {
  const [faults, links]: [string[], Link[]] = [[], []];
  const cases: { url: string; uuid: string; identificatie: string; bronorganisatie: string }[] = [];
  const state = { takesType: true };

  function linked(asked: Record<string, string>): readonly [number, unknown] {
    const { zaak = '', informatieobject = '', titel = '' } = asked;
    for (const name of Object.keys(asked)) if (!fields.has(name)) faults.push(`onbekend veld ${name}`);
    if (titel.length > 200) faults.push('een titel boven 200 tekens');
    if (!cases.some(({ url }) => url === zaak)) return refused('zaak', 'does_not_exist');
    if (links.some((one) => one.zaak === zaak && one.informatieobject === informatieobject))
      return refused('nonFieldErrors', 'unique');
    if (!state.takesType) return refused('nonFieldErrors', 'missing-zaaktype-informatieobjecttype-relation');
    const uuid = randomUUID();
    const link = { url: `${origin}${base}/zaakinformatieobjecten/${uuid}`, zaak, informatieobject, titel };
    links.push(link);
    return [201, { ...link, uuid, aardRelatieWeergave: 'Hoort bij, omgekeerd: kent', registratiedatum: '2026-11-22T10:00:00Z' }];
  }

  function known(allowed: readonly string[], query: URLSearchParams): void {
    for (const name of query.keys()) if (!allowed.includes(name)) faults.push(`onbekende parameter ${name}`);
  }

  const server = createServer((question, reply) => {
    const answer = (status: number, json: unknown) =>
      reply.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(json));
    void (async () => {
      const body = await bodyOf(question);
      const url = new URL(question.url ?? '/', origin);
      if (!isKnown(question)) return answer(403, { code: 'permission_denied', status: 403 });
      if (url.pathname === `${base}/zaken`) {
        if (question.headers['accept-crs'] !== 'EPSG:4326') return answer(406, { code: 'not_acceptable', status: 406 });
        known(['identificatie', 'bronorganisatie', 'page'], url.searchParams);
        const results = cases.filter(({ identificatie }) => identificatie === url.searchParams.get('identificatie'));
        return answer(200, { count: results.length, next: null, previous: null, results });
      }
      if (url.pathname !== `${base}/zaakinformatieobjecten`) return answer(404, { status: 404 });
      if (question.method === 'POST') return answer(...linked(JSON.parse(body.toString()) as Record<string, string>)); // our own question
      known(['zaak', 'informatieobject'], url.searchParams);
      const found = links.filter(
        (one) => one.zaak === url.searchParams.get('zaak') && one.informatieobject === url.searchParams.get('informatieobject'),
      );
      return answer(200, found);
    })();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // it listens on a port, not on a pipe
  return {
    url: `${origin}${base}`,
    faults,
    links,
    add(identificatie, bronorganisatie) {
      const uuid = randomUUID();
      const url = `${origin}${base}/zaken/${uuid}`;
      cases.push({ url, uuid, identificatie, bronorganisatie });
      return url;
    },
    get takesType() {
      return state.takesType;
    },
    set takesType(takes) {
      state.takesType = takes;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

function refused(name: string, code: string): readonly [number, unknown] {
  return [400, { code: 'invalid', status: 400, invalidParams: [{ name, code, reason: code }] }];
}
