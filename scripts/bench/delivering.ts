import { spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openTarget } from '../../lib/export/targets.ts';
import { hasApache, startApache } from '../../test/peers/webdav.ts';
import { parcelOf } from '../../test/lib/export/sending.ts';
import { alternate, atLeast, row, timed } from './measure.ts';
import type { Row } from './report/shape.ts';
import type { Subject } from './subject.ts';

export const delivering: Subject = {
  name: 'levering',
  title: 'Een pakket afleveren met WebDAV',
  how: 'Naar Apache httpd met mod_dav op dezelfde machine, door de code van de extensie in Node, en met `curl -T`. Alleen het sturen telt: wij lezen daarna terug wat er staat, controleren de hash en geven het dan pas zijn naam, en curl doet dat niet.',
  async run({ isShort }): Promise<Row[]> {
    if (!hasApache) throw new Error('Apache httpd is er niet (apt-get install apache2)');
    const bytes = isShort ? 1_000_000 : 300_000_000;
    const content = randomBytes(bytes);
    const folder = mkdtempSync(join(tmpdir(), 'levering-'));
    const file = join(folder, 'pakket.zip');
    writeFileSync(file, content);
    const blob = new Blob([content], { type: 'application/zip' });
    const sha256 = createHash('sha256').update(content).digest('hex');
    const peer = await startApache();
    const target = openTarget(
      { kind: 'webdav', id: 'dms', name: 'Het DMS', url: peer.url, user: peer.user, folder: 'pakketten' },
      peer.password,
    );
    const left = new Set<Promise<unknown>>();
    try {
      // one round: Node does not notice that Apache closed a connection meanwhile, a browser does
      const { ours, curl } = await alternate(1, {
        ours: (round) =>
          new Promise<number>((resolve, reject) => {
            const started = performance.now();
            const parcel = parcelOf({ fileName: `pakket-${round}.zip`, bytes: content, blob, sha256 });
            const whole = target.deliver(parcel, (phase, done) => {
              if (phase === 'sending' && done === bytes) resolve(performance.now() - started);
            });
            left.add(whole.catch(reject)); // too late to matter once it was sent
          }),
        curl: async (round) => {
          await Promise.all(left); // what comes after sending must not stand in its way
          return timed(() => {
            const login = `${peer.user}:${peer.password}`;
            const { status } = spawnSync('curl', ['-sS', '-f', '-u', login, '-T', file, `${peer.url}/curl-${round}.zip`], {
              stdio: ['ignore', 'ignore', 'inherit'],
            });
            if (status !== 0) throw new Error('curl failed');
          });
        },
      });
      const speed = curl.median / ours.median;
      return [
        row(`${bytes / 1e6} MB sturen`, 'ms', ours, {
          peers: [{ ...curl, of: 'curl -T' }],
          goals: [atLeast(0.8, speed, 'van de doorvoer van curl -T')],
        }),
      ];
    } finally {
      await peer.close();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
