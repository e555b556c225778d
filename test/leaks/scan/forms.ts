/** What an identity can look like (leak-canaries §4 and S4), as text to search for in folded text. */
import { createHash } from 'node:crypto';
import type { Needle } from '../scan.ts';
import { fold, squash } from './fold.ts';

export interface Form {
  readonly needle: Needle;
  readonly name: string;
  readonly text: string;
  /** Searched for with everything but letters and digits taken out of the text. */
  readonly isSquashed?: true;
}

/** Shorter ones occur everywhere by chance. */
const shortest = 5;
const shortestSquashed = 9;

export function formsOf(needles: readonly Needle[]): Form[] {
  return needles.flatMap((needle) => {
    const found = (needle.isWord ? addresses(needle.value) : spellings(needle)).filter(([, text]) => text.length >= shortest);
    const list: Form[] = found.map(([name, text]) => ({ needle, name, text: fold(text) }));
    const whole = squash(fold(needle.value)).text;
    if (!needle.isWord && whole.length >= shortestSquashed) list.push({ needle, name: 'squashed', text: whole, isSquashed: true });
    return [...new Map(list.toReversed().map((form) => [`${form.isSquashed} ${form.text}`, form])).values()];
  });
}

/** A word of the language is somebody's account only where it stands as one. */
const addresses = (value: string): [string, string][] => [
  ['mention', `@${value}`],
  ['address', `.com/${value}`],
  ['address', `/@${value}`],
  ['test id', `Container-${value}`],
];

/** Wrappings that the readings of a text take off (percent, entities, escapes) need no form of their own, but cost little. */
function spellings({ value, kind }: Needle): [string, string][] {
  return [
    ['plain', value],
    ['percent', encodeURIComponent(value)],
    ['percent twice', encodeURIComponent(encodeURIComponent(value))],
    ['json', JSON.stringify(value).slice(1, -1)],
    ['json ascii', value.replace(/[^ -~]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)],
    ['html', value.replace(/[^ -~]/g, (char) => `&#${char.charCodeAt(0)};`)],
    ['reversed', value.length > 7 ? Array.from(value).toReversed().join('') : ''],
    ['mojibake', value.length > 6 ? Buffer.from(value).toString('latin1') : ''],
    ...base64Forms(value),
    ['hex', Buffer.from(value).toString('hex')],
    ['utf-16 hex', Buffer.from(value, 'utf16le').toString('hex')],
    ['utf-16 hex', Buffer.from(value, 'utf16le').swap16().toString('hex')],
    ...(kind === 'id' ? rounded(value) : []),
    ...(kind === 'url' ? [] : hashes(value)),
  ];
}

/** What JavaScript makes of an id above 2^53 (B22). */
const rounded = (id: string): [string, string][] =>
  /^\d{16,22}$/.test(id) ? [['rounded', BigInt(Math.round(Number(id))).toString()]] : [];

/** The part of a base64 text that does not depend on what stands around it, for the three places a byte can stand. */
function base64Forms(value: string): [string, string][] {
  if (Buffer.byteLength(value) < 9) return [];
  return [0, 1, 2].map((offset) => {
    const encoded = Buffer.concat([Buffer.alloc(offset), Buffer.from(value)])
      .toString('base64')
      .replace(/=+$/, '');
    return [`base64+${offset}`, encoded.slice(offset === 0 ? 0 : offset + 1, encoded.length - 2)];
  });
}

/** S4: an unsalted hash of something that can be guessed is as good as the thing itself. */
function hashes(value: string): [string, string][] {
  const texts = [...new Set([value, value.trim().toLowerCase(), `@${value}`])];
  return texts.flatMap((text) =>
    ['md5', 'sha1', 'sha256'].flatMap((algorithm): [string, string][] => {
      const digest = createHash(algorithm).update(text).digest();
      return [
        [algorithm, digest.toString('hex')],
        [`${algorithm} base64`, digest.toString('base64').replace(/=+$/, '')],
        [`${algorithm} base64url`, digest.toString('base64url')],
      ];
    }),
  );
}
