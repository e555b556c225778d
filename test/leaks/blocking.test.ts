// @vitest-environment jsdom
/**
 * Whoever writes a reaction may write anything, also what looks like somebody else in whatever code: it goes, and the capture is
 * made. Nobody can stop a capture by what they write, and nobody is left in it. `LEKKEN_ALLES`: many more tries.
 */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Draft, DraftItem } from '../../lib/model/draft.ts';
import type { FragmentNode } from '../../lib/model/fragment.ts';
import { disguises } from './catalogue/disguises.ts';
import { draftOf } from './catalogue/fields.ts';
import { citizens, isTelling, needlesOf, nasty, onX, oracle } from './catalogue/set.ts';
import type { Canary } from './catalogue/set.ts';
import { tripOfDraft } from './pipeline.ts';
import { scanContent } from './scan.ts';

const tries = process.env['LEKKEN_ALLES'] === undefined ? 40 : 1_500;

/** Names that touch the words of our own files, and short ones. Everybody is invented. */
const awkward: readonly Canary[] = (
  [
    ['Jan Lang', 'janlang_kz'],
    ['Anna Media', 'annamedia_kz'],
    ['Bert Text', 'bert_text_kz'],
    ['Holtz Amper', 'holtzamper'],
    ['Fleur Span', 'fleurspan'],
    ['Nina Quot', 'ninaquot_kz'],
    ['Bé Tak', 'betak_kz'],
    ['Ximena Beeldzoon', 'xn_beeldzoon'],
  ] as const
).map(([name, handle], index) => ({ id: `R${index}`, role: 'commenter', name, handle }));
const cast = [...citizens(oracle), ...citizens(nasty), ...awkward].filter(isTelling);

/** Codes that can be put around one another, whatever the text. */
const codes: Readonly<Record<string, (text: string) => string>> = {
  percent: encodeURIComponent,
  entities: (text) => Array.from(text, (char) => `&#${char.codePointAt(0) ?? 0};`).join(''),
  javascript: (text) =>
    Array.from({ length: text.length }, (_, at) => `\\u${text.charCodeAt(at).toString(16).padStart(4, '0')}`).join(''),
  css: (text) => Array.from(text, (char) => `\\${(char.codePointAt(0) ?? 0).toString(16).padStart(2, '0')} `).join(''),
  json: (text) => JSON.stringify(text),
  base64: (text) => Buffer.from(text).toString('base64'),
  base64url: (text) => Buffer.from(`x${text}`).toString('base64url'),
  hex: (text) => Buffer.from(text).toString('hex'),
  quoted: (text) => [...Buffer.from(text)].map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`).join(''),
  mojibake: (text) => Buffer.from(text).toString('latin1'),
  wide: (text) => text.replaceAll(' ', '\u00a0').replaceAll('a', 'а'),
  'a break that is none': (text) => text.replaceAll(' ', String.raw`\n`),
  'a break inside': (text) => `${text.slice(0, 2)}\n${text.slice(2)}`,
  'a break inside a word': (text) => text.replaceAll('n', '\n'),
  'signs that files escape': (text) => text.replaceAll('lt', '<').replaceAll('amp', '&').replaceAll('quot', '"'),
  doubled: (text) => (text.length > 12 ? text.replace(/^.{3}/u, (head) => head + text) : text),
};

const words = fc.constantFrom(
  '',
  'Volgens mij ',
  '@',
  '#',
  '…',
  '"',
  '\\',
  '%',
  '=',
  'xn--',
  '&amp;',
  '[Reageerder 1]',
  'https://x.com/',
  'Ja?\n\n',
  'null,',
  '</p>',
);
/** A piece of a comment: somebody in a disguise of the catalogue, or in codes around one another. */
const piece = fc.record({
  before: words,
  after: words,
  pick: fc.nat(),
  dress: fc.array(fc.constantFrom(...Object.keys(codes)), { maxLength: 3 }),
});
const comment = fc.record({
  who: fc.constantFrom(...cast.map(({ id }) => id)),
  pieces: fc.array(piece, { minLength: 1, maxLength: 5 }),
  cut: fc.nat(),
});
type Comment = typeof comment extends fc.Arbitrary<infer T> ? T : never;

/** What it may be made of: the catalogue's own disguises, and plain names to be coded. */
function formsOf(who: Canary): string[] {
  const as = onX(who);
  const listed = disguises.filter(({ isApart }) => !isApart).flatMap((one) => one.forms(who, as));
  return [...new Set(listed.filter((form): form is string => form !== undefined && form !== ''))];
}

const personOf = ({ who }: Comment): Canary => cast.find(({ id }) => id === who) ?? cast[0]!;

function textsOf(one: Comment): string[] {
  const who = personOf(one);
  const forms = formsOf(who);
  const plain = [who.name, onX(who).handle, ...who.name.split(' ')];
  return one.pieces.map(({ before, after, pick, dress }) => {
    const chosen = dress.length === 0 ? forms[pick % forms.length] : plain[pick % plain.length];
    return (
      before + dress.reduce((text, code) => (text.length > 4_000 ? text : (codes[code]?.(text) ?? text)), chosen ?? '') + after
    );
  });
}

/** In every field that a writer fills. */
function reaction(texts: readonly string[], cut: number): Partial<DraftItem> {
  const text = texts.join(' ');
  const at = cut % (text.length + 1);
  const halves = [text.slice(0, at), text.slice(at)];
  const blocks: FragmentNode[] = [
    { tag: 'p', children: [{ tag: 'b', children: [halves[0] ?? ''] }, halves[1] ?? ''] },
    { tag: 'p', children: [halves[0] ?? ''] },
    { tag: 'p', children: [halves[1] ?? ''] },
  ];
  return {
    text,
    contentWarning: texts[0] ?? '',
    hashtags: text.split(/[\s#]+/).filter(Boolean),
    links: texts.map((one) => `https://blog.example/${encodeURIComponent(one)}`).filter((one) => URL.canParse(one)),
    media: [
      { kind: 'image', alt: text },
      { kind: 'card', text, alt: halves[1] ?? '', link: 'https://blog.example/' },
    ],
    quote: { text, times: { shown: text }, media: [] },
    fragment: { tag: 'div', children: blocks },
  };
}

function draftWith(one: Comment): Draft {
  const texts = textsOf(one);
  const as = onX(personOf(one));
  const known = { name: as.name, handle: as.handle, ids: [as.id], urls: [`https://x.com/${as.handle}`], avatars: [] };
  return draftOf([known], [reaction(texts, one.cut), { text: texts.at(-1) ?? '' }, { text: texts[0] ?? '' }]);
}

/** Who it is can still be read: in one code at most, and not glued to signs or letters that make it another. */
const isReadable = ({ before, after, dress }: Comment['pieces'][number]): boolean =>
  dress.length < 2 && !dress.includes('a break inside a word') && !/[\w%=\\]$/.test(before) && !/^[\w%=\\]/.test(after);

/** Half an escape makes another sign of what follows: of "\\u0032" the second half is "32", and "20260714" is read as "320260714". */
function cutsEscape(one: Comment): boolean {
  const text = textsOf(one).join(' ');
  const at = one.cut % (text.length + 1);
  return /[\\%&=][#ux{]{0,2}[0-9a-f]{0,6}$/i.test(text.slice(0, at)) && /^[0-9a-f;}]/i.test(text.slice(at));
}

describe('whatever somebody writes', () => {
  it('does not stop the capture, and leaves nobody', { timeout: 60_000 + tries * 1_500 }, async () => {
    await fc.assert(
      fc.asyncProperty(comment, async (one) => {
        const result = await tripOfDraft(draftWith(one), { own: 'minvoorbeeld' });
        const closed = result.gate.ok ? [] : result.gate.hits;
        expect([closed, result.stoppedFiles]).toEqual([[], []]);
        if (!one.pieces.every(isReadable) || cutsEscape(one)) return;
        const needles = needlesOf(personOf(one), onX(personOf(one))).filter(
          ({ kind, value, isWord }) => kind !== 'planted' && !isWord && value !== onX(personOf(one)).postId,
        );
        const left = [...scanContent(result.stored, 'opgeslagen', needles), ...scanContent(result.zip ?? '', 'pakket', needles)];
        expect(left.map(({ kind, form }) => `${kind} (${form})`)).toEqual([]);
      }),
      { numRuns: tries, ...(process.env['LEKKEN_ZAAD'] !== undefined && { seed: Number(process.env['LEKKEN_ZAAD']) }) },
    );
  });
});
