import type { BagFacts } from './bag-facts.ts';
import { unchecked } from './unchecked.ts';
import type { Means } from './unchecked.ts';

/** One thing that was looked at. `detail` names what is wrong and where, entry by entry. */
export interface Check {
  readonly id: string;
  readonly ok: boolean;
  /** Dutch, for people. */
  readonly text: string;
  readonly detail?: readonly string[];
}
export interface Report {
  readonly ok: boolean;
  readonly checks: readonly Check[];
  readonly facts: PackageFacts;
  /** What nobody looked at, in Dutch. */
  readonly unchecked: readonly string[];
}

/** What a package says of itself, for people and for comparing it with others. Only as true as the checks are good. */
export interface PackageFacts extends BagFacts {
  readonly id: string;
  /** SHA-256 of tagmanifest-sha256.txt. */
  readonly tagmanifest?: string;
  readonly root?: string;
  readonly tokens: readonly { readonly file: string; readonly time: string; readonly authority: string; readonly serial: string }[];
}

/** Passes when nothing is wrong. */
export function check(id: string, good: string, bad: string, problems: readonly string[]): Check {
  return problems.length === 0 ? { id, ok: true, text: good } : { id, ok: false, text: bad, detail: problems };
}

export function reportOf(checks: readonly Check[], facts: PackageFacts, means: Means): Report {
  const hasDescriptions = checks.some(({ id }) => id === 'mdto-xml');
  return { ok: checks.every(({ ok }) => ok), checks, facts, unchecked: unchecked(facts, means, hasDescriptions) };
}

export function reportText({ ok, checks, facts, unchecked: left }: Report, title: string): string {
  const lines = checks.flatMap(({ ok: passed, text, detail }) => [
    `${passed ? '  goed ' : '  FOUT '} ${text}`,
    ...(detail ?? []).slice(0, 25).map((line) => `         - ${line}`),
    ...((detail?.length ?? 0) > 25 ? [`         - en ${(detail?.length ?? 0) - 25} meer`] : []),
  ]);
  return [
    title,
    ...lines,
    ...factLines(facts),
    'Niet nagegaan:',
    ...left.map((line) => `         - ${line}`),
    ok ? 'Oordeel: het pakket is in orde.' : 'Oordeel: het pakket is NIET in orde.',
    '',
  ].join('\n');
}

function factLines({ fingerprint, root, tokens }: PackageFacts): string[] {
  return [
    ...(fingerprint === undefined ? [] : [`  Sleutel:     ${fingerprint} (vraag de organisatie of die van haar is)`]),
    ...(root === undefined ? [] : [`  Wortel:      ${root}`]),
    ...tokens.map(({ time, authority, file }) => `  Tijdstempel: ${time}, ${authority} (${file})`),
  ];
}
