/** What was found as a name and is perhaps of a thing, a firm or a story: for a person to look at. */
import { isNameOfThing, isTown } from '../../words.ts';
import { isNext } from './span.ts';
import { isEveryday, isGivenName, isPlace, isPublicWord, isSurname } from './words.ts';
import type { Reading, Word } from './words.ts';

export const isOfThing = (reading: Reading, index: number, end: number): boolean =>
  isAfterThing(reading, index) ||
  madeOfThing.test(reading.words[index]?.text ?? '') ||
  (end === index + 1 && (isEmployer(reading, index) || isAmongThings(reading, index))) ||
  isAfterPattern(reading, index) ||
  isSold(reading, end) ||
  (end === index + 1 && (isOfAnimal(reading, index) || isExplained(reading, end))) ||
  isInStory(reading, end);

const things = new Set(
  'circus staatsmijn kolenmijn dorpsbelang dorpsraad gemeentebelangen oranjevereniging buurtvereniging ondernemersvereniging winkeliersvereniging ijsvereniging ridder wob-verzoek woo-verzoek lijst groep fractie koe stier ezel geit schaap varken kip haan pup puppy cavia hamster papegaai parkiet kater labrador herder teckel poedel bouvier golden retriever pony ree panda ijsbeer orka walvis zeehond chatbot bot robot assistent assistente telefoonassistent spraakassistent taalmodel gem wet lex motie amendement arrest vonnis uitspraak afdelingsuitspraak rapport tornado cycloon depressie commissie firma ms hms zrms mv finanzamt stadt gemeinde landkreis kreis station ziekenhuis zwembad camping manege cafe hotel school basisschool scholengemeenschap kinderopvang huize kasteel paleis villa molen buurthuis flat wijk park plein zaal gebouw brug tunnel museum lyceum klooster fort haven eiland serie film boek podcast programma scouting sv vv fc sc verpleeghuis zorgcentrum zorggroep woonstichting woningcorporatie corporatie stichting speeltuin bso obs kdv kinderdagverblijf orkaan storm ouragan tempete huracan hurricane uragano furacao kasirga orkan sturm wolf kat hond poes paard konijn schip fregat zrms binnenvaartschip veerboot installatiebedrijf bakkerij slagerij garage firma bedrijf restaurant cafetaria snackbar apotheek drogisterij winkel merk app syndroom ziekte bouwbedrijf autobedrijf schildersbedrijf transportbedrijf rijschool sportschool kapsalon uitgeverij loonbedrijf hoeve kerk parochie harmonie fanfare toneelgroep koor orkest oefening operatie project gemaal sluis viaduct knooppunt afrit afslag halte buurt buurtschap rivier beek meer gevangenis pi azc opvanglocatie vakantiepark recreatiepark bungalowpark herberg pretpark dierentuin zorgverzekeraar verzekeraar webshop provider supermarkt fabrikant autofabrikant omroep zender krant blad weekblad tijdschrift soap musical opera toneelstuk lied liedje album systeem virus variant vaccin pil medicijn merkje softwarepakket rapport roman dichtbundel striphelden stripheld sprookje club voetbalclub hockeyclub korfbalclub tennisclub muziekvereniging voetbalvereniging studentenvereniging sportvereniging golfbaan landgoed buitenplaats abdij kathedraal basiliek moskee synagoge verzorgingshuis woonzorgcentrum hospice kliniek revalidatiecentrum instelling jeugdinstelling tbs-kliniek wijkcentrum dorpshuis theater bioscoop poppodium discotheek kroeg eetcafe pizzeria kwekerij tuincentrum bouwmarkt'.split(
    ' ',
  ),
);
/** "Ziekenhuis Rijnstate", "Korfbalvereniging De Vinken". */
const isAfterThing = (reading: Reading, index: number): boolean =>
  isThingWord(reading.words[index - 1]?.text ?? '') && isNext(reading, index);
const isThingWord = (text: string): boolean => things.has(text.replace(/^[ld]'/, '')) || madeOfThing.test(text);
const madeOfThing =
  /.{3}(?:vereniging|centrum|selbank|dingbank|goedbank|stichting|club|school|opvang|verblijf|winkel|bedrijf|hotel|restaurant|camping|museum|theater|orkest|koor|ziekenhuis|apotheek|cooperatie|corporatie|maatschappij|organisatie|partij|fonds|krant|omroep|zender|festival|bungalowpark|vakantiepark|kasteel|molen|gebouw|station|viaduct|tunnel|brug|sluis|gemaal|centrale|fabriek|brouwerij|keten|merk|app|platform|project|programma|virus|orkaan|storm)$/;

/** "Bij Dirk", "naar de Dirk", "een Zoe", "Renault Zoe": as of a shop or a product. */
export const isLedAsThing = (reading: Reading, index: number): boolean => {
  const before = reading.words[index - 1];
  if (!before || !isNext(reading, index)) return false;
  const word = reading.words[index];
  const isPlainName = word !== undefined && isGivenName(word.text) && !isNameOfThing(word.text) && !isTown(word.text);
  if (/^(?:bij|via)$/.test(before.text)) return !isPlainName;
  return /^(?:de|het|een|n)$/.test(before.text) || (before.isCapital && isNameOfThing(before.text));
};

/** "De wet van Moore", "het syndroom van Down": called after somebody once. */
const isAfterPattern = ({ folded, words }: Reading, index: number): boolean =>
  /(?<!\p{L})(?:wet|syndroom|ziekte|stelling|paradox|schaal|gave|doos|zwaard|verdrag|akkoord|effect|principe|slag|vrede|unie|commissie|theorie|constante|muur) (?:van|de|der|van de|van het) $/u.test(
    folded.text.slice(Math.max(0, (words[index]?.start ?? 0) - 30), words[index]?.start ?? 0),
  );

/** "Hondenbelasting voor Max", "storm Poly, Eunice en Corrie": of an animal or the weather, perhaps. */
const isOfAnimal = ({ folded, words }: Reading, index: number): boolean =>
  /(?<!\p{L})(?:hond|honden\p{L}{0,12}|kat|katten\p{L}{0,12}|poes|paard|pony|puppy|konijn|koe|wolf|stormen|storm \p{L}{3,12},|papegaai|hamster|cavia|ezel|geit|kip|kippen|varken|koeien),? (?!van )[^.!?\n]{0,24}$/u.test(
    folded.text.slice(Math.max(0, (words[index]?.start ?? 0) - 44), words[index]?.start ?? 0),
  );

/** "Simon Lévelt koffie", "Kees Smit tuinmeubelen": what is for sale under the name. */
const isSold = ({ folded, words }: Reading, end: number): boolean =>
  /^ (?:market|markt|kebab|doner|grill|bakkal|restoran|patat|friet|koffie|thee|worst|hagelslag|pindakaas|pizza|salade|saus|soep|chips|snoep|ijs|bier|wijn|whisky|rum|kaas|brood|koekjes?|bonbons|reizen|vakanties|meubels?|meubelen|tuinmeubelen|keukens?|schoenen|fietsen|fiets|jeans|parfum|shampoo|opticiens?|makelaars?|uitzendbureau|detachering|boek|film|serie|musical|podcast|plaat|award|bokaal)(?!\p{L})/u.test(
    folded.text.slice(words[end - 1]?.end ?? 0, (words[end - 1]?.end ?? 0) + 20),
  );

/** "Wim is een afkorting", "Victoria, het merk", "Joop en De Dagelijkse Standaard". */
const isExplained = ({ folded, words }: Reading, end: number): boolean =>
  (/^(?:de|het)$/.test(words[end + 1]?.text ?? '') &&
    words[end + 1]?.isCapital === true &&
    words[end]?.text === 'en' &&
    isEveryday(words[end + 2]?.text ?? '')) ||
  /^(?:, (?:het|de|een)| (?:is|betekent|was) (?:een|het|de)) (?:afkorting|ander woord|soort|merk|term|woord|app|winkel|keten|rivier|plaats|dorp|gehucht|virus|systeem|programma)(?!\p{L})/u.test(
    folded.text.slice(words[end - 1]?.end ?? 0, (words[end - 1]?.end ?? 0) + 40),
  );

/** "Charlie, uit het boek": somebody in a story. */
const isInStory = ({ folded, words }: Reading, end: number): boolean =>
  /^[^.!?\n]{0,60}(?<!\p{L})uit (?:de|het|een|dat|die) (?:strip|film|boek|serie|sprookje|verhaal|liedje|musical|kinderboek|bijbel|tekenfilm)(?!\p{L})/u.test(
    folded.text.slice(words[end - 1]?.end ?? 0, (words[end - 1]?.end ?? 0) + 90),
  );

/** "Ik werk bij Tata": with whom one works, buys or banks. */
const isEmployer = ({ folded, words }: Reading, index: number): boolean =>
  /(?<!\p{L})(?:werkt?e?n?|klant|abonnement|contract|stage|aandelen|gekocht|besteld|boodschappen|getankt|tanken|verzekerd|overgestapt|ontslagen|medewerkers?|personeel|staking|hoofdkantoor) (?:\p{L}{2,8} )?(?:bij|van|via|naar|in) $/u.test(
    folded.text.slice(Math.max(0, (words[index]?.start ?? 0) - 36), words[index]?.start ?? 0),
  );

/** "AstraZeneca, Janssen, Pfizer", "bij Vomar of Dirk": one of a row of which the others are nobody. */
const isAmongThings = (reading: Reading, index: number): boolean =>
  isBetweenThings(reading, index) ||
  isInRowOfThings(reading, index) ||
  isJoined(reading, index - 1, index - 2, index) ||
  (!isSurname(reading.words[index]?.text ?? '') && isJoined(reading, index + 1, index + 2, index));

/** "Laurens, Humanitas": before a thing that is called as people are, or between two of any kind. */
function isBetweenThings({ words, folded }: Reading, index: number): boolean {
  const isListed = (at: number): boolean => {
    const [left, right] = [words[Math.min(at, index)], words[Math.max(at, index)]];
    return isThing(words[at]) && /^(?:, ?|\/| ?& ?)$/.test(left && right ? folded.text.slice(left.end, right.start) : '.');
  };
  return isListed(index + 1) && (isListed(index - 1) || isNameOfThing(words[index + 1]?.text ?? ''));
}

/** Beside a town stands a person as well as a town; beside a brand hardly. */
function isJoined({ words }: Reading, join: number, other: number, index: number): boolean {
  if (!joins.test(words[join]?.text ?? '') || !isThing(words[other])) return false;
  return !isGivenName(words[index]?.text ?? '') || isPublicWord(words[other]?.text ?? '');
}

/** "DSB, Icesave, Fortis": three or more, one of them a thing and none a first name. */
function isInRowOfThings({ words, folded }: Pick<Reading, 'words' | 'folded'>, index: number): boolean {
  const isLinked = (left: number): boolean => {
    const [word, next] = [words[left], words[left + 1]];
    return word?.isCapital === true && next?.isCapital === true && /^(?:, ?|\/)$/.test(folded.text.slice(word.end, next.start));
  };
  let [first, last] = [index, index];
  while (index - first < 4 && isLinked(first - 1)) first -= 1;
  while (last - index < 4 && isLinked(last)) last += 1;
  const row = words.slice(first, last + 1);
  return (
    row.length > 2 &&
    row.every(({ text }) => !isGivenName(text)) &&
    row.some((word) => isThing(word) || isAbbreviation(word) || isEveryday(word.text))
  );
}

const isAbbreviation = ({ isShouted, text }: Word): boolean => isShouted && text.length < 6;

const joins = /^(?:en|of|und|and|ve|et|y|i)$/;
const isThing = (word: Word | undefined): boolean =>
  word !== undefined &&
  word.isCapital &&
  (isPublicWord(word.text) || isPlace(word.text) || isNameOfThing(word.text)) &&
  !isEveryday(word.text) &&
  !isGivenName(word.text);
