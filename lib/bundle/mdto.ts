/** MDTO 1.0 as XML (schema 1.0.1): facts in, elements out in the order of the schema. Knows nothing of social media. */
import type { Begrip } from './codelists.ts';
import { mdtoTerm } from './codelists.ts';
import { shorten } from './names.ts';
import { withAttributes, xml, xmlDocument } from './xml.ts';
import type { XmlChild, XmlElement } from './xml.ts';

export interface Identificatie {
  readonly kenmerk: string;
  readonly bron: string;
}
export interface Verwijzing {
  readonly naam: string;
  readonly identificatie?: Identificatie;
}
export interface MdtoEvent {
  readonly type: Begrip;
  readonly tijd?: string;
  readonly actor?: Verwijzing;
  readonly resultaat?: string;
}
export interface Informatieobject {
  readonly identificatie: readonly Identificatie[];
  readonly naam: string;
  readonly aggregatieniveau: 'Dossier' | 'Archiefstuk';
  readonly classificatie: readonly Begrip[];
  readonly trefwoord: readonly string[];
  readonly omschrijving?: string;
  readonly dekkingInTijd?: { readonly type: Begrip; readonly begin: string; readonly eind: string };
  readonly taal?: string;
  readonly event: readonly MdtoEvent[];
  readonly waardering: Begrip;
  /** Only with waardering V: the trigger that starts the term, and how long it is. */
  readonly bewaartermijn?: { readonly trigger: Begrip; readonly looptijd: string };
  readonly informatiecategorie?: Begrip;
  readonly isOnderdeelVan: readonly Verwijzing[];
  readonly bevatOnderdeel: readonly Verwijzing[];
  readonly heeftRepresentatie: readonly Verwijzing[];
  readonly aanvullendeMetagegevens: readonly Verwijzing[];
  readonly gerelateerd: readonly { readonly naar: Verwijzing; readonly relatie: Begrip }[];
  readonly archiefvormer: Verwijzing;
  readonly betrokkene: readonly { readonly relatie: Begrip; readonly actor: Verwijzing }[];
  readonly activiteit?: Verwijzing;
  readonly beperkingGebruik: { readonly type: Begrip; readonly beschrijving?: string };
}
export interface Bestand {
  readonly identificatie: Identificatie;
  readonly naam: string;
  readonly omvang: number;
  readonly formaat: Begrip;
  readonly sha256: string;
  readonly checksumDatum: string;
  readonly isRepresentatieVan: Verwijzing;
}

const maxNaam = 80;
const maxOmschrijving = 3_000;

export function informatieobjectXml(object: Informatieobject): string {
  return mdto(
    xml(
      'informatieobject',
      object.identificatie.map((id) => identificatie('identificatie', id)),
      xml('naam', shorten(object.naam, maxNaam)),
      begrip('aggregatieniveau', mdtoTerm('aggregatieniveau', object.aggregatieniveau)),
      object.classificatie.map((term) => begrip('classificatie', term)),
      object.trefwoord.map((word) => xml('trefwoord', word)),
      object.omschrijving !== undefined && xml('omschrijving', shorten(object.omschrijving, maxOmschrijving)),
      object.dekkingInTijd && dekking(object.dekkingInTijd),
      object.taal !== undefined && xml('taal', object.taal),
      object.event.map(event),
      begrip('waardering', object.waardering),
      object.bewaartermijn && bewaartermijn(object.bewaartermijn),
      object.informatiecategorie && begrip('informatiecategorie', object.informatiecategorie),
      ...relations(object),
      verwijzing('archiefvormer', object.archiefvormer),
      object.betrokkene.map(({ relatie, actor }) =>
        xml('betrokkene', begrip('betrokkeneTypeRelatie', relatie), verwijzing('betrokkeneActor', actor)),
      ),
      object.activiteit && verwijzing('activiteit', object.activiteit),
      beperking(object.beperkingGebruik),
    ),
  );
}

export function bestandXml(file: Bestand): string {
  return mdto(
    xml(
      'bestand',
      identificatie('identificatie', file.identificatie),
      xml('naam', file.naam),
      xml('omvang', String(file.omvang)),
      begrip('bestandsformaat', file.formaat),
      xml(
        'checksum',
        begrip('checksumAlgoritme', mdtoTerm('checksum', 'SHA-256')),
        xml('checksumWaarde', file.sha256),
        xml('checksumDatum', file.checksumDatum),
      ),
      verwijzing('isRepresentatieVan', file.isRepresentatieVan),
    ),
  );
}

function relations(object: Informatieobject): XmlChild[] {
  return [
    object.isOnderdeelVan.map((other) => verwijzing('isOnderdeelVan', other)),
    object.bevatOnderdeel.map((other) => verwijzing('bevatOnderdeel', other)),
    object.heeftRepresentatie.map((other) => verwijzing('heeftRepresentatie', other)),
    object.aanvullendeMetagegevens.map((other) => verwijzing('aanvullendeMetagegevens', other)),
    object.gerelateerd.map(({ naar, relatie }) =>
      xml(
        'gerelateerdInformatieobject',
        verwijzing('gerelateerdInformatieobjectVerwijzing', naar),
        begrip('gerelateerdInformatieobjectTypeRelatie', relatie),
      ),
    ),
  ];
}

function mdto(content: XmlElement): string {
  const namespace = 'https://www.nationaalarchief.nl/mdto';
  return xmlDocument(
    withAttributes(xml('MDTO', content), {
      xmlns: namespace,
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      'xsi:schemaLocation': `${namespace} ${namespace}/MDTO-XML1.0.1.xsd`,
    }),
  );
}

function identificatie(name: string, { kenmerk, bron }: Identificatie): XmlElement {
  return xml(name, xml('identificatieKenmerk', kenmerk), xml('identificatieBron', bron));
}

function verwijzing(name: string, to: Verwijzing): XmlElement {
  return xml(name, xml('verwijzingNaam', to.naam), to.identificatie && identificatie('verwijzingIdentificatie', to.identificatie));
}

function begrip(name: string, { label, code, list }: Begrip): XmlElement {
  return xml(
    name,
    xml('begripLabel', label),
    code !== undefined && xml('begripCode', code),
    verwijzing('begripBegrippenlijst', { naam: list }),
  );
}

function dekking({ type, begin, eind }: NonNullable<Informatieobject['dekkingInTijd']>): XmlElement {
  return xml(
    'dekkingInTijd',
    begrip('dekkingInTijdType', type),
    xml('dekkingInTijdBegindatum', begin),
    xml('dekkingInTijdEinddatum', eind),
  );
}

function event({ type, tijd, actor, resultaat }: MdtoEvent): XmlElement {
  return xml(
    'event',
    begrip('eventType', type),
    tijd !== undefined && xml('eventTijd', tijd),
    actor && verwijzing('eventVerantwoordelijkeActor', actor),
    resultaat !== undefined && xml('eventResultaat', resultaat),
  );
}

function bewaartermijn({ trigger, looptijd }: NonNullable<Informatieobject['bewaartermijn']>): XmlElement {
  return xml('bewaartermijn', begrip('termijnTriggerStartLooptijd', trigger), xml('termijnLooptijd', looptijd));
}

function beperking({ type, beschrijving }: Informatieobject['beperkingGebruik']): XmlElement {
  return xml(
    'beperkingGebruik',
    begrip('beperkingGebruikType', type),
    beschrijving !== undefined && xml('beperkingGebruikNadereBeschrijving', beschrijving),
  );
}
