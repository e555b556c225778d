/** F12: profiles as each released version left them. Forward only, also interrupted half-way and done twice. Everybody is invented. */
import { readFileSync } from 'node:fs';
import { Dexie } from 'dexie';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { asFailure } from '../../lib/model/failure.ts';
import { listCaptures, readCapture } from '../../lib/store/captures.ts';
import { closeDatabase, database } from '../../lib/store/database.ts';
import { appendLog, readLog } from '../../lib/store/log.ts';
import { broken } from './invariants.ts';

interface Profile {
  /** Dexie's number; in the browser ten times that. */
  readonly version: number;
  readonly stores: Readonly<Record<string, string>>;
  readonly rows: Readonly<Record<string, readonly Record<string, unknown>[]>>;
}
/** The last is the one of now: nothing has to be done to it. */
const released = [1, 2, 3, 4, 5] as const;
const current = released.at(-1) ?? 0;
const profileOf = (version: number) =>
  JSON.parse(readFileSync(new URL(`../fixtures/profiles/${version}.json`, import.meta.url), 'utf8')) as Profile; // written by the one below

beforeEach(async () => {
  fakeBrowser.reset();
  closeDatabase();
  await Dexie.delete('veiligsteller');
});

/** Puts the profile on disk as that version had it. */
async function left({ version, stores, rows }: Profile): Promise<void> {
  const old = new Dexie('veiligsteller');
  old.version(version).stores(stores);
  for (const [name, lines] of Object.entries(rows)) await old.table(name).bulkAdd(lines.map(revived));
  old.close();
}

/** Bytes stand in the file as base64. */
function revived(row: Record<string, unknown>): Record<string, unknown> {
  const { blob, ...others } = row;
  return typeof blob === 'string'
    ? { ...others, blob: new Blob([Buffer.from(blob, 'base64')], { type: String(row['mime']) }) }
    : others;
}

/** Lets `step` come before each call; answers how to take it away again. */
function interrupted(of: object, name: string, step: () => void): () => void {
  const loose = of as Record<string, (...given: unknown[]) => unknown>; // whatever stands there is called as it was
  const real = loose[name];
  loose[name] = function before(this: unknown, ...given: unknown[]) {
    step();
    return real && Reflect.apply(real, this, given);
  };
  return () => {
    if (real) loose[name] = real;
  };
}

const line = {
  actie: 'policy-changed',
  object: 'instellingen',
  resultaat: 'geslaagd',
  herkomst: 'instellingen',
  actor: 'rol',
} as const;
const everything = async () => ({ list: await listCaptures(), log: await readLog(), broken: await broken() });

describe.each(released)('a profile of version %i', (version) => {
  it('is read whole by this one: every dossier, every hash, the log', async () => {
    const profile = profileOf(version);
    await left(profile);
    const { list, log, broken: wrong } = await everything();
    expect(list.map(({ id }) => id)).toEqual(profile.rows['captures']?.map((row) => row['id']));
    expect(log).toEqual(profile.rows['log']);
    expect(wrong).toEqual([]);
    for (const { id } of list) expect((await readCapture(id)).id).toBe(id);
    for (const name of ['deliveries', 'runs', 'escrow', 'keys'])
      expect(await database().table(name).count()).toBe(profile.rows[name]?.length ?? 0);
    await appendLog({ ...line, tijd: '2026-11-22T20:00:00.000Z' }); // it can be gone on with (I6)
    expect((await everything()).broken).toEqual([]);
  });

  it('is the same when it is opened twice', async () => {
    await left(profileOf(version));
    const once = await everything();
    closeDatabase();
    expect(await everything()).toEqual(once);
  });

  it.skipIf(version === current)('survives being interrupted at every step, and is then read whole', async () => {
    await left(profileOf(version));
    const makers = [
      [IDBDatabase.prototype, 'createObjectStore'],
      [IDBObjectStore.prototype, 'createIndex'],
    ] as const;
    let interruptions = 0;
    for (let at = 1; ; at++) {
      let seen = 0;
      const step = () => {
        seen++;
        if (seen === at) throw new DOMException('the power is gone', 'AbortError');
      };
      const spies = makers.map(([of, name]) => interrupted(of, name, step));
      const isDone = await listCaptures().then(
        () => true,
        () => false,
      );
      for (const giveBack of spies) giveBack();
      closeDatabase();
      if (isDone) break;
      interruptions++;
    }
    expect(interruptions).toBeGreaterThan(0);
    const { list, broken: wrong } = await everything();
    expect([list.length, wrong]).toEqual([profileOf(version).rows['captures']?.length, []]);
  });
});

it('has a profile of every version there is, the one of now included', async () => {
  expect((await database().open()).verno).toBe(current);
});

it('refuses a profile of a later version than this one, and leaves it as it was', async () => {
  const later = new Dexie('veiligsteller');
  later.version(90).stores({ captures: 'id', log: 'seq', toekomst: 'id' });
  await later.table('toekomst').add({ id: 'iets van later' });
  later.close();
  const told = await listCaptures().catch((error: unknown) => asFailure(error).code);
  expect(told).toBe('newer-data');
  closeDatabase();
  const again = new Dexie('veiligsteller');
  await again.open();
  expect(again.verno).toBe(90);
  expect(await again.table('toekomst').count()).toBe(1);
  again.close();
});
