/** LEESMIJ.txt: what this package is, for whoever opens it without having seen it made; how to read, check and take it in. */
import type { Capture } from '../model/capture.ts';
import { platformNames } from '../model/platform.ts';
import type { BagEvidence } from './bag.ts';
import { appraisalTerm } from './codelists.ts';
import { dutchTime } from './dates.ts';
import { oneLine } from './names.ts';
import { unknownOrganisation } from './parties.ts';
import { actSentence, completenessSentences, completenessTitles, scenarioTitles } from './sentences.ts';

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
    ...whose(capture),
    `Scenario:     ${scenarioTitles[capture.choice.scenario]}`,
    ...value(capture),
    `Volledigheid: ${completeness.state}. ${completenessTitles[completeness.state]}.`,
    ...reasons,
    '',
    'Lezen',
    '-----',
    `Open een bestand dat eindigt op -weergave.html in een browser. Dat kan zonder internet. In data/${id}:`,
    ...objects.map(({ name, title, view }) => `  ${view ? `${name}/${view}` : `${name}/`}\n      ${oneLine(title)}`),
    '',
    'Wat elk soort bestand is (….json, ….csv, ….wacz, ….mdto.xml) staat in …-toelichting.txt in de map documentatie. Een webarchief',
    '(….wacz) opent in ReplayWeb.page of een ander programma voor webarchieven.',
    '',
    ...takingIn(id),
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

/** Who captured what, where and when; the address of a letter's page may be its writer's (R11). */
function whose({ organisation, account, platform, url, clock, letter }: Capture): string[] {
  const holder = account.holder ? ` (${account.holder})` : '';
  return [
    `Organisatie:  ${oneLine(organisation.name || unknownOrganisation)}`,
    `Account:      ${oneLine(`@${account.handle} op ${platformNames[platform]}${holder}`)}`,
    ...(letter ? [] : [`Pagina:       ${oneLine(url)}`]),
    `Vastgelegd:   ${dutchTime(clock.started)}`,
  ];
}

function value({ appraisal: { value: code, entry, retention } }: Capture): string[] {
  const process = entry ? `; ${oneLine(entry.process)}` : '';
  return [
    `Waardering:   ${code}, ${appraisalTerm(code).label.toLowerCase()}${retention ? `, termijn ${retention}` : ''}${process}`,
  ];
}

function takingIn(id: string): string[] {
  return [
    'Opnemen',
    '-------',
    `De map data/${id} is precies één MDTO-SIP (één dossier) voor een e-depot. Een DMS neemt de hele zip als één document.`,
    'Bewaar de zip ook dan: de handtekening en de tijdstempels horen bij het geheel.',
    '',
  ];
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
    `      certutil -hashfile ${id}.zip SHA256     (op Windows)`,
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
