/** Codes of the model in plain Dutch, for whoever opens the package without us. The screens have words of their own. */
import type {
  Completeness,
  CompletenessReason,
  CompletenessState,
  ItemKind,
  MediaMissingReason,
  RedactionKind,
} from '../model/capture.ts';
import type { CountName, DraftMedia, ParentMethod } from '../model/draft.ts';
import type { LetterKind, LetterReference } from '../model/letter.ts';
import type { ItemTimes } from '../model/time.ts';
import { bestTime } from '../model/time.ts';
import { instant } from './dates.ts';

type Detail = Completeness['reasons'][number]['detail'];
const count = (detail: Detail, one: string, more: string) =>
  detail['count'] === 1 ? `1 ${one}` : `${detail['count'] ?? 'Een onbekend aantal'} ${more}`;

/** What a reader has to say about its network. */
const readerNotes: Readonly<Record<string, string>> = {
  'x-logged-out-shows-few-replies': 'X toont aan wie niet is aangemeld weinig of geen reacties.',
  'mastodon-thread-as-known-to-this-server':
    'Mastodon toont de reacties die deze server kent; op andere servers kunnen er meer zijn.',
  'youtube-members-only': 'Een deel is alleen voor leden van het kanaal te zien.',
  'youtube-live-chat': 'De chat bij een live-uitzending is geen lijst met reacties en is niet vastgelegd.',
  'youtube-mobile-page': 'Dit is de mobiele pagina van YouTube; die toont minder. Open de gewone pagina.',
  'tiktok-captcha': 'TikTok vroeg om een controle (captcha). Rond die eerst af; anders ontbreken reacties.',
  'facebook-most-relevant-hides':
    'Facebook toonde ‘Meest relevant’: die volgorde laat reacties weg. De volgorde is niet veranderd.',
  'instagram-grid-shows-no-texts': 'Het profiel van Instagram toont alleen foto’s; open een bericht voor de tekst en de reacties.',
  'x-shows-translation':
    'X toonde een vertaling in plaats van de oorspronkelijke tekst. Zet de vertaling uit voor de oorspronkelijke tekst.',
  'x-community-note-left-out': 'Bij het bericht stond een opmerking van lezers van X; die is niet vastgelegd.',
  'fediverse-other-software': 'Deze server draait andere software dan Mastodon; de algemene lezer heeft de pagina gelezen.',
  'tab-in-background': 'Het tabblad stond op de achtergrond; de pagina laadt dan niet verder.',
  'reader-failed': 'De lezer voor dit platform herkende de pagina niet; de algemene lezer heeft haar gelezen.',
  'generic-reader': 'De algemene lezer kent de opbouw van dit platform niet; wat hij niet herkent, ontbreekt.',
};

const completeness: Readonly<Record<CompletenessReason, (detail: Detail) => string>> = {
  'fewer-than-displayed': ({ captured, displayed }) =>
    `Het platform toonde ${displayed ?? 'meer'} reacties; ${captured ?? 'minder'} daarvan zijn vastgelegd.`,
  'controls-left': (detail) => `${count(detail, 'knop om meer te tonen bleef dicht', 'knoppen om meer te tonen bleven dicht')}.`,
  stopped: () => 'De medewerker heeft het vastleggen gestopt voordat het klaar was.',
  navigated: () => 'Tijdens het vastleggen ging het tabblad naar een andere pagina.',
  'budget-time': () => 'De ingestelde tijd was op voordat alles was vastgelegd.',
  'budget-items': () => 'Het ingestelde aantal berichten en reacties was bereikt voordat alles was vastgelegd.',
  'budget-bytes': () => 'De ingestelde omvang was bereikt voordat alles was vastgelegd.',
  'not-logged-in': () => 'Er was niemand aangemeld op het platform; het platform toont dan vaak minder.',
  'truncated-text': (detail) =>
    `${count(detail, 'tekst is', 'teksten zijn')} door de pagina ingekort en kon niet worden uitgeklapt.`,
  'unavailable-items': (detail) =>
    `${count(detail, 'bericht of reactie was', 'berichten of reacties waren')} door het platform of de schrijver verwijderd of verborgen; alleen de melding daarvan stond op de pagina.`,
  'unreadable-items': (detail) =>
    `${count(detail, 'bericht of reactie stond', 'berichten of reacties stonden')} op de pagina in een vorm die de lezer niet kent.`,
  'gap-hidden-by-network': (detail) =>
    `${count(detail, 'reactie is', 'reacties zijn')} door het platform of de plaatser verborgen.`,
  'gap-on-another-page': (detail) =>
    `Het platform telt bij de reacties ${count(detail, 'antwoord', 'antwoorden')} meer dan op deze pagina te zien: die staan alleen op een eigen pagina, of zijn verwijderd of afgeschermd.`,
  'gap-on-another-network': (detail) =>
    `${count(detail, 'reactie staat', 'reacties staan')} op een ander platform en telt hier alleen mee.`,
  'gap-needs-login': (detail) => `${count(detail, 'reactie is', 'reacties zijn')} alleen te zien voor wie is aangemeld.`,
  'media-missing': (detail) =>
    `${count(detail, 'mediabestand kon niet worden opgehaald', 'mediabestanden konden niet worden opgehaald')}.`,
  'count-unknown': () => 'Het platform toonde niet hoeveel reacties er zijn; of alles er is, is niet na te gaan.',
  'generic-reader': () => 'Voor dit platform is er geen eigen lezer; de pagina is met de algemene lezer vastgelegd.',
  'end-not-reached': () => 'Het einde van de reacties is niet bereikt.',
  'text-not-found': (detail) => `Van ${count(detail, 'bericht of reactie is', 'berichten of reacties is')} de tekst niet gevonden.`,
  'author-unknown': (detail) =>
    `Van ${count(detail, 'bericht of reactie is', 'berichten of reacties is')} niet bekend wie die plaatste.`,
  'nothing-to-compare': () => 'Dit is een profielpagina: die toont geen reacties en geen aantal om mee te vergelijken.',
  'letter-without-post': () => 'Het bericht waarop de brief reageert is niet gevonden.',
  'letter-chain-broken': () => 'De brief, of een reactie daarvoor, antwoordt op iets dat niet meer op de pagina stond.',
  'question-unanswered': (detail) =>
    `${count(detail, 'aangewezen vraag is', 'aangewezen vragen zijn')} niet vastgelegd: er stond geen antwoord van de overheid bij (R12).`,
  'pointed-not-found': (detail) =>
    `${count(detail, 'aangewezen reactie stond', 'aangewezen reacties stonden')} bij het vastleggen niet meer op de pagina.`,
  'reader-note': ({ note }) => readerNotes[String(note)] ?? `Opmerking van de lezer: ${note ?? 'geen toelichting'}.`,
};

export function completenessSentences({ reasons }: Completeness): string[] {
  return reasons.map(({ code, detail }) => completeness[code](detail));
}

export const completenessTitles: Readonly<Record<CompletenessState, string>> = {
  OK: 'Volledig: alles wat de pagina toonde is vastgelegd',
  TEKORT: 'Tekort: bekend is wat er ontbreekt',
  ONVOLLEDIG: 'Onvolledig: het vastleggen is afgebroken',
};

const because: Readonly<Record<string, string>> = {
  'R3-corporate': 'Het is een corporate account: op naam van en beheerd door de organisatie.',
  'R3-hybrid': 'Het is een hybride account: er kan ook persoonlijke of partijpolitieke informatie op staan.',
  'R3-personal': 'Het is een persoonlijk account.',
  'R5-replies-possible': 'Op de pagina kan worden gereageerd; daarmee is de communicatie tweezijdig.',
  'R5-replies-off': 'Op de pagina kan niet worden gereageerd; de communicatie is eenzijdig.',
  'R5-replies-unknown': 'De pagina toont niet of reageren kan; uitgegaan is van tweezijdige communicatie.',
  'R9-selection-by-person':
    'Van zo’n account worden alleen berichten vastgelegd die een medewerker als overheidsinformatie aanwijst.',
  'R11-letter': 'Een medewerker heeft deze reactie als burgerbrief aangewezen.',
  'register-default': 'Het scenario staat zo in het accountregister van de organisatie.',
};
/** An unknown code is shown as it is: better an odd word than a lost reason. */
export function becauseSentence(code: string): string {
  return because[code] ?? code;
}

/** R11: of a citizen's letter. */
export const letterKindNames: Readonly<Record<LetterKind, string>> = {
  aanvraag: 'Aanvraag',
  bezwaar: 'Bezwaar',
  klacht: 'Klacht',
  overig: 'Overige brief',
};

export function referenceSentence({ caseNumber }: LetterReference): string {
  const where = caseNumber === undefined ? 'het zaaknummer was hier niet bekend' : `zaaknummer ${caseNumber}`;
  return `Hier stond een burgerbrief. Die is doorgezonden en wordt daar behandeld (${where}); de tekst en de schrijver staan niet in dit dossier.`;
}

export const scenarioTitles = {
  A: 'A: eenzijdige communicatie via een corporate account',
  B: 'B: tweezijdige communicatie via een corporate account',
  C: 'C: communicatie via een hybride of persoonlijk account',
} as const;

export const missingMedia: Readonly<Record<MediaMissingReason, string>> = {
  'no-permission': 'er was geen toestemming om het op te halen',
  'host-not-allowed': 'het adres hoort niet bij het platform',
  gone: 'het platform heeft het niet meer',
  forbidden: 'het platform gaf geen toegang',
  network: 'de verbinding lukte niet',
  'wrong-type': 'het platform leverde iets anders dan een beeld- of geluidsbestand',
  'too-large': 'het is groter dan is ingesteld',
  'no-address': 'de pagina gaf geen adres van het bestand',
  'names-somebody': 'in het adres staat iemand anders',
  'stream-only': 'het platform speelt de video alleen af en biedt geen bestand aan; vraag het bronbestand bij de redactie op',
  'metadata-not-readable': 'de ingesloten metagegevens konden niet worden nagekeken',
};

export const mediaKinds: Readonly<Record<DraftMedia['kind'], string>> = {
  image: 'Afbeelding',
  video: 'Video',
  gif: 'Bewegend beeld',
  audio: 'Geluid',
  card: 'Voorbeeld van een koppeling',
  poll: 'Peiling',
  captions: 'Ondertiteling',
};

export const itemKinds: Readonly<Record<ItemKind, string>> = {
  burgerbrief: 'Burgerbrief',
  verwijzing: 'Verwijzing naar een burgerbrief',
  bericht: 'Bericht',
  herpublicatie: 'Herpublicatie',
  citaatbericht: 'Citaatbericht',
  'antwoord-overheid': 'Antwoord van de overheid',
  reactie: 'Reactie',
};

export const countNames: Readonly<Record<CountName, string>> = {
  replies: 'reacties',
  reposts: 'herpublicaties',
  quotes: 'citaten',
  likes: 'vind-ik-leuks',
  bookmarks: 'bladwijzers',
  views: 'weergaven',
};

export const parentMethods: Readonly<Record<ParentMethod, string>> = {
  markup: 'staat in de pagina',
  api: 'opgegeven door het platform',
  chain: 'volgt uit de keten van antwoorden op de pagina',
  position: 'alleen af te leiden uit de plaats op de pagina',
};

export const timeMethods = {
  api: 'opgegeven door het platform',
  markup: 'uit de code van de pagina',
  id: 'berekend uit het kenmerk van het bericht',
} as const;

/** D18: a note when two sources for the same moment differ by more than a minute. */
export function timeDisagreement(times: ItemTimes): string | undefined {
  const known = [times.markup, times.fromApi, times.fromId].flatMap((text) => instant(text) ?? []).map(Date.parse);
  if (known.length < 2 || Math.max(...known) - Math.min(...known) <= 60_000) return undefined;
  return 'De bronnen voor dit tijdstip spreken elkaar tegen; alle gevonden tijden staan in de gegevens.';
}

/** The best valid moment of an item, with how it is known; the page's own word is never parsed. */
export function knownTime(times: ItemTimes): { readonly iso: string; readonly method: keyof typeof timeMethods } | undefined {
  const valid: ItemTimes = Object.fromEntries(
    Object.entries(times).flatMap(([name, text]) => {
      const iso = instant(text);
      return iso ? [[name, iso]] : [];
    }),
  );
  return bestTime(valid);
}

export const redactionKinds: Readonly<Record<RedactionKind, string>> = {
  naam: 'Naam',
  accountnaam: 'Accountnaam',
  'platform-id': 'Kenmerk van een persoon op het platform',
  koppeling: 'Koppeling naar een persoon',
  profielbeeld: 'Profielbeeld',
  media: 'Media van een derde',
  vermelding: 'Vermelding van een persoon',
  'e-mail': 'E-mailadres',
  telefoon: 'Telefoonnummer',
  bsn: 'Burgerservicenummer',
  iban: 'Bankrekeningnummer',
  'postcode-huisnummer': 'Postcode met huisnummer',
  kenteken: 'Kenteken',
  geboortedatum: 'Geboortedatum',
  documentnummer: 'Nummer van een document of pas',
  zaaknummer: 'Zaak- of dossiernummer',
  profielverwijzing: 'Verwijzing naar een profiel',
  'reactie-buiten-scenario': 'Reactie die niet bij het scenario hoort',
  medewerker: 'Gegeven van de medewerker die vastlegde',
  'persoon-in-tekst': 'Persoon genoemd in de tekst',
  burgerbrief: 'Reactie die als burgerbrief is doorgezonden',
  beeldvlak: 'Vlak in een eigen beeld',
};

export const actSentence =
  'Dit pakket is veiliggesteld. Archiveren, openbaar maken en overbrengen zijn nog niet gebeurd: die stappen horen bij het beherende systeem.';
