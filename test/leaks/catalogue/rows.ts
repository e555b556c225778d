/** All rows that need no browser, one list: for the suite, and for the mutations that each must be caught by one of them. */
import { carriers } from './carrier.ts';
import type { Carrier } from './carrier.ts';
import { ciphers } from './ciphers.ts';
import { disguises } from './disguises.ts';
import { judgeDisguise } from './disguised.ts';
import { fields, judgeField } from './fields.ts';
import { files, judgeFile } from './files.ts';
import { judged, judgePosition } from './judge.ts';
import type { tripOfDraft, trip } from '../pipeline.ts';
import { positions } from './positions/all.ts';
import type { Position, Result } from './row.ts';
import { flags, sentences } from './sentences.ts';
import { citizens, employeeOf, hasCapitals, isTelling, wordsOf } from './set.ts';
import type { Canary, CanarySet } from './set.ts';
import type { cleanMedia } from '../../../lib/privacy/cleanMedia.ts';

/** The product under test: the real one, or one with a rule switched off. */
export interface Product {
  readonly trip: typeof trip;
  readonly tripOfDraft: typeof tripOfDraft;
  readonly cleanMedia: typeof cleanMedia;
}

export interface Row {
  readonly id: string;
  readonly what: string;
  /** Everybody it is tried with. */
  cases(set: CanarySet): Case[];
}
export interface Case {
  readonly name: string;
  judge(product: Product): Promise<Result | undefined>;
}

/** In the structure everybody goes; in a text only who can be told from a word, and for two rows: with how many words. */
function fits({ kind, words }: Position, person: Canary): boolean {
  if (words === 'capitals') return isTelling(person) && hasCapitals(person);
  if (words !== undefined) return isTelling(person) && (wordsOf(person) === 1) === (words === 'one');
  return kind === 'structured' || isTelling(person);
}

const onBoth: readonly Carrier[] = [carriers.x, carriers.mastodon];

function positionRows(): Row[] {
  return positions
    .filter((one) => !one.inBrowserOnly)
    .map((position) => ({
      id: position.id,
      what: position.what,
      cases: (set) => {
        const people = position.only ? [employeeOf(set)] : citizens(set).filter((one) => fits(position, one));
        return onBoth.flatMap((carrier) =>
          people.flatMap((person) =>
            person
              ? [caseOf(carrier.name, person, ({ trip: run }) => judgePosition(position, { carrier, person, trip: run }))]
              : [],
          ),
        );
      },
    }));
}

function disguiseRows(): Row[] {
  return [...disguises, ...ciphers].map((disguise) => ({
    id: disguise.id,
    what: disguise.what,
    cases: (set) =>
      citizens(set)
        .filter(isTelling)
        .map((person) =>
          caseOf(carriers.x.name, person, ({ trip: run }) => judgeDisguise(disguise, { carrier: carriers.x, person, trip: run })),
        ),
  }));
}

function fieldRows(): Row[] {
  return fields.map((field) => ({
    id: field.id,
    what: field.what,
    cases: (set) =>
      citizens(set)
        .filter(isTelling)
        .map((person) => caseOf('concept', person, ({ tripOfDraft: run }) => judgeField(field, person, run))),
  }));
}

function sentenceRows(): Row[] {
  return sentences.map(({ id, rule, text, values }) => ({
    id,
    what: `vrije tekst: ${rule}`,
    cases: (set) => [
      {
        name: `${carriers.x.name}, ${set.name}`,
        judge: async ({ trip: run }: Product) => {
          const needles = values.map((value) => ({ whose: id, kind: 'planted' as const, value }));
          const made = await judged(carriers.x.page({ text: carriers.x.kit.text(text) }), carriers.x, needles, run);
          return { ...made, row: id, what: `vrije tekst: ${rule}`, where: carriers.x.name };
        },
      },
    ],
  }));
}

/** What is only pointed out: the text stays, and the reviewer gets to see the place. */
function flagRows(): Row[] {
  return flags.map(({ id, rule, text }) => ({
    id,
    what: `voor een mens om te beoordelen: ${rule}`,
    cases: (set) => [
      {
        name: `${carriers.x.name}, ${set.name}`,
        judge: async ({ trip: run }: Product) => {
          const html = carriers.x.page({ text: carriers.x.kit.text(text) });
          const { stripped } = await run(html, carriers.x.address, { own: carriers.x.own });
          const isShown = stripped.review.some((point) => point.rule === rule);
          const result = { row: id, what: rule, where: carriers.x.name, planted: 1, alive: 'concept', after: isShown ? 0 : 1 };
          return { ...result, verdict: isShown ? 'schoon' : 'LEK', ...(!isShown && { note: 'niet aangewezen' }) } satisfies Result;
        },
      },
    ],
  }));
}

function fileRows(): Row[] {
  return files.map((file) => ({
    id: file.id,
    what: file.what,
    cases: (set) =>
      citizens(set)
        .slice(0, 3)
        .map((person) => caseOf('eigen beeld', person, async ({ cleanMedia: clean }) => judgeFile(file, person, clean))),
  }));
}

const caseOf = (where: string, person: Canary, judge: Case['judge']): Case => ({ name: `${where}, ${person.id}`, judge });

export const rows: readonly Row[] = [
  ...positionRows(),
  ...disguiseRows(),
  ...fieldRows(),
  ...sentenceRows(),
  ...flagRows(),
  ...fileRows(),
];
