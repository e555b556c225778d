/** BagIt 1.0 (RFC 8493): the tag files around the payload. */
import type { Capture } from '../model/capture.ts';
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

export function bagInfo(capture: Capture, payload: readonly PayloadFile[], now: string): string {
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
  ];
  return lines.flatMap(([label, value]) => (oneLine(value) ? [`${label}: ${oneLine(value)}\n`] : [])).join('');
}

export function readMe(
  capture: Capture,
  objects: readonly { readonly name: string; readonly title: string; readonly view?: string }[],
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
    'Controleren',
    '-----------',
    'In de map waarin dit bestand staat, met gewone programma’s:',
    '  sha256sum -c tagmanifest-sha256.txt',
    '  sha256sum -c manifest-sha256.txt',
    'De beschrijvingen (….mdto.xml) volgen MDTO 1.0; met het schema MDTO-XML1.0.1.xsd van het Nationaal Archief:',
    `  find data -name '*.mdto.xml' -exec xmllint --noout --schema MDTO-XML1.0.1.xsd {} +`,
    `De hash van de zip zelf staat op de pakbon ${id}.pakbon.xml, die naast de zip hoort te liggen:`,
    `  sha256sum ${id}.zip`,
    '',
    'Wat dit niet bewijst',
    '--------------------',
    'Vastgelegd is wat de browser van een medewerker toonde. De hashes bewijzen dat het pakket sindsdien',
    'niet is veranderd, niet wat het platform aan anderen toonde. Derden zijn gepseudonimiseerd, niet anoniem.',
    '',
  ].join('\n');
}
