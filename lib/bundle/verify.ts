/** Checks a package, offline and without the extension: the bag, its description, its names, its log and its views. */
import { sha256Hex } from '../model/chain.ts';
import { bagChecks, bagOf } from './verify/bag-checks.ts';
import { contentChecks } from './verify/content-checks.ts';
import { mdtoChecks } from './verify/mdto-checks.ts';
import type { ValidateXml } from './verify/mdto-checks.ts';
import { openPackage } from './verify/open.ts';
import { pakbonChecks } from './verify/pakbon-checks.ts';
import { check, reportOf } from './verify/report.ts';
import type { Report } from './verify/report.ts';

export interface VerifyOptions {
  /** The pakbon that lies beside the zip. */
  readonly pakbon?: string;
  readonly fileName?: string;
  /** Validation against the XSD, where the surroundings have a tool for it. */
  readonly validateXml?: ValidateXml;
}

export async function verifyPackage(zip: Uint8Array, options: VerifyOptions = {}): Promise<Report> {
  const opened = await openPackage(zip);
  const bag = bagOf(opened);
  return reportOf([
    check('zip', `De zip is veilig te lezen (${opened.files.size} bestanden).`, 'De zip is niet veilig te lezen.', opened.problems),
    ...bagChecks(opened, bag),
    ...(await mdtoChecks(bag, options.validateXml)),
    ...(await contentChecks(bag)),
    ...(options.pakbon === undefined
      ? []
      : await pakbonChecks(bag, {
          pakbon: options.pakbon,
          sha256: await sha256Hex(zip),
          ...(options.fileName !== undefined && { fileName: options.fileName }),
          ...(options.validateXml && { validateXml: options.validateXml }),
        })),
  ]);
}

export { reportText } from './verify/report.ts';
export type { Report } from './verify/report.ts';
