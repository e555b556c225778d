import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTarget } from '../../../lib/export/targets.ts';
import { reachOf } from '../../../lib/model/reach.ts';
import { startDocumenten, versions } from '../../peers/documenten.ts';
import type { DocumentenPeer } from '../../peers/documenten.ts';
import { faultProxy } from '../../peers/fault.ts';
import type { FaultProxy } from '../../peers/fault.ts';
import { startZaken } from '../../peers/zaken.ts';
import type { ZakenPeer } from '../../peers/zaken.ts';
import { deliveryOf, packageOf, parcelOf, sending } from './sending.ts';

let documents: DocumentenPeer;
let cases: ZakenPeer;
let proxy: FaultProxy;
beforeAll(async () => {
  documents = await startDocumenten(versions['1.5.0']);
  cases = await startZaken();
  proxy = await faultProxy(cases.url);
});
afterAll(async () => {
  for (const one of [proxy, documents, cases]) await one.close();
});

const setting = () => ({
  kind: 'documenten-api' as const,
  id: 'zgw',
  name: 'Documentregister',
  url: documents.url,
  clientId: documents.clientId,
  source: '123456782',
  documentType: documents.documentType,
  cases: proxy.url,
});
const target = () => openTarget(setting(), documents.secret);
const letter = (id: string, zaaknummer?: string) => {
  const parcel = parcelOf(packageOf(id));
  return { ...parcel, facts: { ...parcel.facts, ...(zaaknummer !== undefined && { zaaknummer }) } };
};

it('links a letter to the case of its number, once, however often it is asked', async () => {
  const zaak = cases.add('Z-2026-0012', '123456782');
  const parcel = letter('BB-20261122-abcdefgh', 'Z-2026-0012');
  const { where } = await target().deliver(parcel, () => undefined);
  expect(await target().annotate?.(parcel)).toEqual({ caseLink: 'linked' });
  expect(await target().annotate?.(parcel)).toEqual({ caseLink: 'linked' });
  expect(cases.links).toMatchObject([{ zaak, informatieobject: where, titel: parcel.facts.naam }]);
  expect(cases.faults).toEqual([]);
});

it('takes the case of the own organisation where a number is not of one alone, and says when there is none', async () => {
  cases.add('Z-2026-0013', '000000000');
  const own = cases.add('Z-2026-0013', '123456782');
  const parcel = letter('BB-20261122-bbbbbbbb', 'Z-2026-0013');
  await target().deliver(parcel, () => undefined);
  expect(await target().annotate?.(parcel)).toEqual({ caseLink: 'linked' });
  expect(cases.links.at(-1)?.zaak).toBe(own);
  expect(await target().annotate?.({ ...parcel, facts: { ...parcel.facts, zaaknummer: 'Z-2026-9999' } })).toEqual({
    caseLink: 'unknown-case',
  });
  expect(await target().annotate?.(letter('BB-20261122-bbbbbbbb'))).toEqual({}); // no case was named
});

it('says when the case takes no document of this type; the document stays', async () => {
  cases.add('Z-2026-0014', '123456782');
  cases.takesType = false;
  const parcel = letter('BB-20261122-cccccccc', 'Z-2026-0014');
  await target().deliver(parcel, () => undefined);
  expect(await target().annotate?.(parcel)).toEqual({ caseLink: 'refused' });
  cases.takesType = true;
  expect(documents.stored('BB-20261122-cccccccc')).toHaveLength(1);
  expect(documents.faults).toEqual([]);
});

it('has one document and one link whichever question to the case register fails (F17–F19)', async () => {
  for (const fault of ['refuse', 'lost', 'busy', 'wrong'] as const)
    for (let n = 1, isSpent = true; isSpent; n++) {
      const [id, number] = [`BB-20261122-${fault}${n}`, `Z-${fault}-${n}`];
      const zaak = cases.add(number, '123456782');
      const queue = sending(() => target());
      const zip = packageOf(id);
      const delivery = deliveryOf(id, [zip]);
      queue.add({ ...delivery, facts: { ...delivery.facts, zaaknummer: number } }, [zip]);
      proxy.arm(n, fault);
      await queue.run();
      isSpent = proxy.isSpent;
      proxy.arm(0, fault);
      await queue.settle();
      expect([...queue.deliveries.values()]).toMatchObject([{ state: 'certain', files: [{ receipt: { caseLink: 'linked' } }] }]);
      expect(documents.stored(id)).toEqual([{ name: zip.fileName, sha256: zip.sha256 }]);
      expect(cases.links.filter((link) => link.zaak === zaak)).toHaveLength(1);
    }
  expect(cases.faults).toEqual([]);
});

it('is tried with the rest of the set-up, and asked for with it', async () => {
  await target().check();
  const wrong = openTarget({ ...setting(), cases: `${proxy.url}/bestaat-niet` }, documents.secret);
  await expect(wrong.check()).rejects.toMatchObject({ code: 'place-missing' });
  const { origins } = reachOf([{ ...setting(), url: 'https://a.example/d', cases: 'https://b.example/z' }]);
  expect(origins).toEqual(['https://a.example/*', 'https://b.example/*']);
});
