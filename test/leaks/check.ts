/** One planted page, judged: nobody in what is stored or in the package, the gate quiet, our own still there. */
import { trip } from './pipeline.ts';
import type { Trip, TripOptions } from './pipeline.ts';
import { scanContent } from './scan.ts';
import type { Needle } from './scan.ts';

export interface Planted extends TripOptions {
  readonly html: string;
  readonly address: string;
  readonly needles: readonly Needle[];
  /** What must still be there. */
  readonly stays: string;
}

export interface Judged extends Trip {
  /** Empty: clean. */
  readonly wrong: readonly string[];
}

export async function judged({ html, address, needles, stays, ...options }: Planted): Promise<Judged> {
  const result = await trip(html, address, options);
  const left = [...scanContent(result.stored, 'stored', needles), ...scanContent(result.zip ?? '', 'package', needles)];
  // alive: a row that was never there proves nothing (S5)
  const isAlive = scanContent(html, 'page', needles).length > 0;
  return {
    ...result,
    wrong: [
      ...(isAlive ? [] : ['nobody was planted']),
      ...left.map(({ place, whose, kind, form }) => `${whose}: ${kind} (${form}) in ${place.split('/').at(-1)}`),
      ...(result.gate.ok ? [] : result.gate.hits.map(({ where, kind }) => `the gate found ${kind} at ${where}`)),
      ...result.stoppedFiles.map((file) => `the gate stopped ${file}`),
      ...(result.stored.includes(stays) ? [] : ['our own name is gone']),
      ...(result.stripped.posts.length > 0 ? [] : ['our own post is gone']),
    ],
  };
}

export const wrongWith = async (planted: Planted): Promise<readonly string[]> => (await judged(planted)).wrong;
