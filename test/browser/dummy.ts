/** The smallest extension there is, to try the launcher with. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const manifest = {
  manifest_version: 3,
  name: 'Proefextensie',
  version: '1.0',
  action: {},
  permissions: ['activeTab', 'scripting', 'storage', 'downloads'],
  optional_host_permissions: ['https://*/*'],
  background: { service_worker: 'worker.js' },
  storage: { managed_schema: 'schema.json' },
};

const worker = `
chrome.action.onClicked.addListener(async (tab) => {
  const [read] = await chrome.scripting.executeScript({ target: { tabId: tab.id }, func: () => location.href });
  await chrome.storage.session.set({ clicked: { tab: tab.id, url: read.result } });
});
const calls = {
  clicked: async () => (await chrome.storage.session.get('clicked')).clicked ?? null,
  fetch: async (url) => (await fetch(url, { cache: 'no-store' })).status,
  may: (origin) => chrome.permissions.contains({ origins: [origin] }),
  managed: (name) => chrome.storage.managed.get(name),
  save: (name) => chrome.downloads.download({ url: 'data:application/zip;base64,UEsFBg==', filename: name }),
};
chrome.runtime.onMessage.addListener(({ call, question }, sender, reply) => {
  calls[call](question).then((answer) => reply({ answer, from: sender.url }), () => reply({ failed: true }));
  return true;
});`;

export function dummyExtension(): string {
  const folder = mkdtempSync(join(tmpdir(), 'veiligsteller-proef-'));
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'worker.js'), worker);
  writeFileSync(join(folder, 'popup.html'), '<!doctype html><title>Proef</title>');
  writeFileSync(join(folder, 'schema.json'), JSON.stringify({ type: 'object', properties: { word: { type: 'string' } } }));
  return folder;
}
