/**
 * All the ways in which a text may be read, for the redactor and the gate alike: whatever the gate finds in a package the
 * redactor has been able to see, so that nobody can stop a capture by what they write.
 */
import { decodeEscapes, stages, unitsOf } from './decode.ts';
import type { Units } from './decode.ts';
import { digestsIn } from './digests.ts';
import { foldUnits } from './fold.ts';
import type { Folded } from './fold.ts';
import { openings, runsIn, spelled } from './openings.ts';
import type { Opening } from './openings.ts';

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
const DEEPEST = 2;

export function readings(units: Units, original: string, depth = 0): Readings {
  const plain = textOf(units);
  const isEscaped = escape.test(plain);
  const file = isEscaped ? stages(units, 'file') : [];
  const mail = isEscaped || deep.test(plain) ? stages(units, 'deep') : [];
  const folds = distinct([isEscaped ? decodeEscapes(units, 'text') : units, units, ...file, ...mail]);
  const runs = distinct([units, file.at(-1) ?? units, mail.at(-1) ?? units]).flatMap((decoded) => {
    const text = decoded === units ? plain : textOf(decoded);
    return runsIn(text).map((run) => ({ run, decoded }));
  });
  return {
    folds: folds.map((one) => foldUnits(one, original)),
    opened: [...runs.flatMap(({ run, decoded }) => openings(run).map((one) => ({ one, decoded }))), ...spelledIn(units, plain)].map(
      ({ one, decoded }) => ({
        ...pieceOf(one, decoded, original),
        folds: one.texts.flatMap((inner) => foldsOf(inner, depth + 1)),
      }),
    ),
    digests: runs.flatMap(({ run, decoded }) =>
      digestsIn(run).map((one) => ({ ...pieceOf(one, decoded, original), value: one.value })),
    ),
  };
}

const spelledIn = (units: Units, text: string): { one: Opening; decoded: Units }[] =>
  spelled(text).map((one) => ({ one, decoded: units }));

const pieceOf = ({ start, end }: Piece, decoded: Units, original: string): Piece => ({
  start: decoded.starts[start] ?? 0,
  end: end < decoded.length ? (decoded.starts[end] ?? original.length) : original.length,
});

/** Without one of these there is nothing to undo. */
const escape = /[%&\\]/;
const deep = /=(?:[0-9a-f]{2}|\r?\n)|xn--|[\u00C2-\u00F4][^\0-\x7F]|\uD83C[\uDDE6-\uDDFF]|\uDB40/i;

function foldsOf(text: string, depth: number): Folded[] {
  const { folds, opened } = readings(unitsOf(text), text, depth);
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
