/** Whether what stands around one word treats it as a person: spoken to, thanked, quoted, of the family, in an office. */
import { isNameOfThing, isTown } from '../../words.ts';
import { toSomebody } from './among.ts';
import { isInRow, isSaying } from './given.ts';
import { isRole } from './roles.ts';
import { isNext } from './span.ts';
import { isLedAsThing } from './things.ts';
import { isGivenName, isPublicWord } from './words.ts';
import type { Reading } from './words.ts';

/** How far from the word is looked. */
const NEAR = 60;

/** One word alone: "Beste Tinus", "dat zei Evers", "Evers, hij weer". A firm, a law or a medicine is hardly written so. */
export function isTreatedAsPerson(reading: Reading, index: number): boolean {
  const { folded, words } = reading;
  const word = words[index];
  if (!word) return false;
  const before = folded.text.slice(Math.max(0, word.start - NEAR), word.start);
  const behind = folded.text.slice(word.end, word.end + NEAR);
  // what is told of a firm or a figure in a story may be told of people too: then only who is spoken to is meant
  const isPerhapsThing = (isNameOfThing(word.text) && !isGivenName(word.text)) || isLedAsThing(reading, index);
  const isPerhapsTown = isTown(word.text) && !isGivenName(word.text);
  return (
    isLedTo(reading, index) ||
    spokenTo.test(behind) ||
    isCalledLast(reading, index) ||
    led.test(before) ||
    atHome.test(behind) ||
    (!isPerhapsThing && isBesideName(reading, index)) ||
    (!isPerhapsThing && !isPerhapsTown && (isSaying(reading, index) || meant.test(behind) || isInRow(reading, index)))
  );
}

function isLedTo(reading: Reading, index: number): boolean {
  const before = reading.words[index - 1]?.text;
  if (before === undefined || !isNext(reading, index)) return false;
  return toPeople.has(before) || toSomebody.has(before) || isRole(before);
}

/** Greeted, thanked, asked, known, of the family or in an office, or the one who did it. */
const toPeople = new Set(
  "die deze zeg ha haha moi och ach tegen luister chapeau sterkte ken kent kende gaf geef geeft vertel vroeg vraag bel belde belt app appte mailde spreek sprak gesproken spoke aldus zoals zowel namens citeer groeten groetjes groet grtjs hoera proficiat beterschap rip welterusten hulde leve zei sei zegt sais zee woont woonde vond vindt wist huilt ontsla feliciteer gefeliciteerd bedankt bedank lauw bro swa wollah broer mattie ewa succes gecondoleerd heet heette genaamd ons onze os ozze oonze oons us sayin komsum hermana hermano herr frau monsieur madame mevrouw meneer tuurlijk ouders kinderen zoon dochter weduwe dankjewel thanks dank minister staatssecretaris kamerlid raadslid gedeputeerde burgemeester premier ambtenaar huisbaas leidinggevende verhuurder kapper maatschap kpl1 collega's compagnon veehouder loodgieter bezorger keeper beheerder buurtvader opvolger caseworker heer zwager baas".split(
    ' ',
  ),
);

/** "Evers, lees je mee?", "Evers kijk", and an emoji. */
const spokenTo =
  /^ ?(?:, ?)?(?:kijk|lees|hoor(?= (?:eens|dit|nou|je|jij|is|wat)(?!\p{L}))|luister|check|zie|tag|bel|app|weet (?:je|jij)|ken (?:je|jij)|heb (?:je|jij)|ben (?:je|jij)|hast|hest|sjochst|serieus)(?!\p{L})|^,? (?:jij|je|u|jou|jouw)(?!\p{L})|^ ?\p{Extended_Pictographic}/u;

/** "Mee eens, Jacolien!"; not "Wijnhaven, Leuvehaven". */
function isCalledLast({ folded, words }: Reading, index: number): boolean {
  const [before, word] = [words[index - 1], words[index]];
  if (!before || !word || before.isCapital || !/^[ -]?, ?$/.test(folded.text.slice(before.end, word.start))) return false;
  return /^ ?(?:$|[!?.,\n])/.test(folded.text.slice(word.end, word.end + 2)) && !isNameOfThing(word.text);
}

/** "Evers en die …", "Evers, hij …", "Binca van de oudercommissie", "Evertjan haar diploma". */
const meant =
  /^,? (?:en )?(?:die|hij|zij|ze)(?!\p{L})|^ en ik(?!\p{L})|^ van (?:de |het |'t |der )?\p{Ll}{4}|^ (?:weer met )?(?:haar|zijn|z'n|d'r) \p{Ll}|^ (?:hier|hierboven|above) (?:zegt|schrijft|said)|^ (?:heeft|had|hat|het) (?:(?:hier|gewoon|helemaal|toch|wel|groot|volkomen|dus) ){0,3}gelijk|^[^.!?\n]{0,40}(?<!\p{L})(?:hij|hem|die man|die vrouw|dat mens|haar chef|voorop)(?!\p{L})/u;
/** "Bij Ans thuis". */
const atHome = /^ (?:thuis|op de hoek|om de hoek|in de straat)(?!\p{L})/u;
/** "Stem op Evers", "mee eens Evers", "wie is Evers". */
const led =
  /(?<!\p{L})(?:dank aan|gracias a|hvala|stem(?:de|t|men)? (?:de volgende keer )?op|mee eens,?|eens met|(?:gesproken|gebeld|gemaild|gepraat|gechat|geappt|gewerkt|getrouwd|samen|spreek|sprak|praat|praten|spreken|contact|afspraak|gesprek|overleg|overlegd|interview|ruzie|telefoon|weg) (?:gehad |al |net |gisteren |ook )?met|wie is|waar is|zie je|vind je|dank(?:je| je| u)(?: wel)?,?|(?:brief|brieven|mail|mailtje|erf|huis|moeder|vader|ouders|zoon|dochter|vrouw|man|gezin|kinderen|collega|vriend|vriendin|buurman|leidinggevende|nummer|gedrag|woorden|opmerking|schuld) van) $/u;

/** "Wim en Gré": somebody stands beside it. */
function isBesideName({ words }: Reading, index: number): boolean {
  const isName = (at: number): boolean => {
    const word = words[at];
    return word?.isCapital === true && isGivenName(word.text) && !isPublicWord(word.text) && !isNameOfThing(word.text);
  };
  return (
    (joins.test(words[index - 1]?.text ?? '') && isName(index - 2)) ||
    (joins.test(words[index + 1]?.text ?? '') && isName(index + 2))
  );
}
const joins = /^(?:en|&|and|und|ve|als|of|y|et|i)$/;
