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

/** What the extension needs at run time, and what those need in turn: types are not in it. */
function bundled(): { name: string; text: string }[] {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as { packages: Record<string, Locked> }; // npm's
  return Object.entries(packages)
    .filter(
      ([path, { dev, devOptional, optional, peer }]) =>
        path !== '' && !dev && !devOptional && !optional && !peer && !path.includes('@types/'),
    )
    .map(([path, { license = '' }]) => ({ name: path.replace(/^.*node_modules\//, ''), text: licenceIn(path, license) }));
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
