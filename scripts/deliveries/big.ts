/** One big package, next to `curl` to the same Apache over the same TLS; times as the receiver saw them, so that both are measured alike. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { seedSealed } from '../../test/browser/seedSealed.ts';
import { ask } from '../drive.ts';
import { browserMemory, extensionMemory } from './memory.ts';
import { hashOf, host, oneApache, until } from './oneApache.ts';

export async function big(megabytes: number) {
  const trial = await oneApache();
  const apache = await trial.apache();
  const [seeded] = await seedSealed(trial.browser, [megabytes * 1_000_000]);
  if (!seeded) throw new Error('niets om te sturen');
  const now = () => ({ extension: extensionMemory(trial.profile), browser: browserMemory(trial.profile) });
  const before = now();
  let peak = before;
  await ask(trial.browser, 'keepSecret', { target: 'dms', secret: apache.password });
  const began = performance.now();
  await ask(trial.browser, 'deliverCapture', { id: seeded.id });
  await until(async () => {
    const { extension, browser } = now();
    peak = { extension: Math.max(peak.extension, extension), browser: Math.max(peak.browser, browser) };
    return (await trial.states()).certain === 1;
  });
  const wholeMs = Math.round(performance.now() - began);
  const file = join(apache.folder, seeded.fileName);
  const isGood = hashOf(file) === seeded.sha256;
  for (const round of [1, 2, 3]) curl(file, trial.port, round, apache);
  const times = apache.times().filter(({ bytes }) => bytes === seeded.bytes);
  const msOf = (method: string, isCurl: boolean) =>
    times.filter((one) => one.method === method && one.path.includes('curl') === isCurl).map(({ ms }) => ms);
  const [sendMs = 0] = msOf('PUT', false);
  const [readBackMs = 0] = msOf('GET', false);
  const [curlSendMs = 0] = msOf('PUT', true)
    .toSorted((a, b) => a - b)
    .slice(1); // the middle one of three
  await trial.close();
  await apache.close();
  return {
    megabytes,
    sendMs,
    readBackMs,
    wholeMs,
    curlSendMs,
    ofCurl: round(curlSendMs / sendMs),
    memoryMB: { before, peak },
    isGood,
  };
}

const round = (ratio: number): number => Math.round(ratio * 100) / 100;

function curl(file: string, port: number, at: number, { user, password }: { user: string; password: string }): void {
  const url = `https://${host}:${port}/dav/archief/curl-${at}.zip`;
  const args = ['-sk', '-o', '/dev/null', '-u', `${user}:${password}`, '--resolve', `${host}:${port}:127.0.0.1`, '-T', file, url];
  execFileSync('curl', args);
}
