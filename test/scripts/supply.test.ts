/** T27: what of others comes in is written down, sealed by its hash, runs nothing at installing, and goes with our licence. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { locked, nameOf, runtime } from '../../scripts/licences.ts';
import { root } from '../../scripts/root.ts';
import { sbom } from '../../scripts/sbom.ts';

const read = (name: string) => readFileSync(join(root, name), 'utf8');
const manifest = JSON.parse(read('package.json')) as {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
}; // ours
const others = locked();
const bundled = runtime();

/** Permissive, or in the list of compatible licences that belongs to the EUPL-1.2 (its appendix). */
const goesWithEupl = /^(?:MIT|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|MPL-2\.0|\(MIT OR [^)]+\)|\(MIT AND Zlib\))$/;

describe('what of others comes in', () => {
  it('is the very bytes of the lock file', () => {
    const unsealed = others.filter(
      ([, { integrity, optional, devOptional }]) => !integrity?.startsWith('sha512-') && !optional && !devOptional,
    );
    expect(unsealed.map(([path]) => path)).toEqual([]);
    expect(others.filter(([, { link, resolved }]) => link === true || /^(?:git|file|http:)/.test(resolved ?? ''))).toEqual([]);
  });

  it('runs nothing of its own when it is installed', () => {
    expect(others.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path)).toEqual([]);
  });

  it('is asked for by its exact version, with a reason in docs/dependencies.md', () => {
    const named = read('docs/dependencies.md');
    const asked = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(asked.filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))).toEqual([]);
    const reasonless = asked.map(([name]) => name).filter((name) => !named.includes(name) && !/^@types\/|^@wxt-dev\//.test(name));
    expect(reasonless).toEqual([]);
  });

  it('goes with the EUPL-1.2 where it is in the extension', () => {
    expect(bundled.length).toBeGreaterThan(10);
    expect(
      bundled.filter(([, { license }]) => !goesWithEupl.test(license ?? '')).map(([path, { license }]) => [path, license]),
    ).toEqual([]);
  });

  it('stands in a CycloneDX list, whole and with nothing more', () => {
    const listed = new Set(sbom().components.map(({ name, version }) => `${name}@${version}`));
    expect(listed).toEqual(new Set(bundled.map(([path, { version }]) => `${nameOf(path)}@${version}`)));
  });
});
