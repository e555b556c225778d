import type { Bag } from './bag-checks.ts';
import { openPackage, printable } from './open.ts';
import type { OpenedFile } from './open.ts';
import { check } from './report.ts';
import type { Check } from './report.ts';

/** The web archives of a package: every file in them is listed with its own hash, and the list with its hash. */
export async function webArchiveChecks({ payload }: Bag): Promise<Check[]> {
  const archives = [...payload].filter(([path]) => path.endsWith('.wacz'));
  if (archives.length === 0) return [];
  const problems: string[] = [];
  for (const [path, { blob }] of archives) {
    const found = blob ? await archiveProblems(blob) : ['is ingepakt opgeslagen en zo niet te lezen'];
    problems.push(...found.map((problem) => `${printable(path)}: ${problem}`));
  }
  return [check('webarchief', 'Het webarchief klopt met zijn eigen inhoudsopgave.', 'Het webarchief klopt niet.', problems)];
}

async function archiveProblems(blob: Blob): Promise<string[]> {
  const { files, problems } = await openPackage(blob);
  const list = files.get('datapackage.json');
  const digest = files.get('datapackage-digest.json');
  const described = parse(list)?.['resources'];
  if (!list || !digest || !Array.isArray(described))
    return [...problems, 'datapackage.json of datapackage-digest.json ontbreekt of is onleesbaar'];
  const listed = new Map(described.filter(isObject).map((resource) => [String(resource['path']), resource]));
  return [
    ...problems,
    ...(parse(digest)?.['hash'] === `sha256:${list.sha256}` ? [] : ['datapackage.json heeft een andere SHA-256']),
    ...[...listed].flatMap(([path, resource]) => resourceProblems(path, resource, files.get(path))),
    ...[...files.keys()]
      .filter((path) => !listed.has(path) && !path.startsWith('datapackage'))
      .map((path) => `${printable(path)} staat niet in datapackage.json`),
  ];
}

function resourceProblems(path: string, resource: Readonly<Record<string, unknown>>, file: OpenedFile | undefined): string[] {
  if (!file) return [`${printable(path)} ontbreekt`];
  const isSame = resource['hash'] === `sha256:${file.sha256}` && resource['bytes'] === file.size;
  return isSame ? [] : [`${printable(path)} heeft een andere omvang of SHA-256`];
}

function parse(file: OpenedFile | undefined): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(file?.text ?? '');
    return isObject(value) ? value : undefined;
  } catch {
    return undefined; // told by the caller
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
