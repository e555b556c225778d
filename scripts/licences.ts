/** `node scripts/licences.ts`: the notices of everything of others that is in the extension, for `public/licenties.txt`. */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.ts';

export const noticesFile = join(root, 'public', 'licenties.txt');

const head = `Veiligsteller: licenties
========================

Veiligsteller valt onder de European Union Public Licence, versie 1.2 (EUPL-1.2). Hieronder staat wat van anderen is, met de
voorwaarden waaronder het erin zit.
`;

interface Locked {
  readonly version?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly hasInstallScript?: boolean;
  readonly link?: boolean;
  readonly license?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly optional?: boolean;
  readonly peer?: boolean;
}

export function notices(): string {
  const lists = readFileSync(join(root, 'lib', 'privacy', 'data', 'LICENTIES.txt'), 'utf8');
  const texts = Map.groupBy(bundled(), ({ text }) => text);
  const parts = [...texts].map(([text, packages]) => {
    const names = packages.map(({ name }) => name).join(', ');
    return `${names}\n${'='.repeat(Math.min(names.length, 100))}\n\n${text}`;
  });
  return [head, lists, ...parts].map((part) => part.trim()).join('\n\n\n') + '\n';
}

/** Everything of others in the lock file, by its folder. */
export function locked(): (readonly [path: string, Locked])[] {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as { packages: Record<string, Locked> }; // npm's
  return Object.entries(packages).filter(([path]) => path !== '');
}

/** What the extension needs at run time, and what those need in turn. */
export function runtime(): ReturnType<typeof locked> {
  return locked().filter(([, { dev, devOptional, optional, peer }]) => !dev && !devOptional && !optional && !peer);
}

export const nameOf = (path: string): string => path.replace(/^.*node_modules\//, '');

/** Types are not in it. */
function bundled(): { name: string; text: string }[] {
  return runtime()
    .filter(([path]) => !path.includes('@types/'))
    .map(([path, { license = '' }]) => ({ name: nameOf(path), text: licenceIn(path, license) }));
}

function licenceIn(path: string, license: string): string {
  const file = readdirSync(join(root, path)).find((one) => /^licen[cs]e/i.test(one));
  if (!file) return license; // the package says no more than this
  const text = readFileSync(join(root, path, file), 'utf8')
    .replaceAll('\r\n', '\n')
    .trim();
  // of the two that are offered the MIT licence is chosen (docs/dependencies.md)
  return path.endsWith('/jszip') ? (text.split(/\n.*GPL version 3/)[0] ?? text).trim() : text;
}

if (import.meta.main) writeFileSync(noticesFile, notices());
