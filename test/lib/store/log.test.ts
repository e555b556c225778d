import { beforeEach, describe, expect, it } from 'vitest';
import { verifyChain } from '../../../lib/model/chain.ts';
import { database } from '../../../lib/store/database.ts';
import { appendLog, logOf, logSince, readLog } from '../../../lib/store/log.ts';

const fields = (object: string) =>
  ({
    actie: 'stripped',
    object,
    resultaat: 'geslaagd',
    herkomst: 'worker',
    actor: 'Medewerker',
    tijd: '2026-11-22T10:00:00.000Z',
  }) as const;
beforeEach(() => database().log.clear());

describe('the handelingenlog (D14)', () => {
  it('chains lines that are added at the same moment', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, index) => appendLog(fields(`VS-20261122-${String(index).padStart(4, '0')}`))));
    const lines = await readLog();
    expect(lines.map(({ seq }) => seq)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
    expect(await verifyChain(lines)).toEqual({ problems: [], gaps: 0 });
  });

  it('breaks when a line is altered afterwards', async () => {
    await appendLog(fields('VS-20261122-0001'));
    await appendLog(fields('VS-20261122-0002'));
    await database().log.update(1, { resultaat: 'mislukt' });
    expect((await verifyChain(await readLog())).problems).toEqual([{ seq: 1, kind: 'hash' }]);
  });

  it('gives the whole stretch between the lines of one capture', async () => {
    for (const object of ['a', 'b', 'c', 'b', 'd']) await appendLog(fields(object));
    expect((await logOf('b')).map(({ object }) => object)).toEqual(['b', 'c', 'b']);
  });

  it('leaves letters out of a dossier’s package, and gives a letter a chain that shares nothing with it (G3)', async () => {
    const letter = 'BB-20261122-abcdefgh';
    for (const object of ['VS-1', letter, 'VS-1', letter, 'VS-1']) await appendLog(fields(object));
    const [ofDossier, ofLetter, all] = [await logSince('VS-1'), await logSince(letter), await readLog()];
    expect(ofDossier.map(({ object }) => object)).toEqual(['VS-1', 'VS-1', 'VS-1']);
    expect((await verifyChain(ofDossier)).problems).toEqual([]);
    expect(ofLetter.map(({ seq }) => seq)).toEqual([1, 2]);
    expect(await verifyChain(ofLetter)).toEqual({ problems: [], gaps: 0 });
    const hashes = new Set(all.flatMap(({ hash, vorige }) => [hash, vorige]).filter(Boolean));
    expect(ofLetter.flatMap(({ hash, vorige }) => [hash, vorige]).filter((hash) => hashes.has(hash))).toEqual([]);
  });
});
