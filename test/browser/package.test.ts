/** What `npm run package` puts out, made from the extension that these tests use. */
import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import JSZip from 'jszip';
import { beforeAll, describe, expect, it } from 'vitest';
import { browserPath } from '../../scripts/browser.ts';
import { releaseFiles } from '../../scripts/package.ts';
import { root } from '../../scripts/root.ts';
import { linesOf } from '../house/documents.ts';

describe('a release', () => {
  let files: ReadonlyMap<string, Uint8Array>;
  const named = (end: string) => [...files].find(([name]) => name.endsWith(end))?.[1] ?? new Uint8Array();
  const text = (end: string) => new TextDecoder().decode(named(end));
  beforeAll(async () => void (files = await releaseFiles()));

  it('has the extension for both browsers, of the version of the project', async () => {
    for (const browser of ['chromium', 'firefox']) {
      const manifest = await (await JSZip.loadAsync(named(`-${browser}.zip`))).file('manifest.json')?.async('string');
      expect([...files.keys()]).toContain(
        `veiligsteller-${(JSON.parse(manifest ?? '{}') as { version?: string }).version}-${browser}.zip`,
      );
    }
  });

  it('has a source from which the two commands work, and nothing that was made of it', async () => {
    const source = Object.keys((await JSZip.loadAsync(named('-bron.zip'))).files);
    expect(source).toEqual(
      expect.arrayContaining(['package.json', 'package-lock.json', 'scripts/bootstrap.mjs', 'LICENSE', 'README.md']),
    );
    expect(source.filter((name) => /^(?:node_modules|\.git|\.output|\.tools|uitvoer)\//.test(name))).toEqual([]);
  });

  it('names the sum of every other file, as sha256sum reads it', () => {
    const sums = new Map(
      text('SHA256SUMS')
        .trim()
        .split('\n')
        .map((line) => [line.slice(66), line.slice(0, 64)]),
    );
    expect([...sums.keys(), 'SHA256SUMS']).toEqual([...files.keys()]);
    for (const [name, sum] of sums) expect(sum).toBe(createHash('sha256').update(named(name)).digest('hex'));
  });

  it('says what is in it and what is new', () => {
    expect(JSON.parse(text('-sbom.cdx.json'))).toMatchObject({ bomFormat: 'CycloneDX' });
    expect(text('-wijzigingen.md')).toMatch(/^# Veiligsteller \d.*\n\n- /);
  });

  it('is the same, byte for byte, when it is made again', async () => {
    const again = await releaseFiles();
    expect([...again].filter(([name, bytes]) => !Buffer.from(bytes).equals(Buffer.from(files.get(name) ?? [])))).toEqual([]);
    expect(again.size).toBe(files.size);
  });

  it('becomes a .crx, and has its mark, by the lines of docs/beheer/uitrol.md', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'veiligsteller-inpakken-'));
    const zip = await JSZip.loadAsync(named('-chromium.zip'));
    for (const file of Object.values(zip.files).filter(({ dir }) => !dir)) {
      const path = join(folder, 'veiligsteller', file.name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, await file.async('uint8array'));
    }
    const path = 'docs/beheer/uitrol.md';
    const lines = linesOf({ path, text: readFileSync(join(root, path), 'utf8') });
    const alone = `${browserPath()} --no-sandbox --headless --user-data-dir=${join(folder, 'profiel')}`;
    const typed = lines.map((line) => line.replace(/^chromium --pack-extension/, `${alone} --pack-extension`));
    const told = typed.map((line) => spawnSync('bash', ['-c', line], { cwd: folder, encoding: 'utf8' }).stdout);
    expect(readFileSync(join(folder, 'veiligsteller.crx')).subarray(0, 4).toString()).toBe('Cr24');
    expect(told.at(-1)).toMatch(/^[a-p]{32}/);
    rmSync(folder, { recursive: true, force: true });
  });
});
