import type { PackageFacts } from './report.ts';

/**
 * Packages of one installation form a row: each names the one before it, and how far the log went then. Whoever puts back an
 * older package, or cuts off the end of a log and signs again, is betrayed by the next one (T20, T21).
 */
export function rowProblems(packages: readonly PackageFacts[]): string[] {
  const byId = new Map<string, PackageFacts>();
  const doubles = packages.flatMap((facts) => {
    const before = byId.get(facts.id);
    byId.set(facts.id, facts);
    return before && before.tagmanifest !== facts.tagmanifest
      ? [`${facts.id}: er zijn twee verschillende pakketten met dit kenmerk`]
      : [];
  });
  return [...doubles, ...packages.flatMap((next) => linkProblems(next, next.previous && byId.get(next.previous.id)))];
}

function linkProblems({ id, previous, log }: PackageFacts, before: PackageFacts | undefined): string[] {
  if (!previous || !before) return [];
  const problems: string[] = [];
  if (before.tagmanifest !== previous.tagmanifest)
    problems.push(`${before.id}: is niet het pakket dat ${id} als zijn voorganger noemt`);
  if (before.log?.last !== previous.logSeq)
    problems.push(
      `${before.id}: de handelingenlog eindigt bij regel ${before.log?.last ?? 'geen'}; ${id} noemt regel ${previous.logSeq}`,
    );
  else if (before.log.hash !== previous.logHash)
    problems.push(`${before.id}: de laatste regel van de handelingenlog is een andere dan ${id} noemt`);
  if (log && log.last <= previous.logSeq) problems.push(`${id}: de handelingenlog gaat niet verder dan die van ${before.id}`);
  return problems;
}
