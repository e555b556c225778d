/** Checks a package, offline and without the extension: the bag, its description, its names, its log and its views. */
import { bagChecks, bagOf, isSip, namesCheck } from './verify/bag-checks.ts';
import type { Bag } from './verify/bag-checks.ts';
import { contentChecks } from './verify/content-checks.ts';
import { evidenceChecks } from './verify/evidence-checks.ts';
import type { EvidenceOptions } from './verify/evidence-checks.ts';
import { bagFacts } from './verify/bag-facts.ts';
import { mdtoChecks } from './verify/mdto-checks.ts';
import type { ValidateXml } from './verify/mdto-checks.ts';
import { openPackage, printable } from './verify/open.ts';
import { pakbonChecks } from './verify/pakbon-checks.ts';
import { check, reportOf } from './verify/report.ts';
import type { Check, Report } from './verify/report.ts';
import { signedFileName } from './evidence/seal.ts';
import { readRootFile, rootFileName } from './evidence/tree-files.ts';
import { sha256OfBlob } from './sha256.ts';
import { isSelection, selectionReport } from './verify/selection-checks.ts';
import { treeCheck } from './verify/tree-checks.ts';
import { webArchiveChecks } from './verify/wacz-checks.ts';

export interface VerifyOptions extends EvidenceOptions {
  /** The pakbon that lies beside the zip. */
  readonly pakbon?: string;
  readonly fileName?: string;
  /** Validation against the XSD, where the surroundings have a tool for it. */
  readonly validateXml?: ValidateXml;
}

/** A Blob of a file is read where it lies: a package of any size needs little memory. */
export async function verifyPackage(bytes: Uint8Array | Blob, options: VerifyOptions = {}): Promise<Report> {
  const zip = bytes instanceof Blob ? bytes : new Blob([bytes as BlobPart]); // never shared memory here
  const opened = await openPackage(zip);
  if (isSelection(opened)) return selectionReport(opened, options);
  const bag = bagOf(opened);
  if (isSip(bag)) return sipReport(zip, bag, opened.problems, options);
  const tree = await treeCheck(bag);
  const evidence = await evidenceChecks(bag, options);
  return reportOf(
    [
      check(
        'zip',
        `De zip is veilig te lezen (${opened.files.size} bestanden).`,
        'De zip is niet veilig te lezen.',
        opened.problems,
      ),
      ...bagChecks(opened, bag),
      ...(await mdtoChecks(bag, options.validateXml)),
      ...(await contentChecks(bag)),
      tree.check,
      ...evidence.checks,
      ...(await webArchiveChecks(bag)),
      ...(await pakbonOf(zip, bag, options)),
    ],
    {
      ...bagFacts(bag),
      id: printable(bag.id),
      ...present('tagmanifest', bag.files.get(signedFileName)?.sha256),
      ...present('root', readRootFile(bag.files.get(rootFileName)?.text ?? '')?.root),
      ...present('fingerprint', evidence.found.fingerprint),
      tokens: evidence.found.stamps,
    },
    options,
  );
}

/** The payload by itself (D12): everything but what is said of the bag. */
async function sipReport(zip: Blob, bag: Bag, problems: readonly string[], options: VerifyOptions): Promise<Report> {
  const sip: Bag = { ...bag, payload: bag.files };
  const checks = [
    check('zip', `De zip is veilig te lezen (${bag.files.size} bestanden).`, 'De zip is niet veilig te lezen.', problems),
    namesCheck(sip),
    ...(await mdtoChecks(sip, options.validateXml)),
    ...(await contentChecks(sip)),
    ...(await webArchiveChecks(sip)),
    ...(await pakbonOf(zip, sip, options)),
  ];
  return reportOf(checks, { ...bagFacts(sip), id: printable(sip.id), tokens: [] }, options);
}

async function pakbonOf(zip: Blob, bag: Bag, { pakbon, fileName, validateXml }: VerifyOptions): Promise<Check[]> {
  if (pakbon === undefined) return [];
  const sha256 = await sha256OfBlob(zip);
  return pakbonChecks(bag, { pakbon, sha256, ...(fileName !== undefined && { fileName }), ...(validateXml && { validateXml }) });
}

function present<K extends string>(name: K, value: string | undefined): Partial<Record<K, string>> {
  return value === undefined ? {} : ({ [name]: value } as Record<K, string>); // one key, the one that was named
}

export { reportText } from './verify/report.ts';
export { rowProblems } from './verify/row.ts';
export type { Report } from './verify/report.ts';
