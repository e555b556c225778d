import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loginOf } from '../../../lib/export/http.ts';
import { webdav } from '../../../lib/export/webdav.ts';
import { faultProxy } from '../../peers/fault.ts';
import type { FaultProxy } from '../../peers/fault.ts';
import { startNextcloud } from '../../peers/nextcloud.ts';
import type { NextcloudPeer } from '../../peers/nextcloud.ts';
import { faultLoop } from './faultLoop.ts';
import { packageOf, parcelOf } from './sending.ts';

const chunkBytes = 11_000;
let peer: NextcloudPeer;
let proxy: FaultProxy;
beforeAll(async () => {
  peer = await startNextcloud(chunkBytes);
  proxy = await faultProxy(peer.url);
});
afterAll(async () => {
  await proxy.close();
  await peer.close();
});
const target = (url = proxy.url) =>
  webdav(
    { kind: 'webdav', id: 'dms', name: 'Nextcloud', url, user: peer.user, folder: 'Sociale media' },
    { base: new URL(url), authorization: async () => loginOf(peer.user, peer.password) },
    chunkBytes,
  );
const place = (id: string) => `/remote.php/dav/files/archief/Sociale media/${id}.zip`;
const stored = async (id: string) => {
  const file = peer.files.get(place(id));
  return file ? [{ name: `${id}.zip`, sha256: createHash('sha256').update(file).digest('hex') }] : [];
};

it('sends a large package in chunks as Nextcloud describes, and a small one at once', async () => {
  const zip = packageOf('VS-20261122-0001', 30_000);
  const seen: number[] = [];
  await target().deliver(parcelOf(zip), (phase, done) => phase === 'sending' && seen.push(done));
  expect(seen).toEqual([0, 11_000, 22_000, 30_000, 30_000]);
  expect(peer.chunks).toEqual(['00001', '00002', '00003']);
  expect(await stored('VS-20261122-0001')).toEqual([{ name: zip.fileName, sha256: zip.sha256 }]);
  await target().deliver(parcelOf(packageOf('VS-20261122-0002', 5_000)), () => undefined);
  expect(peer.chunks).toHaveLength(3);
  expect(peer.faults).toEqual([]);
});

it('sends no chunk again that arrived before it was broken off', async () => {
  const zip = packageOf('VS-20261122-0003', 30_000);
  peer.chunks.length = 0;
  proxy.arm(4, 'refuse'); // a folder, the folder of the chunks, the first chunk
  await expect(target().deliver(parcelOf(zip), () => undefined)).rejects.toMatchObject({ code: 'unreachable' });
  proxy.arm(0, 'refuse');
  await target().deliver(parcelOf(zip), () => undefined);
  expect(peer.chunks).toEqual(['00001', '00002', '00003']);
  expect(await stored('VS-20261122-0003')).toEqual([{ name: zip.fileName, sha256: zip.sha256 }]);
});

it('has one record with our bytes whichever request fails, and in whichever way (F17–F19)', { timeout: 120_000 }, async () => {
  expect(await faultLoop(proxy, () => target(), stored)).toBeGreaterThan(40);
  expect(peer.faults).toEqual([]);
});
