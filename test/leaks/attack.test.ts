/** T25: with the full list of all accounts as an attacker, nothing matches across dossiers better than chance. Everybody is invented. */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Capture } from '../../lib/model/capture.ts';
import { follows, guessedCommitments, hashTable, orderByKey, sameNumber, sharedParts } from './attack/attacker.ts';
import { dossier, keyOf, packageText, people, withEscrow } from './attack/dossiers.ts';
import type { Dossier } from './attack/dossiers.ts';
import { writeTable } from './catalogue/table.ts';

const count = process.env['LEKKEN_ALLES'] === '1' ? 40 : 16;
const lines: string[][] = [];
let wrong = 0;
const dossiers: Dossier[] = [];

beforeAll(async () => {
  for (let at = 0; at < count; at += 1) dossiers.push(await dossier(String(at)));
}, 120_000);

afterAll(() => {
  writeTable('aanval', {
    title: `Aanval met de volledige lijst van ${people.length} accounts over ${count} dossiers (T25)`,
    heads: ['aanval', 'uitkomst', 'bij toeval', 'grens', 'op een zwakke uitvoering'],
    lines,
    wrong,
  });
});

/** `weak`: the same attack where the product would have done it badly; it must succeed, or it proves nothing (S5). */
function judged(attack: string, found: number, chance: number, limit: number, weak: number): string {
  lines.push([attack, found.toFixed(2), chance.toFixed(2), limit.toFixed(2), weak.toFixed(2)]);
  const isBetter = Math.abs(found - chance) > limit;
  const isToothless = Math.abs(weak - chance) <= limit;
  if (isBetter || isToothless) wrong += 1;
  return isBetter ? `${attack}: ${found}` : isToothless ? `${attack}: finds nothing where there is something` : byChance;
}
const byChance = 'no better than chance';

/** Four standard deviations of a rank correlation over this many dossiers. */
const correlationLimit = () => 4 / Math.sqrt((people.length - 1) * count);
const mean = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
const numbered = (order: readonly string[]): Map<string, number> => new Map(order.map((handle, at) => [handle, at + 1]));

describe('an attacker with the list of all accounts', () => {
  it('finds nobody by a table of hashes, in the packages or in the sealed file beside them', async () => {
    const [one, other] = await Promise.all(dossiers.slice(0, 2).map(withEscrow));
    const text = [
      await packageText(one!.capture),
      await packageText(other!.capture),
      JSON.stringify([one!.file.entries, other!.file.entries]),
    ].join('\n');
    const hash = createHash('sha1').update(people[3]!.handle).digest('hex').slice(0, 16);
    expect(judged('tabel van hashes', hashTable(people, text), 0, 0, hashTable(people, `{"wie":"${hash}"}`))).toBe(byChance);
  }, 60_000);

  it('finds no more people with the same number in two dossiers than chance gives', async () => {
    const pairs = dossiers.slice(1).map((one, at) => [dossiers[at]!, one] as const);
    const same = pairs.reduce((sum, [one, other]) => sum + sameNumber(one.numbers, other.numbers), 0);
    const sameKey = await Promise.all(['a', 'b'].map((seed) => dossier(seed, keyOf('dezelfde'))));
    const weak = sameNumber(sameKey[0]!.numbers, sameKey[1]!.numbers) * pairs.length;
    expect(judged('zelfde nummer in twee dossiers', same, pairs.length, 4 * Math.sqrt(pairs.length), weak)).toBe(byChance);
  });

  it.each([
    ['volgorde van verschijnen', ({ firstSeen }: Dossier) => firstSeen],
    ['alfabet', () => people.map(({ handle }) => handle).toSorted((a, b) => (a < b ? -1 : 1))],
    [
      'kenmerk op het platform',
      () => people.toSorted((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1)).map(({ handle }) => handle),
    ],
    ['aantal reacties', ({ reactions }: Dossier) => byCount(reactions)],
  ] as const)('learns nothing from the numbers by %s', (name, orderOf) => {
    const found = mean(dossiers.map((one) => follows(one.numbers, orderOf(one))));
    expect(judged(name, found, 0, correlationLimit(), follows(numbered(orderOf(dossiers[0]!)), orderOf(dossiers[0]!)))).toBe(
      byChance,
    );
  });

  it('guesses no key: not of nothing, of the dossier, the page, the account or our own words', async () => {
    const best = guessed(dossiers[0]!)
      .map((_, at) => mean(dossiers.map((one) => follows(one.numbers, orderByKey(people, guessed(one)[at]!)))))
      .toSorted((a, b) => Math.abs(b) - Math.abs(a))[0]!;
    const weak = await dossier('zwak', new Uint8Array(32));
    expect(
      judged('sleutel raden', best, 0, correlationLimit(), follows(weak.numbers, orderByKey(people, new Uint8Array(32)))),
    ).toBe(byChance);
  });

  it('can compute no commitment, though it knows text, number and account of every reaction', async () => {
    const [one] = dossiers;
    const { capture } = await withEscrow(one!);
    const commitments = new Set(capture.reactions.flatMap(({ commitment }) => commitment ?? []));
    expect(commitments.size).toBe(one!.reactions.length);
    const salts = ['', '0'.repeat(64), capture.id, capture.url, capture.account.handle, 'veiligsteller'];
    const found = one!.reactions.filter((reaction) => guessedCommitments(reaction, salts).some((guess) => commitments.has(guess)));
    const { handle, id, text } = one!.reactions[0]!;
    const weak = createHash('sha256').update(JSON.stringify({ handle, id, text })).digest('hex');
    expect(
      judged('verbintenis narekenen', found.length, 0, 0, guessedCommitments(one!.reactions[0]!, salts).includes(weak) ? 1 : 0),
    ).toBe(byChance);
  });

  it('finds no commitment and no piece of a sealed entry in two dossiers of the same page', async () => {
    const [one, other] = await Promise.all([withEscrow(dossiers[0]!), withEscrow(await dossier('0', keyOf('tweede keer')))]);
    const ofOther = new Set(commitmentsOf(other.capture));
    const same = commitmentsOf(one.capture).filter((commitment) => ofOther.has(commitment)).length;
    const entries = ({ file }: typeof one): string[] => file.entries.map(({ jwe }) => jwe);
    expect(judged('verbintenis in beide', same, 0, 0, commitmentsOf(one.capture).length)).toBe(byChance);
    expect(
      judged('kluisregel in beide', sharedParts(entries(one), entries(other)), 0, 0, sharedParts(entries(one), entries(one))),
    ).toBe(byChance);
    expect(new Set([...entries(one), ...entries(other)].map(({ length }) => length)).size).toBe(1);
  });

  it('finds no number of a person or a reaction to look up', () => {
    const numbers = [...dossiers[0]!.reactions, ...people].map(({ id }) => id);
    const inText = (text: string): number => numbers.filter((number) => text.includes(number)).length;
    expect(
      judged(
        'kenmerk opzoeken',
        inText(JSON.stringify(dossiers[0]!.capture)),
        0,
        0,
        inText(JSON.stringify(dossiers[0]!.reactions)),
      ),
    ).toBe(byChance);
  });
});

const guessed = ({ capture }: Dossier): (string | Uint8Array)[] => [
  new Uint8Array(32),
  '',
  'veiligsteller',
  capture.id,
  capture.url,
  capture.account.handle,
  capture.organisation.name,
  createHash('sha256').update(capture.id).digest(),
  createHash('sha256').update(capture.url).digest(),
];

const commitmentsOf = ({ reactions }: Capture): string[] => reactions.flatMap(({ commitment }) => commitment ?? []);

function byCount(reactions: Dossier['reactions']): string[] {
  const counts = Map.groupBy(reactions, ({ handle }) => handle);
  return people
    .map(({ handle }) => handle)
    .toSorted((a, b) => (counts.get(b)?.length ?? 0) - (counts.get(a)?.length ?? 0) || (a < b ? -1 : 1));
}
