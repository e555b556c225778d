/** Pieces of a text that are to be removed, or looked at by a person. */
import type { RedactionKind } from '../model/capture.ts';
import { overlaps } from './spans.ts';

/** A piece of the original text. */
export interface Finding {
  readonly start: number;
  readonly end: number;
  readonly kind: RedactionKind;
  readonly rule: string;
  /** What stands in its place; absent for a known person, whose label stands there. */
  readonly token?: string;
  /** Index into `PeopleRoles.persons`. */
  readonly person?: number;
  readonly isDoubtful: boolean;
  /** A known name and what is written against it, which may be another text node. */
  readonly isGlued?: true;
}

/** Overlapping findings become one, named by the first in the order of trust; doubtful ones give way. */
export function merged(found: readonly Finding[]): Finding[] {
  const sure = joinedSpans(found.filter((one) => !one.isDoubtful));
  const doubtful = joinedSpans(found.filter((one) => one.isDoubtful));
  const isTaken = overlaps(sure);
  return [...sure, ...doubtful.filter((one) => !isTaken(one))].toSorted((a, b) => a.start - b.start);
}

/** A mail address is that, whoever's name is in it; a link or mention of somebody known is that person. */
const trust = ({ rule }: Finding): number => (rule === 'patroon.e-mail' ? 0 : rule.startsWith('bekend.') ? 1 : 2);

function joinedSpans(found: readonly Finding[]): Finding[] {
  const order = new Map(found.map((one, index) => [one, trust(one) * found.length + index]));
  const out: { finding: Finding; rank: number }[] = [];
  for (const one of found.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = out.at(-1);
    const rank = order.get(one) ?? 0;
    if (!last || one.start >= last.finding.end) {
      out.push({ finding: one, rank });
      continue;
    }
    const named = rank < last.rank ? one : last.finding;
    const isSamePerson =
      one.person === last.finding.person || !one.rule.startsWith('bekend.') || !last.finding.rule.startsWith('bekend.');
    const { person, ...rest } = named;
    const isGlued = last.finding.isGlued ?? one.isGlued;
    const whole = { ...rest, start: last.finding.start, end: Math.max(last.finding.end, one.end), ...(isGlued && { isGlued }) };
    const widest = widestPerson(last.finding, one);
    const who = isSamePerson ? person : widest;
    out[out.length - 1] = { finding: { ...whole, ...(who !== undefined && { person: who }) }, rank: Math.min(rank, last.rank) };
  }
  return out.map(({ finding }) => finding);
}

/** "Fenna" may be two people, "Fenna Kanariezoon" only one: the longer form knows. */
function widestPerson(a: Finding, b: Finding): number | undefined {
  return b.end - b.start > a.end - a.start ? b.person : a.person;
}
