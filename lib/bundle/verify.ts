/** Checks a package, offline and without the extension: the bag, its description, its names, its log and its views. */
import { bagChecks, bagOf } from './verify/bag-checks.ts';
import { contentChecks } from './verify/content-checks.ts';
import { mdtoChecks } from './verify/mdto-checks.ts';
import type { ValidateXml } from './verify/mdto-checks.ts';
import { openPackage } from './verify/open.ts';
import { pakbonChecks } from './verify/pakbon-checks.ts';
import { check, reportOf } from './verify/report.ts';
import type { Report } from './verify/report.ts';
import { sha256OfBlob } from './sha256.ts';
import { webArchiveChecks } from './verify/wacz-checks.ts';

export interface VerifyOptions {
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
  const bag = bagOf(opened);
  return reportOf([
    check('zip', `De zip is veilig te lezen (${opened.files.size} bestanden).`, 'De zip is niet veilig te lezen.', opened.problems),
    ...bagChecks(opened, bag),
    ...(await mdtoChecks(bag, options.validateXml)),
    ...(await contentChecks(bag)),
    ...(await webArchiveChecks(bag)),
    ...(options.pakbon === undefined
      ? []
      : await pakbonChecks(bag, {
          pakbon: options.pakbon,
          sha256: await sha256OfBlob(zip),
          ...(options.fileName !== undefined && { fileName: options.fileName }),
          ...(options.validateXml && { validateXml: options.validateXml }),
        })),
  ]);
}

export { reportText } from './verify/report.ts';
export type { Report } from './verify/report.ts';
