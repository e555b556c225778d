/** A capture with films that lie on disk, in the extension's own database, as if it was captured and stripped just now. */
import { openAsBlob, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { sha256OfBlob } from '../../lib/bundle/sha256.ts';
import { ownPost, captureA } from '../../test/lib/bundle/sample.ts';
import type { Launched } from '../../test/browser/launch.ts';
import { draftOf } from './draft.ts';
import { identitiesOf } from './stripped.ts';

/** Gives the id of the capture. The gate of its package has people to look for. */
export async function seedFilms(browser: Launched, folder: string): Promise<string> {
  const paths = readdirSync(folder).map((name) => join(folder, name));
  const films = await Promise.all(paths.map(filmOf));
  const post = await ownPost({ media: films });
  const { profile: _none, ...capture } = await captureA({ posts: [post] });
  const text = JSON.stringify(capture);
  const page = await browser.context.newPage();
  await page.goto(`chrome-extension://${browser.extensionId}/options.html`);
  await page.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<input type="file" multiple id="films">'));
  await page.locator('#films').setInputFiles(paths);
  const content = await sha256OfBlob(new Blob([text]));
  const names = films.map(({ sha256 }) => sha256);
  await page.evaluate(put, { id: capture.id, text, content, names, known: identitiesOf(draftOf(1_000)) });
  await page.close();
  return capture.id;
}

async function filmOf(path: string, n: number) {
  const film = await openAsBlob(path);
  return {
    state: 'kept' as const,
    kind: 'video' as const,
    url: `https://media.voorbeeld.example/film-${n}.mp4`,
    mime: 'video/mp4',
    sha256: await sha256OfBlob(film),
    bytes: film.size,
  };
}

interface Put {
  readonly id: string;
  readonly text: string;
  readonly content: string;
  /** Hashes, in the order of the files. */
  readonly names: readonly string[];
  readonly known: unknown;
}

/** Runs in a page of the extension. */
async function put({ id, text, content, names, known }: Put): Promise<void> {
  const { chrome } = globalThis as unknown as {
    chrome: { storage: { session: { set(values: object): Promise<void> } } }; // as every page of an extension has it
  };
  await chrome.storage.session.set({ [`identities-${id}`]: known });
  const films = document.querySelector<HTMLInputElement>('#films')?.files ?? [];
  const db = await new Promise<IDBDatabase>((done, fail) => {
    const asked = indexedDB.open('veiligsteller');
    asked.addEventListener('success', () => done(asked.result));
    asked.addEventListener('error', () => fail(asked.error ?? new Error('database')));
  });
  const work = db.transaction(['captures', 'blobs'], 'readwrite');
  for (const [n, film] of Array.from(films).entries())
    work.objectStore('blobs').put({ sha256: names[n], mime: 'video/mp4', blob: film.slice(0, film.size, 'video/mp4') });
  work.objectStore('blobs').put({ sha256: content, mime: 'application/json', blob: new Blob([text]) });
  work.objectStore('captures').put({
    id,
    state: 'stripped',
    platform: 'x',
    accountHandle: 'minvoorbeeld',
    scenario: 'A',
    posts: 1,
    reactions: 0,
    thirdParties: 0,
    mediaKept: names.length,
    mediaMissing: 0,
    completeness: 'OK',
    capturedAt: '2026-11-22T10:00:00.000Z',
    reviewPoints: 0,
    content,
    media: names,
    idempotencyKey: id,
  });
  await new Promise<void>((done, fail) => {
    work.addEventListener('complete', () => done());
    work.addEventListener('error', () => fail(work.error ?? new Error('database')));
  });
  db.close();
}
