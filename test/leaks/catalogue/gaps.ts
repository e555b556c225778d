/**
 * Rows that the product does not pass yet, each with what is wrong and with whom it shows. `gaps.test.ts` expects each of
 * them to fail: whoever mends one takes it off this list, and the row then counts like any other.
 */
export interface Gap {
  readonly row: string;
  /** Who shows it. */
  readonly person: string;
  /** It shows with this person only; other people's rows must be clean. */
  readonly isOfPerson?: true;
  readonly what: string;
}

export const gaps: readonly Gap[] = [
  { row: 'B4-kort', person: 'P2', what: 'van een voornaam van drie letters wordt de verkleining niet herkend' },
  { row: 'B8-css', person: 'P1', what: 'CSS-codes in een tekst worden niet doorzien' },
  { row: 'B18', person: 'P1', what: 'een bekende naam in base64 sluit de poort: niets lekt, maar de hele vastlegging mislukt' },
  {
    row: 'B20',
    person: 'P1',
    what: 'een bekende naam in een MIME-woord sluit de poort: niets lekt, maar de hele vastlegging mislukt',
  },
  { row: 'B19', person: 'Q3', what: 'UTF-16 in hexadecimaal wordt alleen bij toeval herkend, als het op een nummer lijkt' },
  { row: 'B19-verhaspeld', person: 'P4', what: 'UTF-8 die als Latin-1 gelezen is, wordt niet altijd herkend' },
  { row: 'B21', person: 'P2', what: 'punycode in een tekst wordt niet doorzien' },
  { row: 'B23-vast', person: 'P1', what: 'een nummer met letters ertegenaan wordt niet herkend' },
  { row: 'B23-bericht', person: 'P1', what: 'het adres van een bericht zonder accountnaam blijft in de tekst staan' },
  { row: 'B24', person: 'P1', what: 'ongezouten hashes van een bekende naam blijven in de tekst staan' },
  {
    row: 'A36-woord',
    person: 'Q3',
    what: 'een naam van één woord die alleen in de zijbalk staat, blijft in de teksten van anderen staan',
  },
  {
    row: 'A27',
    person: 'Q11',
    isOfPerson: true,
    what: 'aanspreekvorm en voornaamwoord van een weergavenaam vormen samen een naam: het pakket blijft achter de poort',
  },
  {
    row: 'A29',
    person: 'Q11',
    isOfPerson: true,
    what: 'aanspreekvorm en voornaamwoord van een weergavenaam vormen samen een naam: het pakket blijft achter de poort',
  },
];

/** The gap a result belongs to. `where`: as the result says it, with the person at the end. */
export function gapOf(row: string, where: string): Gap | undefined {
  return gaps.find((gap) => gap.row === row && (!gap.isOfPerson || where.endsWith(` ${gap.person}`)));
}
