/** Hashes without salt of somebody known: as good as the name itself, since anybody can make them (S4, B24). */
import { md5, sha1 } from '@noble/hashes/legacy.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { hex } from '../model/bytes.ts';
import type { Run } from './openings.ts';

interface Digest {
  readonly start: number;
  readonly end: number;
  readonly value: string;
}

/** In hexadecimal, and in base64 without padding: MD5, SHA-1, SHA-256. */
const hexLengths = [32, 40, 64];
const base64Lengths = [22, 27, 43];

const hexRun = /(?<![0-9A-Fa-f])[0-9A-Fa-f]{32,}/g;
/** Nobody writes longer ones; pictures of ours are. */
const LONGEST_RUN = 20_000;

/** Every piece that has the length of a hash, wherever in a longer run it stands. */
export function digestsIn({ text, at }: Run): Digest[] {
  if (text.length < 22 || text.length > LONGEST_RUN) return [];
  const inHex = [...text.matchAll(hexRun)].flatMap((match) => windows(match[0].toLowerCase(), at + match.index, hexLengths));
  return isLikeHash(text) ? [...inHex, ...windows(standard(text.replace(/=+$/, '')), at, base64Lengths)] : inHex;
}

/** Capitals and small letters through one another, unlike an address. */
const isLikeHash = (text: string): boolean => text.replace(/[^A-Z]+/g, '').length > 2 && text.replace(/[^a-z]+/g, '').length > 2;

function windows(run: string, start: number, lengths: readonly number[]): Digest[] {
  const found: Digest[] = [];
  for (const length of lengths) {
    for (let at = 0; at + length <= run.length; at += 1)
      found.push({ start: start + at, end: start + at + length, value: run.slice(at, at + length) });
  }
  return found;
}

const standard = (base64: string): string => base64.replaceAll('-', '+').replaceAll('_', '/');

/** Which of the texts a hash is of; made when the first thing that looks like a hash is met, for there are many people. */
export function digestFinder(texts: readonly string[]): (value: string) => number | undefined {
  let made: ReadonlyMap<string, number> | undefined;
  return (value) => {
    made ??= new Map(texts.flatMap((text, index) => digestsOf(text).map((digest) => [digest, index] as const)));
    return made.get(value);
  };
}

function digestsOf(text: string): string[] {
  const plain = text.trim().replace(/^@+/, '');
  const written = new Set([text, plain, plain.toLowerCase(), `@${plain}`, `@${plain.toLowerCase()}`]);
  return [...written].flatMap((one) => {
    const bytes = new TextEncoder().encode(one);
    return [md5(bytes), sha1(bytes), sha256(bytes)].flatMap((digest) => [hex(digest), base64Of(digest)]);
  });
}

const base64Of = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes)).replace(/=+$/, '');
