/**
 * Makes the test set out of its sources: `node test/recall/compose.ts`. Everything in it is invented. Each part has its own
 * sentences and names: all but `verborgen` are for making the rules by (most were hidden once); that one is not looked at
 * meanwhile, and there is none between two of them. How they were made, and what the rules did with each the first time:
 * `bron/VERBORGEN.md`.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { firstPools, pick, random, values } from './values.ts';
import type { Pools, Random } from './values.ts';

export interface Comment {
  readonly id: string;
  readonly register: string;
  readonly text: string;
  /** Offsets in `text`; none: nothing in it may change. */
  readonly spans: readonly { readonly start: number; readonly end: number; readonly kind: string }[];
}
const here = import.meta.dirname;
const source = (name: string): string => readFileSync(join(here, 'bron', name), 'utf8');

/** Where the random values of a part begin, and the letters of its ids, which it keeps when it is no longer hidden. */
const facts = {
  afgestemd: { seed: 20_261_122, id: 'a' },
  gezien: { seed: 40_961, id: 'v' },
  getoond: { seed: 7_340_033, id: 'n' },
  bekeken: { seed: 12_582_917, id: 'b' },
  gemeten: { seed: 25_165_843, id: 'h' },
  gehoord: { seed: 50_331_653, id: 'w' },
  geoefend: { seed: 100_663_319, id: 'o' },
  gewogen: { seed: 201_326_611, id: 'x' },
  beproefd: { seed: 402_653_189, id: 'p' },
  doorgrond: { seed: 805_306_457, id: 'y' },
  ontleed: { seed: 805_306_457, id: 'q' },
  gekeurd: { seed: 1_610_612_741, id: 's' },
  nagekeken: { seed: 1_610_612_741, id: 'r' },
  nagezien: { seed: 3_221_225_473, id: 'c' },
  nagemeten: { seed: 3_221_225_473, id: 't' },
  nageteld: { seed: 2_147_483_647, id: 'k' },
  nagewogen: { seed: 4_026_531_839, id: 'j' },
  nagezocht: { seed: 1_879_048_201, id: 'm' },
  nagetrokken: { seed: 939_524_129, id: 'f' },
  nagevlooid: { seed: 469_762_049, id: 'g' },
  nageplozen: { seed: 234_881_033, id: 'u' },
  nagerekend: { seed: 117_440_519, id: 'z' },
  nagegaan: { seed: 2_415_919_103, id: 'l' },
  nageslagen: { seed: 14_680_067, id: 'i' },
  nagespoord: { seed: 58_720_277, id: 'e' },
  nagevraagd: { seed: 104_857_601, id: 'ab' },
  nagestreept: { seed: 29_360_131, id: 'd' },
  nagelezen: { seed: 314_159_265, id: 'ad' },
  nagebladerd: { seed: 271_828_183, id: 'ae' },
  nageplukt: { seed: 161_803_398, id: 'af' },
  nageschreven: { seed: 141_421_356, id: 'ag' },
  nagestemd: { seed: 209_715_199, id: 'ac' },
  verborgen: { seed: 173_205_080, id: 'ah' },
} as const;
export type Part = keyof typeof facts;
// the names of the parts, as they stand above
const all = Object.keys(facts) as Part[];
export const tuned: readonly Part[] = all.filter((part) => part !== 'verborgen');
const has = (kind: string, part: Part, ending: string): boolean => existsSync(join(here, 'bron', `${kind}-${part}.${ending}`));
/** Somebody else has written one, and nothing was mended by it yet. */
export const hasHidden = has('hand', 'verborgen', 'txt');
export const parts: readonly Part[] = hasHidden ? all : tuned;

type Lists = Readonly<Record<string, readonly string[]>>;
const firstLists: Lists = JSON.parse(source('namen.json'));
/** Parts that were hidden from the beginning have lists of their own, and are drawn from as people are called. */
const ownLists: Readonly<Partial<Record<Part, Lists>>> = Object.fromEntries(
  parts.filter((part) => has('namen', part, 'json')).map((part) => [part, JSON.parse(source(`namen-${part}.json`))]),
);

const kinds: Readonly<Record<string, string>> = {
  n: 'naam',
  m: 'e-mail',
  t: 'telefoon',
  b: 'bsn',
  i: 'iban',
  a: 'adres',
  k: 'kenteken',
  g: 'geboortedatum',
  d: 'documentnummer',
  z: 'zaaknummer',
  p: 'profiel',
  v: 'vermelding',
};

/** Sentences under `# register` headings. */
function sentences(file: string): { register: string; line: string }[] {
  let register = '';
  return source(file)
    .split('\n')
    .flatMap((line) => {
      if (!line.startsWith('# ')) return line === '' ? [] : [{ register, line }];
      register = line.slice(2);
      return [];
    });
}

/** Two thirds of a list for the first part, the others for the second. */
const ofPart = (name: string, part: Part): readonly string[] =>
  ownLists[part]?.[name] ?? (firstLists[name] ?? []).filter((_, index) => (index % 3 === 2) === (part === 'gezien'));

const poolsOf = (part: Part): Pools =>
  ownLists[part]
    ? { mailNames: ofPart('mailnamen', part), handles: ofPart('gebruikers', part), streets: ofPart('straten', part) }
    : firstPools;

const upper = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;

/** As people are called: the common names at the head of each list far more often than its tail. */
function byRank(from: readonly string[], part: Part, next: Random): string {
  const list = ofPart(pick(from, next), part);
  return list[Math.floor(list.length ** next()) - 1] ?? list[0] ?? '';
}
const rankedFirsts = ['voornamenNl', 'voornamenNl', 'voornamenElders', 'voornamenElders', 'voornamenZeldzaam'];
const rankedLasts = ['achternamen', 'achternamen', 'achternamenTussen', 'achternamenElders'];

function names(part: Part, next: Random) {
  const common = [...ofPart('voornamenNl', part), ...ofPart('voornamenNl', part), ...ofPart('voornamenElders', part)];
  const firsts = [...common, ...ofPart('voornamenZeldzaam', part)];
  const lasts = [...ofPart('achternamen', part), ...ofPart('achternamenTussen', part), ...ofPart('achternamenElders', part)];
  const isRanked = ownLists[part] !== undefined;
  const first = (): string => misspelt(isRanked ? byRank(rankedFirsts, part, next) : pick(firsts, next), next);
  const last = (): string => misspelt(isRanked ? byRank(rankedLasts, part, next) : pick(lasts, next), next);
  const slots: Readonly<Record<string, () => string>> = {
    $VA: () => `${first()} ${last()}`,
    $va: () => `${first()} ${last()}`.toLowerCase(),
    $IA: () =>
      `${pick(Array.from('ABCDEFGHJKLMNPRSTW'), next)}.${next() < 0.5 ? `${pick(Array.from('ABCEGHJMP'), next)}.` : ''} ${last()}`,
    $A: () => upper(last()),
    $V: first,
    $v: () => first().toLowerCase(),
  };
  return (slot: string): string => (slots[slot] ?? slots[slot.slice(0, 2)] ?? first)();
}

/** One name in fifteen has a typing error. */
function misspelt(name: string, next: Random): string {
  if (name.length < 5 || next() > 0.065) return name;
  const at = 2 + Math.floor(next() * (name.length - 3));
  return next() < 0.5 ? `${name.slice(0, at)}${name[at]}${name.slice(at)}` : `${name.slice(0, at)}${name.slice(at + 1)}`;
}

const places: Readonly<Record<string, string>> = { P: 'plaatsen', B: 'instanties', W: 'wetten', D: 'dagen', K: 'kranten' };

function composed(line: string, part: Part, next: Random): Pick<Comment, 'text' | 'spans'> {
  const name = names(part, next);
  const filled = line
    .replaceAll('\\n', '\n')
    .replace(/\$(?:VA|IA|va|A|V|v)\d?(?![a-z])/g, (slot) => `{n:${name(slot)}}`)
    .replace(/\$p\b/g, () => pick(ofPart('plaatsen', part), next).toLowerCase())
    .replace(/\$([PBWDK])\d?(?![a-z])/g, (_, slot: string) => pick(ofPart(places[slot] ?? '', part), next))
    .replace(/\$N/g, () => String(1 + Math.floor(next() * 120)))
    .replace(
      /\{([a-z])(\d?):?\}/g,
      (_, kind: string, variant: string) => `{${kind}:${values[`${kind}${variant}`]?.(next, poolsOf(part)) ?? ''}}`,
    );
  return marked(filled);
}

/** Takes the marks out of a sentence and keeps where they stood. */
function marked(line: string): Pick<Comment, 'text' | 'spans'> {
  let text = '';
  const spans: Comment['spans'][number][] = [];
  for (const piece of line.split(/(\{[a-z]:[^}]*\})/)) {
    const found = /^\{([a-z]):([^}]*)\}$/.exec(piece);
    const value = found?.[2] ?? piece;
    if (found) spans.push({ start: text.length, end: text.length + value.length, kind: kindOf(found[1] ?? '', value) });
    text += value;
  }
  return { text, spans };
}

const kindOf = (letter: string, value: string): string =>
  letter === 'a' && /\d{4} ?[A-Z]{2}/i.test(value) ? 'postcode' : (kinds[letter] ?? letter);

/** How often a sentence with names or places in it is used. */
const times: Readonly<Record<string, number>> = { kort: 4, boos: 7, verhaal: 7, netjes: 6, blijft: 9 };
const laterTimes: Readonly<Record<string, number>> = { gegevens: 7, blijft: 9 };
const timesOf = (register: string, part: Part): number => (ownLists[part] ? (laterTimes[register] ?? 5) : (times[register] ?? 6));

export function compose(part: Part): Comment[] {
  const next = random(facts[part].seed);
  const byHand = sentences(`hand-${part}.txt`).map(({ register, line }) => ({ register, ...composed(line, part, next) }));
  // some parts have no sentences to fill in
  const patterns = has('patronen', part, 'txt') ? sentences(`patronen-${part}.txt`) : [];
  const byPattern = patterns.flatMap(({ register, line }) =>
    Array.from({ length: timesOf(register, part) }, () => ({ register, ...composed(line, part, next) })),
  );
  const unique = [...new Map([...byHand, ...byPattern].map((one) => [one.text, one])).values()];
  return unique.map((one, index) => ({ id: `${facts[part].id}${String(index + 1).padStart(4, '0')}`, ...one }));
}

export const lines = (comments: readonly Comment[]): string => comments.map((one) => `${JSON.stringify(one)}\n`).join('');
const fileOf = (part: Part): string => join(here, `${part}.jsonl`);
export const read = (part: Part): Comment[] =>
  readFileSync(fileOf(part), 'utf8')
    .split('\n')
    .filter(Boolean)
    // made by `lines` from the same type
    .map((line) => JSON.parse(line) as Comment);

if (import.meta.main) {
  for (const part of parts) {
    const made = compose(part);
    writeFileSync(fileOf(part), lines(made));
    console.log(part, made.length, 'reacties,', made.flatMap((one) => one.spans).length, 'gemerkte plaatsen');
  }
}
