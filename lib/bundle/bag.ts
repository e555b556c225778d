/** BagIt 1.0 (RFC 8493): the tag files around the payload. */
import type { Capture } from '../model/capture.ts';
import type { PackageLink } from '../model/evidence.ts';
import { platformNames } from '../model/platform.ts';
import { unknownOrganisation } from './parties.ts';
import { oneLine } from './names.ts';
import { actSentence, completenessSentences, completenessTitles, scenarioTitles } from './sentences.ts';

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

export function readMe(
  capture: Capture,
  objects: readonly { readonly name: string; readonly title: string; readonly view?: string }[],
  evidence: BagEvidence,
  documentation: string,
): string {
  const { id, completeness } = capture;
  const reasons = completenessSentences(completeness).map((sentence) => `  - ${oneLine(sentence)}`);
  return [
    `Archiefpakket ${id}`,
    '='.repeat(14 + id.length),
    '',
    actSentence,
    '',
    `Scenario:     ${scenarioTitles[capture.choice.scenario]}`,
    `Volledigheid: ${completeness.state}. ${completenessTitles[completeness.state]}.`,
    ...reasons,
    '',
    'Lezen',
    '-----',
    `Open een bestand dat eindigt op -weergave.html in een browser. Dat kan zonder internet. In data/${id}:`,
    ...objects.map(({ name, title, view }) => `  ${view ? `${name}/${view}` : `${name}/`}\n      ${oneLine(title)}`),
    '',
    ...checking(id, evidence, documentation),
    '',
    'Wat dit niet bewijst',
    '--------------------',
    'Vastgelegd is wat de browser van een medewerker toonde. De hashes bewijzen dat het pakket sindsdien',
    'niet is veranderd, niet wat het platform aan anderen toonde. Derden zijn gepseudonimiseerd, niet anoniem.',
    `Alles hierover op één bladzijde: data/${id}/verantwoording-${id}/verantwoording-${id}-bewijsblad.html`,
    '',
  ].join('\n');
}

/** Every line of two spaces and a command is to be typed as it stands; a test does so. */
function checking(id: string, { fingerprint, stamps, waiting }: BagEvidence, documentation: string): string[] {
  return [
    'Controleren',
    '-----------',
    'In de map waarin dit bestand staat, met gewone programma’s en zonder internet. Eerst de bestanden:',
    '  sha256sum --strict -c tagmanifest-sha256.txt',
    '  sha256sum --strict -c manifest-sha256.txt',
    'Dan de handtekening over tagmanifest-sha256.txt:',
    '  openssl dgst -sha256 -verify openbare-sleutel.pem -signature tagmanifest-sha256.txt.sig tagmanifest-sha256.txt',
    'Vraag de organisatie of deze vingerafdruk van haar sleutel is; zonder dat antwoord bewijst de handtekening niet wie het was:',
    `      ${fingerprint}`,
    '  openssl pkey -pubin -in openbare-sleutel.pem -outform DER | sha256sum',
    ...stampLines(id, stamps, waiting),
    'De beschrijvingen (….mdto.xml) volgen MDTO 1.0; het schema van het Nationaal Archief zit in dit pakket:',
    `  find data -name '*.mdto.xml' -exec xmllint --nonet --noout --schema data/${id}/${documentation}/${documentation}-MDTO-XML1.0.1.xsd {} +`,
    `De hash van de zip zelf staat op de pakbon ${id}.pakbon.xml, die naast de zip hoort te liggen; in de map van de zip:`,
    `      sha256sum ${id}.zip`,
  ];
}

function stampLines(id: string, stamps: BagEvidence['stamps'], waiting: readonly string[]): string[] {
  return [
    ...(stamps.length === 0 && waiting.length === 0
      ? ['Er is geen tijdstempel: er was geen autoriteit ingesteld. Het tijdstip is alleen dat van de computer.']
      : []),
    ...stamps.flatMap(({ name, file }) => [
      `Het tijdstempel van ${oneLine(name)}; haal het wortelcertificaat liefst zelf bij die autoriteit:`,
      `  openssl ts -verify -data tagmanifest-sha256.txt -in ${file} -CAfile tijdstempel-wortel.pem`,
    ]),
    ...(stamps.length > 0
      ? [
          'Is het certificaat inmiddels verlopen, voeg dan -attime met het tijdstip van het stempel in seconden toe. Het tijdstip zelf:',
          ...stamps.map(({ file }) => `  openssl ts -reply -in ${file} -text`),
        ]
      : []),
    ...waiting.flatMap((name) => [
      `${oneLine(name)} was bij het verpakken niet bereikbaar: dat tijdstempel volgt als ${id}.tijdstempel-….tsr naast de zip. Leg het dan in deze map:`,
      `      openssl ts -verify -data tagmanifest-sha256.txt -in ${id}.tijdstempel-1.tsr -CAfile tijdstempel-wortel.pem`,
    ]),
  ];
}
