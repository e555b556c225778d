/** Codes that say nothing to a reader and may say everything to a machine: left out, whatever is in them. */
import { tokens } from '../tokens.ts';
import type { Folded } from '../fold.ts';
import { hasDigit, matches } from './detector.ts';
import type { Detector } from './detector.ts';

const hexRun = /(?<![0-9a-z])(?:0x)?[0-9a-f]{16,}(?![0-9a-z])/g;
const hexGroups =
  /(?<![0-9a-z])[0-9a-f]{2,12}(?:[:-][0-9a-f]{2,12}){3,40}(?![0-9a-z])|(?<![0-9a-z])(?:[0-9a-f]{8} ){2,16}[0-9a-f]{1,8}(?![0-9a-z])/g;
/** Of base64, of base58, of what a network makes of its numbers. */
const opaque = /(?<![a-z0-9+/_=-])[a-z0-9+/_-]{16,}={0,2}(?![a-z0-9+/_=-])/g;

const count = (text: string, sign: RegExp): number => text.match(sign)?.length ?? 0;
const isHex = (found: string): boolean =>
  count(found, /[0-9]/g) > 2 && count(found, /[a-f]/g) > 2 && count(found, /[0-9a-f]/g) > 15;

/** Capitals, small letters and digits through one another, unlike words and numbers put together: "GroenLinks2024". */
function isOpaque(found: string, at: number, { capitals }: Folded): boolean {
  const written = Array.from(found, (char, index) => (capitals[at + index] === 1 ? char.toUpperCase() : char)).join('');
  if (!/[a-z]/.test(written) || !/[A-Z]/.test(written) || !/[0-9+/]/.test(written)) return false;
  const pieces = written.match(/[A-Z]?[a-z]+|[A-Z]+|\d+/g) ?? [];
  return pieces.join('').length / pieces.length < 2.7;
}

/** An address is judged as an address. */
const isInAddress = (text: string, at: number): boolean =>
  /(?:https?:\/\/|www\.|[a-z0-9]\.[a-z]{2,12}\/)\S{0,300}$/.test(text.slice(Math.max(0, at - 300), at));

export const code: Detector = {
  id: 'patroon.code',
  kind: 'platform-id',
  token: tokens.nummer,
  find(folded) {
    const { text } = folded;
    if (!hasDigit(text)) return [];
    const found = [
      ...[hexRun, hexGroups].flatMap((pattern) => matches(text, pattern, (one) => (isHex(one) ? 0.7 : undefined))),
      ...matches(text, opaque, (one, at) => (isOpaque(one, at, folded) ? 0.7 : undefined)),
    ];
    return found.filter(({ start }) => !isInAddress(text, start));
  },
};
