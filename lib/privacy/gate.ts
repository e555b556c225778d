/**
 * D4, G1: the last look before anything is stored or handed over. Everything is searched for every identity of this capture,
 * folded and through escapes, in base64 and hexadecimal, and for hashes of it. A hit tells the place, never the value. It
 * shares the ways of reading text with the redactor, but none of its rules.
 */
import type { FormKind } from './forms.ts';
import { digestFinder } from './digests.ts';
import type { Folded } from './fold.ts';
import type { Identities } from './identities.ts';
import { jsonPaths } from './json-path.ts';
import { OVERLAP, isJson, slices, withoutTags } from './layers.ts';
import type { Slice } from './layers.ts';
import { keepFinder } from './people.ts';
import { SHORTEST_IN_BYTES, printable } from './printable.ts';
import { readRun, readings, remembered } from './readings.ts';
import { searchedBefore } from './searched.ts';
import { covers } from './spans.ts';
import { finder } from './squash.ts';
import { inTurns, toTheEnd } from './steps.ts';

type GateKind = FormKind | 'versleuteld';
interface GateHit {
  /** Path in the JSON (`reactions[3].text`), or the line. */
  readonly where: string;
  readonly kind: GateKind;
}
export type GateResult =
  | { readonly ok: true; readonly identities: number; readonly forms: number; readonly review: number }
  | { readonly ok: false; readonly hits: readonly GateHit[] };

const MAX_HITS = 50;

export function gate(text: string | Iterable<string>, identities: Identities): GateResult {
  return toTheEnd(gateSteps(text, identities));
}

/** The same, with others' turn between its parts. */
export function gateInTurns(text: string, identities: Identities, breathe: () => Promise<void>): Promise<GateResult> {
  return inTurns(gateSteps(text, identities), breathe);
}

function* gateSteps(text: string | Iterable<string>, identities: Identities): Generator<undefined, GateResult> {
  const search = searcher(identities);
  const hits: GateHit[] = [];
  let carried = '';
  for (const part of typeof text === 'string' ? [text] : text) {
    const whole = carried + part;
    hits.push(...(yield* search(whole, typeof text === 'string')));
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

/** Bytes that are UTF-8 are read as text; of others what can be text in them, for long forms only. */
function gateBytes(bytes: Uint8Array, identities: Identities): GateResult {
  const text = asText(bytes);
  if (text !== undefined) return gate(text, identities);
  return gate(printable(bytes), forBytes(identities));
}

/** Once for all pictures of a package: a searcher is made for each. */
const inBytes = new WeakMap<Identities, Identities>();

function forBytes(identities: Identities): Identities {
  const met = inBytes.get(identities);
  if (met) return met;
  const blocking = identities.blocking.filter(([form]) => form.length >= SHORTEST_IN_BYTES);
  const made = { ...identities, blocking, mentions: [] };
  inBytes.set(identities, made);
  return made;
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

/** A step for each slice. */
type Search = (text: string, isWhole: boolean) => Generator<undefined, GateHit[]>;

/** Made once for the identities of a capture, and used for every file of its package. */
const searchers = new WeakMap<Identities, Search>();

function searcher(identities: Identities): Search {
  const met = searchers.get(identities);
  if (met) return met;
  const made = makeSearcher(identities);
  searchers.set(identities, made);
  return made;
}

/** Then hashes of people are needed for certain: made between others' turns. */
const LOOKS_LIKE_HASH = /[0-9a-f]{32}/i;

interface Found {
  readonly at: number;
  readonly kind: GateKind;
}

function makeSearcher(identities: Identities): Search {
  const { blocking, mentions } = identities;
  const kinds: FormKind[] = [...blocking.map(([, kind]) => kind), ...mentions.map(() => 'accountnaam' as const)];
  const find = finder(
    [
      ...blocking.map(([squashed, , ...splits]) => ({ squashed, splits })),
      ...mentions.map((squashed) => ({ squashed, splits: [] })),
    ],
    'glued',
  );
  const keep = keepFinder(identities.keep);
  const hashes = digestFinder(identities.raw);

  const inFold = (folded: Folded, where?: 'anywhere') => {
    const hits = find(folded, where).filter((hit) => hit.pattern < blocking.length || folded.text[hit.start - 1] === '@');
    const isOurs = covers(hits.length === 0 ? [] : keep(folded));
    return hits.filter((hit) => !isOurs(hit));
  };
  const isWrapped = (one: { readonly folds: readonly Folded[] }): boolean =>
    one.folds.some((folded) => inFold(folded, 'anywhere').length > 0);
  const isHash = ({ value }: { readonly value: string }): boolean => hashes.of(value) !== undefined;
  // of a run that was met before only what was found in it comes back
  const read = remembered((run) => {
    const { opened, digests } = readRun(run);
    return { opened: opened.filter(isWrapped), digests: digests.filter(isHash) };
  });
  const inSlice = ({ text, at, units }: Slice): Found[] => {
    const { folds, opened, digests } = readings(units, text, 'file', read);
    return [
      ...folds.flatMap((folded) =>
        inFold(folded).map((hit) => ({ at: at + (folded.starts[hit.start] ?? 0), kind: kinds[hit.pattern] ?? 'naam' })),
      ),
      ...[...opened.filter(isWrapped), ...digests].map(({ start }) => ({ at: at + start, kind: 'versleuteld' as const })),
    ];
  };
  function* inText(text: string): Generator<undefined, Found[]> {
    let found: Found[] = [];
    for (const slice of slices(text)) {
      found = found.concat(inSlice(slice));
      if (found.length >= MAX_HITS) break;
      yield;
    }
    return found;
  }
  function* everywhereIn(text: string, hasPlaces: boolean): Generator<undefined, GateHit[]> {
    if (LOOKS_LIKE_HASH.test(text)) yield* hashes.make();
    const found = yield* inText(text);
    const bare = found.length === 0 ? withoutTags(text) : undefined;
    if (bare !== undefined && (yield* inText(bare)).length > 0) return [{ where: 'tekst over elementen heen', kind: 'naam' }];
    return placed(text, found, hasPlaces);
  }
  const known = searchedBefore();
  return function* search(text, isWhole) {
    if (!isWhole) return yield* everywhereIn(text, false);
    const fresh = known(text);
    const found = yield* everywhereIn(fresh.text, true);
    if (found.length === 0) fresh.remember();
    if (found.length === 0 || fresh.text === text) return found;
    const inAll = yield* everywhereIn(text, true); // for the places
    return inAll.length > 0 ? inAll : found;
  };
}

function placed(text: string, found: readonly Found[], hasPlaces: boolean): GateHit[] {
  const sorted = found.toSorted((a, b) => a.at - b.at).slice(0, MAX_HITS);
  const paths =
    hasPlaces && isJson(text)
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
