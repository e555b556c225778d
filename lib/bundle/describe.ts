/** MDTO mapping (design "MDTO mapping"): what each object of a package says of itself. */
import type { Capture, CapturedItem } from '../model/capture.ts';
import { platformNames } from '../model/platform.ts';
import { appraisalTerm, mdtoTerm, term } from './codelists.ts';
import type { Begrip, DocumentType } from './codelists.ts';
import { day, dutchDay, instant } from './dates.ts';
import type { Layout, PackageObject, PostObject, ReactionsObject } from './layout.ts';
import type { Identificatie, Informatieobject, MdtoEvent, Verwijzing } from './mdto.ts';
import { oneLine, shorten } from './names.ts';
import { hasThirdParty } from './people.ts';
import { completenessTitles, itemKinds, knownTime, scenarioTitles } from './sentences.ts';

export const ourSource = 'Veiligsteller';
export const unknownOrganisation = 'Onbekende organisatie (nog in te stellen)';
export const unknownHotspotList = 'Hotspotlijst van de organisatie (naam nog in te stellen)';

/** The files of an object that MDTO mentions; `record` is the structured data. */
export interface ObjectFiles {
  readonly names: readonly string[];
  readonly record?: string;
}

export function dossier(capture: Capture, layout: Layout, now: string): Informatieobject {
  const items = [...capture.posts, ...capture.reactions];
  return {
    ...shared(capture, 'veiligstelling', items),
    identificatie: [ours(capture.id)],
    naam: dossierName(capture),
    aggregatieniveau: 'Dossier',
    omschrijving: `${numbers(capture)} van het account @${capture.account.handle} op ${platformNames[capture.platform]}, veiliggesteld op ${dutchDay(capture.clock.ended)} in scenario ${scenarioTitles[capture.choice.scenario]}.`,
    event: [capturedEvent(capture), ...pseudonymised(capture), { type: mdtoTerm('event', 'Export'), tijd: now, actor: actor(capture) }],
    isOnderdeelVan: series(capture),
    bevatOnderdeel: layout.objects.map((object) => refer(capture, object)),
    heeftRepresentatie: [],
    aanvullendeMetagegevens: [],
    gerelateerd: [],
    beperkingGebruik: restriction(dossierIsRestricted(capture, layout)),
  };
}

export function archiefstuk(capture: Capture, layout: Layout, object: PackageObject, files: ObjectFiles, now: string): Informatieobject {
  const file = (name: string): Verwijzing => ({ naam: name, identificatie: ours(`${capture.id}/${name}`) });
  const base: Informatieobject = {
    ...shared(capture, documentType(object), itemsOf(object)),
    identificatie: [ours(`${capture.id}/${object.name}`)],
    naam: objectName(capture, object),
    aggregatieniveau: 'Archiefstuk',
    event: [capturedEvent(capture), ...pseudonymised(capture), { type: mdtoTerm('event', 'Export'), tijd: now, actor: actor(capture) }],
    isOnderdeelVan: [{ naam: dossierName(capture), identificatie: ours(capture.id) }],
    bevatOnderdeel: [],
    heeftRepresentatie: files.names.map(file),
    aanvullendeMetagegevens: files.record === undefined ? [] : [file(files.record)],
    gerelateerd: [],
    beperkingGebruik: restriction(objectIsRestricted(capture, layout, object)),
  };
  return { ...base, ...particular(capture, layout, object, base, now) };
}

/** What only this kind of object has. */
function particular(capture: Capture, layout: Layout, object: PackageObject, base: Informatieobject, now: string): Partial<Informatieobject> {
  if (object.kind === 'post') return post(capture, layout, object, base);
  if (object.kind === 'reactions') return reactions(capture, object, base);
  if (object.kind === 'profile') return object.profile.description ? { omschrijving: object.profile.description } : {};
  if (object.kind === 'documentation') return { event: [{ type: mdtoTerm('event', 'Export'), tijd: now, actor: actor(capture) }] };
  return { omschrijving: 'Hoe is veiliggesteld: scenario, volledigheid, pseudonimisering en handelingen.' };
}

function post(capture: Capture, layout: Layout, { item }: PostObject, base: Informatieobject): Partial<Informatieobject> {
  const platform = platformNames[capture.platform];
  const posted = knownTime(item.times);
  const isOwn = layout.people.of(item.author)?.role === 'eigen';
  const postedEvent: MdtoEvent = { type: mdtoTerm('event', isOwn ? 'Publicatie' : 'Creatie'), ...(posted && { tijd: posted.iso }), ...(isOwn && { actor: organisation(capture) }) };
  const edited = instant(item.times.edited);
  return {
    identificatie: [
      ...base.identificatie,
      ...(item.platformId ? [{ kenmerk: item.platformId, bron: `${platform} bericht-id` }] : []),
      ...(item.url ? [{ kenmerk: item.url, bron: `${platform} permalink` }] : []),
    ],
    omschrijving: textOf(item),
    event: [...(posted ? [postedEvent] : []), ...(edited ? [{ type: mdtoTerm('event', 'Wijziging'), tijd: edited }] : []), ...base.event],
    gerelateerd: relatedTo(capture, layout, item).map((naar) => ({ naar, relatie: mdtoTerm('relatie', 'Refereert aan') })),
  };
}

function reactions(capture: Capture, object: ReactionsObject, base: Informatieobject): Partial<Informatieobject> {
  const { entries } = object.thread;
  const first = range(entries.map(({ item }) => item))?.begin;
  const received: MdtoEvent = { type: mdtoTerm('event', 'Ontvangst'), ...(first && { tijd: first }), actor: organisation(capture) };
  const replies = entries.filter(({ item }) => item.kind === 'antwoord-overheid').length;
  return {
    omschrijving: `${amount(entries.length - replies, 'reactie', 'reacties')} van derden, gepseudonimiseerd${replies ? `, en ${amount(replies, 'antwoord', 'antwoorden')} van de overheid` : ''}. ${completenessTitles[capture.completeness.state]}.`,
    event: [...(first ? [received] : []), ...base.event],
    gerelateerd: object.post ? [{ naar: refer(capture, object.post), relatie: mdtoTerm('relatie', 'Refereert aan') }] : [],
  };
}

/** What a post quotes or answers, as far as it is ours or in the package. */
function relatedTo(capture: Capture, layout: Layout, item: CapturedItem): Verwijzing[] {
  const quoted = item.quote?.url && !item.quote.isThirdParty ? [{ naam: 'Geciteerd bericht', identificatie: { kenmerk: item.quote.url, bron: `${platformNames[capture.platform]} permalink` } }] : [];
  const parentKey = item.parent?.key;
  const answered = parentKey
    ? (layout.posts.find((other) => other.item.key === parentKey) ?? layout.reactions.find(({ thread }) => thread.entries.some((entry) => entry.item.key === parentKey)))
    : undefined;
  return [...quoted, ...(answered ? [refer(capture, answered)] : [])];
}

type Shared = Pick<Informatieobject, 'classificatie' | 'trefwoord' | 'waardering' | 'archiefvormer' | 'betrokkene' | 'dekkingInTijd' | 'taal' | 'bewaartermijn' | 'informatiecategorie' | 'activiteit'>;

function shared(capture: Capture, type: DocumentType, items: readonly CapturedItem[]): Shared {
  const { appraisal, choice, platform } = capture;
  const period = range(items);
  const language = languageOf(capture, items);
  const entry = appraisal.entry && { label: appraisal.entry.process || appraisal.entry.code, code: appraisal.entry.code, list: capture.selectionListName };
  const hotspot = appraisal.hotspot && { label: appraisal.hotspot.name, code: appraisal.hotspot.code, list: capture.hotspotListName ?? unknownHotspotList };
  const category: Begrip | undefined = hotspot ?? entry;
  return {
    classificatie: [term('scenario', choice.scenario), term('accounttype', choice.accountType), term('platform', platform), term('documenttype', type), ...(hotspot && entry ? [entry] : [])],
    trefwoord: [...new Set(items.flatMap(({ hashtags }) => hashtags.map((tag) => oneLine(tag.replace(/^#/, '')))))].filter(Boolean).map((word) => shorten(word, 200)),
    ...(period && { dekkingInTijd: { type: term('dekking', 'plaatsingsperiode'), begin: day(period.begin), eind: day(period.end) } }),
    ...(language && { taal: language }),
    waardering: appraisalTerm(appraisal.value),
    ...(appraisal.value === 'V' && appraisal.retention && { bewaartermijn: { trigger: term('trigger', 'afsluiting-dossier'), looptijd: appraisal.retention } }),
    ...(category && { informatiecategorie: category }),
    archiefvormer: organisation(capture),
    betrokkene: holder(capture),
    ...(appraisal.entry?.process && { activiteit: { naam: appraisal.entry.process } }),
  };
}

function documentType(object: PackageObject): DocumentType {
  if (object.kind === 'post') return object.item.kind === 'reactie' ? 'bericht' : object.item.kind;
  return ({ reactions: 'reacties', profile: 'profiel', account: 'verantwoording', documentation: 'documentatie' } as const)[object.kind];
}

function itemsOf(object: PackageObject): CapturedItem[] {
  if (object.kind === 'post') return [object.item];
  return object.kind === 'reactions' ? object.thread.entries.map(({ item }) => item) : [];
}

export function dossierName(capture: Capture): string {
  return shorten(oneLine(`Veiligstelling ${platformNames[capture.platform]} @${shorten(capture.account.handle, 24)} ${dutchDay(capture.clock.ended)} (${capture.id})`), 80);
}

export function objectName(capture: Capture, object: PackageObject): string {
  const handle = `@${shorten(capture.account.handle, 30)}`;
  if (object.kind === 'account') return 'Verantwoording van de veiligstelling';
  if (object.kind === 'documentation') return 'Documentatie bij de aanvullende metagegevens';
  if (object.kind === 'profile') return oneLine(`Profiel ${handle} op ${platformNames[capture.platform]}`);
  const item = object.kind === 'post' ? object.item : object.post?.item;
  const posted = item && knownTime(item.times);
  const when = posted ? ` ${dutchDay(posted.iso)}` : '';
  if (object.kind === 'post') return oneLine(`${itemKinds[object.item.kind]} ${handle} op ${platformNames[capture.platform]}${when}`);
  return oneLine(`Reacties van derden op bericht ${handle}${when}`);
}

function refer(capture: Capture, object: PackageObject): Verwijzing {
  return { naam: shorten(objectName(capture, object), 80), identificatie: ours(`${capture.id}/${object.name}`) };
}

export function ours(kenmerk: string): Identificatie {
  return { kenmerk, bron: ourSource };
}

function organisation({ organisation: { name, tooi } }: Capture): Verwijzing {
  return { naam: name || unknownOrganisation, ...(tooi && { identificatie: { kenmerk: tooi, bron: 'TOOI' } }) };
}

/** D6, R15: the account holder and nobody else. */
function holder(capture: Capture): Informatieobject['betrokkene'] {
  const { holder: name } = capture.account;
  if (!name) return [];
  const same = name === capture.organisation.name;
  return [{ relatie: term('betrokkene', 'accounthouder'), actor: same ? organisation(capture) : { naam: name } }];
}

function series({ account, platform }: Capture): Verwijzing[] {
  if (!account.series) return [];
  return [{ naam: shorten(`Sociale-media-account @${account.handle} op ${platformNames[platform]}`, 80), identificatie: { kenmerk: account.series, bron: 'Bovenliggende aggregatie in het beherende systeem (instelling)' } }];
}

function actor({ actorRole }: Capture): Verwijzing {
  return { naam: actorRole };
}

function capturedEvent(capture: Capture): MdtoEvent {
  const { state, reached } = capture.completeness;
  return { type: mdtoTerm('event', 'Opname'), tijd: timeOr(capture.clock.ended), actor: actor(capture), resultaat: `Veiliggesteld met ${capture.software}. ${state}. ${reached}` };
}

function pseudonymised(capture: Capture): MdtoEvent[] {
  const result = `${amount(capture.thirdParties, 'pseudoniem', 'pseudoniemen')} toegekend; ${amount(capture.ledger.reduce((sum, line) => sum + line.count, 0), 'vervanging', 'vervangingen')}. De sleutel maakt geen deel uit van het pakket. Volledigheid: ${capture.completeness.state}.`;
  return [{ type: term('event', 'pseudonimisering'), tijd: timeOr(capture.clock.stripped), actor: actor(capture), resultaat: result }];
}

/** Our own clock always writes an instant; if it does not, that is a bug and the schema says so. */
function timeOr(text: string): string {
  return instant(text) ?? text;
}

type Restriction = 'openbaar' | 'AW1995-15-1-a' | 'nader-te-bepalen';

/** A is open unless somebody else's content is in it (R13); C always waits for a person's judgement (R9). */
function dossierIsRestricted(capture: Capture, layout: Layout): Restriction {
  const { scenario } = capture.choice;
  if (scenario === 'B') return 'AW1995-15-1-a';
  return scenario === 'C' || capture.posts.some((item) => hasThirdParty(item, capture, layout.people)) ? 'nader-te-bepalen' : 'openbaar';
}

function objectIsRestricted(capture: Capture, layout: Layout, object: PackageObject): Restriction {
  if (object.kind === 'documentation') return 'openbaar';
  if (object.kind === 'reactions') return 'AW1995-15-1-a';
  if (capture.choice.scenario === 'C') return 'nader-te-bepalen';
  if (object.kind === 'account') return dossierIsRestricted(capture, layout);
  const touched = object.kind === 'post' ? hasThirdParty(object.item, capture, layout.people) : capture.ledger.some(({ where, kind }) => where === object.profile.key && kind !== 'medewerker');
  if (!touched) return 'openbaar';
  return capture.choice.scenario === 'B' ? 'AW1995-15-1-a' : 'nader-te-bepalen';
}

const restrictionNotes: Readonly<Record<Restriction, string | undefined>> = {
  openbaar: undefined,
  'AW1995-15-1-a': 'Bevat gepseudonimiseerde gegevens van derden. Op teksten en beeldmateriaal van derden kan auteursrecht rusten.',
  'nader-te-bepalen': 'Bevat mogelijk persoonlijke, partijpolitieke of andermans informatie; openbaarheid moet nog worden beoordeeld. Op materiaal van derden kan auteursrecht rusten.',
};

function restriction(code: Restriction): Informatieobject['beperkingGebruik'] {
  const note = restrictionNotes[code];
  return { type: term('beperking', code), ...(note && { beschrijving: note }) };
}

/** Absent is not empty: the text was not found, or there is none. */
function textOf({ text, isTruncated }: CapturedItem): string {
  if (text === undefined) return '[De tekst is niet gevonden.]';
  if (text === '') return '[Dit bericht heeft geen tekst.]';
  return isTruncated ? `${text} [door de pagina ingekort]` : text;
}

function range(items: readonly CapturedItem[]): { readonly begin: string; readonly end: string } | undefined {
  const times = items.flatMap(({ times }) => knownTime(times)?.iso ?? []).toSorted();
  const [begin] = times;
  const end = times.at(-1);
  return begin && end ? { begin, end } : undefined;
}

function languageOf(capture: Capture, items: readonly CapturedItem[]): string | undefined {
  const languages = [...new Set(items.flatMap(({ lang }) => lang ?? []))];
  const found = languages.length === 1 ? languages[0] : capture.language;
  return found && /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/.test(found) ? found : undefined;
}

function numbers({ posts, reactions }: Capture): string {
  const posted = amount(posts.length, 'bericht', 'berichten');
  return reactions.length === 0 ? posted : `${posted} en ${amount(reactions.length, 'reactie', 'reacties')}`;
}

function amount(count: number, one: string, more: string): string {
  return `${count} ${count === 1 ? one : more}`;
}
