import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askForStamp } from '../../../lib/export/timestamp.ts';
import { openAuthority, serveAuthority } from '../../tsa/authority.ts';
import type { Authority } from '../../tsa/authority.ts';

const content = new TextEncoder().encode('tagmanifest');

describe('an authority on the network', () => {
  let authority: Authority;
  let served: Awaited<ReturnType<typeof serveAuthority>>;
  beforeAll(async () => {
    authority = openAuthority();
    served = await serveAuthority(authority);
  });
  afterAll(async () => {
    await served.close();
    authority.close();
  });
  const settings = (url: string) => ({ name: 'Testautoriteit', url, roots: authority.root });

  it('gives a stamp that holds, and is asked another question each time', async () => {
    const [one, two] = [await askForStamp(settings(served.url), content), await askForStamp(settings(served.url), content)];
    expect([one, two]).toMatchObject([{ ok: true }, { ok: true }]);
    const [first, second] = served.requests.map((request) => Buffer.from(request).toString('hex'));
    expect(first).not.toBe(second);
    expect(Buffer.from(served.requests[0]!).includes(Buffer.from('tagmanifest'))).toBe(false); // only its hash leaves
  });

  it.each([
    ['says no', (_q: unknown, r: import('node:http').ServerResponse) => r.writeHead(503).end(), 'unreachable'],
    [
      'shows a page to log in',
      (_q: unknown, r: import('node:http').ServerResponse) => r.writeHead(200).end('<html>'),
      'unreadable',
    ],
    [
      'sends elsewhere',
      (_q: unknown, r: import('node:http').ServerResponse) => r.writeHead(302, { location: served.url }).end(),
      'unreachable',
    ],
    [
      'never ends',
      (_q: unknown, r: import('node:http').ServerResponse) => r.writeHead(200).end(Buffer.alloc(300_000)),
      'unreachable',
    ],
  ])('that %s gives no stamp (F20)', async (_name, answer, problem) => {
    const server = createServer(answer);
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;
    expect(await askForStamp(settings(`http://127.0.0.1:${port}/`), content)).toEqual({ ok: false, problem });
    await new Promise((done) => server.close(done));
  });

  it('that is not there gives no stamp, and neither does one with another root', async () => {
    expect(await askForStamp(settings('http://127.0.0.1:9/'), content)).toEqual({ ok: false, problem: 'unreachable' });
    const stranger = openAuthority();
    const other = { ...settings(served.url), roots: stranger.root };
    stranger.close();
    expect(await askForStamp(other, content)).toEqual({ ok: false, problem: 'chain' });
  });
});
