import type { Verified, VerifiedPackage, Verifier } from '../../lib/ui/verifyState.ts';

/** The same code as `npm run verify`, loaded when somebody wants it: most visits of the overview do not. */
export const verifier: Verifier = {
  async verify(given, revokedKeys): Promise<Verified> {
    const { packagesIn } = await import('../../lib/bundle/takeAlong.ts');
    const files = (await Promise.all(given.map(async (file) => (await packagesIn(file)) ?? file))).flat();
    const { rowProblems, verifyPackage } = await import('../../lib/bundle/verify.ts');
    const { listRecords } = await import('../../lib/bundle/evidence/selection.ts');
    const packages: VerifiedPackage[] = [];
    const facts = [];
    for (const file of files.filter(({ name }) => /\.zip$/i.test(name))) {
      const start = file.name.replace(/\.zip$/i, '');
      const report = await verifyPackage(file, { fileName: file.name, revokedKeys, ...(await beside(files, start)) });
      facts.push(report.facts);
      const isWhole = report.ok && !report.checks.some(({ id }) => id === 'deelbewijs');
      packages.push({
        fileName: file.name,
        file,
        ok: report.ok,
        id: report.facts.id,
        ...(report.facts.fingerprint !== undefined && { fingerprint: report.facts.fingerprint }),
        stamps: report.facts.tokens,
        checks: report.checks,
        unchecked: report.unchecked,
        records: isWhole ? await listRecords(file) : [],
      });
    }
    return { packages, row: rowProblems(facts) };
  },
  async select(file, places) {
    const { makeSelection } = await import('../../lib/bundle/evidence/selection.ts');
    return makeSelection(file, places, new Date().toISOString());
  },
};

/** The pakbon and the stamps that came later, as they lie beside the zip. */
async function beside(files: readonly File[], start: string) {
  const pakbon = files.find(({ name }) => name === `${start}.pakbon.xml`);
  const stamps = files.filter(({ name }) => name.startsWith(`${start}.tijdstempel-`) && name.endsWith('.tsr'));
  const lateStamps = await Promise.all(
    stamps.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
  );
  return { lateStamps, ...(pakbon && { pakbon: await pakbon.text() }) };
}
