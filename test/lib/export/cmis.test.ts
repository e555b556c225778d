import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openRepository } from '../../../lib/export/cmis-repository.ts';
import { cmis } from '../../../lib/export/cmis.ts';
import { loginOf } from '../../../lib/export/http.ts';
import { openTarget } from '../../../lib/export/targets.ts';
import { hasCmislib, hasOpenCmis, startOpenCmis } from '../../peers/cmis.ts';
import type { CmisPeer } from '../../peers/cmis.ts';
import { faultProxy, faults } from '../../peers/fault.ts';
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

  const versioned = { objectType: 'VersionableType', properties: [] };

  it.each([
    ['a type without versions', {}, [[], []]],
    ['a versioned type', versioned, [['1.0'], ['1.0']]],
  ])('takes a large package in pieces into %s, and a small one at once', async (what, change, versions) => {
    const seen: number[] = [];
    const folder = `Groot ${binding} ${what}`;
    const inPieces = cmis(setting({ ...change, folder }), door(), 30_000);
    const note = (phase: string, done: number) => phase === 'sending' && seen.push(done);
    const [large, small] = [packageOf('VS-20261122-0002', 100_000), packageOf('VS-20261122-0003', 30_000)];
    await inPieces.deliver(parcelOf(large), note);
    expect(seen.splice(0)).toEqual([0, 30_000, 60_000, 90_000, 100_000]);
    await inPieces.deliver(parcelOf(small), note);
    expect(seen).toEqual([0, 30_000]);
    expect(await storedIn(peer, folder)).toEqual([large, small].map(({ fileName, sha256 }) => ({ name: fileName, sha256 })));
    expect(await versionsIn(peer, folder)).toEqual(versions);
  });

  it.skipIf(isUnread)('makes a correction a new version of what it corrects, and finds both ever after (R27)', async () => {
    const [wrong, right] = [packageOf('VS-20261122-0005'), packageOf('VS-20261122-0006', 50_000)];
    const versions = (change = {}) =>
      target({ objectType: 'VersionableType', properties: [], folder: `Versies ${binding}`, ...change });
    const { id = '' } = await versions().deliver(parcelOf(wrong), quiet);
    const correction = { ...parcelOf(right), corrects: { id, fileName: wrong.fileName } };
    expect(await versions().find(correction)).toEqual({ at: 'absent' });
    const receipt = await versions().deliver(correction, quiet);
    expect(receipt).toMatchObject({
      where: `/Versies ${binding}/${right.fileName} (A1)`,
      version: '2.0',
      isNewVersion: true,
      certainty: 'read-back',
    });
    const [document, ...more] = peer.read(`/Versies ${binding}`);
    expect(more).toEqual([]);
    expect(document).toMatchObject({
      name: right.fileName,
      sha256: right.sha256,
      versions: [
        { label: '2.0', sha256: right.sha256, comment: `${right.fileName} in plaats van ${wrong.fileName}` },
        { label: '1.0', sha256: wrong.sha256 },
      ],
    });
    // asked later: the correction by its name, the earlier one by its number
    expect(await versions().find(correction)).toMatchObject({ at: 'same', receipt: { isNewVersion: true } });
    expect(await versions().find({ ...parcelOf(wrong), known: id })).toMatchObject({ at: 'same', receipt: { version: '1.0' } });
    expect(await versions().find(parcelOf(wrong))).toEqual({ at: 'absent' });
  });

  it('makes a correction a new document where that is wanted, or no versions are kept', async () => {
    const folder = `Los ${binding}`;
    for (const [nth, change] of [{ corrections: 'nieuw-document', objectType: 'VersionableType' }, {}].entries()) {
      const place = target({ folder: `${folder} ${nth}`, properties: [], ...change });
      const [wrong, right] = [packageOf('VS-20261122-0007'), packageOf('VS-20261122-0008')];
      const { id = '' } = await place.deliver(parcelOf(wrong), quiet);
      const receipt = await place.deliver({ ...parcelOf(right), corrects: { id, fileName: wrong.fileName } }, quiet);
      expect(receipt.isNewVersion).toBeUndefined();
      expect((await storedIn(peer, `${folder} ${nth}`)).map(({ name }) => name)).toEqual([wrong.fileName, right.fileName]);
    }
  });

  it('leaves a working copy that somebody else is busy with alone', async () => {
    const place = target({ folder: `Bezig ${binding}`, properties: [], objectType: 'VersionableType' });
    const [wrong, right] = [packageOf('VS-20261122-0009'), packageOf('VS-20261122-0010')];
    const { id = '' } = await place.deliver(parcelOf(wrong), quiet);
    const colleague = await openRepository(setting(), door());
    const copy = await colleague.checkOut((await colleague.byId(id, 'latest'))!);
    await colleague.fill(copy, new Blob(['half werk']));
    const correction = { ...parcelOf(right), corrects: { id, fileName: wrong.fileName } };
    await expect(place.deliver(correction, quiet)).rejects.toMatchObject({ code: 'in-use' });
    await colleague.cancelCheckOut(copy);
    expect(await place.deliver(correction, quiet)).toMatchObject({ version: '2.0' });
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

  it('has one first version, whole, whichever request fails, and in whichever way', { timeout: 180_000 }, async () => {
    const folder = `Eerste ${binding}/{identificatie}`;
    const stored = async (id: string) => {
      const found = await storedIn(peer, `Eerste ${binding}/${id}`);
      if (found.length === 0) return found;
      return (await versionsIn(peer, `Eerste ${binding}/${id}`)).flat().join() === '1.0' ? found : [];
    };
    const open = () => cmis(setting({ ...versioned, folder }), door(), 20_000);
    expect(await faultLoop(proxy, open, stored, ['half', 'lost', 'altered'])).toBeGreaterThan(30);
  });

  it('has one new version, whichever request of a correction fails, and in whichever way', { timeout: 180_000 }, async () => {
    const folder = `Verbeterd ${binding}/{identificatie}`;
    const open = () => target({ folder, properties: [], objectType: 'VersionableType' });
    const before = async (id: string) => {
      const wrong = packageOf(`${id}-eerder`, 20_000);
      const facts = { ...parcelOf(wrong).facts, identificatie: id };
      const receipt = await open().deliver({ ...parcelOf(wrong), facts }, quiet);
      return { id: receipt.id ?? '', fileName: wrong.fileName };
    };
    const stored = async (id: string) => {
      expect(await versionsIn(peer, `Verbeterd ${binding}/${id}`)).toEqual([['2.0', '1.0']]);
      return storedIn(peer, `Verbeterd ${binding}/${id}`);
    };
    expect(await faultLoop(proxy, open, stored, faults, before)).toBeGreaterThan(40);
  });
});

/** Every whole version of every document, newest first: over AtomPub a first one begins as an empty 0.1. */
async function versionsIn({ url, user, password }: CmisPeer, path: string): Promise<string[][]> {
  const headers = { authorization: loginOf(user, password) };
  const ask = async (query: string) => (await fetch(`${url}/A1/root${query}`, { headers })).json();
  const listed = (await ask(`/${path}?cmisselector=children&succinct=true`)) as { objects: { object: Succinct }[] }; // by CMIS
  return Promise.all(
    listed.objects.map(async ({ object }) => {
      const id = object.succinctProperties['cmis:objectId'];
      const versions = (await ask(`?objectId=${id}&cmisselector=versions&succinct=true`)) as Succinct[] | { exception: string }; // by CMIS
      if (!Array.isArray(versions)) return []; // of this type none are kept
      const labels = versions.map((version) => version.succinctProperties['cmis:versionLabel'] ?? '');
      return labels.filter((label) => label.endsWith('.0'));
    }),
  );
}
interface Succinct {
  readonly succinctProperties: Readonly<Record<string, string>>;
}

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
