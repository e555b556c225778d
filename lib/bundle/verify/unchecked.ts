/** What a good report does not say: nobody reads the absence of a check out of a list of checks. */
import type { PackageFacts } from './report.ts';

/** With what the checking was done. */
export interface Means {
  readonly roots?: string;
  readonly expectedKey?: string;
  readonly pakbon?: string;
  readonly validateXml?: unknown;
}

/** Dutch, for people; the last line holds for every package. */
export function unchecked({ fingerprint, tokens }: PackageFacts, means: Means, hasDescriptions: boolean): string[] {
  return [
    ...(hasDescriptions && means.validateXml === undefined
      ? ['de MDTO-bestanden tegen hun XML-schema: dat doen npm run verify en xmllint (zie LEESMIJ.txt in het pakket)']
      : []),
    ...(hasDescriptions && means.pakbon === undefined ? ['de pakbon: die lag er niet bij'] : []),
    ...(fingerprint !== undefined && means.expectedKey === undefined
      ? ['van wie de sleutel is: vraag de organisatie zelf of deze vingerafdruk van haar is']
      : []),
    ...(tokens.length === 0
      ? ['wanneer het pakket is gemaakt: er is geen tijdstempel van een ander bij, alleen het woord van de computer']
      : []),
    ...(tokens.length > 0 && means.roots === undefined
      ? ['of de instantie van het tijdstempel te vertrouwen is: haar wortelcertificaat komt uit het pakket zelf']
      : []),
    'of de pagina er toen zo uitzag: dat zag alleen de browser van een medewerker; deze controle zegt dat er sindsdien niets is veranderd',
  ];
}
