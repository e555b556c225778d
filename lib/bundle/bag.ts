/** BagIt 1.0 (RFC 8493): the tag files around the payload. */
import type { Capture } from '../model/capture.ts';
import type { PackageLink } from '../model/evidence.ts';
import { platformNames } from '../model/platform.ts';
import { unknownOrganisation } from './parties.ts';
import { oneLine } from './names.ts';

export interface PayloadFile {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

export const bagitTxt = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';

/** Paths are of our own making: no line breaks or percent signs to encode. */
export function manifest(files: readonly { readonly path: string; readonly sha256: string }[]): string {
  return files.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join('');
}

/** What the bag says of its own evidence. */
export interface BagEvidence {
  readonly fingerprint: string;
  /** First and last line of the log in this package, the hash of the last, and lines between that stay out (about citizens' letters). */
  readonly log?: { readonly first: number; readonly last: number; readonly hash: string; readonly omitted: readonly number[] };
  readonly previous?: PackageLink;
  /** Authorities whose stamp is in the bag, in the order of its files. */
  readonly stamps: readonly { readonly name: string; readonly file: string }[];
  /** Asked, and not had when the bag was closed: their stamps come beside it (F20). */
  readonly waiting: readonly string[];
}

export function bagInfo(capture: Capture, payload: readonly PayloadFile[], now: string, evidence: BagEvidence): string {
  const { organisation, id, account, platform, choice, software } = capture;
  const bytes = payload.reduce((sum, file) => sum + file.bytes, 0);
  const lines: readonly (readonly [label: string, value: string])[] = [
    ['Source-Organization', organisation.name || unknownOrganisation],
    ['Contact-Name', organisation.contactRole],
    ['Contact-Email', organisation.contactEmail],
    ['External-Identifier', id],
    [
      'External-Description',
      `Veiligstelling ${platformNames[platform]} @${account.handle}, scenario ${choice.scenario}, volledigheid ${capture.completeness.state}`,
    ],
    ['Bagging-Date', now.slice(0, 10)],
    ['Bag-Software-Agent', software],
    ['Payload-Oxum', `${bytes}.${payload.length}`],
    ['Sleutel-Vingerafdruk', evidence.fingerprint],
    ...(evidence.log ? [['Handelingenlog-Kop', `${evidence.log.first}-${evidence.log.last} ${evidence.log.hash}`] as const] : []),
    ...(evidence.log && evidence.log.omitted.length > 0
      ? [['Handelingenlog-Weggelaten', evidence.log.omitted.join(' ')] as const]
      : []),
    ...(evidence.previous ? [['Vorig-Pakket', linkText(evidence.previous)] as const] : []),
    ...evidence.stamps.map(({ name, file }) => ['Tijdstempel', `${file} ${name}`] as const),
    ...evidence.waiting.map((name) => ['Tijdstempel-Volgt', name] as const),
  ];
  return lines.flatMap(([label, value]) => (oneLine(value) ? [`${label}: ${oneLine(value)}\n`] : [])).join('');
}

function linkText({ id, tagmanifest, logSeq, logHash }: PackageLink): string {
  return `${id} ${tagmanifest} ${logSeq} ${logHash}`;
}
