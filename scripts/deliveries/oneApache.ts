/** One real Apache (mod_dav, TLS) and the built extension that delivers to it; the receiver may come later, the browser may be killed. */
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate } from 'selfsigned';
import { defaultPolicy } from '../../lib/model/policy.ts';
import { launch } from '../../test/browser/launch.ts';
import type { Launched } from '../../test/browser/launch.ts';
import { freePort } from '../../test/peers/peer.ts';
import { startApache } from '../../test/peers/webdav.ts';
import type { ApachePeer } from '../../test/peers/webdav.ts';
import { outputOf } from '../build.ts';
import { ask } from '../drive.ts';

export const host = 'dms.voorbeeld.example';
const patienceMs = 600_000;

export interface OneApache {
  readonly profile: string;
  readonly port: number;
  /** The one that runs now. */
  readonly browser: Launched;
  apache(): Promise<ApachePeer>;
  killAndStart(): Promise<void>;
  states(): Promise<{ certain: number; problems: string[] }>;
  close(): Promise<void>;
}

export async function oneApache(): Promise<OneApache> {
  const profile = mkdtempSync(join(tmpdir(), 'veiligsteller-profiel-'));
  const port = await freePort();
  const pems = await generate([{ name: 'commonName', value: host }]);
  const started = () =>
    launch({
      extension: outputOf('chrome'),
      profile,
      grant: [`https://${host}/*`],
      elsewhere: [{ host, port }],
      askPage: 'options.html',
    });
  let browser = await started();
  const target = {
    kind: 'webdav' as const,
    id: 'dms',
    name: 'Documentsysteem',
    url: `https://${host}/dav/archief`,
    user: 'archief',
  };
  await ask(browser, 'savePolicy', { policy: { ...defaultPolicy, targets: [target] } });
  return {
    profile,
    port,
    get browser() {
      return browser;
    },
    apache: () => startApache({ key: pems.private, cert: pems.cert }, port),
    async killAndStart() {
      await browser.kill();
      browser = await started();
    },
    async states() {
      const { deliveries } = await ask(browser, 'listDeliveries', {});
      return {
        certain: deliveries.filter(({ state }) => state === 'certain').length,
        problems: deliveries.flatMap(({ problem }) => problem?.code ?? []),
      };
    },
    async close() {
      await browser.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

export function hashOf(path: string): string {
  return existsSync(path) && statSync(path).size > 0 ? createHash('sha256').update(readFileSync(path)).digest('hex') : '';
}

export async function until(isSo: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + patienceMs;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error('duurt te lang');
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}
