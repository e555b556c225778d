/** A worker with everything around it, in memory: what it stores, the page that delivers, the folder it saves to. Everybody is invented. */
import { resolveObjectURL } from 'node:buffer';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { takeHandlers } from '../../entrypoints/background/take.ts';
import { deliver } from '../../lib/capture/deliver.ts';
import type { Draft } from '../../lib/model/draft.ts';
import { Failure, asFailure } from '../../lib/model/failure.ts';
import { database } from '../../lib/store/database.ts';
import { appendLog } from '../../lib/store/log.ts';
import { readJob, writeJob } from '../../lib/store/session.ts';
import { savePolicy } from '../../lib/store/settings.ts';
import { account, draft, item, person, policy } from '../lib/privacy/sample.ts';
import { jpeg } from '../stand/images.ts';
import { answer as receiverAnswer, emptyReceiver, receiverHost } from './receiver.ts';
import { disarm, setClock, through } from './seam.ts';

const jobId = 'taak-1';
export const captureId = 'VS-20261122-0001';
const tabId = 7;

/** May stand nowhere afterwards (I5). */
export const citizen = { name: 'Wietske Kraaijenbrink', handle: 'wkraaij_1984', id: '445566778899001122' };

const post = '1900000000000000001';
const photo = { kind: 'image', url: 'https://pbs.twimg.com/media/abc?format=jpg&name=orig' } as const;
const onPage = draft(
  [person({ name: citizen.name, handle: citizen.handle, ids: [citizen.id], urls: [`https://x.com/${citizen.handle}`] })],
  [
    item({
      id: '1900000000000000002',
      author: 1,
      text: `Goed plan. Groet, ${citizen.name}`,
      parent: { id: post, method: 'markup' },
    }),
    item({ id: '1900000000000000003', author: 1, text: 'Nog iets.', parent: { id: post, method: 'markup' } }),
  ],
);
const usualPage = { ...onPage, items: onPage.items.map((one) => (one.id === post ? { ...one, media: [photo] } : one)) };

let page: Draft = usualPage;
/** The page hands over something else from now on; without an argument as it was. */
export function setPage(change: (usual: Draft) => Draft = (usual) => usual): void {
  page = change(usualPage);
}

type Responder = () => Response | Promise<Response>;
const picture = jpeg('foutproef', 16, 16);
const usualMedia: Responder = () => new Response(Uint8Array.from(picture), { headers: { 'content-type': 'image/jpeg' } });
let media = usualMedia;
/** What the network's media server says from now on. */
export function setMedia(responder: Responder = usualMedia): void {
  media = responder;
}

type Download = { readonly state: string; readonly fileSize?: number; readonly error?: string } | 'gone' | 'refused';
let nextDownload: Download | undefined;
/** How the next files are saved; without an argument as usual. */
export function setDownload(how?: Download): void {
  nextDownload = how;
}

/** What the fake browser does not have. */
export function furnish(): void {
  const listeners = new Set<(change: { id: number }) => void>();
  const items: { id: number; state: string; fileSize: number; bytesReceived: number; filename: string }[] = [];
  Object.assign(fakeBrowser, {
    permissions: { contains: async () => true },
    alarms: { ...fakeBrowser.alarms, create: async () => undefined, clear: async () => true },
    offscreen: { hasDocument: async () => true, Reason: {}, closeDocument: async () => undefined },
    downloads: {
      async download({ url, filename }: { url: string; filename: string }) {
        through('storage', true);
        if (nextDownload === 'refused') throw new Error('Invalid filename');
        const size = resolveObjectURL(url)?.size ?? 0;
        items.push({ id: items.length, state: 'complete', fileSize: size, bytesReceived: size, filename });
        if (nextDownload === 'gone') return items.length; // antivirus took it: the browser knows of none
        Object.assign(items.at(-1) ?? {}, nextDownload);
        return items.length - 1;
      },
      search: async ({ id }: { id: number }) => items.filter((one) => one.id === id),
      onChanged: {
        addListener: (listener: (change: { id: number }) => void) => listeners.add(listener),
        removeListener: (listener: (change: { id: number }) => void) => listeners.delete(listener),
      },
    },
  });
  Object.assign(fakeBrowser.runtime, { getManifest: () => ({ version: '0.1.0', manifest_version: 3, name: 'Veiligsteller' }) });
  Object.assign(fakeBrowser.tabs, { get: async (id: number) => ({ id, url: 'https://x.com/' }) });
  globalThis.fetch = async (address, init = {}) => {
    through('network');
    const url = new URL(String(address instanceof Request ? address.url : address));
    if (url.host !== receiverHost) return media();
    const told = await receiverAnswer(url, init);
    through('network'); // done there, and the answer can still get lost (F19)
    return told;
  };
}

/** An empty installation with an organisation, and one capture begun in a tab. */
export async function begin(): Promise<void> {
  fakeBrowser.storage.resetState();
  await Promise.all(database().tables.map((table) => table.clear()));
  emptyReceiver();
  await savePolicy(policy);
  await started(jobId, captureId);
}

/** Before every test: no fault armed, page, media, downloads and clock as usual, and one capture begun. */
export async function freshWorld(): Promise<void> {
  disarm();
  setClock(0);
  setPage();
  setMedia();
  setDownload();
  await begin();
}

/** Of the receiver in memory. */
export const target = {
  kind: 'webdav',
  id: 'dms',
  name: 'DMS',
  url: `https://${receiverHost}/dav/`,
  folder: '{jaar}',
  user: 'proef',
} as const;
export { policy };

async function started(id: string, capture: string): Promise<void> {
  const startedAt = '2026-11-22T10:00:00.000Z';
  await writeJob({
    status: { id, tabId, step: 'reading', posts: 1, reactions: 2, startedAt, heardAt: startedAt },
    choice: { scenario: 'B', proposed: 'B', accountType: 'corporate', because: [], decidedBy: 'voorstel' },
    account,
    key: '07'.repeat(32),
    captureId: capture,
  });
  const about = { object: capture, resultaat: 'geslaagd', herkomst: 'worker', actor: policy.actorRole } as const;
  await appendLog({ actie: 'capture-started', ...about, tijd: startedAt });
}

/** What the user does after a fault: wait for the page to hand over again, or begin anew where the capture failed. */
export async function captureAgain(): Promise<void> {
  const job = await readJob(jobId);
  if (job && !job.status.failure) return void (await handOver());
  await captureAnother();
}

/** A second capture of the same page; answers its name. */
export async function captureAnother(): Promise<string> {
  await started('taak-2', 'VS-20261122-0002');
  return handOver('taak-2');
}

/** A question and its answer, either of which can get lost. */
async function asked<T>(work: () => Promise<T>): Promise<T> {
  try {
    through('message');
    const answer = await work();
    through('message');
    return answer;
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure(error instanceof DOMException ? 'interrupted' : asFailure(error).code, {}, { cause: error });
  }
}

/** The content script hands over what it read, by messages that can get lost on their way there or back. */
export async function handOver(job = jobId): Promise<string> {
  const asker = { tabId, url: page.url };
  return deliver(page, {
    async part(part, items) {
      await asked(() => takeHandlers.draftPart({ job, part, items }, asker));
    },
    done: (parts, head) => asked(() => takeHandlers.draftDone({ job, parts, head }, asker)),
  });
}
