import { createServer } from 'node:http';
import type { IncomingMessage, RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { openTarget } from '../../../lib/export/targets.ts';
import { asProblem, isPassing, retryAfter } from '../../../lib/export/problem.ts';
import { packageOf, parcelOf } from './sending.ts';

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

async function serving(answer: RequestListener): Promise<{ url: string; seen: IncomingMessage[] }> {
  const seen: IncomingMessage[] = [];
  const server = createServer((question, reply) => {
    seen.push(question);
    question.resume();
    answer(question, reply);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  closers.push(async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen };
}
const secret = 'een-zeer-geheim-woord';
const target = (url: string) =>
  openTarget({ kind: 'webdav', id: 'dms', name: 'Het DMS', url: `${url}/dav`, user: 'archief' }, secret);
const parcel = parcelOf(packageOf('VS-20261122-0001', 2_000));
const problemIn = async (work: Promise<unknown>) =>
  asProblem(
    await work.then(
      () => new Error('het lukte'),
      (error: unknown) => error,
    ),
  );

describe('an answer that is not what was asked for (F17, F18)', () => {
  it.each([
    [400, 'rejected', false],
    [401, 'login', false],
    [403, 'forbidden', false],
    [408, 'busy', true],
    [413, 'too-large', false],
    [415, 'rejected', false],
    [422, 'rejected', false],
    [423, 'in-use', true],
    [429, 'busy', true],
    [500, 'server-error', true],
    [502, 'server-error', true],
    [503, 'busy', true],
    [504, 'server-error', true],
    [507, 'full', false],
    [200, 'unexpected-answer', true],
  ] as const)('%i is %s', async (status, code, passing) => {
    const { url } = await serving((_question, reply) => reply.writeHead(status, { 'content-type': 'text/html' }).end('<html>'));
    expect(await problemIn(target(url).find(parcel))).toMatchObject({ code, detail: { status } });
    expect(isPassing(code)).toBe(passing);
  });

  it('is waited for as long as the receiver says, but no longer than a day', () => {
    const now = Date.parse('2026-11-22T10:00:00Z');
    expect(retryAfter('120', now)).toBe(120_000);
    expect(retryAfter('Sun, 22 Nov 2026 10:05:00 GMT', now)).toBe(300_000);
    expect(retryAfter('Sun, 22 Nov 2020 10:05:00 GMT', now)).toBe(0);
    expect(retryAfter('99999999', now)).toBe(86_400_000);
    expect(retryAfter('straks', now)).toBeUndefined();
  });

  it('that is a page of something else in the place of a package, is not another package', async () => {
    const portal = await serving(({ method }, reply) => {
      if (method === 'GET') reply.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end('<!doctype html>');
      else reply.writeHead(207).end('<multistatus xmlns="DAV:"><getcontentlength>2000</getcontentlength></multistatus>');
    });
    expect(await problemIn(target(portal.url).find(parcel))).toMatchObject({ code: 'unexpected-answer', detail: { status: 200 } });
  });

  it('that never ends is broken off, and one that stops half way is no answer', async () => {
    const endless = await serving((_question, reply) => {
      reply.writeHead(207, { 'content-length': '900000000' });
      reply.write('<multistatus>');
    });
    expect(await problemIn(target(endless.url).find(parcel))).toMatchObject({ code: 'unexpected-answer' });
    const cut = await serving((question, reply) => {
      if (question.method !== 'GET') {
        reply.writeHead(207).end('<D:multistatus xmlns:D="DAV:"/>');
        return;
      }
      reply.writeHead(200, { 'content-length': '2000' });
      reply.write('half');
      setImmediate(() => reply.destroy());
    });
    expect(await problemIn(target(cut.url).find(parcel))).toMatchObject({ code: 'unreachable' });
  });
});
