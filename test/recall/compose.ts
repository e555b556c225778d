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

export const tuned = [
  'afgestemd',
  'gezien',
  'getoond',
  'bekeken',
  'gemeten',
  'gehoord',
  'geoefend',
  'gewogen',
  'beproefd',
  'doorgrond',
  'ontleed',
  'gekeurd',
  'nagekeken',
  'nagezien',
  'nagemeten',
  'nageteld',
] as const;
export type Part = (typeof tuned)[number] | 'verborgen';
/** Somebody else has written one, and nothing was mended by it yet. */
export const hasHidden = existsSync(join(here, 'bron', 'hand-verborgen.txt'));
export const parts: readonly Part[] = hasHidden ? [...tuned, 'verborgen'] : tuned;

type Lists = Readonly<Record<string, readonly string[]>>;
const firstLists: Lists = JSON.parse(source('namen.json'));
/** Parts that were hidden from the beginning have lists of their own, and are drawn from as people are called. */
const ownLists: Readonly<Partial<Record<Part, Lists>>> = {
  getoond: JSON.parse(source('namen-getoond.json')),
  bekeken: JSON.parse(source('namen-bekeken.json')),
  gemeten: JSON.parse(source('namen-gemeten.json')),
  gehoord: JSON.parse(source('namen-gehoord.json')),
  gewogen: JSON.parse(source('namen-gewogen.json')),
  doorgrond: JSON.parse(source('namen-doorgrond.json')),
  ontleed: JSON.parse(source('namen-ontleed.json')),
  gekeurd: JSON.parse(source('namen-gekeurd.json')),
  nagekeken: JSON.parse(source('namen-nagekeken.json')),
  nagemeten: JSON.parse(source('namen-nagemeten.json')),
  nageteld: JSON.parse(source('namen-nageteld.json')),
  ...(hasHidden && { verborgen: JSON.parse(source('namen-verborgen.json')) }),
};

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
const seeds: Readonly<Record<Part, number>> = {
  afgestemd: 20_261_122,
  gezien: 40_961,
  getoond: 7_340_033,
  bekeken: 12_582_917,
  gemeten: 25_165_843,
  gehoord: 50_331_653,
  geoefend: 100_663_319,
  gewogen: 201_326_611,
  beproefd: 402_653_189,
  doorgrond: 805_306_457,
  ontleed: 805_306_457,
  gekeurd: 1_610_612_741,
  nagekeken: 1_610_612_741,
  nagezien: 3_221_225_473,
  nagemeten: 3_221_225_473,
  nageteld: 2_147_483_647,
  verborgen: 2_415_919_103,
};
const timesOf = (register: string, part: Part): number => (ownLists[part] ? (laterTimes[register] ?? 5) : (times[register] ?? 6));

/** A part keeps its ids when it is no longer hidden. */
const idOf: Readonly<Record<Part, string>> = {
  afgestemd: 'a',
  gezien: 'v',
  getoond: 'n',
  bekeken: 'b',
  gemeten: 'h',
  gehoord: 'w',
  geoefend: 'o',
  gewogen: 'x',
  beproefd: 'p',
  doorgrond: 'y',
  ontleed: 'q',
  gekeurd: 's',
  nagekeken: 'r',
  nagezien: 'c',
  nagemeten: 't',
  nageteld: 'k',
  verborgen: 'l',
};

/** With the names in them, without sentences to fill in. */
const isByHand = (part: Part): boolean => part === 'geoefend' || part === 'beproefd' || part === 'nagezien';

export function compose(part: Part): Comment[] {
  const next = random(seeds[part]);
  const byHand = sentences(`hand-${part}.txt`).map(({ register, line }) => ({ register, ...composed(line, part, next) }));
  const byPattern = (isByHand(part) ? [] : sentences(`patronen-${part}.txt`)).flatMap(({ register, line }) =>
    Array.from({ length: timesOf(register, part) }, () => ({ register, ...composed(line, part, next) })),
  );
  const unique = [...new Map([...byHand, ...byPattern].map((one) => [one.text, one])).values()];
  return unique.map((one, index) => ({ id: `${idOf[part]}${String(index + 1).padStart(4, '0')}`, ...one }));
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
