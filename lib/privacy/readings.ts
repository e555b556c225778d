/**
 * All the ways in which a text may be read, for the redactor and the gate alike: whatever the gate finds in a package the
 * redactor has been able to see, so that nobody can stop a capture by what they write.
 */
import { decodeEscapes, stages, unitsOf } from './decode.ts';
import type { Units } from './decode.ts';
import { enciphered } from './ciphers.ts';
import { digestsIn } from './digests.ts';
import { foldUnits } from './fold.ts';
import type { Folded } from './fold.ts';
import { openings, runsIn, spelled } from './openings.ts';
import type { Opening, Run } from './openings.ts';

/** A piece of the original. */
interface Piece {
  readonly start: number;
  readonly end: number;
}
export interface Readings {
  /** As it stands, and with its escapes undone; the first is the way a person reads it. */
  readonly folds: readonly Folded[];
  /** What was written in base64 or hexadecimal. */
  readonly opened: readonly (Piece & { readonly folds: readonly Folded[] })[];
  /** What looks like a hash: hexadecimal, or base64 without its padding. */
  readonly digests: readonly (Piece & { readonly value: string })[];
}

/** Wrapped in a wrapping: no deeper. */
const DEEPEST = 4;

/** What one run of letters, digits and signs may say; offsets in the run. */
export interface RunReading {
  readonly opened: readonly (Piece & { readonly folds: readonly Folded[] })[];
  readonly digests: readonly (Piece & { readonly value: string })[];
}
export type ReadRun = (run: string) => RunReading;

export const readRun: ReadRun = (run) => runReading(run, 0);

function runReading(text: string, depth: number): RunReading {
  const run: Run = { text, at: 0 };
  const opened = openings(run).map(({ start, end, texts }) => ({
    start,
    end,
    folds: texts.flatMap((inner) => foldsOf(inner, depth + 1)),
  }));
  return { opened, digests: digestsIn(run) };
}

/** Longer ones do not come back; the page chooses how many there are. */
const LONGEST_REMEMBERED = 200;
const MOST_REMEMBERED = 20_000;

/** Ids, hashes and addresses stand in the same text many times over: of ten runs in a package nine were read before. */
export function remembered(read: ReadRun): ReadRun {
  const seen = new Map<string, RunReading>();
  return (run) => {
    const met = seen.get(run);
    if (met) return met;
    const made = read(run);
    if (run.length <= LONGEST_REMEMBERED && seen.size < MOST_REMEMBERED) seen.set(copyOf(run), made);
    return made;
  };
}

/** A piece of a text holds on to the whole of it. */
const copyOf = (piece: string): string => String.fromCharCode(...unitsOf(piece).codes);

/** `file`: a piece of a file, in which nobody wrote in code. `read`: how a run is read, where that is remembered. */
export function readings(units: Units, original: string, from: 'text' | 'file' = 'text', read = readRun): Readings {
  return readingsAt(units, original, { depth: 0, from, read });
}

interface How {
  readonly depth: number;
  readonly from: 'text' | 'file';
  readonly read: ReadRun;
}

function readingsAt(units: Units, original: string, { depth, from, read }: How): Readings {
  const plain = textOf(units);
  const isEscaped = escape.test(plain);
  const file = isEscaped ? stages(units, 'file') : [];
  const mail = isEscaped || deep.test(plain) ? stages(units, 'deep') : [];
  const folds = distinct([isEscaped ? decodeEscapes(units, 'text') : units, units, ...file, ...mail]);
  const runs = distinct([units, file.at(-1) ?? units, mail.at(-1) ?? units]).flatMap((decoded) => {
    const text = decoded === units ? plain : textOf(decoded);
    return runsIn(text).map((run) => ({ ...read(run.text), at: run.at, decoded }));
  });
  const moved = <T extends Piece>(one: T, at: number, decoded: Units): T => ({ ...one, ...pieceOf(one, at, decoded, original) });
  return {
    folds: folds.map((one) => foldUnits(one, original)),
    opened: [
      ...runs.flatMap(({ opened, at, decoded }) => opened.map((one) => moved(one, at, decoded))),
      ...spelledIn(plain, from).map(({ start, end, texts }) => ({
        ...pieceOf({ start, end }, 0, units, original),
        folds: texts.flatMap((inner) => foldsOf(inner, depth + 1)),
      })),
    ],
    digests: runs.flatMap(({ digests, at, decoded }) => digests.map((one) => moved(one, at, decoded))),
  };
}

const spelledIn = (text: string, from: 'text' | 'file'): Opening[] => [
  ...spelled(text),
  ...(from === 'text' ? enciphered(text) : []),
];

/** `at`: where in the decoded text the piece is counted from. */
const pieceOf = ({ start, end }: Piece, at: number, decoded: Units, original: string): Piece => ({
  start: decoded.starts[at + start] ?? 0,
  end: at + end < decoded.length ? (decoded.starts[at + end] ?? original.length) : original.length,
});

/** Without one of these there is nothing to undo. */
const escape = /[%&\\]/;
const deep = /=(?:[0-9a-f]{2}|\r?\n)|xn--|[\u00C2-\u00F4][^\0-\x7F]|\uD83C[\uDDE6-\uDDFF]|\uDB40/i;

function foldsOf(text: string, depth: number): Folded[] {
  const read: ReadRun = (run) => runReading(run, depth);
  const { folds, opened } = readingsAt(unitsOf(text), text, { depth, from: 'file', read });
  return depth < DEEPEST ? [...folds, ...opened.flatMap((one) => one.folds)] : [...folds];
}

/** Most texts hold no escapes, and then all are the same. */
function distinct(all: readonly Units[]): Units[] {
  return all.filter((one, index) => !all.slice(0, index).some((other) => isSame(one, other)));
}

function isSame(a: Units, b: Units): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i += 1) if (a.codes[i] !== b.codes[i]) return false;
  return true;
}

const decoder = new TextDecoder('utf-16le', { ignoreBOM: true });
const textOf = ({ codes, length }: Units): string => decoder.decode(codes.subarray(0, length));
