/** A41: one identifier of every kind in free text. The recall over many is measured elsewhere; these must always be found. */
export interface Sentence {
  readonly id: string;
  /** Id of the product's own rule: the mutation that switches it off is proven by this line. */
  readonly rule: string;
  readonly text: string;
  /** What may not be left. */
  readonly values: readonly string[];
}

/** Test numbers that pass their checks and were never given out; everybody is invented. */
export const sentences: readonly Sentence[] = [
  {
    id: 'A41-mail',
    rule: 'patroon.e-mail',
    text: 'Mail mij op nergens.kz@voorbeeld.example hoor.',
    values: ['nergens.kz@voorbeeld.example'],
  },
  { id: 'A41-telefoon', rule: 'patroon.telefoon', text: 'Bel gerust 06-12345678 vanavond.', values: ['06-12345678', '0612345678'] },
  { id: 'A41-bsn', rule: 'patroon.bsn', text: 'Het is 999900006, kunt u kijken?', values: ['999900006'] },
  {
    id: 'A41-iban',
    rule: 'patroon.iban',
    text: 'Stort het op BE68 5390 0754 7034 graag.',
    values: ['BE68 5390 0754 7034', 'BE68539007547034'],
  },
  { id: 'A41-adres', rule: 'patroon.adres', text: 'Wij wonen op 1234 AB 56 en horen niets.', values: ['1234 AB 56', '1234AB'] },
  { id: 'A41-kenteken', rule: 'patroon.kenteken', text: 'Mijn auto 99-XXB-9 stond daar.', values: ['99-XXB-9'] },
  {
    id: 'A41-geboren',
    rule: 'patroon.geboortedatum',
    text: 'Ik ben geboren op 14 juli 1961 in het zuiden.',
    values: ['14 juli 1961'],
  },
  { id: 'A41-profiel', rule: 'patroon.profiel', text: 'Zie instagram.com/nergens_kz_77 daar.', values: ['nergens_kz_77'] },
  { id: 'A41-vermelding', rule: 'patroon.vermelding', text: 'Vraag dat aan @nergens_kz_88 eens.', values: ['nergens_kz_88'] },
  { id: 'A41-persoon', rule: 'patroon.persoon', text: 'Mevrouw Aaltje Vogelkooistra hielp mij goed.', values: ['Vogelkooistra'] },
  { id: 'A41-document', rule: 'patroon.document', text: 'Mijn paspoortnummer is SPECI2014 dus.', values: ['SPECI2014'] },
  { id: 'A41-zaak', rule: 'patroon.zaaknummer', text: 'Mijn zaaknummer is ZK-2024-118822 al.', values: ['ZK-2024-118822'] },
  { id: 'A41-code', rule: 'patroon.code', text: 'Zie 7Q2pvZXJkX3dpZWxlOTAx daar.', values: ['7Q2pvZXJkX3dpZWxlOTAx'] },
  { id: 'A41-nummer', rule: 'patroon.nummer', text: 'Dat kwam vanaf 203.0.113.77 binnen.', values: ['203.0.113.77'] },
];

/** Pointed out to the reviewer, never removed (AVG art. 9 and 10). */
export const flags: readonly Omit<Sentence, 'values'>[] = [
  { id: 'A41-gezondheid', rule: 'bijzonder.gezondheid', text: 'Mijn broer heeft diabetes en wacht al maanden.' },
  { id: 'A41-geloof', rule: 'bijzonder.geloof', text: 'Ik ben katholiek en dat doet er niet toe.' },
  { id: 'A41-politiek', rule: 'bijzonder.politiek', text: 'Hij is lid van de vakbond en zegt niets.' },
  { id: 'A41-herkomst', rule: 'bijzonder.herkomst', text: 'Mijn oom is statushouder en kan niet komen.' },
  { id: 'A41-gerichtheid', rule: 'bijzonder.gerichtheid', text: 'Mijn zus is lesbisch en dat is prima.' },
  { id: 'A41-strafrecht', rule: 'bijzonder.strafrecht', text: 'Mijn neef is ooit veroordeeld en boos.' },
];
