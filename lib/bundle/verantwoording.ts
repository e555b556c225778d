/** The account of how: three files that say what was done, by which rules, and what is missing. Dutch keys: it is read by people. */
import type { Capture, MediaRecord } from '../model/capture.ts';
import type { EarlierPackage } from '../model/evidence.ts';
import { redactionsByKind } from '../model/ledger.ts';
import type { Handeling } from '../model/log.ts';
import { platformNames } from '../model/platform.ts';
import { letterFacts } from './letter.ts';
import { unknownHotspotList, unknownOrganisation } from './parties.ts';
import {
  actSentence,
  becauseSentence,
  completenessSentences,
  completenessTitles,
  missingMedia,
  redactionKinds,
  scenarioTitles,
} from './sentences.ts';

type Json = Record<string, unknown>;

/** Of one view: how many pictures it took, or why there is none. */
export interface PictureLine {
  readonly bij: string;
  readonly delen: number;
  readonly afgekapt?: boolean;
  readonly reden?: string;
}

/** `-veiligstelling.json`: scenario, choice, completeness (R23), observations, clock and media. */
export function safeguardingAccount(capture: Capture, now: string, pictures: readonly PictureLine[]): Json {
  return {
    kenmerk: capture.id,
    titel: 'Verantwoording van de veiligstelling',
    handelingen: acts(capture, now),
    bron: {
      platform: platformNames[capture.platform],
      pagina: capture.url,
      host: capture.host,
      paginasoort: capture.pageKind,
      taal: capture.language ?? null,
    },
    account: account(capture),
    scenario: choice(capture),
    ...(capture.letter && { burgerbrief: letter(capture) }),
    ...(capture.pointed && { aangewezen: pointed(capture.pointed) }),
    waardering: appraisal(capture),
    volledigheid: completeness(capture),
    waarnemingen: capture.observations,
    reageren: {
      mogelijk: { yes: 'ja', no: 'nee', unknown: 'onbekend' }[capture.replies.possible],
      waaraanGezien: capture.replies.evidence,
    },
    klok: {
      begin: capture.clock.started,
      einde: capture.clock.ended,
      gepseudonimiseerd: capture.clock.stripped,
      volgensDePagina: capture.clock.pageDate ?? null,
      verpakt: now,
    },
    duurInMilliseconden: { uitklappen: capture.took.unfoldMs, lezen: capture.took.readMs, pseudonimiseren: capture.took.stripMs },
    lezer: capture.adapter,
    programmatuur: capture.software,
    aantallen: {
      berichten: capture.posts.length,
      reacties: capture.reactions.length,
      profielen: capture.profile ? 1 : 0,
      derden: capture.thirdParties,
    },
    media: mediaList(capture),
    schermafbeeldingen: {
      waarvan: 'van de gepseudonimiseerde weergave, niet van de pagina zelf',
      perArchiefstuk: pictures,
      ...(pictures.length === 0 && { stand: 'niet gemaakt' }),
    },
    ...(capture.earlier && { eerdereVersie: otherPackage(capture.earlier) }),
    ...(capture.replaces && {
      vervangt: {
        ...otherPackage(capture.replaces),
        handeling: capture.replaces.act,
        reden: capture.replaces.reason,
        tijdstip: capture.replaces.at,
      },
    }),
    getuige:
      'Vastgelegd is wat de browser van de medewerker op dat moment toonde. Niet het platform maar de browser is de getuige.',
    nogInTeStellen: [
      ...(capture.organisation.name ? [] : [`archiefvormer: ingevuld is "${unknownOrganisation}"`]),
      ...(capture.appraisal.hotspot && !capture.hotspotListName ? [unknownHotspotList] : []),
    ],
  };
}

/** `-handelingen.json`: the log lines of this capture, each with its place in the hash chain (D14). */
export function actionsAccount(capture: Capture, log: readonly Handeling[]): Json {
  return {
    kenmerk: capture.id,
    toelichting:
      'De handelingenlog van deze installatie, van de eerste regel over deze veiligstelling tot het verpakken; regels over andere veiligstellingen ertussen horen bij de keten; regels over burgerbrieven staan er niet in (bag-info.txt noemt hun nummers). hash = SHA-256 over de JSON van de regel zonder hash, met de sleutels op volgorde en zonder spaties; vorige = de hash van de regel ervoor. Waar de log begint en eindigt staat ook in bag-info.txt; de laatste hash staat bovendien in het volgende pakket.',
    regels: log,
  };
}

/** `-pseudonimisering.json`: what was removed, of which kind, where, by which rule; never what it was (R20). */
export function pseudonymisationAccount(capture: Capture): Json {
  const sums = redactionsByKind(capture.ledger);
  const totals = [...new Set(capture.ledger.map(({ kind }) => kind))].map((kind) => [redactionKinds[kind], sums[kind]]);
  return {
    kenmerk: capture.id,
    toelichting:
      'Gepseudonimiseerd voordat er iets is opgeslagen. Dit is geen anonimisering: een letterlijke tekst kan op het platform nog worden opgezocht.',
    pseudoniemen: {
      aantal: capture.thirdParties,
      methode: 'HMAC-SHA-256 met een eigen sleutel per dossier; getoond als volgnummer in een andere volgorde dan op de pagina',
      sleutel: 'maakt geen deel uit van het pakket',
    },
    controle: { geslaagd: capture.gate.passed, gezochteIdentiteiten: capture.gate.identities, gezochteVormen: capture.gate.forms },
    regels: [...new Set(capture.ledger.map(({ rule }) => rule))].toSorted(),
    aantalPerSoort: Object.fromEntries(totals),
    wegTerug: capture.wayBack
      ? {
          stand: 'versleuteld bewaard, buiten dit pakket (R18)',
          sleutelkenmerk: capture.wayBack.keyId,
          regels: capture.wayBack.entries,
          verbintenis: 'SHA-256 over het zout uit de kluis, een regeleinde en de JSON {handle, id, text} op sleutelvolgorde',
        }
      : { stand: 'geen: de sleutel van de pseudoniemen is na het vastleggen vernietigd' },
    ...(capture.review.length > 0 && { aangebodenTerBeoordeling: capture.review.length }),
    grootboek: capture.ledger.map(({ kind, where, field, rule, count }) => ({
      soort: kind,
      waar: where,
      veld: field,
      regel: rule,
      aantal: count,
    })),
  };
}

function otherPackage({ id, capturedAt, zip }: EarlierPackage): Json {
  return { kenmerk: id, vastgelegdOp: capturedAt, ...(zip !== undefined && { sha256VanDeZip: zip }) };
}

function acts({ clock }: Capture, now: string): Json {
  const later = { stand: 'nog niet' };
  return {
    toelichting: actSentence,
    veiligstellen: { stand: 'gedaan', begonnen: clock.started, afgerond: now },
    archiveren: later,
    openbaarMaken: later,
    overbrengen: later,
  };
}

function account({ account: own, accountKey, organisation, disclaimer }: Capture): Json {
  return {
    accountnaam: own.handle,
    soort: own.type,
    houder: own.holder,
    gedeeld: own.isShared ?? null,
    verklaringOpProfiel:
      disclaimer ?? (own.disclaimer === undefined ? 'niet nagegaan' : `volgens het register: ${own.disclaimer ? 'ja' : 'nee'}`),
    sleutel: accountKey,
    archiefvormer: organisation.name || unknownOrganisation,
    ...(organisation.tooi && { tooi: organisation.tooi }),
  };
}

function choice({ choice: made, actorRole }: Capture): Json {
  return {
    gekozen: scenarioTitles[made.scenario],
    voorgesteld: scenarioTitles[made.proposed],
    accounttype: made.accountType,
    omdat: made.because.map((code) => ({ code, uitleg: becauseSentence(code) })),
    beslotenDoor: made.decidedBy === 'voorstel' ? 'volgens het voorstel' : `afgeweken door ${actorRole}`,
    ...(made.reason !== undefined && { redenVanAfwijking: made.reason }),
    ...(made.capacity !== undefined && { hoedanigheid: made.capacity }),
    ...(made.selectionReason !== undefined && { waaromOverheidsinformatie: made.selectionReason }),
  };
}

/** R11. */
function letter(capture: Capture): Json {
  return {
    ...Object.fromEntries(letterFacts(capture)),
    toelichting:
      'De schrijver staat met naam in de brief, en in geen ander bestand van dit pakket. Alle anderen zijn gepseudonimiseerd, met een sleutel die voor geen ander pakket is gebruikt. Van wat anderen ervoor schreven zijn tijden en aantallen weggelaten.',
  };
}

/** R9, R12. */
function pointed(items: NonNullable<Capture['pointed']>): Json {
  return {
    toelichting:
      'Reacties die een medewerker op de pagina heeft aangewezen. Een vraag wordt alleen met een antwoord van de overheid bewaard (R12). In scenario A en C zijn dit, met wat eraan voorafging, de enige bewaarde reacties.',
    reacties: items.map(({ key, as, answers }) => ({
      sleutel: key,
      als: as === 'vraag' ? 'vraag met antwoord van de overheid' : 'meegenomen',
      antwoorden: answers,
    })),
  };
}

function appraisal({ appraisal: { value, retention, entry, hotspot }, selectionListName }: Capture): Json {
  return {
    waardering: value,
    bewaartermijn: retention ?? null,
    selectielijst: selectionListName,
    categorie: entry ? { code: entry.code, werkproces: entry.process } : null,
    hotspot: hotspot ? { code: hotspot.code, naam: hotspot.name } : null,
  };
}

function completeness({ completeness: found }: Capture): Json {
  return {
    oordeel: found.state,
    uitleg: completenessTitles[found.state],
    doel: found.goal,
    minimum: found.minimum,
    bereikt: found.reached,
    getoondDoorPlatform: found.displayed ?? null,
    vastgelegd: found.captured,
    redenen: found.reasons.map(({ code, detail }, n) => ({ code, gegevens: detail, uitleg: completenessSentences(found)[n] })),
  };
}

/** Every medium there was, kept or not, with the reason (R23). */
function mediaList(capture: Capture): Json[] {
  const items = [...capture.posts, ...capture.reactions];
  const found = items.flatMap(({ key, media, quote }) =>
    [...media, ...(quote?.media ?? [])].map((record) => ({ bij: key, ...mediaLine(record) })),
  );
  const { profile } = capture;
  const ofProfile = [profile?.avatar, profile?.banner].flatMap((record) =>
    record ? [{ bij: profile?.key, ...mediaLine(record) }] : [],
  );
  return [...found, ...ofProfile];
}

function mediaLine(record: MediaRecord): Json {
  if (record.state === 'kept')
    return {
      soort: record.kind,
      stand: 'vastgelegd',
      sha256: record.sha256,
      bytes: record.bytes,
      ...(record.redactedRegions && { gelakteVlakken: record.redactedRegions }),
      ...(record.removedMetadata && { verwijderdeMetagegevens: record.removedMetadata }),
      ...(record.receivedSha256 && { sha256ZoalsOntvangen: record.receivedSha256 }),
    };
  if (record.state === 'missing')
    return {
      soort: record.kind,
      stand: 'ontbreekt',
      reden: missingMedia[record.reason],
      ...(record.status !== undefined && { status: record.status }),
    };
  return { soort: record.kind, stand: record.state === 'placeholder' ? 'van een derde: niet opgehaald' : 'als tekst vastgelegd' };
}
