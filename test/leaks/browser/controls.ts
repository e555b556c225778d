/**
 * S5 for places: somebody is put there on purpose, and must be found. A place in which nothing is ever found proves nothing.
 * The product has no part in this; it is the test that writes.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { scanContent, scanFolder } from '../scan.ts';
import type { Needle } from '../scan.ts';
import { ownProgram } from './places.ts';
import { savedSettings } from './givenOut.ts';
import { heardByWorker, kept, startStage } from './stage.ts';

/** Invented, and only ever planted here. */
const control = { name: 'Controle Kanarieproef', handle: 'controle_kz_proef' };
const needles: readonly Needle[] = [
  { whose: 'controle', kind: 'name', value: control.name },
  { whose: 'controle', kind: 'handle', value: control.handle },
];

/** By place, whether the person was found there. */
export async function controls(): Promise<ReadonlyMap<string, boolean>> {
  const stage = await startStage(mkdtempSync(join(tmpdir(), 'veiligsteller-controle-')), control.name);
  const { browser, stand } = stage;
  await browser.worker.evaluate(putEverywhere, control);
  const heard = await browser.ask(control.handle, {}).then(
    () => heardByWorker(browser),
    () => heardByWorker(browser), // an unknown call is refused; that it arrived is what counts
  );
  const held = await kept(browser);
  const told = stage.receiver.heard;
  const isIn = (text: string): boolean => scanContent(text, 'controle', needles).length > 0;
  const found = new Map([
    ['D12', isIn(held.durable)],
    ['D13', isIn(held.downloads)],
    ['D14', isIn(heard.written)],
    [
      'D15',
      isIn(
        stand.requests
          .filter(({ isExtension }) => isExtension)
          .map(({ path }) => path)
          .join('\n'),
      ),
    ],
    ['D16', isIn(heard.fromPages)],
    ['D19', isIn(await savedSettings(stage))],
    ['D20', isIn(told.map(({ head }) => head).join('\n'))],
    ['D20 (inhoud)', told.some(({ body }) => scanContent(body, 'controle', needles).length > 0)],
  ]);
  await wait(500); // the browser writes its database a moment after it says so
  await browser.kill();
  await stand.close();
  await stage.receiver.close();
  const onDisk = scanFolder(stage.profile, needles, ownProgram);
  found.set(
    'D11',
    onDisk.some(({ place }) => place.includes('IndexedDB')),
  );
  found.set(
    'D11 (groot)',
    onDisk.some(({ place, kind }) => place.includes('IndexedDB') && kind === 'handle'),
  );
  found.set(
    'D11-profiel',
    onDisk.some(({ place }) => place.includes('Local Extension Settings')),
  );
  found.set('D13-map', scanFolder(stage.downloads, needles).length > 0);
  stage.clear();
  rmSync(stage.profile, { recursive: true, force: true });
  return found;
}

/** Runs in the worker. A small record and a large one, both deleted at once, as a hasty programmer would. */
async function putEverywhere({ name, handle }: typeof control): Promise<void> {
  const { chrome } = globalThis as unknown as {
    chrome: {
      storage: { local: { set(items: object): Promise<void> } };
      downloads: { download(options: object): Promise<number> };
    };
  }; // the worker's world
  const opened = await new Promise<IDBDatabase>((done, failed) => {
    const request = indexedDB.open('veiligsteller');
    request.addEventListener('success', () => done(request.result));
    request.addEventListener('error', () => failed(new Error('no database')));
  });
  const written = (action: (store: IDBObjectStore) => void): Promise<void> =>
    new Promise((done) => {
      const transaction = opened.transaction('meta', 'readwrite', { durability: 'strict' });
      action(transaction.objectStore('meta'));
      transaction.addEventListener('complete', () => done());
    });
  const padding = Array.from({ length: 4_000 }, (_, at) => `regel ${at} van een lange tekst`).join(' ');
  await written((store) => void store.put({ key: 'klein', value: name }));
  await written((store) => void store.put({ key: 'groot', value: `${padding} ${handle} ${padding}` }));
  await written((store) => {
    store.delete('klein');
    store.delete('groot');
  });
  opened.close();
  await chrome.storage.local.set({ controle: name });
  await (await caches.open('controle')).put(`https://controle.example/${handle}`, new Response(name));
  console.error(new Error(name));
  const moved = new Blob([name]).stream().pipeThrough(new CompressionStream('gzip'));
  await fetch(`https://dms.voorbeeld.example/dav/${handle}`, { method: 'PUT', body: await new Response(moved).blob() });
  await fetch(`https://x.com/controle/${handle}`).catch(() => undefined); // the answer does not matter
  await chrome.downloads.download({ url: `data:text/plain,${encodeURIComponent(name)}`, filename: `${handle}.txt` });
}
