/** A word with a capital that no list has: whether what stands around it tells of a person. */
import { foldText } from '../../fold.ts';
import { isGivenName, isSurname } from './words.ts';
import type { Reading, Word } from './words.ts';

/** Where every noun has a capital, or in a language we do not know, something else must tell: a list, or what is done with it. */
export function insideSentence(reading: Reading, index: number, { text }: Word): number {
  const { hasCapitalNouns, isKnownLanguage, words } = reading;
  if (!isKnownLanguage && leadsToPlace.has(words[index - 1]?.text ?? '')) return 0.35;
  if (isSurname(text) || isAmongPeople(reading, index)) return 0.55;
  return hasCapitalNouns || !isKnownLanguage ? 0.35 : 0.55;
}

/** "Danki Marelva", "Durk en Anskje", "Monsieur Delvigne", and at the end behind a comma. */
function isAmongPeople({ folded, words }: Reading, index: number): boolean {
  const textAt = (at: number): string => words[at]?.text ?? '';
  if (toSomebody.has(textAt(index - 1))) return true;
  if (joins.test(textAt(index - 1)) && isGivenName(textAt(index - 2))) return true;
  if (joins.test(textAt(index + 1)) && isGivenName(textAt(index + 2))) return true;
  return index === words.length - 1 && folded.text.slice(words[index - 1]?.end ?? 0, words[index]?.start) === ', ';
}

const joins = /^(?:en|of|&|and|und|ve|et|y|ku)$/;
/** Polish, German, Frisian, Romance, Slavic: in, from, to. */
const leadsToPlace = new Set(
  'w we z ze do od na u din la di in nach aus bei dalla della da de em en yn ut a au aux v iz ob pri'.split(' '),
);
/** Thanks, greetings, forms of address, family, and who said it. */
export const toSomebody = new Set(
  'tank tanke dank danki danke merci gracias grazie obrigado obrigada dziekuje thanks tankewol tankjewol tige masha tesekkurler selam merhaba monsieur madame hvala panie pana panu bay bayan sisa ma pa muhe kolega kolezanka corka zona maz syn wela yu ruman marido esposa filho filha hijo hija allez tanta omo tia tio wela welo kuna bisina bisina kasa signora signor senor senora herr frau pan pani shon shonnu broer brada ruman mati dear hey hi hoi hallo hello hola bonjour ciao salut dag beste lieve liebe lieber chere cher cara caro querida querido شكرا شكراً ya heet hiet heisst named called sei zei zegt said says sagt sagte hat dijo dice powiedzial disse dit taki ismi adi mia moja moj mein meine moya moy majka майка пані пан пане соседка сосед чоловік дружина вчителька вчитель лікарка лікар волонтерка волонтер сусіди сусідка сестра брат мама донька дякую спасибо подруга друг сусід дорога дорогий син дядя тітка'
    .split(' ')
    .map(foldText),
);
