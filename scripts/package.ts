/**
 * `npm run package`: what a release consists of, in `uitvoer/uitgave/`: the extension for Chromium and for Firefox, the
 * source, what of others is in it (CycloneDX), what is new, and the SHA-256 of each. The same source gives the same bytes.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, outputOf } from './build.ts';
import { filesUnder, isChanged, sourceFiles, zipOf } from './release/files.ts';
import { releaseNotes } from './release/notes.ts';
import { root } from './root.ts';
import { sbom } from './sbom.ts';

const bytesOf = (content: string) => new TextEncoder().encode(content);
const read = (name: string) => readFileSync(join(root, name), 'utf8');

/** Every file of a release by its name; the extension has been built. */
export async function releaseFiles(): Promise<ReadonlyMap<string, Uint8Array>> {
  const { version } = JSON.parse(read('package.json')) as { version: string }; // ours
  const base = `veiligsteller-${version}`;
  const made = new Map([
    [`${base}-bron.zip`, await zipOf(root, sourceFiles())],
    [`${base}-chromium.zip`, await extension('chrome')],
    [`${base}-firefox.zip`, await extension('firefox')],
    [`${base}-sbom.cdx.json`, bytesOf(steadySbom())],
    [`${base}-wijzigingen.md`, bytesOf(notes(version))],
  ]);
  return made.set('SHA256SUMS', bytesOf(sums(made)));
}

const extension = async (browser: 'chrome' | 'firefox') => zipOf(outputOf(browser), filesUnder(outputOf(browser)));

/** In the form of `sha256sum`. */
function sums(files: ReadonlyMap<string, Uint8Array>): string {
  return [...files].map(([name, bytes]) => `${createHash('sha256').update(bytes).digest('hex')}  ${name}\n`).join('');
}

/** Without the number and the hour that npm invents each time; CycloneDX asks neither. */
function steadySbom(): string {
  const { serialNumber: _, metadata, ...rest } = sbom() as ReturnType<typeof sbom> & { serialNumber?: string };
  const { timestamp: __, ...about } = metadata as typeof metadata & { timestamp?: string };
  return `${JSON.stringify({ ...rest, metadata: about }, null, 2)}\n`;
}

function notes(version: string): string {
  const { title, date, text } = releaseNotes(read('CHANGELOG.md'), version);
  const when = date === undefined ? ` (${title.toLowerCase()})` : `, ${date}`;
  return `# Veiligsteller ${version}${when}\n\n${text}\n`;
}

async function main(): Promise<number> {
  if (!build('chrome') || !build('firefox')) return 1;
  if (isChanged()) console.warn('LET OP: er zijn wijzigingen die niet in git staan; dit is geen uitgave van een vaste versie.');
  const files = await releaseFiles();
  const folder = join(root, 'uitvoer', 'uitgave');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [name, bytes] of files) writeFileSync(join(folder, name), bytes);
  for (const [name, { length }] of files) console.log(`${String(Math.ceil(length / 1_000)).padStart(7)} kB  ${name}`);
  console.log(`In ${folder}. Na te gaan met: sha256sum -c SHA256SUMS`);
  return 0;
}

if (import.meta.main) process.exitCode = await main();
