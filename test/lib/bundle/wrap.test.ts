/** One builder, three wrappers. The people in the samples are invented. */
import { beforeAll, describe, expect, it } from 'vitest';
import { verifyPackage } from '../../../lib/bundle/verify.ts';
import { wrapPackage } from '../../../lib/bundle/wrap.ts';
import { wrappers } from '../../../lib/model/target.ts';
import type { PackageResult } from '../../../lib/bundle/package.ts';
import { build, captureB } from './sample.ts';
import { unzipped } from './unzipped.ts';
import { validateXml } from './xsd.ts';

const id = 'VS-20261120-0001';
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
const filesOf = async (zip: Blob) => unzipped(new Uint8Array(await zip.arrayBuffer()));

describe('the three wrappers', () => {
  let bag: PackageResult;
  beforeAll(async () => {
    bag = await build(await captureB());
  });
  const wrapped = (wrapper: (typeof wrappers)[number]) => wrapPackage(bag.zip, bag.pakbon, wrapper);

  it('archiefpakket is the bag as it was made', async () => {
    expect(await wrapped('archiefpakket')).toMatchObject({ zip: bag.zip, fileName: bag.fileName, pakbon: bag.pakbon });
  });

  it('mdto-sip is the data of the bag, byte for byte', async () => {
    const sip = await filesOf((await wrapped('mdto-sip')).zip);
    const data = [...(await filesOf(bag.zip))]
      .filter(([path]) => path.startsWith(`${id}/data/`))
      .map(([path, bytes]) => [path.replace('/data/', '/').replace(`${id}/${id}/`, `${id}/`), hex(bytes)]);
    expect([...sip].map(([path, bytes]) => [path, hex(bytes)])).toEqual(data);
    expect(data.length).toBeGreaterThan(20);
  });

  it('losse-bestanden has the same files under their own names, each name once', async () => {
    const loose = await filesOf((await wrapped('losse-bestanden')).zip);
    const sip = await filesOf((await wrapped('mdto-sip')).zip);
    expect([...loose.keys()].filter((name) => name.includes('/'))).toEqual([]);
    expect(new Set([...loose.values()].map(hex))).toEqual(new Set([...sip.values()].map(hex)));
    expect(loose.size).toBe(sip.size);
  });

  it.each(wrappers)(
    '%s has a pakbon of its own that is valid and holds its hash, and is the same when made again',
    async (wrapper) => {
      const { zip, pakbon, pakbonName, fileName } = await wrapped(wrapper);
      expect(await validateXml([{ path: pakbonName, xml: pakbon }])).toEqual([]);
      const hash = Buffer.from(await crypto.subtle.digest('SHA-256', await zip.arrayBuffer())).toString('hex');
      expect(pakbon).toContain(`>${hash}</hashcode>`);
      expect(pakbon).toContain(`<bestandsnaam>${fileName}</bestandsnaam>`);
      expect((await wrapped(wrapper)).pakbon).toBe(pakbon);
    },
  );

  it('mdto-sip is verified as a SIP, with its pakbon', async () => {
    const { zip, pakbon, fileName } = await wrapped('mdto-sip');
    const report = await verifyPackage(zip, { pakbon, fileName, validateXml });
    expect(report.checks.filter(({ ok }) => !ok)).toEqual([]);
    expect(report.checks.map(({ id: check }) => check)).toEqual(
      expect.arrayContaining(['mdto-xsd', 'mdto-regels', 'webarchief', 'pakbon']),
    );
  });

  it('refuses a pakbon that is none', async () => {
    await expect(wrapPackage(bag.zip, '<pakbon/>', 'mdto-sip')).rejects.toMatchObject({ code: 'export-failed' });
  });
});
