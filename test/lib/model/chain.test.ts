import { describe, expect, it } from 'vitest';
import { canonicalJson, chainLine, verifyChain } from '../../../lib/model/chain.ts';
import type { Handeling } from '../../../lib/model/log.ts';

const fields = (object: string) =>
  ({
    actie: 'stripped',
    object,
    resultaat: 'geslaagd',
    herkomst: 'worker',
    actor: 'Medewerker',
    tijd: '2026-11-20T10:15:00Z',
  }) as const;

async function log(count: number): Promise<Handeling[]> {
  const lines: Handeling[] = [];
  for (let n = 1; n <= count; n += 1) lines.push(await chainLine(lines.at(-1), fields(`VS-20261120-000${n}`)));
  return lines;
}

describe('the hash chain of the log', () => {
  it('starts with an empty previous hash and numbers from one', async () => {
    const [first, second] = await log(2);
    expect(first).toMatchObject({ seq: 1, vorige: '' });
    expect(second).toMatchObject({ seq: 2, vorige: first?.hash });
  });

  it('has the hash anybody can compute: SHA-256 over the JSON with sorted keys', async () => {
    const [first] = await log(1);
    const json =
      '{"actie":"stripped","actor":"Medewerker","herkomst":"worker","object":"VS-20261120-0001","resultaat":"geslaagd","seq":1,"tijd":"2026-11-20T10:15:00Z","vorige":""}';
    const { createHash } = await import('node:crypto');
    expect(first?.hash).toBe(createHash('sha256').update(json).digest('hex'));
  });

  it('finds nothing wrong with an untouched log', async () => {
    expect(await verifyChain(await log(4))).toEqual({ problems: [], gaps: 0 });
  });

  it('names a line whose result was changed', async () => {
    const lines = await log(3);
    lines[1] = { ...lines[1]!, resultaat: 'mislukt' };
    expect((await verifyChain(lines)).problems).toEqual([{ seq: 2, kind: 'hash' }]);
  });

  it('finds a line that was changed and hashed anew, by the line after it', async () => {
    const lines = await log(3);
    lines[1] = await chainLine(lines[0], fields('VS-20261120-0009'));
    expect((await verifyChain(lines)).problems).toEqual([{ seq: 3, kind: 'link' }]);
  });

  it('finds lines in another order', async () => {
    const [a, b, c] = await log(3);
    expect((await verifyChain([a!, c!, b!])).problems).toEqual([{ seq: 2, kind: 'order' }]);
  });

  it('counts the lines of other captures that a package leaves out as gaps, not as damage', async () => {
    const [a, , c] = await log(3);
    expect(await verifyChain([a!, c!])).toEqual({ problems: [], gaps: 1 });
  });

  it('keeps nothing a caller passes along by accident', async () => {
    const stray = { ...fields('x'), name: 'Invented Person' };
    expect(await chainLine(undefined, stray)).not.toHaveProperty('name');
  });

  it('writes keys in order at every depth and leaves absent ones out', () => {
    expect(canonicalJson({ b: [{ d: 1, c: undefined, a: null }], a: 'é' })).toBe('{"a":"é","b":[{"a":null,"d":1}]}');
  });
});
