import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { zip } from '../../lib/bundle/zip.ts';
import { root } from '../root.ts';

/** The oldest date a zip can hold: the same bytes whenever it is made. */
const noDate = '1980-01-01T00:00:00Z';

/** All files under a folder, with paths as a zip writes them, in an order that no machine changes. */
export function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .map((name) => name.split(sep).join('/'))
    .toSorted();
}

/** The source: what git keeps; outside git (unpacked from such a zip) everything that git would. */
export function sourceFiles(): string[] {
  const asked = git(['ls-files', '-z']);
  if (asked === undefined) return filesHere();
  return asked
    .split('\0')
    .filter((path) => path !== '' && isFile(path))
    .toSorted();
}

/** Files that git does not keep as they are now; what is made of them is not what the history says. */
export function isChanged(): boolean {
  return (git(['status', '--porcelain']) ?? '') !== '';
}

export async function zipOf(folder: string, paths: readonly string[]): Promise<Uint8Array> {
  const files = paths.map((path) => {
    const at = join(folder, path);
    return { path, size: statSync(at).size, isText: true, bytes: async () => new Uint8Array(readFileSync(at)) };
  });
  return new Uint8Array(await (await zip(files, noDate)).arrayBuffer());
}

const isFile = (path: string): boolean => statSync(join(root, path), { throwIfNoEntry: false })?.isFile() === true;

/** Whole folders that git ignores are not entered: the packages of others alone are tens of thousands of files. */
function filesHere(): string[] {
  const ignored = new Set([
    '.git',
    ...readFileSync(join(root, '.gitignore'), 'utf8')
      .split('\n')
      .map((line) => line.replace(/\/$/, '')),
  ]);
  const top = readdirSync(root).filter((name) => !ignored.has(name));
  return top.flatMap((name) => (isFile(name) ? [name] : filesUnder(join(root, name)).map((path) => `${name}/${path}`))).toSorted();
}

function git(args: readonly string[]): string | undefined {
  try {
    const top = execFileSync('git', ['rev-parse', '--show-toplevel'], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    if (relative(top.trim(), root) !== '') return undefined; // a copy inside somebody else's repository
    return execFileSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 1e8 });
  } catch {
    return undefined; // no git here, or no history: the caller walks the folders
  }
}
