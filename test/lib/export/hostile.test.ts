/** T26 for every kind of receiver: one that sends elsewhere, asks for another login, names other places or repeats the login gets nothing out. */
import { createServer } from 'node:http';
import type { IncomingMessage, RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { bearerOf, secretFrom, signIn } from '../../../lib/export/oauth.ts';
import { asProblem } from '../../../lib/export/problem.ts';
import type { Target } from '../../../lib/export/target.ts';
import { openTarget } from '../../../lib/export/targets.ts';
import type { TargetKind, TargetSetting } from '../../../lib/model/target.ts';
import { targetKinds } from '../../../lib/model/target.ts';
import { packageOf, parcelOf } from './sending.ts';

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

interface Seen {
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

type Answerer = (question: Seen, reply: Parameters<RequestListener>[1]) => void;

async function serving(answer: Answerer): Promise<{ url: string; seen: Seen[] }> {
  const seen: Seen[] = [];
  const server = createServer((question, reply) => {
    let body = '';
    question.setEncoding('latin1').on('data', (text: string) => (body += text));
    question.on('end', () => {
      const one = { url: question.url ?? '', headers: question.headers, body };
      seen.push(one);
      answer(one, reply);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  closers.push(async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen };
}

const word = 'een-zeer-geheim-woord';
const secretOf = (kind: TargetKind): string =>
  kind === 'graph' ? JSON.stringify({ access: word, refresh: `${word}-verversing`, until: Date.now() + 3_600_000 }) : word;

function settingOf(kind: TargetKind, url: string): TargetSetting {
  const common = {
    id: 'dms',
    name: 'Het DMS',
    url,
    folder: 'a/{jaar}',
    properties: [{ property: 'trefwoorden', fact: 'scenario' as const }],
  };
  if (kind === 'documenten-api')
    return { kind, ...common, clientId: 'client', source: '123456782', documentType: `${url}/catalogi/1` };
  if (kind === 'graph') return { kind, ...common, tenant: 'voorbeeld.example', clientId: 'app' };
  return { kind, ...common, user: 'archief' };
}
const targetAt = (kind: TargetKind, url: string): Target => openTarget(settingOf(kind, `${url}/pad`), secretOf(kind));
const parcel = parcelOf(packageOf('VS-20261122-0001', 2_000));

/** Everything that can be asked of a target, and what came of it. */
async function everything(target: Target): Promise<unknown[]> {
  const told: unknown[] = [target.describe()];
  const acts = [
    () => target.check(),
    () => target.find(parcel),
    () => target.deliver(parcel, (...progress) => void told.push(progress)),
    async () => target.annotate?.(parcel),
  ];
  for (const act of acts)
    told.push(
      await act().catch((error: unknown) => {
        const problem = asProblem(error);
        return [problem.code, problem.message, problem.stack, problem.detail, problem.cause, String(problem)];
      }),
    );
  return told;
}

/** Whatever this login looks like on its way: typed, in Basic, as a token, signed into one. */
function loginsIn(seen: readonly Seen[]): string[] {
  const sent = seen.flatMap(({ headers }) => headers.authorization?.replace(/^\w+ /, '') ?? []);
  return [...new Set([word, Buffer.from(`archief:${word}`).toString('base64'), ...sent])];
}

function expectNothingOf(logins: readonly string[], told: unknown): void {
  const text = JSON.stringify(told, (_key, value: unknown) =>
    value instanceof Error ? [value.message, value.stack, value.cause] : value,
  );
  for (const login of logins) {
    expect(text.includes(login)).toBe(false); // not printed when it fails, either
    expect(text.includes(encodeURIComponent(login))).toBe(false);
  }
}

describe.each(targetKinds)('a hostile receiver, for %s', (kind) => {
  it.each([301, 302, 303, 307, 308])('that answers %i is not followed', async (status) => {
    const elsewhere = await serving((_question, reply) => reply.writeHead(200).end());
    const hostile = await serving((_question, reply) => reply.writeHead(status, { location: `${elsewhere.url}/pad` }).end());
    const told = await everything(targetAt(kind, hostile.url));
    expect(hostile.seen.length).toBeGreaterThan(0);
    expect(elsewhere.seen).toEqual([]);
    expectNothingOf(loginsIn(hostile.seen), told);
  });

  it.each(['Basic realm="een andere"', 'Bearer realm="elders", error="invalid_token"', 'Negotiate', 'Digest realm="x", nonce="y"'])(
    'that asks for another login (%s) gets no second one',
    async (realm) => {
      const hostile = await serving((_question, reply) => reply.writeHead(401, { 'www-authenticate': realm }).end());
      const told = await everything(targetAt(kind, hostile.url));
      expect(new Set(hostile.seen.map(({ headers }) => headers.authorization?.split(' ')[0])).size).toBe(1);
      expectNothingOf(loginsIn(hostile.seen), told);
    },
  );

  it.each([200, 207, 400, 403, 404, 409, 422, 500, 503])(
    'that repeats every question, with its login, in an answer %i has it in nothing we keep',
    async (status) => {
      const hostile = await serving(({ url, headers, body }, reply) => {
        const said = JSON.stringify({
          url,
          headers,
          body: body.slice(0, 500),
          detail: headers.authorization,
          exception: headers.authorization,
        });
        const etag = `"${(headers.authorization ?? '').replaceAll(/[^\x21-\x7e]/g, '')}"`;
        reply
          .writeHead(status, { 'content-type': 'application/json', etag, 'retry-after': '5', 'set-cookie': 'volg=mij' })
          .end(said);
      });
      const told = await everything(targetAt(kind, hostile.url));
      expectNothingOf(loginsIn(hostile.seen), told);
      for (const { url, headers, body } of hostile.seen) {
        expect([headers.cookie, headers.referer]).toEqual([undefined, undefined]);
        for (const login of loginsIn(hostile.seen)) expect([url.includes(login), body.includes(login)]).toEqual([false, false]);
      }
    },
  );

  it('that names other places for what it has, gets the login there itself and nobody else does', async () => {
    const elsewhere = await serving((_question, reply) => reply.writeHead(200, { 'content-type': 'application/json' }).end('{}'));
    const hostile = await serving((question, reply) => spoken(kind, question, reply, elsewhere.url, elsewhere.url));
    await everything(targetAt(kind, hostile.url));
    for (const { headers, url, body } of elsewhere.seen) {
      expect(headers.authorization).toBeUndefined();
      for (const login of loginsIn(hostile.seen)) expect([url.includes(login), body.includes(login)]).toEqual([false, false]);
    }
  });

  it('that has everything, and puts the login into its names and numbers, gets none of it into a receipt', async () => {
    const hostile = await serving((question, reply) => {
      const login = (question.headers.authorization ?? 'Bearer geen').replace(/^\w+ /, '');
      spoken(
        kind,
        question,
        reply,
        `http://${question.headers.host}`,
        `http://${question.headers.host}/${encodeURIComponent(login)}`,
        login,
      );
    });
    const told = await everything(targetAt(kind, hostile.url));
    expect(JSON.stringify(told)).toContain('"at":"same"'); // else there was no receipt to look at
    expectNothingOf(loginsIn(hostile.seen), told);
  });
});

describe('a hostile place to sign in', () => {
  it.each([302, 307])('that answers %i does not get a code or a renewal sent on, nor told', async (status) => {
    const elsewhere = await serving((_question, reply) => reply.writeHead(200).end('{}'));
    const hostile = await serving((question, reply) =>
      reply.writeHead(status, { location: `${elsewhere.url}/token` }).end(question.body),
    );
    const setting = settingOf('graph', 'https://graph.voorbeeld.example/v1.0/drives/d1');
    if (setting.kind !== 'graph') throw new Error('another kind');
    const asked = await signIn(setting, 'https://abc.chromiumapp.org/', hostile.url);
    const told = [
      await secretFrom(setting, asked, `https://abc.chromiumapp.org/?code=${word}&state=${asked.state}`, hostile.url).catch(
        asProblem,
      ),
      await bearerOf(
        setting,
        JSON.stringify({ access: word, refresh: word, until: 0 }),
        async () => undefined,
        hostile.url,
      )().catch(asProblem),
    ];
    expect(told.map((one) => (typeof one === 'string' ? one : one.code))).toEqual(['redirected', 'redirected']);
    expect(elsewhere.seen).toEqual([]);
    expectNothingOf([word, asked.verifier], told);
  });
});

const content = Buffer.from(packageOf('VS-20261122-0001', 2_000).bytes);

/** Answers as a receiver of this kind that has the package would; `apart` is where it says things are, `mark` what it puts in every name. */
function spoken(
  kind: TargetKind,
  question: Seen,
  reply: Parameters<RequestListener>[1],
  base: string,
  apart: string,
  mark = 'x',
): void {
  const json = (body: unknown, status = 200) =>
    void reply.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  if (/download|cmisselector=content/.test(question.url)) return void reply.end(content);
  if (kind === 'webdav') {
    if (/PROPFIND|propfind/.test(question.body)) {
      const xml = `<multistatus xmlns="DAV:"><getcontentlength>2000</getcontentlength><getetag>"${mark}"</getetag></multistatus>`;
      return void reply.writeHead(207, { location: apart }).end(xml);
    }
    return void reply.end(content);
  }
  if (kind === 'cmis') {
    const repository = {
      repositoryId: mark,
      repositoryUrl: `${apart}/r`,
      rootFolderUrl: `${apart}/root`,
      capabilities: {},
    };
    const succinctProperties = { 'cmis:objectId': mark, 'cmis:contentStreamLength': 2_000, 'cmis:versionLabel': mark };
    return question.url.includes('cmisselector') ? json({ succinctProperties }) : json({ r: repository });
  }
  if (kind === 'graph') {
    if (question.url.endsWith('createUploadSession')) return json({ uploadUrl: `${apart}/up` });
    const place = { webUrl: `${apart}/web`, '@microsoft.graph.downloadUrl': `${base}/download` };
    return json({ driveType: 'documentLibrary', value: [], id: mark, size: 2_000, eTag: mark, file: { hashes: {} }, ...place });
  }
  const eio = {
    url: `${apart}/e/${mark}?kaart=${mark}`,
    identificatie: 'VS-20261122-0001',
    bronorganisatie: '123456782',
    versie: 1,
    locked: false,
    inhoud: `${apart}/download`,
    bestandsomvang: 2_000,
    integriteit: { waarde: parcel.sha256 },
    bestandsdelen: [{ url: `${apart}/deel`, volgnummer: 1, omvang: 2_000, lock: 'l' }],
    lock: 'l',
  };
  return question.url.includes('identificatie=')
    ? json({ results: [eio] })
    : json(eio, question.body.includes('"titel"') ? 201 : 200);
}
