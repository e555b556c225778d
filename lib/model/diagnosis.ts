/** What a helpdesk needs to know of an installation: versions, counts, codes and moments. Names nobody, and holds no text anybody wrote. */
import type { FailureCode } from './failure.ts';

export const diagnosisSections = [
  'software',
  'storage',
  'captures',
  'log',
  'deliveries',
  'target',
  'permissions',
  'settings',
  'errors',
] as const;
export type DiagnosisSection = (typeof diagnosisSections)[number];

export type DiagnosisFacts = Readonly<Record<string, string | number | boolean>>;

export interface DiagnosisPart {
  readonly section: DiagnosisSection;
  readonly facts: DiagnosisFacts;
  /** This part could not be found out: the rest can. */
  readonly failed?: FailureCode;
}

export interface Diagnosis {
  /** ISO 8601 UTC. */
  readonly at: string;
  readonly parts: readonly DiagnosisPart[];
}
