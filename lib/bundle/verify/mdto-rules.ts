/** The rules for one MDTO description, also those the XSD cannot say. Each problem is a Dutch half sentence. */
import { characterCount } from '../names.ts';
import { child, childText, childrenNamed, descendants } from './xml-read.ts';
import type { XmlNode } from './xml-read.ts';

const objectOrder = [
  'identificatie',
  'naam',
  'aggregatieniveau',
  'classificatie',
  'trefwoord',
  'omschrijving',
  'raadpleeglocatie',
  'dekkingInTijd',
  'dekkingInRuimte',
  'taal',
  'event',
  'waardering',
  'bewaartermijn',
  'informatiecategorie',
  'isOnderdeelVan',
  'bevatOnderdeel',
  'heeftRepresentatie',
  'aanvullendeMetagegevens',
  'gerelateerdInformatieobject',
  'archiefvormer',
  'betrokkene',
  'activiteit',
  'beperkingGebruik',
];
const fileOrder = ['identificatie', 'naam', 'omvang', 'bestandsformaat', 'checksum', 'URLBestand', 'isRepresentatieVan'];
const terms = new Set([
  'aggregatieniveau',
  'classificatie',
  'waardering',
  'informatiecategorie',
  'eventType',
  'dekkingInTijdType',
  'betrokkeneTypeRelatie',
  'beperkingGebruikType',
  'gerelateerdInformatieobjectTypeRelatie',
  'bestandsformaat',
  'checksumAlgoritme',
  'termijnTriggerStartLooptijd',
]);
const date = /^-?\d{4}(?:-\d{2}(?:-\d{2})?)?(?:Z|[+-]\d{2}:\d{2})?$/;
const moment = /^-?\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})?$/;

export function mdtoProblems(root: XmlNode): string[] {
  const [content, second] = root.children;
  if (root.name !== 'MDTO' || root.attributes.get('xmlns') !== 'https://www.nationaalarchief.nl/mdto')
    return ['geen MDTO-beschrijving'];
  if (!content || second || !['informatieobject', 'bestand'].includes(content.name))
    return ['beschrijft niet precies één informatieobject of bestand'];
  return content.name === 'informatieobject'
    ? [...common(content, objectOrder), ...objectProblems(content)]
    : [...common(content, fileOrder), ...fileProblems(content)];
}

function common(node: XmlNode, order: readonly string[]): string[] {
  const places = node.children.map(({ name }) => order.indexOf(name));
  const name = childText(node, 'naam') ?? '';
  return [
    ...node.children.filter(({ name: tag }) => !order.includes(tag)).map(({ name: tag }) => `onbekend element ${tag}`),
    ...(places.some((place, n) => n > 0 && place < (places[n - 1] ?? 0)) ? ['elementen in de verkeerde volgorde'] : []),
    ...(childrenNamed(node, 'identificatie').length === 0 ? ['identificatie ontbreekt'] : []),
    ...(name.trim() === ''
      ? ['naam ontbreekt']
      : characterCount(name) > 80 && node.name === 'informatieobject'
        ? ['naam is langer dan 80 tekens']
        : []),
    ...descendants(node).flatMap(nodeProblems),
  ];
}

function nodeProblems(node: XmlNode): string[] {
  if (terms.has(node.name)) {
    const isWhole = childText(node, 'begripLabel')?.trim() && childText(node, 'begripBegrippenlijst', 'verwijzingNaam')?.trim();
    return isWhole ? [] : [`${node.name}: begrip zonder label of begrippenlijst`];
  }
  const isDated = /^(?:dekkingInTijd(?:Begin|Eind)datum|termijnEinddatum|termijnStartdatumLooptijd)$/.test(node.name);
  if (isDated) return date.test(node.text) ? [] : [`${node.name}: geen geldige datum`];
  if (node.name === 'eventTijd') return date.test(node.text) || moment.test(node.text) ? [] : ['eventTijd: geen geldig tijdstip'];
  if (node.name === 'checksumDatum') return moment.test(node.text) ? [] : ['checksumDatum: geen geldig tijdstip'];
  if (node.children.length === 0 && node.text.trim() === '') return [`${node.name} is leeg`];
  return [];
}

function objectProblems(node: XmlNode): string[] {
  const restrictions = childrenNamed(node, 'beperkingGebruik');
  const codes = restrictions.flatMap((restriction) => childText(restriction, 'beperkingGebruikType', 'begripCode') ?? []);
  return [
    ...(restrictions.length === 1 && codes.length === 1 ? [] : ['niet precies één beperkingGebruik met een code']),
    ...(childrenNamed(node, 'archiefvormer').length > 0 ? [] : ['archiefvormer ontbreekt']),
    ...valueProblems(node),
    ...childrenNamed(node, 'dekkingInTijd').flatMap(periodProblems),
    ...childrenNamed(node, 'betrokkene').flatMap((person) =>
      /^Reageerder \d/.test(childText(person, 'betrokkeneActor', 'verwijzingNaam') ?? '') ? ['een derde staat als betrokkene'] : [],
    ),
    ...childrenNamed(node, 'omschrijving').flatMap(({ text }) =>
      characterCount(text) > 3_000 ? ['omschrijving is langer dan 3000 tekens'] : [],
    ),
  ];
}

function valueProblems(node: XmlNode): string[] {
  const value = childText(node, 'waardering', 'begripCode') ?? '';
  const term = child(node, 'bewaartermijn');
  if (!['B', 'V', 'N'].includes(value)) return ['waardering ontbreekt of heeft geen code B, V of N'];
  if (!term) return [];
  if (value !== 'V') return [`bewaartermijn bij waardering ${value}`];
  const isWhole =
    childText(term, 'termijnEinddatum') !== undefined ||
    (child(term, 'termijnTriggerStartLooptijd') && childText(term, 'termijnLooptijd'));
  return isWhole ? [] : ['bewaartermijn zonder einddatum en zonder trigger met looptijd'];
}

function periodProblems(period: XmlNode): string[] {
  const begin = childText(period, 'dekkingInTijdBegindatum') ?? '';
  const end = childText(period, 'dekkingInTijdEinddatum');
  return end !== undefined && end < begin ? ['dekkingInTijd eindigt voor het begin'] : [];
}

function fileProblems(node: XmlNode): string[] {
  return [
    ...(/^\d+$/.test(childText(node, 'omvang') ?? '') ? [] : ['omvang is geen getal']),
    ...(/^[0-9a-f]{64}$/.test(childText(node, 'checksum', 'checksumWaarde') ?? '') ? [] : ['checksumWaarde is geen SHA-256']),
    ...(childText(node, 'checksum', 'checksumAlgoritme', 'begripLabel') === 'SHA-256' ? [] : ['checksumAlgoritme is niet SHA-256']),
    ...(child(node, 'isRepresentatieVan') ? [] : ['isRepresentatieVan ontbreekt']),
  ];
}
