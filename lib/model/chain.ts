/** D14: the hash chain of the handelingenlog. Who alters, adds or reorders a line breaks it (T21). */
import { hex } from './bytes.ts';
import type { Handeling } from './log.ts';

export type HandelingFields = Omit<Handeling, 'seq' | 'vorige' | 'hash'>;

export interface ChainProblem {
  readonly seq: number;
  /** `hash`: the line itself was changed. `link`: it does not follow the line before it. `order`: numbers do not rise. */
  readonly kind: 'hash' | 'link' | 'order';
}

/** The next line of the log; `previous` is the last line there is, or undefined for the very first. */
export async function chainLine(previous: Handeling | undefined, fields: HandelingFields): Promise<Handeling> {
  const line = { ...known(fields), seq: (previous?.seq ?? 0) + 1, vorige: previous?.hash ?? '' };
  return { ...line, hash: await hashOf(line) };
}

/**
 * What is wrong with these lines; empty when nothing is. Lines of other captures may be left out (a package holds its own
 * lines only): a gap in `seq` breaks no link, and `gaps` counts them.
 */
export async function verifyChain(lines: readonly Handeling[]): Promise<{ problems: ChainProblem[]; gaps: number }> {
  const problems: ChainProblem[] = [];
  let gaps = 0;
  let previous: Handeling | undefined;
  for (const line of lines) {
    const { hash, ...rest } = line;
    if ((await hashOf(rest)) !== hash) problems.push({ seq: line.seq, kind: 'hash' });
    const distance = line.seq - (previous?.seq ?? 0);
    if (distance < 1) problems.push({ seq: line.seq, kind: 'order' });
    else if (distance > 1) gaps += 1;
    else if (line.vorige !== (previous?.hash ?? '')) problems.push({ seq: line.seq, kind: 'link' });
    previous = line;
  }
  return { problems, gaps };
}

/** JSON with sorted keys and nothing optional in it, so that everybody computes the same hash. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  const entries = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, field]) => `${JSON.stringify(key)}:${canonicalJson(field)}`).join(',')}}`;
}

export async function sha256Hex(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>); // ours are never shared memory
  return hex(new Uint8Array(digest));
}

/** Only the fields a line has: what a caller passes along by accident is not hashed, and not kept. */
function known({ actie, object, resultaat, herkomst, actor, tijd, toelichting }: HandelingFields): HandelingFields {
  return { actie, object, resultaat, herkomst, actor, tijd, ...(toelichting !== undefined && { toelichting }) };
}

function hashOf(line: object): Promise<string> {
  return sha256Hex(new TextEncoder().encode(canonicalJson(line)));
}
