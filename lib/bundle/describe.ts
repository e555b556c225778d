/** MDTO mapping (design "MDTO mapping"): what each object of a package says of itself. */
import type { Capture, CapturedItem } from '../model/capture.ts';
import { platformNames } from '../model/platform.ts';
import { appraisalTerm, mdtoTerm, term } from './codelists.ts';
import type { Begrip, DocumentType } from './codelists.ts';
import { day, dutchDay, instant } from './dates.ts';
import { commonEvents, exported } from './events.ts';
import type { Layout, PackageObject, PostObject, ReactionsObject } from './layout.ts';
import type { Identificatie, Informatieobject, MdtoEvent, Verwijzing } from './mdto.ts';
import { oneLine, shorten } from './names.ts';
import { letterDescription, letterRelations } from './letter.ts';
import { holder, organisation, series, unknownHotspotList, unknownSelectionList } from './parties.ts';
import { dossierRestriction, objectRestriction } from './restriction.ts';
import { completenessTitles, knownTime, scenarioTitles } from './sentences.ts';
import { amount, dossierName, objectName } from './titles.ts';

const ourSource = 'Veiligsteller';
/** The files of an object that MDTO mentions; `record` is the structured data. */
export interface ObjectFiles {
  readonly names: readonly string[];
  readonly record?: string;
}

export function dossier(capture: Capture, layout: Layout, now: string): Informatieobject {
  const items = [...capture.posts, ...capture.reactions];
  return {
    ...shared(capture, capture.letter ? 'burgerbrief' : 'veiligstelling', items),
    identificatie: [ours(capture.id)],
    naam: dossierName(capture),
    aggregatieniveau: 'Dossier',
    omschrijving: `${numbers(capture)} van het account @${capture.account.handle} op ${platformNames[capture.platform]}, veiliggesteld op ${dutchDay(capture.clock.ended)} in scenario ${scenarioTitles[capture.choice.scenario]}.`,
    event: commonEvents(capture, now),
    isOnderdeelVan: series(capture),
    bevatOnderdeel: layout.objects.map((object) => refer(capture, object)),
    heeftRepresentatie: [],
    aanvullendeMetagegevens: [],
    gerelateerd: otherPackages(capture),
    beperkingGebruik: dossierRestriction(capture, layout),
  };
}

/** R26: a version of the capture of the same post before. R27: takes the place of the package that was wrong. */
function otherPackages({ earlier, replaces }: Capture): Informatieobject['gerelateerd'] {
  return [
    ...(earlier ? [{ naar: packageReference(earlier.id), relatie: mdtoTerm('relatie', 'Is een versie van') }] : []),
    ...(replaces ? [{ naar: packageReference(replaces.id), relatie: mdtoTerm('relatie', 'Vervangt') }] : []),
  ];
}

function packageReference(id: string): Verwijzing {
  return { naam: `Veiligstelling ${id}`, identificatie: ours(id) };
}

export function archiefstuk(
  capture: Capture,
  layout: Layout,
  object: PackageObject,
  files: ObjectFiles,
  now: string,
): Informatieobject {
  const file = (name: string): Verwijzing => ({ naam: name, identificatie: ours(`${capture.id}/${name}`) });
  const base: Informatieobject = {
    ...shared(capture, documentType(capture, object), itemsOf(object)),
    identificatie: [ours(`${capture.id}/${object.name}`)],
    naam: objectName(capture, object),
    aggregatieniveau: 'Archiefstuk',
    event: commonEvents(capture, now),
    isOnderdeelVan: [{ naam: dossierName(capture), identificatie: ours(capture.id) }],
    bevatOnderdeel: [],
    heeftRepresentatie: files.names.map(file),
    aanvullendeMetagegevens: files.record === undefined ? [] : [file(files.record)],
    gerelateerd: [],
    beperkingGebruik: objectRestriction(capture, layout, object),
  };
  return { ...base, ...particular(capture, layout, object, base, now) };
}

/** What only this kind of object has. */
function particular(
  capture: Capture,
  layout: Layout,
  object: PackageObject,
  base: Informatieobject,
  now: string,
): Partial<Informatieobject> {
  if (object.kind === 'post') return post(capture, layout, object, base);
  if (object.kind === 'reactions')
    return capture.letter
      ? { ...reactions(capture, object, base), ...letterOf(capture, object) }
      : reactions(capture, object, base);
  if (object.kind === 'profile') return object.profile.description ? { omschrijving: object.profile.description } : {};
  if (object.kind === 'webarchive')
    return {
      omschrijving:
        'De weergave en de eigen media als webarchief (WACZ 1.1.1, WARC 1.1). Het bevat wat de browser toonde, gepseudonimiseerd, en niet wat de server stuurde (records van soort resource).',
    };
  if (object.kind === 'documentation') return { event: [exported(capture, now)] };
  return { omschrijving: 'Hoe is veiliggesteld: scenario, volledigheid, pseudonimisering en handelingen.' };
}

function post(capture: Capture, layout: Layout, { item }: PostObject, base: Informatieobject): Partial<Informatieobject> {
  const platform = platformNames[capture.platform];
  const posted = knownTime(item.times);
  const isOwn = layout.people.of(item.author)?.role === 'eigen';
  const postedEvent: MdtoEvent = {
    type: mdtoTerm('event', isOwn ? 'Publicatie' : 'Creatie'),
    ...(posted && { tijd: posted.iso }),
    ...(isOwn && { actor: organisation(capture) }),
  };
  const edited = instant(item.times.edited);
  return {
    identificatie: [
      ...base.identificatie,
      ...(item.platformId ? [{ kenmerk: item.platformId, bron: `${platform} bericht-id` }] : []),
      ...(item.url ? [{ kenmerk: item.url, bron: `${platform} permalink` }] : []),
    ],
    omschrijving: textOf(item),
    event: [
      ...(posted ? [postedEvent] : []),
      ...(edited ? [{ type: mdtoTerm('event', 'Wijziging'), tijd: edited }] : []),
      ...base.event,
    ],
    gerelateerd: relatedTo(capture, layout, item).map((naar) => ({ naar, relatie: mdtoTerm('relatie', 'Refereert aan') })),
  };
}

function reactions(capture: Capture, object: ReactionsObject, base: Informatieobject): Partial<Informatieobject> {
  const { entries } = object.thread;
  const first = range(entries.map(({ item }) => item))?.begin;
  const received: MdtoEvent = { type: mdtoTerm('event', 'Ontvangst'), ...(first && { tijd: first }), actor: organisation(capture) };
  const replies = entries.filter(({ item }) => item.kind === 'antwoord-overheid').length;
  const references = entries.filter(({ item }) => item.kind === 'verwijzing').length;
  return {
    omschrijving: `${amount(entries.length - replies - references, 'reactie', 'reacties')} van derden, gepseudonimiseerd${references ? `, ${amount(references, 'verwijzing', 'verwijzingen')} naar een burgerbrief` : ''}${replies ? `, en ${amount(replies, 'antwoord', 'antwoorden')} van de overheid` : ''}. ${completenessTitles[capture.completeness.state]}.`,
    event: [...(first ? [received] : []), ...base.event],
    gerelateerd: [...toPost(capture, object), ...entries.flatMap(({ item }) => letterRelations(item.reference?.caseNumber))],
  };
}

function toPost(capture: Capture, { post: found }: ReactionsObject): Informatieobject['gerelateerd'] {
  return found ? [{ naar: refer(capture, found), relatie: mdtoTerm('relatie', 'Refereert aan') }] : [];
}

/** R11: who wrote it, what it says, and the case it belongs to. */
function letterOf(capture: Capture, object: ReactionsObject): Partial<Informatieobject> {
  return {
    ...letterDescription(capture),
    gerelateerd: [...toPost(capture, object), ...letterRelations(capture.letter?.caseNumber)],
  };
}

/** What a post quotes or answers, as far as it is ours or in the package. */
function relatedTo(capture: Capture, layout: Layout, item: CapturedItem): Verwijzing[] {
  const quoted =
    item.quote?.url && !item.quote.isThirdParty
      ? [
          {
            naam: 'Geciteerd bericht',
            identificatie: { kenmerk: item.quote.url, bron: `${platformNames[capture.platform]} permalink` },
          },
        ]
      : [];
  const parentKey = item.parent?.key;
  const answered = parentKey
    ? (layout.posts.find((other) => other.item.key === parentKey) ??
      layout.reactions.find(({ thread }) => thread.entries.some((entry) => entry.item.key === parentKey)))
    : undefined;
  return [...quoted, ...(answered ? [refer(capture, answered)] : [])];
}

type Shared = Pick<
  Informatieobject,
  | 'classificatie'
  | 'trefwoord'
  | 'waardering'
  | 'archiefvormer'
  | 'betrokkene'
  | 'dekkingInTijd'
  | 'taal'
  | 'bewaartermijn'
  | 'informatiecategorie'
  | 'activiteit'
>;

function shared(capture: Capture, type: DocumentType, items: readonly CapturedItem[]): Shared {
  const { choice, platform } = capture;
  const period = range(items);
  const language = languageOf(capture, items);
  const { extraClass, ...value } = appraised(capture);
  return {
    classificatie: [
      term('scenario', choice.scenario),
      term('accounttype', choice.accountType),
      term('platform', platform),
      term('documenttype', type),
      ...(capture.letter ? [term('brief', capture.letter.kind)] : []),
      ...extraClass,
    ],
    trefwoord: keywords(items),
    ...(period && {
      dekkingInTijd: { type: term('dekking', 'plaatsingsperiode'), begin: day(period.begin), eind: day(period.end) },
    }),
    ...(language && { taal: language }),
    ...value,
    archiefvormer: organisation(capture),
    betrokkene: holder(capture),
  };
}

type Appraised = Pick<Shared, 'waardering' | 'bewaartermijn' | 'informatiecategorie' | 'activiteit'>;

/** R21, R22: with a hotspot its list is the category, and the ordinary entry becomes a classification. */
function appraised(capture: Capture): Appraised & { readonly extraClass: readonly Begrip[] } {
  const { value, retention, entry, hotspot } = capture.appraisal;
  const ordinary = categoryTerm(entry?.process, entry?.code, capture.selectionListName || unknownSelectionList);
  const special = categoryTerm(hotspot?.name, hotspot?.code, capture.hotspotListName || unknownHotspotList);
  const category = special ?? ordinary;
  const period = value === 'V' && retention ? { trigger: term('trigger', 'afsluiting-dossier'), looptijd: retention } : undefined;
  return {
    waardering: appraisalTerm(value),
    ...(period && { bewaartermijn: period }),
    ...(category && { informatiecategorie: category }),
    ...(entry?.process && { activiteit: { naam: entry.process } }),
    extraClass: special && ordinary ? [ordinary] : [],
  };
}

/** Hashtags of own posts: what third parties tagged stays in their reactions (R19). */
function keywords(items: readonly CapturedItem[]): string[] {
  const own = items.filter(({ kind }) => kind !== 'reactie' && kind !== 'herpublicatie');
  const words = own.flatMap(({ hashtags }) => hashtags.map((tag) => shorten(oneLine(tag.replace(/^#/, '')), 200)));
  return [...new Set(words)].filter(Boolean);
}

/** A term of a list the organisation set; what was left empty there is left out here. */
function categoryTerm(name = '', code = '', list: string): Begrip | undefined {
  const label = name || code;
  return label ? { label, ...(code && { code }), list } : undefined;
}

function documentType({ letter }: Capture, object: PackageObject): DocumentType {
  if (object.kind === 'post') return ownKinds.find((kind) => kind === object.item.kind) ?? 'bericht';
  if (object.kind === 'reactions' && letter) return 'burgerbrief';
  return (
    {
      reactions: 'reacties',
      profile: 'profiel',
      webarchive: 'webarchief',
      account: 'verantwoording',
      documentation: 'documentatie',
    } as const
  )[object.kind];
}

const ownKinds = ['bericht', 'herpublicatie', 'citaatbericht', 'antwoord-overheid'] as const;

function itemsOf(object: PackageObject): CapturedItem[] {
  if (object.kind === 'post') return [object.item];
  return object.kind === 'reactions' ? object.thread.entries.map(({ item }) => item) : [];
}

function refer(capture: Capture, object: PackageObject): Verwijzing {
  return { naam: shorten(objectName(capture, object), 80), identificatie: ours(`${capture.id}/${object.name}`) };
}

export function ours(kenmerk: string): Identificatie {
  return { kenmerk, bron: ourSource };
}

/** Absent is not empty: the text was not found, or there is none. */
function textOf({ text, isTruncated }: CapturedItem): string {
  if (text === undefined) return '[De tekst is niet gevonden.]';
  if (text.trim() === '') return '[Dit bericht heeft geen tekst.]';
  return isTruncated ? `${text} [door de pagina ingekort]` : text;
}

function range(items: readonly CapturedItem[]): { readonly begin: string; readonly end: string } | undefined {
  const moments = items.flatMap(({ times }) => knownTime(times)?.iso ?? []).toSorted();
  const [begin] = moments;
  const end = moments.at(-1);
  return begin && end ? { begin, end } : undefined;
}

function languageOf(capture: Capture, items: readonly CapturedItem[]): string | undefined {
  const languages = [...new Set(items.flatMap(({ lang }) => lang ?? []))];
  const found = languages.length === 1 ? languages[0] : capture.language;
  return found && /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/.test(found) ? found : undefined;
}

function numbers(capture: Capture): string {
  const posted = amount(capture.posts.length, 'bericht', 'berichten');
  const reacted = amount(capture.reactions.length, 'reactie', 'reacties');
  return capture.reactions.length === 0 ? posted : `${posted} en ${reacted}`;
}
