import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTarget } from '../../../lib/export/targets.ts';
import type { Target } from '../../../lib/export/target.ts';
import { faultProxy } from '../../peers/fault.ts';
import type { FaultProxy } from '../../peers/fault.ts';
import { isMissing } from '../../peers/peer.ts';
import { hasApache, hasWsgidav, startApache, startWsgidav } from '../../peers/webdav.ts';
import type { WebdavPeer } from '../../peers/webdav.ts';
import { faultLoop } from './faultLoop.ts';
import { packageOf, parcelOf } from './sending.ts';

const quiet = () => undefined;
const hash = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');

describe.each([
  ['Apache httpd met mod_dav', hasApache, startApache],
  ['WsgiDAV', hasWsgidav, startWsgidav],
] as const)('%s', (name, isThere, start) => {
  let peer: WebdavPeer;
  let proxy: FaultProxy;
  const isSkipped = isMissing(name, isThere);
  beforeAll(async () => {
    if (isSkipped) return;
    peer = await start();
    proxy = await faultProxy(peer.url);
  }, 90_000);
  afterAll(async () => {
    await proxy?.close();
    await peer?.close();
  });
  const target = (change: { password?: string; url?: string; folder?: string } = {}): Target =>
    openTarget(
      {
        kind: 'webdav',
        id: 'dms',
        name: 'Het DMS',
        url: change.url ?? proxy.url,
        user: peer.user,
        folder: change.folder ?? 'Sociale media/{jaar}',
        properties: [
          { property: '{http://purl.org/dc/terms/}title', fact: 'naam' },
          { property: 'bron', value: 'één <&> "koppeling"' },
        ],
      },
      change.password ?? peer.password,
    );
  const place = (fileName: string) => join(peer.folder, 'Sociale media/2026', fileName);

  const stored = async (id: string) =>
    existsSync(place(`${id}.zip`)) ? [{ name: `${id}.zip`, sha256: hash(place(`${id}.zip`)) }] : [];

  it.skipIf(isSkipped)('takes a package, gives it back to the byte, and keeps one record when it is sent again', async () => {
    const zip = packageOf('VS-20261122-0001');
    const parcel = parcelOf(zip);
    const seen: number[] = [];
    expect(await target().find(parcel)).toEqual({ at: 'absent' });
    const receipt = await target().deliver(parcel, (_phase, done) => seen.push(done));
    expect(receipt).toMatchObject({
      bytes: zip.blob.size,
      certainty: 'read-back',
      where: expect.stringMatching(/\/Sociale media\/2026\/VS-20261122-0001\.zip$/),
    });
    expect(hash(place(zip.fileName))).toBe(zip.sha256);
    expect(seen.at(-1)).toBe(zip.blob.size);
    expect(await target().find(parcel)).toMatchObject({ at: 'same', receipt: { isFound: true } });
    await expect(target().deliver(parcel, quiet)).rejects.toMatchObject({ code: 'exists-different' }); // the queue looks first
    expect(
      readdirSync(join(peer.folder, 'Sociale media/2026')).filter((file) => !file.endsWith('.deel') && !file.startsWith('.')),
    ).toEqual([zip.fileName]);
  });

  it.skipIf(isSkipped)('keeps what is known of a package beside it, and gives that back', async () => {
    const zip = packageOf('VS-20261122-0009');
    await target().deliver(parcelOf(zip), quiet);
    expect(await target().annotate?.(parcelOf(zip))).toEqual({ metadata: 'kept' });
    expect(await target().annotate?.({ ...parcelOf(zip), mime: 'application/xml' })).toEqual({}); // a pakbon says it itself
    const login = Buffer.from(`${peer.user}:${peer.password}`).toString('base64');
    const answer = await fetch(`${peer.url}/Sociale%20media/2026/${zip.fileName}`, {
      method: 'PROPFIND',
      headers: { authorization: `Basic ${login}`, depth: '0' },
    });
    const xml = await answer.text();
    expect(xml).toContain('één &lt;&amp;&gt; ');
    expect(xml).toContain('http://purl.org/dc/terms/');
    expect(xml).toContain('Veiligstelling X @minvoorbeeld 22 november 2026');
  });

  it.skipIf(isSkipped)('keeps what stands there already, and says that it is something else', async () => {
    const zip = packageOf('VS-20261122-0002');
    await target().deliver(parcelOf(packageOf('VS-20261122-0001b')), quiet);
    writeFileSync(place(zip.fileName), 'van iemand anders');
    expect(await target().find(parcelOf(zip))).toEqual({ at: 'different' });
    await expect(target().deliver(parcelOf(zip), quiet)).rejects.toMatchObject({ code: 'exists-different' });
    expect(readFileSync(place(zip.fileName), 'utf8')).toBe('van iemand anders');
  });

  it.skipIf(isSkipped)('says what is wrong with a set-up, and leaves nothing behind by trying', async () => {
    const before = readdirSync(peer.folder);
    await target().check();
    expect(readdirSync(peer.folder)).toEqual(before);
    await expect(target({ password: 'fout' }).check()).rejects.toMatchObject({ code: 'login' });
    await expect(target({ url: `${proxy.url}/bestaat/niet` }).check()).rejects.toMatchObject({ code: 'place-missing' });
    await expect(target({ url: 'http://127.0.0.1:9/dav' }).check()).rejects.toMatchObject({ code: 'unreachable' });
  });

  it.skipIf(isSkipped || start !== startApache)(
    'says by trying that no large file is taken, and leaves nothing of it behind',
    async () => {
      const small = await startApache(undefined, undefined, 1_000_000);
      try {
        await expect(target({ url: small.url }).check()).rejects.toMatchObject({ code: 'too-large', detail: { status: 413 } });
        expect(readdirSync(small.folder).filter((file) => !file.startsWith('.'))).toEqual([]);
      } finally {
        await small.close();
      }
    },
  );

  it.skipIf(isSkipped)(
    'has one record with our bytes whichever request fails, and in whichever way (F17–F19)',
    { timeout: 120_000 },
    async () => {
      const met = await faultLoop(proxy, () => target(), stored);
      expect(met).toBeGreaterThan(25);
    },
  );
});
