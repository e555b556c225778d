/** `npm run sbom`: what of others is in the extension, as CycloneDX 1.5, in `uitvoer/sbom.cdx.json`. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nameOf, runtime } from './licences.ts';
import { root } from './root.ts';

interface Component {
  readonly name: string;
  readonly version: string;
  readonly 'bom-ref': string;
}
interface Bom {
  readonly components: readonly Component[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn?: readonly string[] }[];
  readonly metadata: { readonly component: { readonly 'bom-ref': string } };
}

/** Npm makes it of the lock file; its own `--omit dev` also leaves out what development tools share with the extension (npm 11). */
export function sbom(): Bom {
  const isWindows = process.platform === 'win32';
  const text = execFileSync(isWindows ? 'npm.cmd' : 'npm', ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1e8,
    stdio: ['ignore', 'pipe', 'ignore'],
    shell: isWindows,
  });
  const whole = JSON.parse(text) as Bom; // npm's
  const inside = new Set(runtime().map(([path, { version }]) => `${nameOf(path)}@${version}`));
  const components = whole.components.filter(({ name, version }) => inside.has(`${name}@${version}`));
  const refs = new Set([whole.metadata.component['bom-ref'], ...components.map((one) => one['bom-ref'])]);
  const dependencies = whole.dependencies
    .filter(({ ref }) => refs.has(ref))
    .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((one) => refs.has(one)) }));
  return { ...whole, components, dependencies };
}

if (import.meta.main) {
  const folder = join(root, 'uitvoer');
  mkdirSync(folder, { recursive: true });
  const bom = sbom();
  writeFileSync(join(folder, 'sbom.cdx.json'), JSON.stringify(bom, null, 2));
  console.log(`${bom.components.length} onderdelen: ${join(folder, 'sbom.cdx.json')}`);
}
