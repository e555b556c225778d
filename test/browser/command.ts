/** Runs `npm run capture` as a stranger would, and reads what came of it. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import JSZip from 'jszip';
import { root } from '../../scripts/root.ts';

export interface CaptureRun {
  readonly exit: number;
  readonly stderr: string;
  readonly out: string;
  readonly profile: string;
  /** The JSON object of the last line; absent when no package was made. */
  readonly summary?: Summary;
}
export interface Summary {
  readonly package: string;
  readonly scenario: string;
  readonly posts: number;
  readonly reactions: number;
  readonly profiles: number;
  readonly media: { readonly kept: number; readonly missing: number; readonly placeholder: number };
  readonly people: number;
  readonly redactions: Readonly<Record<string, number>>;
  readonly completeness: { readonly state: string; readonly reasons: readonly { readonly code: string }[] };
  readonly gate: { readonly passed: boolean };
  readonly ms: Readonly<Record<string, number>>;
}

/** Folders are temporary; the caller removes `out` and `profile`. */
export function runCapture(args: readonly string[]): Promise<CaptureRun> {
  const out = mkdtempSync(join(tmpdir(), 'veiligsteller-uit-'));
  const profile = mkdtempSync(join(tmpdir(), 'veiligsteller-profiel-'));
  const all = [join(root, 'scripts', 'capture.ts'), ...args, '--out', out, '--profile', profile];
  return new Promise((resolve) => {
    execFile(join(root, 'node_modules', '.bin', 'node'), all, { maxBuffer: 1e8 }, (error, stdout, stderr) => {
      const exit = typeof error?.code === 'number' ? error.code : error ? 1 : 0;
      const last = stdout.trim().split('\n').at(-1) ?? '';
      resolve({ exit, stderr, out, profile, ...(exit === 0 && { summary: JSON.parse(last) as Summary }) });
    });
  });
}

/** One post or reaction as the package tells it. */
export interface Note {
  readonly id: string;
  readonly content?: string;
  readonly published?: string;
  readonly inReplyTo?: string;
  readonly url?: string;
  readonly attributedTo?: { readonly name: string; readonly 'vs:rol': string; readonly preferredUsername?: string };
  readonly 'vs:platformId'?: string;
  readonly 'vs:bovenliggendMethode'?: string;
  readonly 'vs:diepte'?: number;
  readonly attachment?: readonly unknown[];
}

/** The records of a package: its posts in order of their folders, and its reactions in thread order. */
export async function readRecords(file: string): Promise<{ posts: Note[]; reactions: Note[] }> {
  const zip = await JSZip.loadAsync(readFileSync(file));
  const records = Object.values(zip.files).filter(({ name }) => name.endsWith('-gegevens.json'));
  const posts: Note[] = [];
  const reactions: Note[] = [];
  for (const entry of records.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const record = JSON.parse(await entry.async('string')) as Note & { orderedItems?: Note[] };
    if (record.orderedItems) reactions.push(...record.orderedItems);
    // an own answer in the thread is a record of its own too; it is counted where it stands
    else if (!/\/(?:profiel|antwoord)-[^/]+$/.test(entry.name)) posts.push(record);
  }
  return { posts, reactions };
}
