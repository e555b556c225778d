/** What the built extension may do (D9), read from what was built. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { staticClosure } from '../../scripts/bench/sizes.ts';
import { outputOf } from '../../scripts/build.ts';
import { root } from '../../scripts/root.ts';

describe.each(['chrome', 'firefox'] as const)('the extension built for %s', (browser) => {
  const folder = outputOf(browser);
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Record<string, unknown>; // looked at below

  it('asks for what it needs and no more', () => {
    const needed = [
      'activeTab',
      'scripting',
      'storage',
      'unlimitedStorage',
      'downloads',
      'alarms',
      'contextMenus',
      'notifications',
      ...(browser === 'chrome' ? ['offscreen', 'sidePanel'] : ['identity']),
    ];
    expect(manifest['permissions']).toEqual(needed);
    expect(manifest['optional_permissions'] ?? []).toEqual(browser === 'chrome' ? ['identity'] : []);
    expect(manifest['host_permissions'] ?? []).toEqual([]);
    expect(JSON.stringify(manifest)).not.toContain('<all_urls>');
  });

  it('has the panel beside the page, which opens when the user asks and not by itself', () => {
    const panel =
      browser === 'chrome' ? { default_path: 'sidepanel.html' } : { default_panel: 'sidepanel.html', open_at_install: false };
    expect(manifest[browser === 'chrome' ? 'side_panel' : 'sidebar_action']).toMatchObject(panel);
    expect(Object.keys(manifest['commands'] ?? {})).toEqual(['_execute_action', 'open-panel']);
  });

  it('lets its pages load, show and reach nothing but their own and https (T3, T27)', () => {
    const { extension_pages: written, ...others } = manifest['content_security_policy'] as Record<string, string>; // ours
    const policy = new Map((written ?? '').split('; ').map((part) => [part.split(' ')[0], part.split(' ').slice(1).join(' ')]));
    expect(Object.fromEntries(policy)).toEqual({
      'default-src': "'self'",
      'connect-src': "'self' https:",
      'img-src': "'self' data: blob:",
      'style-src': "'self' 'unsafe-inline'",
      ...(browser === 'chrome' && { 'frame-ancestors': "'none'" }),
      'object-src': "'none'",
    });
    expect(others).toEqual({});
    expect(manifest['incognito']).toBe('not_allowed');
  });

  it.runIf(browser === 'chrome')('starts its worker with little, and reads of the rest what is asked for (decision 15)', () => {
    const started = staticClosure('background.js', (path) => readFileSync(join(folder, path), 'utf8'));
    expect([...started.keys()]).toEqual(['background.js']);
    expect(gzipSync(started.get('background.js') ?? '').length).toBeLessThan(150_000);
    const later = readdirSync(join(folder, 'worker'));
    expect(later.filter((name) => started.get('background.js')?.includes(`"/worker/${name}"`))).toEqual(later);
    expect(later.length).toBeGreaterThan(5);
  });

  it('is the same, byte for byte, when it is built again elsewhere', () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'veiligsteller-bouw-'));
    const { status } = spawnSync(join(root, 'node_modules/.bin/wxt'), ['build', '-b', browser, '--mv3'], {
      cwd: root,
      stdio: 'ignore',
      env: { PATH: process.env['PATH'], UITVOER_MAP: elsewhere }, // a test's own surroundings would be a build for testing
    });
    const again = hashes(join(elsewhere, `${browser}-mv3`));
    rmSync(elsewhere, { recursive: true, force: true });
    expect(status).toBe(0);
    expect(again).toEqual(hashes(folder));
  });

  it('runs on no page before the user asks, and shows nothing of itself to pages', () => {
    expect(manifest['content_scripts'] ?? []).toEqual([]);
    expect(manifest['web_accessible_resources'] ?? []).toEqual([]);
    expect(manifest['externally_connectable']).toBeUndefined();
  });

  it('loads no code from elsewhere and makes none from text', () => {
    const code = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(?:js|html)$/.test(name));
    expect(code.length).toBeGreaterThan(5);
    const strays = code.filter((name) =>
      /\bnew Function\(|\beval\(|<script[^>]+src="https?:|import\(["'`]https?:/.test(readFileSync(join(folder, name), 'utf8')),
    );
    expect(strays).toEqual([]);
  });
});

function hashes(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(join(folder, name)).isFile());
  return Object.fromEntries(
    files.toSorted().map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex'),
    ]),
  );
}
