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
// a busy page's process may hear of the script before it hears of the permission (seen 2026-11-22: "Cannot access contents of the page")
const addressOf = (tabId, triesLeft) =>
  chrome.scripting.executeScript({ target: { tabId }, func: () => location.href }).catch(async (error) => {
    if (!triesLeft) throw error;
    await new Promise((done) => setTimeout(done, 100));
    return addressOf(tabId, triesLeft - 1);
  });
chrome.action.onClicked.addListener(async (tab) => {
  const [read] = await addressOf(tab.id, 10);
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
