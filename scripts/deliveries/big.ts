/** One big package, next to `curl` and the browser's own `fetch` to the same Apache over the same TLS; times as the receiver saw them, so that both are measured alike. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Launched } from '../../test/browser/launch.ts';
import { seedSealed } from '../../test/browser/seedSealed.ts';
import type { ApachePeer } from '../../test/peers/webdav.ts';
import { ask } from '../drive.ts';
import { browserMemory, extensionMemory } from './memory.ts';
import { hashOf, host, oneApache, until } from './oneApache.ts';

const rounds = 5;

/** The same bytes again and again. The first for its memory, the others for their time: looking at all processes costs time itself. */
export async function big(megabytes: number) {
  const trial = await oneApache();
  const apache = await trial.apache();
  const seeded = await seedSealed(
    trial.browser,
    Array.from({ length: rounds + 1 }, () => megabytes * 1_000_000),
  );
  await ask(trial.browser, 'keepSecret', { target: 'dms', secret: apache.password });
  const now = () => ({ extension: extensionMemory(trial.profile), browser: browserMemory(trial.profile) });
  const before = now();
  let peak = before;
  const look = () => {
    const { extension, browser } = now();
    peak = { extension: Math.max(peak.extension, extension), browser: Math.max(peak.browser, browser) };
  };
  const wholeMs: number[] = [];
  const first = join(apache.folder, seeded[0]?.fileName ?? '');
  for (const [at, { id, sha256 }] of seeded.entries()) {
    const turns = [
      async () => {
        const began = performance.now();
        await ask(trial.browser, 'deliverCapture', { id });
        await until(async () => {
          if (at === 0) look();
          return (await trial.states()).certain === at + 1;
        });
        if (at > 0) wholeMs.push(Math.round(performance.now() - began));
      },
      async () => at > 0 && plainFetch(trial.browser, sha256, `fetch-${at}.zip`, apache),
      async () => at > 0 && curl(first, trial.port, `curl-${at}.zip`, apache),
    ];
    // each begins a round in turn: who comes first finds another machine than who comes last
    for (let nth = 0; nth < turns.length; nth++) await turns[(at + nth) % turns.length]?.();
  }
  const isGood = seeded.every(({ fileName, sha256 }) => hashOf(join(apache.folder, fileName)) === sha256);
  const bytes = megabytes * 1_000_000;
  const times = apache.times().filter((one) => one.bytes === bytes);
  const msOf = (method: string, name: string) =>
    times.filter((one) => one.method === method && one.path.includes(name)).map(({ ms }) => ms);
  await trial.close();
  await apache.close();
  return {
    megabytes,
    sendMs: msOf('PUT', '.deel').slice(1),
    readBackMs: msOf('GET', '.deel').slice(1),
    wholeMs,
    fetchMs: msOf('PUT', 'fetch-'),
    curlMs: msOf('PUT', 'curl-'),
    memoryMB: { before, peak },
    isGood,
  };
}

/** What a browser can do at all with these bytes from its own store: the least our code can take. */
async function plainFetch(browser: Launched, name: string, at: string, { user, password }: ApachePeer): Promise<void> {
  const page = await browser.context.newPage();
  await page.goto(`chrome-extension://${browser.extensionId}/options.html`);
  const login = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
  await page.evaluate(putStored, { name, login, url: `https://${host}/dav/archief/${at}` });
  await page.close();
}

/** Runs in a page of the extension. */
async function putStored({ name, login, url }: { name: string; login: string; url: string }): Promise<void> {
  const db = await new Promise<IDBDatabase>((done) => {
    const asked = indexedDB.open('veiligsteller');
    asked.addEventListener('success', () => done(asked.result));
  });
  const blob = await new Promise<Blob>((done) => {
    const asked: IDBRequest<{ blob: Blob }> = db.transaction('blobs').objectStore('blobs').get(name);
    asked.addEventListener('success', () => done(asked.result.blob));
  });
  db.close();
  await fetch(url, { method: 'PUT', body: blob, headers: { authorization: login }, credentials: 'omit', cache: 'no-store' });
}

function curl(file: string, port: number, at: string, { user, password }: ApachePeer): void {
  const url = `https://${host}:${port}/dav/archief/${at}`;
  const args = ['-sk', '-o', '/dev/null', '-u', `${user}:${password}`, '--resolve', `${host}:${port}:127.0.0.1`, '-T', file, url];
  execFileSync('curl', args);
}
