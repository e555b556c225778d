/** Telephone, burgerservicenummer, IBAN; numbers of documents, cards and cases; network addresses. */
import { foldText } from '../fold.ts';
import { tokens } from '../tokens.ts';
import { before, digitsOf, firstGroups, hasDigit, holdsEveryday, matches, startsAsDate, tellingCapitals } from './detector.ts';
import type { Detector, Match } from './detector.ts';

const national = /(?<!\d)\(?0\)?[ .\-/]{0,2}[1-9]\)?(?:(?: - |[ .\-_/()]{0,2})\d){8}(?!\d)/g;
const dutch = /(?<!\d)\(?(?:\+|00) ?31\)?[ .\-/]{0,2}(?:\(0\)|0)?(?:[ .\-/()]{0,2}\d){9}(?!\d)/g;
const foreign = /(?<!\d)(?:\+|00)(?!31)[1-9]\d{0,2}(?:[ .\-/()]{0,2}\d){7,11}(?!\d)/g;
const spelled = /(?<![\p{L}\p{N}])(?:nul|[0o])[ .-]?(?:zes|6)(?:[ .-]{0,2}[\do]){8}(?![\p{L}\p{N}])/gu;
/** "nul zes een twee drie vier…". */
const inWords =
  /(?<!\p{L})(?:nul|zero)(?:[ ,.-]{0,2}(?:nul|een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|\p{L}{3,9}tien|(?:\p{L}{3,5}en)?(?:twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig)|\d)){5,10}(?!\p{L})/gu;
/** Of neighbours, as they write it at home: "0171 3920012". */
const abroad = /(?<!\d)0[1-9]\d{2,3}[ /-]\d{3,4}[ ]?\d{3,4}(?!\d)/g;

/** "Bel 6 12345678": the nought left out, with a word before it that tells. */
const withoutNought =
  /(?<!\p{L})(?:bel|belt|bellen|tel|telefoon(?:nummer)?|mobiel|mob|nummer|nr|app|whatsapp|gsm)\.?:? ?(?:(?:is|op|me|mij|naar|even|gerust) ){0,2}(6(?:[ .-]?\d){8})(?!\d)/gu;

/** 0800, 0900, 0906 and 0909 are numbers of services, for everybody. */
const callable = (found: string): number | undefined =>
  startsAsDate(found) || /^0(?:800|90[069])/.test(digitsOf(found)) ? undefined : 0.9;

export const phone: Detector = {
  id: 'patroon.telefoon',
  kind: 'telefoon',
  token: tokens.telefoon,
  find({ text }) {
    if (!hasDigit(text)) return matches(text, inWords, () => 0.7);
    return [
      ...matches(text, national, callable),
      ...matches(text, dutch),
      ...matches(text, foreign, (found) => (startsAsDate(found) || found.startsWith('000') ? undefined : 0.8)),
      ...matches(text, spelled, () => 0.7),
      ...matches(text, abroad, (found) => (digitsOf(found).length >= 10 ? callable(found) : undefined)),
      ...matches(text, inWords, () => 0.7),
      ...firstGroups(text, withoutNought, 0.7),
    ];
  },
};

const nineDigits = /(?<![\d,.])\d(?:[ .-]?\d){8}(?![\d]|[,.]\d)/g;
const loose =
  /(?:bsn|burger ?service ?nummer|sofi(?:nummer|nr)?|b s n)(?: ?(?:nummer|nr|is|van mij|mijn))?[ .:=-]{0,3}(\d(?:[ .-]?\d){6,8})(?!\d)/g;

export const bsn: Detector = {
  id: 'patroon.bsn',
  kind: 'bsn',
  token: tokens.bsn,
  find({ text }) {
    if (!hasDigit(text)) return [];
    const proven = matches(text, nineDigits, (found, at) => {
      if (startsAsDate(found) || /[€$]\s?$|kvk\D{0,8}$/.test(before(text, at, 12))) return undefined;
      if (/^[ ]?(?:euro|inwoners|mensen|miljoen)/.test(text.slice(at + found.length, at + found.length + 10))) return undefined;
      return isElevenProof(digitsOf(found)) ? 0.9 : undefined;
    });
    return [...proven, ...firstGroups(text, loose, 0.9)];
  },
};

/** The 11-proef: 9·a + 8·b + … + 2·h − i is a multiple of 11. */
export function isElevenProof(digits: string): boolean {
  if (digits.length !== 9 || /^0+$/.test(digits)) return false;
  const sum = Array.from(digits).reduce((total, digit, index) => total + Number(digit) * (index === 8 ? -1 : 9 - index), 0);
  return sum % 11 === 0;
}

const ibanLengths: Readonly<Record<string, number>> = Object.fromEntries(
  'nl18 be16 de22 fr27 gb22 es24 it27 lu20 pl28 tr26 pt25 at20 ch21 ie22 se24 dk18 no15 fi18 ro24 ma28 gr27 hu28 cz24 bg22 hr21'
    .split(' ')
    .map((one) => [one.slice(0, 2), Number(one.slice(2))]),
);
const ibanHead = /(?<![\p{L}\p{N}])([a-z]{2}) ?\d{2}(?=[ .-]{0,2}[a-z0-9])/gu;

export const iban: Detector = {
  id: 'patroon.iban',
  kind: 'iban',
  token: tokens.iban,
  find({ text }) {
    if (!hasDigit(text)) return [];
    return [...text.matchAll(ibanHead)].flatMap((match) => {
      const end = endOfIban(text, match.index, ibanLengths[match[1] ?? ''] ?? 0);
      if (end === undefined) return [];
      const value = text.slice(match.index, end).replace(/[^a-z0-9]/g, '');
      if (digitsOf(value).length < 10) return []; // "de 20 aub vraag dat maar aan" is right once in 97 times
      if (mod97(value) === 1) return [{ start: match.index, end, score: 0.95 }];
      return /^nl\d{2}[a-z]{4}\d{10}$/.test(value) ? [{ start: match.index, end, score: 0.8 }] : [];
    });
  },
};

function endOfIban(text: string, start: number, length: number): number | undefined {
  if (length === 0) return undefined;
  let taken = 0;
  for (let i = start; i < text.length && i < start + length * 3; i += 1) {
    const char = text[i] ?? '';
    if (/[a-z0-9]/.test(char)) taken += 1;
    else if (!/[ .-]/.test(char)) return undefined;
    if (taken === length) return /[\p{L}\p{N}]/u.test(text[i + 1] ?? '') ? undefined : i + 1;
  }
  return undefined;
}

function mod97(account: string): number {
  const digits = (account.slice(4) + account.slice(0, 4)).replace(/[a-z]/g, (letter) => String(letter.charCodeAt(0) - 87));
  return Array.from(digits).reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0);
}

const cardNumber = /(?<!\d)\d(?:[ .-]?\d){12,18}(?!\d)/g;
const filler = String.raw`(?:[ (,]{0,2}(?:is|was|staat|heeft|nummer|number|nr|no|met nummer|onder nummer|van mij|bij (?:de |het )?\p{L}{2,20}(?: \p{L}{2,16}){0,3}(?: is|(?=:)| (?:heeft|met|onder|draagt)(?: als)?(?: het)? (?:nummer|nr|kenmerk)))(?![\p{L}\p{N}]))?[ .:=#(-]{0,4}`;
const namedNumber = new RegExp(
  String.raw`(?<!\p{L})(?:paspoort|passport|id-?kaart|identiteits(?:kaart|bewijs)|id-?bewijs|legitimatie(?:bewijs)?|mijn id(?= is| nummer| nr|:)|id(?= (?=[a-z]{1,3}\d|[a-z]{2})[a-z0-9]{9}(?![a-z0-9]))|rijbewijs|driving licence|verblijfs(?:document|vergunning|pas|kaart)|residence permit|vreemdelingen(?:document|pas)|credit ?card|bankpas|ov-?chipkaart|pasnummer|v-?nummer|v[ -]?number|v-?nr|vreemdelingen|client(?:en)?|klant|polis|patient(?:en)?|lidmaatschaps?|relatie|debiteur(?:en)?|zorgpas|kaart|big|ubn|dienst|personeels|student(?:en)?|leerling)-?(?:nummer|number|nr)?\.?${filler}((?:[a-z]{1,3}[-. ])?\d[\d.-]{4,18}\d|[a-z]{1,4}\d{2,8}[-./]\d{3,12}|(?=[a-z0-9]{0,12}\d)[a-z0-9]{6,20}(?!\p{L})|\d(?:[ .-]?\d){5,18})`,
  'gu',
);
/** "Document 5455861571", "documentnr. NW4L7T2K9": of papers themselves, not of those in a file ("document 12"). */
const paper = new RegExp(
  String.raw`(?<!\p{L})(?:reis)?document-?(?:nummer|number|nr)?\.?${filler}((?=[a-z]{0,3}\d)(?=[a-z0-9]{0,8}\d)[a-z0-9]{8,12})(?![\p{L}\p{N}-])`,
  'gu',
);
/** "Het paspoort van mijn vader (Fenna Kanarie, nummer 5647192977)". */
const paperOfSomebody =
  /(?<!\p{L})(?:paspoort|rijbewijs|id-?kaart|identiteits(?:kaart|bewijs)|verblijfs(?:document|vergunning|pas))[^.!?\n\d]{1,60}(?<!\p{L})(?:nummer|nr\.?)[ :]{1,2}((?=[a-z]{0,3}\d)[a-z\d]{8,10})(?![\p{L}\p{N}-])/gu;
/** Two letters, six letters or digits, a digit; in capitals. */
const travelDocument = /(?<![\p{L}\p{N}])[a-z]{2}(?=[a-z\d]*\d[a-z]*\d)[a-np-z\d]{6}\d(?![\p{L}\p{N}])/gu;

/** Of a Dutch passport or identity card, letters and digits through one another: hardly anything else is written so. */
const isDutchPaper = /^[ni][a-z](?=.*\d.*[a-z].*\d)(?=.*[a-z].*\d)/;

/** A code with a word for papers near it, in the languages seen: "документ FE482917", "BX41L87P6 als paspoortnummer". */
const paperCode = /(?<![\p{L}\p{N}])(?=[\p{L}\d]{0,7}\p{L})(?=(?:\p{L}*\d){4})[\p{L}\d]{8,10}(?![\p{L}\p{N}])/gu;
const paperWord = new RegExp(
  [
    'paspoort|passport|paszport|pasaport|passaporte|pasaporte|id-?kaart|identiteits|rijbewijs|reisdocument|document|dowod|kimlik|verblijfs',
    ...['паспорт', 'документ', 'جواز'].map(foldText),
  ].join('|'),
);
const isNearPaper = (text: string, at: number, length: number): boolean =>
  paperWord.test(text.slice(Math.max(0, at - 40), at + length + 30));

/** Numbers of papers and cards that lead to one person. */
export const documents: Detector = {
  id: 'patroon.document',
  kind: 'documentnummer',
  token: tokens.nummer,
  find({ text, capitals }) {
    if (!hasDigit(text)) return [];
    return [
      ...matches(text, cardNumber, (found) => (luhn(digitsOf(found)) ? 0.9 : undefined)),
      ...firstGroups(text, namedNumber, 0.8).filter(({ start, end }) => {
        const value = text.slice(start, end);
        return (
          !hasWord(value, capitals, start) && !isDate(value.replace(/^[a-z]+ /, '')) && !isAmount(value, text.slice(end, end + 14))
        );
      }),
      ...firstGroups(text, paper, 0.8),
      ...firstGroups(text, paperOfSomebody, 0.8),
      ...matches(text, paperCode, (found, at) =>
        (capitals[at + found.search(/\p{L}/u)] === 1 || isDutchPaper.test(found)) && isNearPaper(text, at, found.length)
          ? 0.7
          : undefined,
      ),
      ...matches(text, travelDocument, (found, at) =>
        capitals[at] !== 1 ? undefined : isDutchPaper.test(found) ? 0.6 : /[a-z]{3}|[a-z]\d[a-z]/.test(found) ? 0.4 : undefined,
      ),
    ];
  },
};

/** Arabic, Ukrainian, Turkish, Polish, German, French. */
const caseWordsElsewhere = [
  ...['رقم ملفي', 'رقم الملف', 'ملف رقم', 'رقم القضية', 'رقم الطلب', 'номер справи', 'справа'].map(
    (words) => `و?${foldText(words)}`,
  ),
  'dosya (?:no|numaram|numarasi)|numer sprawy|sygnatura|znak sprawy|aktenzeichen|numero de dossier',
].join('|');
const caseWords =
  'zaaks?|betreft(?=:)|factuur|zaak-?id|(?:\\p{L}{2,14})?zaak(?: heet)?(?: (?:bij|voor|volgens) (?:jullie|u|(?:de |het )?\\p{L}{2,20}))?|(?:omgevings)?vergunning(?:nummer|nr)?|zaak(?:nummer|nr|kenmerk)|kenm|dossier(?:nummer|nr)?|(?:\\p{L}{2,14})?kenmerk(?: (?:gemeente|provincie|rijk|brief))?|(?:\\p{L}{2,14})?beschikkings?(?:nummer|nr)?|referentie(?:nummer|nr)?|aanvraag(?:nummer|nr)?|meldings?(?:nummer|nr)?|klacht(?:nummer|nr)?|bezwaar(?:nummer|nr)?|verzoek(?:nummer|nr)?|procedure(?:nummer|nr)?|parket(?:nummer|nr)|reageren op|reactie op|(?:brief|mail|besluit|bericht) over|rol(?:nummer|nr)|registratie(?:nummer|nr)|woo(?:-?verzoek)?|wob(?:-?verzoek)?|(?!kamer|wets)(?:\\p{L}{2,14}-?)?dossier|(?:schade)?melding|aangifte|proces-?verbaal|bekeuring|boete|aanslag|vordering|intern(?: nr| nummer)?|volgnummer brief|ref(?: no| nr)?|hoger beroep|besluit(?:nummer|nr)|briefnummer|ticket(?:nummer|nr)?|cjib(?:-?nummer)?|case(?: number)?|application(?: number)?|file(?: number)?|reference(?: number)?|(?:met|onder) nummer|olo-?(?:nummer|nr)?';
/** "Uhtnummer", "factuurnr": but for numbers of things that everybody may know. */
const otherNumbers = String.raw`(?!(?:paspoort|rijbewijs|document|kaart|pas|client|klant|polis|patient|lidmaatschaps?|relatie|debiteuren?|personeels|studenten?|telefoon|huis|rekening|artikel|bestel|model|rug|lijn|kamerstuk|versie|volg|pagina|formulier|spoor|bus|trein|vlucht|serie|onderdeel|type|order|alarm|nood|tele|mobiel|postbus|kvk|btw|rsin|giro|code|prijs|stoel|motie|wets|wetsvoorstel|publicatie|isbn)-?n)\p{L}{3,20}(?:nummer|nr)`;
const caseNumber = new RegExp(
  String.raw`(?<!\p{L})(?:${caseWords}|${caseWordsElsewhere}|${otherNumbers})(?!\p{L})\.?${filler}(?!(?:is|was|no|nr|nummer|number|sinds|van|op|in|uit|of|en|met|onder|bij|voor|aan)[ :.]|(?:zaak|dossier|kenmerk|klacht|bezwaar|aanvraag|melding|besluit|beschikking|brief|mail)\p{L}{0,8}[ :.])((?:[a-z]{1,5}[-/._ ]?){0,3}\d[a-z0-9]{0,20}(?:[-/. ][a-z0-9]{0,12}\d[a-z0-9]{0,12}|[-/.][a-z]{1,5}[-/.](?=\d)\d{1,12}){0,7}(?:[-/][a-z]{1,3})?)(?![\p{L}\p{N}])`,
  'gu',
);

/** A year and a long number can be told without a word before them: "2022-614047", "WOO-2023-9062", "725337/2021". */
const bareCase =
  /(?<![\p{L}\p{N}/.:_-])(?:(?!(?:cve|stb|stcrt|trb|iso|nen|com|eu|tk|kst|ah|isbn|pep)[-/])[a-z]{1,5}[-/]20[0-4]\d[-/]\d{3,7}(?:-[a-z](?![a-z]))?|z?20[0-4]\d[-/]\d{5,7}|[a-z]{3,5}\d{2}-\d{5,8}|20[0-4]\d\/[a-z]{1,4}\/\d{3,6}|(?:[a-z]{1,3}[-/])?\d{5,7}\/20[0-4]\d)(?![\p{L}\p{N}]|[-/.]\d)/gu;
/** As courts, the police and departments number: "AWB 24/3312", "C/09/661847 / KG ZA 25-122", "PL1300-2025041177", "IENW/BSK-2024/98213", "Z/23/0417736". */
const courtCase =
  /(?<![\p{L}\p{N}/.:_-])(?:c\/\d{2}\/\d{5,7}(?: ?\/ ?[a-z]{2} ?[a-z]{2} ?\d{2}-\d{1,5})?|(?:awb|[a-z]{3}) \d{2} ?\/ ?\d{3,5}(?: [a-z]{2,7}\d?(?![\p{L}\p{N}]))?|\d{3}\.\d{3}\.\d{3}\/\d{2}|pl\d{4}-20\d\d-?\d{5,7}(?:-\d)?|\d{2}[-/]\d{6}-\d{2}|z\/\d{2}\/\d{5,8}|\d{7,8} (?:cv|ej|az|ha|ve) (?:expl|verz) \d{2}-\d{1,5}|[a-z]{2,8}[-/](?:[a-z]{2,8}[-/])?20\d\d\/\d{4,6})(?![\p{L}\p{N}]|[-/.]\d)/gu;
const isPublished =
  /(?:stcrt|staatscourant|staatsblad|stb|trb|kamerstuk(?:ken)?|publicatie|isbn|bericht)[^\p{L}]{0,6}(?:nr\.? ?)?$/u;

const shape = (value: string): string => value.replace(/\d/g, '9');

/** "Dossiernummer JZ-77120/23 en JZ-77121/23": beside it stands another of the same form. */
function alike(text: string, start: number, end: number): Match[] {
  const next =
    /^(?:, ?| en (?:dat|die|het) van (?:\p{L}{2,12} ){1,3}(?:is )?| en | & )([a-z\d][a-z\d/.-]{3,24})(?![\p{L}\p{N}])/u.exec(
      text.slice(end, end + 64),
    );
  if (!next?.[1] || shape(next[1]) !== shape(text.slice(start, end))) return [];
  const until = end + next[0].length;
  return [{ start: until - next[1].length, end: until, score: 0.8 }];
}

/** Numbers of somebody's case with the government. */
export const cases: Detector = {
  id: 'patroon.zaaknummer',
  kind: 'zaaknummer',
  token: tokens.zaaknummer,
  find(folded) {
    const { text, capitals } = folded;
    const telling = tellingCapitals(folded);
    if (!hasDigit(text)) return [];
    const bare = matches(text, bareCase, (_, at) => (isPublished.test(before(text, at, 24)) ? undefined : 0.6));
    const ofCourt = matches(text, courtCase, (found, at) =>
      (/^[a-z]/.test(found) && capitals[at] !== 1) || isPublished.test(before(text, at, 24)) ? undefined : 0.7,
    );
    const led = [...text.matchAll(caseNumber)].flatMap((match) => {
      const value = match[1] ?? '';
      const end = match.index + match[0].length;
      if (
        hasWord(value, telling, end - value.length) ||
        digitsOf(value).length < 4 ||
        isDate(value) ||
        isAmount(value, text.slice(end, end + 14)) ||
        /^(?:19|20)\d\d(?:[-/](?:19|20)?\d\d)?$|^(?:bwb[rv]?|cvdr)\d|^sa\.\d{5}/.test(value)
      )
        return [];
      const start = end - value.length;
      return [{ start, end, score: 0.8 }, ...alike(text, start, end)];
    });
    return [...led, ...bare, ...ofCourt];
  },
};

/** "Is verjaard op 12-03-2024": what stands before the number is said of the case. */
const wordsBefore = /[a-z]{2,}(?= )|[a-z]{3,}/g;
const hasWord = (value: string, capitals: Uint8Array, at: number): boolean => holdsEveryday(value, wordsBefore, capitals, at);

/** "1.200 pagina's". */
const isAmount = (value: string, behind: string): boolean =>
  /^(?:\d{1,3}(?:\.\d{3})*|\d{1,7})(?:,\d+)?$/.test(value) &&
  /^ (?:euro|pagina|bladzij|bezwaar|bezwaren|mensen|keer|dagen|stuks|woningen|klachten|gezinnen|miljoen)/.test(behind);
const isDate = (value: string): boolean =>
  startsAsDate(value) && /^[\d]{1,4}[-./ ]\d{1,2}[-./ ]\d{1,4}$/.test(value) && digitsOf(value).length < 9;

const ipv4 = /(?<![\d.])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\d.]*\d)/g;
const ipv6 = /(?<![\p{L}\p{N}:])[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}(?![\p{L}\p{N}:])/gu;

/** "Versie 1.2.3.4", "artikel 3.1.2.4". */
const isVersion = /(?:versie|version|release|update|paragraaf|artikel|par\.?|art\.?|(?<!\p{L})v) ?$/u;

/** MD5, SHA-1 or SHA-256: mostly of an address, as on Gravatar. Not of digits alone. */
const digest = /(?<![0-9a-z])(?=\d{0,30}[a-f])(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64})(?![0-9a-z])/g;

/** Numbers of a connection, and hashes that stand for somebody. */
export const networkAddress: Detector = {
  id: 'patroon.nummer',
  kind: 'platform-id',
  token: tokens.nummer,
  find({ text }) {
    if (!hasDigit(text)) return [];
    return [
      ...matches(text, digest, () => 0.7),
      ...matches(text, ipv4, (_, at) => (isVersion.test(before(text, at, 12)) ? undefined : 0.7)),
      ...matches(text, ipv6, (found) =>
        (found.includes('::') && /[0-9a-f]/.test(found)) || found.split(':').length === 8 ? 0.7 : undefined,
      ),
    ];
  },
};

function luhn(digits: string): boolean {
  const sum = Array.from(digits)
    .toReversed()
    .reduce((total, digit, index) => {
      const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
      return total + (value > 9 ? value - 9 : value);
    }, 0);
  return sum % 10 === 0 && !/^0+$/.test(digits);
}
