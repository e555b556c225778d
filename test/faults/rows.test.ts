/**
 * The rows of the list of faults that need no browser and no loop, each arranged, done, and asked for all its promises (I1–I6): after the
 * fault and a restart, and again after the user went on. Everybody is invented.
 */
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { exportCapture, sealedPackage } from '../../entrypoints/background/export.ts';
import { manageHandlers } from '../../entrypoints/background/manage.ts';
import { recover } from '../../entrypoints/background/recover.ts';
import { retryStamps } from '../../entrypoints/background/stamps.ts';
import { tabClosed } from '../../entrypoints/background/jobs.ts';
import { verifyPackage } from '../../lib/bundle/verify.ts';
import { asFailure } from '../../lib/model/failure.ts';
import { detectors } from '../../lib/privacy/detectors/all.ts';
import { readBlob } from '../../lib/store/blobs.ts';
import { readCapture, readRow } from '../../lib/store/captures.ts';
import { database } from '../../lib/store/database.ts';
import { deliveriesOf } from '../../lib/store/deliveries.ts';
import { readLog } from '../../lib/store/log.ts';
import { asStoreFailure } from '../../lib/store/room.ts';
import { allJobs } from '../../lib/store/session.ts';
import { savePolicy } from '../../lib/store/settings.ts';
import { textOf, unzipped } from '../lib/bundle/unzipped.ts';
import { dice } from '../../lib/practice/dice.ts';
import { acts } from './campaign.ts';
import { broken } from './invariants.ts';
import { received, refuseWith } from './receiver.ts';
import { arm, disarm, installSeam, setClock } from './seam.ts';
import {
  begin,
  captureAgain,
  captureAnother,
  captureId,
  freshWorld,
  furnish,
  handOver,
  policy,
  setDownload,
  setMedia,
  setPage,
} from './world.ts';

const seed = Number(process.env['FOUTEN_ZAAD'] ?? 1);

beforeAll(() => {
  installSeam();
  furnish();
});
beforeEach(freshWorld);

/** Its code, or `ok`. */
const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'ok',
    (error: unknown) => asFailure(error).code,
  );

async function restart(isBrowserNew = false): Promise<void> {
  disarm();
  database().close({ disableAutoOpen: false });
  if (isBrowserNew) await fakeBrowser.storage.session.clear();
  await recover({ isBrowserNew });
}

/** I1–I5 now and after the user went on, which must succeed (I6). */
async function holds(again: () => Promise<unknown>): Promise<void> {
  expect(await broken()).toEqual([]);
  await again();
  expect(await broken()).toEqual([]);
}

const exported = () => exportCapture({ id: captureId });
const packageBytes = async () => (await readBlob((await readRow(captureId)).sealed ?? '')).bytes;
const states = async () => (await database().captures.toArray()).map(({ id, state }) => `${id} ${state}`);

describe('F4 and F13: the tab, or the extension, goes while a capture runs', () => {
  it('says that it failed, and another one can begin', async () => {
    await tabClosed(7);
    await restart();
    expect((await readLog()).at(-1)).toMatchObject({ actie: 'capture-failed', toelichting: 'tab-gone' });
    await holds(captureAgain);
  });

  it('says so too where the extension was reloaded: its memory is gone, and the page that goes on is refused', async () => {
    await restart(true);
    expect((await readLog()).at(-1)).toMatchObject({ actie: 'capture-failed', toelichting: 'interrupted' });
    expect(await codeOf(handOver())).toBe('not-allowed');
    await holds(() => begin().then(() => handOver()));
  });
});

const roomAskedFor = (work: Promise<unknown>) =>
  work.then(
    () => 0,
    async (error: unknown) => Number((await asStoreFailure(error)).detail['neededBytes']), // as the worker tells it
  );

describe('F10 and F30: no room any more, also for saying so', () => {
  it('keeps what stood there, and says what fits once there is room', async () => {
    await handOver();
    const before = await states();
    arm({ kinds: ['storage'], at: 1, manner: 'full' });
    expect(await roomAskedFor(exported())).toBeGreaterThanOrEqual(1_000_000); // what a browser needs besides what is written
    await restart();
    expect(await states()).toEqual(before);
    await holds(exported);
  });
});

describe('F11: a record that was damaged on disk', () => {
  it('is never handed out and named by its capture; all others go on, and it can be deleted', async () => {
    await handOver();
    const { content } = await readRow(captureId);
    await database().blobs.update(content, { blob: new Blob(['{"half":']) });
    expect(await codeOf(readCapture(captureId))).toBe('storage-failed');
    expect(await codeOf(exported())).toBe('storage-failed');
    await restart();
    expect(await broken()).toEqual([
      { invariant: 'I2', how: 'bytes missing or changed' },
      { invariant: 'I2', how: 'a capture that cannot be read' },
    ]);
    await manageHandlers.deleteCapture({ id: captureId, reason: 'beschadigd' });
    await holds(captureAnother);
  });
});

describe('F15: nothing but the bare browser', () => {
  it('works where no administrator can have set anything', async () => {
    vi.spyOn(fakeBrowser.storage.managed, 'get').mockRejectedValue(new Error('Managed storage manifest not found'));
    expect(await handOver()).toBe(captureId);
    await holds(exported);
    vi.restoreAllMocks();
  });
});

describe('F16: a clock that is wrong', () => {
  it.each([
    ['a day ahead', 86_400_000],
    ['in another year', 400 * 86_400_000],
    ['an hour back, as in autumn', -3_600_000],
  ])('orders by number and not by hour: %s', async (_what, jump) => {
    await handOver();
    setClock(jump);
    await exported();
    setClock(0);
    const log = await readLog();
    expect(log.map(({ seq }) => seq)).toEqual(log.map((_line, at) => at + 1));
    await restart();
    await holds(exported);
  });
});

describe('F18: a receiver that refuses', () => {
  const answers = [200, 302, 400, 401, 403, 404, 408, 409, 412, 413, 415, 422, 429, 500, 502, 503, 504];
  it.each(answers)('with %i has nothing that is called delivered; once it takes again it has it once', async (status) => {
    const [, , delivering] = acts;
    await delivering?.arrange();
    refuseWith(status);
    await delivering?.act().catch(() => undefined);
    await restart();
    expect((await deliveriesOf(captureId)).filter(({ state }) => state === 'certain')).toEqual([]);
    expect(received()).toEqual([]);
    expect(await broken()).toEqual([]);
    refuseWith();
    await holds(async () => delivering?.again());
    expect(received().filter(({ name }) => name === `${captureId}.zip`)).toHaveLength(1);
  });
});

describe('F20: an authority that does not answer', () => {
  it('keeps no package waiting and stamps nothing itself; it is asked again', async () => {
    await handOver();
    const roots = '-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----';
    await savePolicy({
      ...policy,
      stampAuthorities: [{ name: 'Voorbeeldautoriteit', url: 'https://tsa.voorbeeld.example/', roots }],
    });
    setMedia(() => new Response('storing', { status: 503 }));
    await exported();
    await restart();
    expect((await readRow(captureId)).stamps).toEqual({ waiting: ['Voorbeeldautoriteit'], late: 0 });
    await holds(retryStamps);
    expect(await retryStamps()).toEqual({ missing: 1 });
  });
});

describe('F21: the key to sign with is gone', () => {
  it('is followed by another, the log notes it, and the package before it still checks', async () => {
    await handOver();
    await exported();
    const first = await packageBytes();
    await database().keys.clear();
    await sealedPackage(await captureAnother());
    await restart();
    expect((await readLog()).filter(({ actie }) => actie === 'key-made')).toHaveLength(2);
    expect(await verifyPackage(first)).toMatchObject({ ok: true });
    await holds(exported);
  });
});

describe('F22: a rule that finds people fails', () => {
  it('stores nothing at all, and says so', async () => {
    const [first] = detectors;
    vi.spyOn(first!, 'find').mockImplementation(() => {
      throw new RangeError('the rule went wrong');
    });
    expect(await codeOf(handOver())).toBe('unexpected');
    vi.restoreAllMocks();
    expect(await states()).toEqual([]);
    await restart();
    await holds(captureAgain);
  });
});

describe('F24: no picture can be drawn', () => {
  it('leaves the package whole, and it says that there is none', async () => {
    await handOver();
    await exported(); // in this world nothing draws
    const { facts, ok } = await verifyPackage(await packageBytes());
    expect([ok, facts.id]).toEqual([true, captureId]);
    const account = textOf(await unzipped(await packageBytes()), '-veiligstelling.json');
    expect(account).toMatch(/schermafbeelding/i);
    await restart();
    await holds(exported);
  });
});

describe('F25: a photo that does not come', () => {
  it.each([
    ['gone', () => new Response(null, { status: 404 }), 'gone'],
    ['not given any more', () => new Response(null, { status: 403 }), 'forbidden'],
    ['something else', () => new Response('<p>inloggen</p>', { headers: { 'content-type': 'text/html' } }), 'wrong-type'],
    ['a part of it', () => new Response('deel', { status: 206, headers: { 'content-type': 'image/jpeg' } }), 'network'],
    ['broken off', () => Promise.reject(new TypeError('network')), 'network'],
    ['a photo no more', () => new Response('geen foto', { headers: { 'content-type': 'image/jpeg' } }), 'metadata-not-readable'],
  ] as const)('is missing with its reason, and the capture is not called whole: %s', async (_what, responder, reason) => {
    setMedia(responder);
    await handOver();
    await restart();
    const { posts, completeness } = await readCapture(captureId);
    expect(posts[0]?.media).toMatchObject([{ state: 'missing', reason }]);
    expect(completeness.state).toBe('TEKORT');
    await holds(exported);
  });
});

describe('F26: a file that cannot be saved', () => {
  it.each([
    ['the name is refused', 'refused'],
    ['the user cancels', { state: 'interrupted', error: 'USER_CANCELED' }],
    ['the folder is read-only', { state: 'interrupted', error: 'FILE_ACCESS_DENIED' }],
    ['it is shorter than it should be', { state: 'complete', fileSize: 7 }],
    ['something takes it away', 'gone'],
  ] as const)('is not called saved, and can be asked for again: %s', async (_what, how) => {
    await handOver();
    setDownload(how);
    expect(await codeOf(exported())).not.toBe('ok');
    setDownload();
    await restart();
    expect(await states()).toEqual([`${captureId} sealed`]);
    await holds(exported);
    expect(await states()).toEqual([`${captureId} delivered`]);
  });
});

describe('F27: odd text', () => {
  const odd = [
    '\u{D800}',
    '\u0000',
    '\u{FFFE}',
    '\u202Etxet',
    '\u{1F469}\u200D\u{1F4BB}'.repeat(3_000),
    'e\u0301'.repeat(50),
    ']]>&<!DOCTYPE',
  ];
  it.each(odd.map((text, at) => [at, text] as const))('comes through store and package as it was, number %i', async (_at, text) => {
    setPage((usual) => ({ ...usual, items: usual.items.map((one, at) => (at === 0 ? { ...one, text: `Voor ${text} na` } : one)) }));
    await handOver();
    const kept = (await readCapture(captureId)).posts[0]?.text ?? '';
    expect(kept.startsWith('Voor ')).toBe(true);
    expect(kept.endsWith(' na')).toBe(true);
    await exported();
    expect(await verifyPackage(await packageBytes())).toMatchObject({ ok: true });
    await restart();
    await holds(exported);
  });
});

describe('F29: deleting', () => {
  it('leaves no byte of one capture, a line without what was in it, and every other one as it was', async () => {
    await handOver();
    await exported();
    const first = await packageBytes();
    const other = await captureAnother();
    await manageHandlers.deleteCapture({ id: captureId, reason: 'termijn verstreken' });
    await restart();
    expect((await states()).map((line) => line.split(' ')[0])).toEqual([other]);
    expect((await readLog()).at(-1)).toMatchObject({ actie: 'deleted', object: captureId, toelichting: 'termijn verstreken' });
    expect(await verifyPackage(first)).toMatchObject({ ok: true });
    await holds(() => sealedPackage(other));
  });
});

describe('F29: a page that hands over again what somebody deleted meanwhile', () => {
  it('brings nothing back', async () => {
    await handOver();
    await manageHandlers.deleteCapture({ id: captureId, reason: 'op verzoek' });
    expect(await codeOf(handOver())).toBe('not-found');
    await restart();
    expect(await states()).toEqual([]);
    await holds(captureAnother);
  });
});

describe('F30: a fault while recovering from a fault', () => {
  it.each([1, 2, 3])('is recovered from as well, at every call of the recovery, try %i', { timeout: 120_000 }, async (round) => {
    const roll = dice(seed * 100 + round);
    for (let second = 1, isMet = true; isMet; second++) {
      await begin();
      arm({ kinds: ['storage', 'message'], at: 1 + roll.below(40), manner: 'dies' });
      await handOver().catch(() => undefined);
      disarm();
      database().close({ disableAutoOpen: false });
      await fakeBrowser.storage.session.clear();
      arm({ kinds: ['storage'], at: second, manner: 'dies' });
      await recover({ isBrowserNew: true }).catch(() => undefined);
      isMet = disarm() >= second;
      await restart(true);
      expect((await allJobs()).length).toBe(0);
      await holds(captureAgain);
    }
  });
});
