/** A diagnosis tells how an installation is and names nobody: a person is planted wherever somebody could be. Everybody is invented. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { diagnose } from '../../../entrypoints/background/diagnose.ts';
import type { Delivery } from '../../../lib/model/delivery.ts';
import type { DiagnosisSection } from '../../../lib/model/diagnosis.ts';
import type { Run } from '../../../lib/model/run.ts';
import { closeDatabase, database } from '../../../lib/store/database.ts';
import { appendLog } from '../../../lib/store/log.ts';
import { writeJob } from '../../../lib/store/session.ts';
import { keepSecret } from '../../../lib/store/secrets.ts';
import { savePolicy } from '../../../lib/store/settings.ts';
import { tablesOf, textOf } from '../../../lib/ui/diagnosis.ts';
import { speak } from '../../../lib/ui/words.ts';
import en from '../../../public/_locales/en/messages.json' with { type: 'json' };
import nl from '../../../public/_locales/nl/messages.json' with { type: 'json' };
import { captureB, policy, summaryOf } from '../../components/samples.ts';

const name = 'Wietske Kraaijenbrink';
const handle = 'wkraaij_1984';
const host = 'wietske.kraaijenbrink.example';
const somebody = /wietske|kraaij/i;
const tijd = '2026-11-22T10:00:00.000Z';

const target = { kind: 'webdav', id: 'kraaij', name, url: `https://${host}/dav`, folder: name, user: handle } as const;
const delivery: Delivery = {
  id: 'VS-20261122-0001~kraaij',
  capture: 'VS-20261122-0001',
  target: 'kraaij',
  targetName: name,
  state: 'stopped',
  files: [{ fileName: `${handle}.zip`, sha256: 'ab', bytes: 1, mime: name }],
  facts: { naam: name, account: handle, adres: `https://${host}/` },
  priority: 1,
  queuedAt: tijd,
  attempts: 3,
  nextAt: 0,
  problem: { code: 'login', status: 401, at: tijd },
  resume: name,
};
const run: Run = {
  id: 'r1',
  kind: 'ronde',
  state: 'paused',
  startedAt: tijd,
  account: { platform: 'x', handle },
  steps: [{ post: { platform: 'x', url: `https://${host}/1`, scenario: 'C', reason: name, capacity: name }, state: 'failed' }],
};

async function furnish(): Promise<void> {
  await savePolicy({
    ...policy,
    organisation: { name, contactRole: name, contactEmail: `${handle}@${host}` },
    accounts: [{ platform: 'x', handle, type: 'persoonlijk', holder: name }],
    bodies: [{ platform: 'x', handle, name }],
    actorRole: name,
    capacities: [name],
    hotspots: [{ code: handle, name, from: '2026-01-01', words: [name] }],
    stampAuthorities: [{ name, url: `https://${host}/tsa`, roots: `-----BEGIN CERTIFICATE-----${name}` }],
    letterTeams: [name],
    targets: [target],
  });
  const { captures, deliveries, runs, meta, escrow } = database();
  const correction = { act: 'withdrawn', at: tijd, reason: name } as const;
  const row = summaryOf(captureB, {
    accountHandle: handle,
    title: name,
    url: `https://${host}/1`,
    postId: handle,
    hotspot: name,
    correction,
  });
  await captures.put({ ...row, content: 'cd', media: [], idempotencyKey: handle, stamps: { waiting: [name], late: 0 } });
  await deliveries.put(delivery);
  await runs.put(run);
  await meta.put({ key: handle, value: name });
  await escrow.put({ id: handle, file: { entries: [], keyId: name } as never }); // not looked at
  await keepSecret('kraaij', name);
  const line = { object: handle, herkomst: name, actor: name, tijd } as const;
  await appendLog({ ...line, actie: 'capture-failed', resultaat: 'mislukt', toelichting: 'interrupted' });
  await appendLog({
    ...line,
    actie: 'delivery-failed',
    resultaat: 'mislukt',
    toelichting: `aan ${name}: login, antwoord 401; wacht op ${name}`,
  });
  await appendLog({ ...line, actie: 'capture-refused', resultaat: 'geweigerd', toelichting: name });
  await writeJob({
    status: { id: 'j1', tabId: 7, step: 'reading', posts: 1, reactions: 1, startedAt: tijd, heardAt: tijd },
    choice: { scenario: 'C', proposed: 'C', accountType: 'persoonlijk', because: [], decidedBy: 'voorstel', capacity: name },
    account: { platform: 'x', handle, type: 'persoonlijk', holder: name },
    key: handle,
    captureId: 'VS-20261122-0002',
  });
}

beforeEach(async () => {
  fakeBrowser.reset();
  vi.restoreAllMocks();
  speak('nl', nl);
  Object.assign(fakeBrowser.runtime, {
    getManifest: () => ({ version: '0.1.0', manifest_version: 3, name }),
    getPlatformInfo: async () => ({ os: 'linux', arch: 'x86-64' }),
  });
  Object.assign(fakeBrowser, {
    permissions: {
      contains: async () => true,
      getAll: async () => ({ permissions: ['storage', 'alarms'], origins: [`https://${host}/*`, 'https://pbs.twimg.com/*'] }),
    },
  });
  vi.stubGlobal('navigator', {
    userAgent: 'Mozilla/5.0 (X11; Linux) Chrome/156.0.0.0 Safari/537.36',
    storage: { estimate: async () => ({ usage: 12_300_000, quota: 9_000_000_000 }) },
  });
  await Promise.all(database().tables.map((table) => table.clear()));
});

const factsOf = async (section: DiagnosisSection) => (await diagnose()).parts.find((one) => one.section === section);

describe('a diagnosis', () => {
  it('names nobody, in no part and in no language, wherever somebody stands', async () => {
    await furnish();
    const found = await diagnose();
    expect(found.parts.filter(({ failed }) => failed)).toEqual([]);
    expect(JSON.stringify(found)).not.toMatch(somebody);
    expect(textOf(found)).not.toMatch(somebody);
    speak('en', en);
    expect(textOf(found)).not.toMatch(somebody);
  });

  it('tells versions, room, counts by state, permissions, how targets are, and the last errors by code', async () => {
    await furnish();
    expect(await factsOf('software')).toMatchObject({ facts: { version: '0.1.0', browser: 'Chrome 156', system: 'linux x86-64' } });
    expect(await factsOf('storage')).toMatchObject({
      facts: { schema: 5, usedBytes: 12_300_000, quotaBytes: 9_000_000_000, loss: false },
    });
    expect(await factsOf('captures')).toMatchObject({ facts: { stripped: 1, corrected: 1, missingBytes: 1, running: 1 } });
    expect(await factsOf('log')).toMatchObject({ facts: { lines: 3, isWhole: true } });
    expect(await factsOf('target')).toMatchObject({
      facts: { number: 1, kind: 'webdav', hasSecret: true, mayReach: true, stopped: 1, lastProblem: 'login', lastStatus: 401 },
    });
    expect(await factsOf('permissions')).toMatchObject({
      facts: { names: 'alarms, storage', networks: 'pbs.twimg.com', otherHosts: 1 },
    });
    expect(await factsOf('errors')).toEqual({
      section: 'errors',
      facts: {
        '1 2026-11-22T10:00': 'capture-failed interrupted',
        '2 2026-11-22T10:00': 'delivery-failed login',
        '3 2026-11-22T10:00': 'capture-refused',
      },
    });
  });

  it('has words for every fact', async () => {
    await furnish();
    const labels = tablesOf(await diagnose()).flatMap(({ title, rows }) => [title, ...rows.map(([label]) => label)]);
    expect(labels.filter((label) => label.startsWith('Onbekende code'))).toEqual([]);
  });

  it('tells what it can when the store does not open, and that it does not (F11)', async () => {
    await furnish();
    closeDatabase();
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('the backing store is gone', 'UnknownError');
    });
    const failed = (await diagnose()).parts.filter((one) => one.failed);
    expect(failed.map(({ section, failed: code }) => `${section} ${code}`)).toEqual(
      ['storage', 'captures', 'log', 'deliveries', 'target', 'errors'].map((section) => `${section} storage-failed`),
    );
    vi.restoreAllMocks();
    closeDatabase();
  });
});
