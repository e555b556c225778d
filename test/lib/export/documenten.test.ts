import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTarget } from '../../../lib/export/targets.ts';
import { startDocumenten, versions } from '../../peers/documenten.ts';
import type { DocumentenPeer } from '../../peers/documenten.ts';
import { faultProxy } from '../../peers/fault.ts';
import type { FaultProxy } from '../../peers/fault.ts';
import { faultLoop } from './faultLoop.ts';
import { packageOf, parcelOf } from './sending.ts';

describe.each(Object.entries(versions))('de Documenten API %s', (_version, file) => {
  let peer: DocumentenPeer;
  let proxy: FaultProxy;
  beforeAll(async () => {
    peer = await startDocumenten(file);
    proxy = await faultProxy(peer.url);
  });
  afterAll(async () => {
    await proxy.close();
    await peer.close();
  });
  const target = (change: { secret?: string; documentType?: string } = {}) =>
    openTarget(
      {
        kind: 'documenten-api',
        id: 'zgw',
        name: 'Documentregister',
        url: proxy.url,
        clientId: peer.clientId,
        source: '123456782',
        documentType: change.documentType ?? peer.documentType,
      },
      change.secret ?? peer.secret,
    );

  it('takes a package in the parts it asks for, with what is known of it, and both sides keep to the specification', async () => {
    const zip = packageOf('VS-20261122-0001', 40_000);
    const done: number[] = [];
    const receipt = await target().deliver(parcelOf(zip), (phase, bytes) => phase === 'sending' && done.push(bytes));
    expect(receipt).toMatchObject({
      bytes: 40_000,
      version: '1',
      certainty: 'read-back',
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    expect(done).toEqual([0, 13_000, 26_000, 39_000, 40_000]);
    expect(peer.stored('VS-20261122-0001')).toEqual([{ name: 'VS-20261122-0001.zip', sha256: zip.sha256 }]);
    expect(peer.facts('VS-20261122-0001')).toMatchObject({
      bronorganisatie: '123456782',
      titel: 'Veiligstelling X @minvoorbeeld 22 november 2026 (VS-20261122-0001)',
      auteur: 'Ministerie van Voorbeeldzaken',
      creatiedatum: '2026-11-22',
      formaat: 'application/zip',
      integriteit: { algoritme: 'sha_256', waarde: zip.sha256 },
    });
    expect(await target().find(parcelOf(zip))).toMatchObject({ at: 'same' });
    expect(peer.faults).toEqual([]);
  });

  it('is asked again later: damaged there is not there any more', async () => {
    const zip = packageOf('VS-20261122-0002');
    await target().deliver(parcelOf(zip), () => undefined);
    peer.damage('VS-20261122-0002');
    expect(await target().find(parcelOf(zip))).toEqual({ at: 'half' });
    expect(await target().find(parcelOf({ ...packageOf('VS-20261122-0002', 10), fileName: zip.fileName }))).toEqual({
      at: 'different',
    });
  });

  it('says what is wrong with a set-up', async () => {
    await target().check();
    await expect(target({ secret: 'fout' }).check()).rejects.toMatchObject({ code: 'forbidden' });
    const unknown = peer.documentType.replace(/1$/, 'bestaat-niet');
    await expect(
      target({ documentType: unknown }).deliver(parcelOf(packageOf('VS-20261122-0003')), () => undefined),
    ).rejects.toMatchObject({ code: 'type-missing' });
    expect(peer.faults).toEqual([]);
  });

  it('has one document with our bytes whichever request fails, and in whichever way (F17–F19)', { timeout: 120_000 }, async () => {
    expect(
      await faultLoop(
        proxy,
        () => target(),
        async (id) => peer.stored(id),
      ),
    ).toBeGreaterThan(40);
  });
});
