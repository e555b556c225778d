/** What the built extension may do (D9), read from what was built. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { outputOf } from '../../scripts/build.ts';

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
      ...(browser === 'chrome' ? ['offscreen', 'sidePanel'] : []),
    ];
    expect(manifest['permissions']).toEqual(needed);
    expect(manifest['host_permissions'] ?? []).toEqual([]);
    expect(JSON.stringify(manifest)).not.toContain('<all_urls>');
  });

  it('has the panel beside the page, which opens when the user asks and not by itself', () => {
    const panel =
      browser === 'chrome' ? { default_path: 'sidepanel.html' } : { default_panel: 'sidepanel.html', open_at_install: false };
    expect(manifest[browser === 'chrome' ? 'side_panel' : 'sidebar_action']).toMatchObject(panel);
    expect(Object.keys(manifest['commands'] ?? {})).toEqual(['_execute_action', 'open-panel']);
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
