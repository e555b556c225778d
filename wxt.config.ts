import { defineConfig } from 'wxt';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { lists } from './lib/privacy/data/lijsten.ts';
import { inParts } from './scripts/workerParts.ts';

/** Hosts of the networks' pages and of their media (R1, D7, D9): asked at first use, or granted by policy. */
const mediaHosts = [
  '*.twimg.com',
  '*.cdninstagram.com',
  '*.fbcdn.net',
  '*.licdn.com',
  '*.ytimg.com',
  '*.ggpht.com',
  '*.bsky.app',
  '*.tiktokcdn.com',
  '*.sc-cdn.net',
];

export default defineConfig({
  outDir: process.env['UITVOER_MAP'] ?? '.output', // a second build, to compare
  modules: ['@wxt-dev/auto-icons', '@wxt-dev/webextension-polyfill'],
  imports: false,
  autoIcons: { baseIconPath: 'assets/icon.svg', developmentIndicator: false },
  vite: () => ({ plugins: [withoutEval()], resolve: { alias: [listsApart] } }),
  hooks: {
    ready: ({ config, hooks }) => {
      if (config.command !== 'build' || config.browser === 'firefox') return;
      hooks.hook('vite:build:extendConfig', ([entry], build) => {
        if (entry?.type === 'background') inParts(build);
      });
    },
    'build:publicAssets': (_wxt, files) => void files.push({ relativeDest: 'lijsten.json', contents: JSON.stringify(lists) }),
  },
  manifest: ({ browser }) => ({
    name: '__MSG_extName__',
    description: '__MSG_extDescription__',
    default_locale: 'nl',
    permissions: [
      'activeTab',
      'scripting',
      'storage',
      'unlimitedStorage',
      'downloads',
      'alarms',
      'contextMenus',
      'notifications',
      // where packages go to Microsoft 365 a person signs in; Firefox cannot leave that to the user
      ...(browser === 'firefox' ? ['identity'] : ['offscreen']),
    ],
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+V' }, description: '__MSG_commandCapture__' },
      'open-panel': { suggested_key: { default: 'Alt+Shift+N' }, description: '__MSG_commandPanel__' },
    },
    incognito: 'not_allowed',
    ...(browser === 'firefox' ? {} : { optional_permissions: ['identity'] }),
    // media of the networks; `https://*/*` because a Mastodon server can stand on any host (D9: asked per host, never all at once)
    optional_host_permissions: [...mediaHosts.map((host) => `https://${host}/*`), 'https://*/*'],
    content_security_policy: { extension_pages: policyOf(browser) },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'veiligsteller@veiligsteller.invalid',
              strict_min_version: '142.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : {
          storage: { managed_schema: 'managed_schema.json' },
          minimum_chrome_version: '130',
          message_serialization: 'structured_clone',
        }),
  }),
});

/**
 * Nothing from elsewhere runs or is shown. Firefox holds `frame-ancestors` against our own sandboxed `srcdoc` frames too, so that
 * no view can be shown or drawn (ESR 153); there nobody frames our pages because none is web-accessible.
 */
function policyOf(browser: string): string {
  const ancestors = browser === 'firefox' ? [] : ["frame-ancestors 'none'"];
  return [
    "default-src 'self'",
    "connect-src 'self' https:",
    "img-src 'self' data: blob:",
    "style-src 'self' 'unsafe-inline'",
    ...ancestors,
    "object-src 'none'",
  ].join('; ');
}

/** The word lists are more than half of the worker, which starts many times a day: they stand apart and are read when needed. */
const listsApart = {
  find: /^.*\/data\/lijsten\.ts$/,
  replacement: fileURLToPath(new URL('lib/privacy/data/lijsten.apart.ts', import.meta.url)),
};

/** JSZip brings a setImmediate polyfill that makes functions from text; nothing of ours may (T27). */
function withoutEval(): Plugin {
  const evil = '"function"!=typeof e&&(e=new Function(""+e))';
  return {
    name: 'without-eval',
    transform(code, id) {
      if (!id.includes('jszip')) return undefined;
      if (!code.includes('new Function')) return undefined;
      if (!code.includes(evil)) throw new Error('JSZip has changed: its polyfill with `new Function` is not where it was');
      return code.replace(evil, '0');
    },
  };
}
