/** Finds all forms in one pass over a text, however many people there are. */
import type { Hit, Needle } from '../scan.ts';
import { isWord } from './fold.ts';
import type { Squashed } from './fold.ts';
import type { Form } from './forms.ts';

/** Forms by the hash of their first characters. */
export interface Index {
  readonly plain: Table;
  readonly squashed: Table;
  /** Too short for the table: looked for as whole words, where the caller asks for that. */
  readonly short: readonly Needle[];
}
interface Table {
  /** A power of two, and so its last number as a mask. */
  readonly mask: number;
  readonly mayStart: Uint8Array;
  readonly forms: ReadonlyMap<number, readonly Form[]>;
}
const head = 5;

export function indexOf(forms: readonly Form[], needles: readonly Needle[]): Index {
  return {
    plain: table(forms.filter(({ isSquashed }) => !isSquashed)),
    squashed: table(forms.filter(({ isSquashed }) => isSquashed)),
    short: needles.filter(({ value }) => Array.from(value).length < head && value.trim() !== ''),
  };
}

function table(forms: readonly Form[]): Table {
  const buckets = 2 ** Math.min(22, Math.max(14, Math.ceil(Math.log2(forms.length * 32 + 1))));
  const mask = buckets - 1;
  const mayStart = new Uint8Array(buckets);
  const byHash = new Map<number, Form[]>();
  for (const form of forms.filter(({ text }) => text.length >= head)) {
    const hash = hashAt(form.text, 0) & mask;
    mayStart[hash] = 1;
    const met = byHash.get(hash);
    if (met) met.push(form);
    else byHash.set(hash, [form]);
  }
  return { mask, mayStart, forms: byHash };
}

function hashAt(text: string, at: number): number {
  let hash = 0;
  for (let index = at; index < at + head; index++) hash = (Math.imul(hash, 33) + text.charCodeAt(index)) | 0;
  return hash ^ (hash >>> 15);
}

export function search(folded: string, place: string, { plain }: Index): Hit[] {
  return walk(folded, place, plain, (form, at) => {
    // short handles and single names occur inside other words by chance
    const isWhole = !isWord(folded, at - 1) && !isWord(folded, at + form.text.length);
    return form.text.length >= 8 || isWhole;
  });
}

/** With whatever stands between letters left out; a form must begin and end where a word does. */
export function searchSquashed(folded: string, { text, places }: Squashed, place: string, { squashed }: Index): Hit[] {
  return walk(text, place, squashed, (form, at) => {
    const first = places[at] ?? 0;
    const last = places[at + form.text.length - 1] ?? 0;
    const isNear = last - first < form.text.length * 6;
    return isNear && !isWord(folded, first - 1) && !isWord(folded, last + 1);
  });
}

/** Whole words only, in text that people read. */
export function searchShort(folded: string, place: string, short: readonly { needle: Needle; text: string }[]): Hit[] {
  return short.flatMap(({ needle, text }) => {
    if (text === '') return [];
    for (let at = folded.indexOf(text); at >= 0; at = folded.indexOf(text, at + 1)) {
      const isWhole = !isWord(folded, at - 1) && !isWord(folded, at + text.length);
      if (isWhole) return [{ place, whose: needle.whose, kind: needle.kind, form: 'word' }];
    }
    return [];
  });
}

function walk(text: string, place: string, { mask, mayStart, forms }: Table, isFound: (form: Form, at: number) => boolean): Hit[] {
  const found = new Map<Form, Hit>();
  if (forms.size === 0) return [];
  for (let at = 0; at + head <= text.length; at++) {
    const hash = hashAt(text, at) & mask;
    if (mayStart[hash] !== 1) continue;
    for (const form of forms.get(hash) ?? []) {
      if (found.has(form) || !text.startsWith(form.text, at) || !isFound(form, at)) continue;
      found.set(form, { place, whose: form.needle.whose, kind: form.needle.kind, form: form.name });
    }
  }
  return [...found.values()];
}
