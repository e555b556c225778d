/** Terms as MDTO wants them: label, code and the list they come from. An unknown code is a bug, never a made-up term. */
import lists from './lists/begrippenlijsten-veiligsteller.json' with { type: 'json' };

export interface Begrip {
  readonly label: string;
  readonly code?: string;
  readonly list: string;
}

const ours = {
  scenario: 'Begrippenlijst Scenario sociale media Veiligsteller',
  accounttype: 'Begrippenlijst Accounttype Veiligsteller',
  documenttype: 'Begrippenlijst Documenttype sociale media Veiligsteller',
  platform: 'Begrippenlijst Platform Veiligsteller',
  event: 'Begrippenlijst EventType Veiligsteller',
  dekking: 'Begrippenlijst DekkingInTijdType Veiligsteller',
  betrokkene: 'Begrippenlijst Relatietype betrokkene Veiligsteller',
  beperking: 'Begrippenlijst Beperkingen Veiligsteller',
  brief: 'Begrippenlijst Soort burgerbrief Veiligsteller',
  trigger: 'Begrippenlijst TriggerStartLooptijd Veiligsteller',
} as const;
export type OurList = keyof typeof ours;

/** A term of one of our own lists, which travel with every package. */
export function term(list: OurList, code: string): Begrip {
  const found = lists.lijsten.find(({ naam }) => naam === ours[list])?.begrippen.find((begrip) => begrip.code === code);
  if (!found) throw new RangeError(`no term ${code} in list ${list}`);
  return { label: found.label, code, list: ours[list] };
}

const mdtoLists = {
  aggregatieniveau: 'Begrippenlijst Aggregatieniveaus MDTO',
  event: 'Begrippenlijst EventTypeLijst MDTO',
  waardering: 'Begrippenlijst Waarderingen MDTO',
  relatie: 'Begrippenlijst Relatietypen (informatieobject) MDTO',
  checksum: 'Begrippenlijst ChecksumAlgoritme MDTO',
} as const;

/** A term of MDTO's own lists; those have labels, and only the appraisals have codes. */
export function mdtoTerm(list: keyof typeof mdtoLists, label: string, code?: string): Begrip {
  return { label, ...(code !== undefined && { code }), list: mdtoLists[list] };
}

const appraisals = { B: 'Blijvend te bewaren', V: 'Tijdelijk te bewaren', N: 'Nader te bepalen' } as const;
export function appraisalTerm(value: 'B' | 'V' | 'N'): Begrip {
  return mdtoTerm('waardering', appraisals[value], value);
}

const documentTypes = [
  'bericht',
  'herpublicatie',
  'citaatbericht',
  'antwoord-overheid',
  'reacties',
  'burgerbrief',
  'profiel',
  'webarchief',
  'verantwoording',
  'documentatie',
  'veiligstelling',
] as const;
export type DocumentType = (typeof documentTypes)[number];

export const codeLists: unknown = lists;
