/** Medians, spreads, ratios and slopes. */
import type { Figure, Row, Unit } from './report/shape.ts';

/** No new round begins after this long. */
const patienceMs = 120_000;

/**
 * Ours and the others in turn, so that a busy moment of the machine meets all alike. Where there is time for several rounds, the
 * first does not count: code runs slowly the first time.
 */
export async function alternate<N extends string>(
  rounds: number,
  work: Readonly<Record<N, (round: number) => number | Promise<number>>>,
): Promise<Record<N, Figure>> {
  const names = Object.keys(work) as N[]; // its own keys
  const given = new Map<N, number[]>(names.map((name) => [name, []]));
  const wanted = rounds > 1 ? rounds + 1 : 1;
  const started = performance.now();
  for (let round = 0; round < wanted && (round === 0 || performance.now() - started < patienceMs); round += 1)
    for (const name of names) given.get(name)?.push(await work[name](round));
  const figureOf = (name: N) => figure(name, (given.get(name) ?? []).slice(rounds > 1 ? -rounds : 0));
  return Object.fromEntries(names.map((name) => [name, figureOf(name)])) as Record<N, Figure>; // one for each name
}

export function figure(of: string, values: readonly number[]): Figure {
  if (values.length === 0) throw new Error(`Nothing was measured of ${of}`);
  return { of, median: median(values), low: Math.min(...values), high: Math.max(...values), rounds: values.length };
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2;
}

/** How fast the time grows with the size: 1 is "twice as much takes twice as long". Least squares over the logarithms. */
export function slope(points: readonly (readonly [size: number, ms: number])[]): number {
  const logs = points.map(([size, ms]) => [Math.log(size), Math.log(ms)] as const);
  const [meanX, meanY] = [mean(logs.map(([x]) => x)), mean(logs.map(([, y]) => y))];
  const over = logs.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0);
  return over / logs.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

export async function timed(work: () => unknown): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

type Goal = Row['goals'][number];

export function atMost(limit: number, value: number, words: string): Goal {
  return { words, value, limit, is: 'most', isMet: value <= limit };
}

export function atLeast(limit: number, value: number, words: string): Goal {
  return { words, value, limit, is: 'least', isMet: value >= limit };
}

export function row(what: string, unit: Unit, ours: Figure, more: Partial<Pick<Row, 'peers' | 'goals' | 'note'>> = {}): Row {
  return { what, unit, ours: { ...ours, of: 'Veiligsteller' }, peers: [], goals: [], ...more };
}
