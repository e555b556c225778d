/**
 * D4, G1: the last look before anything is stored or handed over. Everything is searched for every identity of this capture,
 * folded and through escapes, and in base64 and hexadecimal. A hit tells the place, never the value. It shares the way of
 * reading text with the redactor, but none of its rules.
 */
import type { FormKind } from './forms.ts';
import { fold } from './fold.ts';
import type { Identities } from './identities.ts';
import { jsonPaths } from './json-path.ts';
import { encodedFinder } from './encoded.ts';
import { keepFinder } from './people.ts';
import { covers } from './spans.ts';
import { finder } from './squash.ts';

type GateKind = FormKind | 'versleuteld';
interface GateHit {
  /** Path in the JSON (`reactions[3].text`), or the line. */
  readonly where: string;
  readonly kind: GateKind;
}
export type GateResult =
  | { readonly ok: true; readonly identities: number; readonly forms: number; readonly review: number }
  | { readonly ok: false; readonly hits: readonly GateHit[] };

const SLICE = 1_000_000;
/** Longer than any form with what may stand between its letters. */
const OVERLAP = 2_000;
const MAX_HITS = 50;
/** In bytes that are no text, short words occur by chance. */
const SHORTEST_IN_BYTES = 10;

export function gate(text: string | Iterable<string>, identities: Identities): GateResult {
  const search = searcher(identities);
  const hits: GateHit[] = [];
  let carried = '';
  for (const part of typeof text === 'string' ? [text] : text) {
    const whole = carried + part;
    hits.push(...search(whole, typeof text === 'string'));
    if (hits.length >= MAX_HITS) break;
    carried = typeof text === 'string' ? '' : whole.slice(-OVERLAP);
  }
  if (hits.length > 0) return { ok: false, hits: hits.slice(0, MAX_HITS) };
  const { persons, blocking, mentions, raw, review } = identities;
  return { ok: true, identities: persons, forms: blocking.length + mentions.length + raw.length, review };
}

/** A file of the finished package, by identities that were kept as JSON. Anything but our own identities is a bug, and stops. */
export function gateOfSerialised(content: string | Uint8Array, identities: unknown): GateResult {
  if (!isIdentities(identities)) return { ok: false, hits: [{ where: 'identiteiten niet leesbaar', kind: 'naam' }] };
  return typeof content === 'string' ? gate(content, identities) : gateBytes(content, identities);
}

/** Bytes that are UTF-8 are read as text; others byte by byte, for long forms only. */
function gateBytes(bytes: Uint8Array, identities: Identities): GateResult {
  const text = asText(bytes);
  if (text !== undefined) return gate(text, identities);
  const long = identities.blocking.filter(([form]) => form.length >= SHORTEST_IN_BYTES);
  return gate(new TextDecoder('latin1').decode(bytes), { ...identities, blocking: long, mentions: [] });
}

function asText(bytes: Uint8Array): string | undefined {
  if (bytes.subarray(0, 4_096).includes(0)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined; // no UTF-8: read as bytes
  }
}

function isIdentities(value: unknown): value is Identities {
  return (
    typeof value === 'object' &&
    value !== null &&
    'version' in value &&
    value.version === 1 &&
    'blocking' in value &&
    Array.isArray(value.blocking)
  );
}

type Search = (text: string, hasPlaces: boolean) => GateHit[];

/** Made once for the identities of a capture, and used for every file of its package. */
const searchers = new WeakMap<Identities, Search>();

function searcher(identities: Identities): Search {
  const met = searchers.get(identities);
  if (met) return met;
  const made = makeSearcher(identities);
  searchers.set(identities, made);
  return made;
}

interface Found {
  readonly at: number;
  readonly kind: GateKind;
}

function makeSearcher(identities: Identities): Search {
  const { blocking, mentions } = identities;
  const kinds: FormKind[] = [...blocking.map(([, kind]) => kind), ...mentions.map(() => 'accountnaam' as const)];
  const find = finder([
    ...blocking.map(([squashed, , ...splits]) => ({ squashed, splits })),
    ...mentions.map((squashed) => ({ squashed, splits: [] })),
  ]);
  const keep = keepFinder(identities.keep);
  const encoded = encodedFinder(identities.raw);

  const inSlice = (text: string, offset: number): Found[] => {
    const folded = fold(text, 'file');
    const hits = find(folded).filter((hit) => hit.pattern < blocking.length || folded.text[hit.start - 1] === '@');
    const isOurs = covers(hits.length === 0 ? [] : keep(folded));
    const left = hits.filter((hit) => !isOurs(hit));
    return [
      ...left.map((hit) => ({ at: offset + (folded.starts[hit.start] ?? 0), kind: kinds[hit.pattern] ?? 'naam' })),
      ...encoded(text).map((at) => ({ at: offset + at, kind: 'versleuteld' as const })),
    ];
  };
  const inText = (text: string): Found[] => {
    let found: Found[] = [];
    for (let at = 0; at < text.length && found.length < MAX_HITS; at += SLICE) {
      found = found.concat(inSlice(text.slice(at, at + SLICE + OVERLAP), at));
    }
    return found;
  };
  return (text, hasPlaces) => {
    const found = inText(text);
    if (found.length === 0 && isMarkup(text)) {
      const isSplit = inText(text.replace(inline, '').replace(/<[^<>]{0,2000}>/g, '\n')).length > 0;
      return isSplit ? [{ where: 'tekst over elementen heen', kind: 'naam' }] : [];
    }
    return placed(text, found, hasPlaces);
  };
}

/** Elements that a name may run over. */
const inline = /<\/?(?:a|abbr|b|bdi|code|em|font|i|mark|s|small|span|strong|sub|sup|u)(?:\s[^<>]{0,2000})?>/gi;
const isMarkup = (text: string): boolean => text.includes('</');

function placed(text: string, found: readonly Found[], hasPlaces: boolean): GateHit[] {
  const sorted = found.toSorted((a, b) => a.at - b.at).slice(0, MAX_HITS);
  const paths =
    hasPlaces && /^\s*[[{]/.test(text)
      ? jsonPaths(
          text,
          sorted.map(({ at }) => at),
        )
      : undefined;
  const hits = sorted.map(({ at, kind }, index) => ({ where: paths?.[index] ?? `regel ${lineOf(text, at)}`, kind }));
  return [...new Map(hits.map((hit) => [`${hit.where} ${hit.kind}`, hit])).values()];
}

function lineOf(text: string, at: number): number {
  let line = 1;
  for (let i = text.indexOf('\n'); i !== -1 && i < at; i = text.indexOf('\n', i + 1)) line += 1;
  return line;
}
