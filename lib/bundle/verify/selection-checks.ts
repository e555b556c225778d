/** Checks a deelbewijs: nothing but what belongs in it, every record under the root, the root signed and stamped. */
import { fromHex } from '../../model/bytes.ts';
import { inputOf, isObject } from '../evidence/leaves.ts';
import { leafHash, rootFrom } from '../evidence/merkle.ts';
import type { ProofStep } from '../evidence/merkle.ts';
import { afterTags, rootsFileName, signatureFileName, signedFileName } from '../evidence/seal.ts';
import { ownTexts, selectionListName } from '../evidence/selection.ts';
import type { ProvenRecord } from '../evidence/selection.ts';
import { readRootFile, rootFileName } from '../evidence/tree-files.ts';
import { sha256Hex } from '../../model/chain.ts';
import { bagFacts } from './bag-facts.ts';
import type { Bag } from './bag-checks.ts';
import { evidenceChecks } from './evidence-checks.ts';
import type { EvidenceOptions } from './evidence-checks.ts';
import { printable } from './open.ts';
import type { Opened } from './open.ts';
import { check, reportOf } from './report.ts';
import type { Report } from './report.ts';

export function isSelection({ files }: Opened): boolean {
  return [...files.keys()].some((path) => /^[A-Za-z0-9-]{1,40}-deelbewijs\/deelbewijs\.json$/.test(path));
}

export async function selectionReport({ files, problems }: Opened, options: EvidenceOptions): Promise<Report> {
  const folder = [...files.keys()][0]?.split('/')[0] ?? '';
  const id = folder.replace(/-deelbewijs$/, '');
  const inside = new Map([...files].map(([path, file]) => [path.slice(folder.length + 1), file] as const));
  const bag: Bag = { id, files: inside, payload: new Map() };
  const records = recordsIn(bag);
  const evidence = await evidenceChecks(bag, options);
  const root = readRootFile(inside.get(rootFileName)?.text ?? '')?.root;
  return reportOf(
    [
      check('zip', `De zip is veilig te lezen (${files.size} bestanden).`, 'De zip is niet veilig te lezen.', problems),
      check('deelbewijs', 'Het deelbewijs bevat precies wat erin hoort.', 'Het deelbewijs bevat niet precies wat erin hoort.', [
        ...[...files.keys()].filter((path) => !path.startsWith(`${folder}/`)).map((path) => `${printable(path)}: hoort hier niet`),
        ...(records ? await contentProblems(bag, records) : [`${selectionListName}: is onleesbaar`]),
      ]),
      check(
        'boom',
        `Alle ${records?.length ?? 0} gegevens stonden zo in het pakket: ze leiden naar de ondertekende wortel.`,
        'Er zijn gegevens waarvan niet is bewezen dat ze zo in het pakket stonden.',
        root === undefined ? [`${rootFileName}: ontbreekt of is onleesbaar`] : await proofProblems(records ?? [], root),
      ),
      ...evidence.checks,
    ],
    {
      ...bagFacts(bag),
      id: printable(id),
      ...(root !== undefined && { root }),
      tokens: evidence.found.stamps,
    },
    options,
  );
}

/** Tag files have the hash the signed manifest says; all else is what we would make of these records. */
async function contentProblems({ id, files }: Bag, records: readonly ProvenRecord[]): Promise<string[]> {
  const own = ownTexts(id, records);
  const listed = new Map(
    [...(files.get(signedFileName)?.text ?? '').matchAll(/^([0-9a-f]{64}) {2}(.+)$/gm)].map(([, hash, path]) => [
      path ?? '',
      hash ?? '',
    ]),
  );
  const required = [signedFileName, signatureFileName, rootFileName, 'bag-info.txt', ...own.keys()];
  const problems = required.filter((path) => !files.has(path)).map((path) => `${path}: ontbreekt`);
  for (const [path, { sha256 }] of files) {
    const made = own.get(path);
    const expected = made ? await sha256Hex(made) : listed.get(path);
    if (path === signedFileName || afterTags.test(path)) continue;
    if (expected === undefined) problems.push(`${printable(path)}: hoort hier niet`);
    else if (expected !== sha256) problems.push(`${printable(path)}: de inhoud is veranderd`);
  }
  const hasStamp = [...files.keys()].some((path) => path.endsWith('.tsr'));
  return hasStamp && !files.has(rootsFileName) ? [...problems, `${rootsFileName}: ontbreekt`] : problems;
}

async function proofProblems(records: readonly ProvenRecord[], root: string): Promise<string[]> {
  const problems: string[] = [];
  for (const record of records)
    if ((await rootFrom(await leafHash(inputOf(record)), record.path)) !== root)
      problems.push(`${printable(record.place)}: leidt niet naar de wortel in ${rootFileName}`);
  return problems;
}

function recordsIn({ files }: Bag): ProvenRecord[] | undefined {
  const list = parsed(files.get(selectionListName)?.text);
  const lines = isObject(list) ? list['gegevens'] : undefined;
  if (!Array.isArray(lines)) return undefined;
  return lines.map((line: unknown, at) => {
    const { plaats, zout, pad } = isObject(line) ? line : {};
    const text = files.get(`gegevens/${String(at + 1).padStart(4, '0')}.json`)?.text ?? '';
    const isJson = parsed(text) !== undefined;
    return {
      place: String(plaats),
      salt: hexOnly(zout),
      text: isJson ? text : '{}',
      path: Array.isArray(pad) ? pad.map(stepOf) : [],
    };
  });
}

function stepOf(step: unknown): ProofStep {
  const { kant, hash } = isObject(step) ? step : {};
  return { side: kant === 'links' ? 'links' : 'rechts', hash: hexOnly(hash) };
}

function hexOnly(value: unknown): string {
  return typeof value === 'string' && fromHex(value).length === 32 ? value : '';
}

function parsed(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined; // told by the caller
  }
}
