/** Hashes without salt of somebody known: as good as the name itself, since anybody can make them (S4, B24). */
import { md5, sha1 } from '@noble/hashes/legacy.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { hex } from '../model/bytes.ts';
import type { Run } from './openings.ts';
import { toTheEnd } from './steps.ts';

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

/** Signs of numbers in other bases than ten: of links made short, of posts of Instagram. */
const alphabets = [
  '0123456789abcdefghijklmnopqrstuvwxyz',
  '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz',
  '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ',
  'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_',
  '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz',
  '0123456789abcdef',
  '01234567',
  '01',
].map((signs) => ({ base: BigInt(signs.length), values: new Map(Array.from(signs, (sign, at) => [sign, BigInt(at)])) }));
/** Longer ones are no numbers of accounts, but for those of noughts and ones. */
const LONGEST_NUMBER = 24;

/** The numbers it may be, each with a sign before it that no hash has. */
function numbersOf(run: string): string[] {
  const text = run.replace(/^0x/i, '').replace(/=+$/, '');
  if (text.length > LONGEST_NUMBER && !/^[01]{30,70}$/.test(text)) return [];
  const written = new Set([text, ...(/^[0-9A-Z]+$/.test(text) ? [text.toLowerCase()] : [])]);
  const read = [...written].flatMap((one) => alphabets.flatMap((alphabet) => numberIn(one, alphabet)));
  const backwards = /^\d{10,}$/.test(text) ? [Array.from(text).toReversed().join('')] : [];
  return [...read, ...backwards, ...inBytes(text)].filter((number) => number.length > 8 && number.length < 21).map(asNumber);
}

function numberIn(text: string, { base, values }: (typeof alphabets)[number]): string[] {
  let number = 0n;
  for (const sign of text) {
    const value = values.get(sign);
    if (value === undefined) return [];
    number = number * base + value;
  }
  return [String(number)];
}

/** As eight bytes, and as bytes of seven bits each with a field before them (protobuf), in base64. */
function inBytes(text: string): string[] {
  if (text.length > 18 || !/^[A-Za-z0-9+/_-]+$/.test(text)) return [];
  const binary = /^.(?:.{4})*$/.test(text) ? '' : atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  const bytes = Array.from(binary, (char) => BigInt(char.charCodeAt(0)));
  const big = bytes.length === 8 ? [bytes.reduce((sum, byte) => sum * 256n + byte, 0n)] : [];
  const small = bytes.slice(1).reduceRight((sum, byte) => sum * 128n + (byte & 127n), 0n);
  return [...big, ...(bytes.length > 5 ? [small] : [])].map(String);
}

const asNumber = (number: string): string => `#${number}`;

/** Every piece that has the length of a hash, wherever in a longer run it stands. */
export function digestsIn({ text, at }: Run): Digest[] {
  const whole = numbersOf(text).map((value) => ({ start: at, end: at + text.length, value }));
  if (text.length < 22 || text.length > LONGEST_RUN) return whole;
  const inHex = [...text.matchAll(hexRun)].flatMap((match) => windows(match[0].toLowerCase(), at + match.index, hexLengths));
  return [...whole, ...inHex, ...(isLikeHash(text) ? windows(standard(text.replace(/=+$/, '')), at, base64Lengths) : [])];
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

export interface DigestFinder {
  /** Which of the texts this is a hash of, or the number in another base. */
  readonly of: (value: string) => number | undefined;
  /** Makes the hashes, with a step for so many people: of thousands it takes seconds. */
  readonly make: () => Generator<undefined, void>;
}

const TEXTS_A_STEP = 100;

/** Made when it is asked for, or when the first thing that looks like a hash is met. */
export function digestFinder(texts: readonly string[]): DigestFinder {
  const made = new Map<string, number>();
  let done = 0;
  let numbers: ReadonlyMap<string, number> | undefined;
  function* make(): Generator<undefined, void> {
    for (; done < texts.length; done += 1) {
      for (const digest of digestsOf(texts[done] ?? '')) made.set(digest, done);
      if (done % TEXTS_A_STEP === TEXTS_A_STEP - 1) yield;
    }
  }
  return {
    make,
    of(value) {
      if (value.startsWith('#')) {
        numbers ??= new Map(texts.flatMap((text, index) => (/^\d{9,20}$/.test(text) ? [[asNumber(text), index] as const] : [])));
        return numbers.get(value);
      }
      toTheEnd(make());
      return made.get(value);
    },
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
