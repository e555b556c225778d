/** What citizens write, with what they should not have written: planted identifiers. */
import type { Person } from '../../lib/practice/cast.ts';
import type { Dice } from '../../lib/practice/dice.ts';
import { fromCitizens } from '../../lib/practice/texts.ts';
import type { NetworkName, Params, Planted } from './thread-model.ts';

export interface Making {
  readonly network: NetworkName;
  readonly params: Params;
  readonly roll: Dice;
  readonly cast: readonly Person[];
  readonly planted: Planted[];
}

export function citizenText(makes: Making, id: string, author: Person, at: number): string {
  const { params, roll } = makes;
  const sentences = Array.from({ length: at % 9 === 4 ? 7 + roll.below(4) : 1 + roll.below(3) }, () => roll.pick(fromCitizens));
  if (at % 13 === 6) sentences.push(`@${roll.pick(makes.cast).handle} hoe zie jij dat?`);
  if (at % 10 === 3) sentences.push(roll.pick(['🚲', '👏👏', '🤷‍♂️', '😡', '❤️']));
  if (at % 19 === 8) sentences.push('#eenloket');
  if (params.plantEvery && at % params.plantEvery === 1) {
    sentences.splice(roll.below(sentences.length + 1), 0, plant(makes, id, author, Math.floor(at / params.plantEvery)));
  }
  if (at % 8 === 5) {
    makes.planted.push({ kind: 'first-name', value: author.firstName, item: id });
    sentences.push(`Groet, ${author.firstName}`);
  }
  return sentences.join(at % 7 === 2 ? '\n' : ' ');
}

function plant(makes: Making, item: string, author: Person, at: number): string {
  const mail = `${author.handle}@voorbeeld.example`;
  const kinds: readonly [Planted['kind'], string, string][] = [
    ['e-mail', mail, `Mail mij op ${mail}.`],
    ['phone', '06-12345678', 'Bel me gerust: 06-12345678.'],
    ['bsn', '999990019', 'Mijn bsn is 999990019, zoek het zelf maar op.'],
    ['iban', 'NL91ABNA0417164300', 'Stort het dan terug op NL91 ABNA 0417 1643 00.'],
    ['postcode', '1234 AB 56', 'Wij wonen op 1234 AB 56 en horen niets.'],
  ];
  const [kind, value, sentence] = kinds[at % kinds.length] ?? kinds[0] ?? ['e-mail', mail, mail];
  makes.planted.push({ kind, value, item });
  return sentence;
}
