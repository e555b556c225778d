import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cmis } from '../../../lib/export/cmis.ts';
import { loginOf } from '../../../lib/export/http.ts';
import { openTarget } from '../../../lib/export/targets.ts';
import { hasCmislib, hasOpenCmis, startOpenCmis } from '../../peers/cmis.ts';
import type { CmisPeer } from '../../peers/cmis.ts';
import { faultProxy } from '../../peers/fault.ts';
import type { FaultProxy } from '../../peers/fault.ts';
import { isMissing } from '../../peers/peer.ts';
import { faultLoop } from './faultLoop.ts';
import { packageOf, parcelOf } from './sending.ts';

const isSkipped = isMissing('OpenCMIS (Java en Maven)', hasOpenCmis);
const isUnread = isSkipped || isMissing('cmislib', hasCmislib);
const quiet = () => undefined;

let peer: CmisPeer;
beforeAll(async () => {
  if (!isSkipped) peer = await startOpenCmis();
}, 120_000);
afterAll(() => peer?.close());

describe.skipIf(isSkipped).each(['browser', 'atom'] as const)('Apache Chemistry OpenCMIS, %s', (binding) => {
  let proxy: FaultProxy;
  beforeAll(async () => {
    proxy = await faultProxy(peer.url.replace(/browser$/, binding));
  });
  afterAll(() => proxy?.close());
  const setting = (change = {}) => ({
    kind: 'cmis' as const,
    id: 'cmis',
    name: 'Alfresco',
    url: proxy.url,
    user: peer.user,
    folder: `Sociale media ${binding}/{jaar}`,
    objectType: 'ComplexType',
    properties: [
      { property: 'StringProp', fact: 'identificatie' as const },
      { property: 'HtmlPropMV', fact: 'scenario' as const },
      { property: 'DateTimeProp', fact: 'vastgelegd' as const },
    ],
    ...change,
  });
  const target = (change = {}) => openTarget(setting(change), peer.password);
  const door = () => ({ base: new URL(proxy.url), authorization: async () => loginOf(peer.user, peer.password) });

  it.skipIf(isUnread)('takes a package with its properties; another client reads the same bytes and facts', async () => {
    const zip = packageOf('VS-20261122-0001');
    const receipt = await target().deliver(parcelOf(zip), quiet);
    expect(receipt).toMatchObject({
      bytes: zip.blob.size,
      certainty: 'read-back',
      where: `/Sociale media ${binding}/2026/VS-20261122-0001.zip (A1)`,
    });
    const [found, ...more] = peer.read(`/Sociale media ${binding}/2026`);
    expect(more).toEqual([]);
    expect(found).toMatchObject({
      name: zip.fileName,
      sha256: zip.sha256,
      properties: { 'cmis:objectTypeId': 'ComplexType', StringProp: 'VS-20261122-0001', 'cmis:objectId': receipt.id },
    });
    expect(found?.properties['DateTimeProp']).toContain('2026-11-22');
    expect(await target().find(parcelOf(zip))).toMatchObject({ at: 'same' });
  });

  it('takes a large package in pieces, and a versioned type in one', async () => {
    const zip = packageOf('VS-20261122-0002', 100_000);
    const seen: number[] = [];
    await cmis(setting(), door(), 30_000).deliver(parcelOf(zip), (phase, done) => phase === 'sending' && seen.push(done));
    // AtomPub has it in one request
    expect(seen).toEqual(binding === 'browser' ? [0, 30_000, 60_000, 90_000, 100_000] : [0, 100_000]);
    const versioned = packageOf('VS-20261122-0003');
    const receipt = await target({ objectType: 'VersionableType', properties: [] }).deliver(parcelOf(versioned), quiet);
    expect(receipt.version).toMatch(/^\d+\.0$|^V /);
  });

  it('keeps what stands there already, and says that it is something else', async () => {
    const zip = packageOf('VS-20261122-0004');
    await target().deliver(parcelOf({ ...packageOf('iets anders'), fileName: zip.fileName }), quiet);
    expect(await target().find(parcelOf(zip))).toEqual({ at: 'different' });
    await expect(target().deliver(parcelOf(zip), quiet)).rejects.toMatchObject({ code: 'exists-different' });
  });

  it('says what is wrong with a set-up', async () => {
    await target().check();
    await expect(target({ objectType: 'BestaatNiet' }).check()).rejects.toMatchObject({ code: 'type-missing' });
    await expect(target({ properties: [{ property: 'mdto:geen', fact: 'naam' }] }).check()).rejects.toMatchObject({
      code: 'type-missing',
    });
    await expect(target({ repository: 'B2' }).check()).rejects.toMatchObject({ code: 'place-missing' });
    await expect(target({ url: new URL('/nergens', proxy.url).href }).check()).rejects.toMatchObject({ code: 'place-missing' });
  });

  it('has one document with our bytes whichever request fails, and in whichever way (F17–F19)', { timeout: 180_000 }, async () => {
    const folder = `Fouten ${binding}/{identificatie}`;
    expect(
      await faultLoop(
        proxy,
        () => target({ folder, properties: [] }),
        (id) => storedIn(peer, `Fouten ${binding}/${id}`),
      ),
    ).toBeGreaterThan(50);
  });
});

/** By the browser binding, past the proxy: faster than a Python for each fault. */
async function storedIn({ url, user, password }: CmisPeer, path: string): Promise<{ name: string; sha256: string }[]> {
  const headers = { authorization: loginOf(user, password) };
  const root = `${url}/A1/root/${path}`;
  const listed = await fetch(`${root}?cmisselector=children&succinct=true`, { headers });
  if (!listed.ok) return [];
  const { objects } = (await listed.json()) as { objects: { object: { succinctProperties: Record<string, string> } }[] }; // by CMIS
  const names = objects.map(({ object }) => object.succinctProperties['cmis:name'] ?? '');
  return Promise.all(
    names.map(async (name) => ({
      name,
      sha256: createHash('sha256')
        .update(new Uint8Array(await (await fetch(`${root}/${name}?cmisselector=content`, { headers })).arrayBuffer()))
        .digest('hex'),
    })),
  );
}
