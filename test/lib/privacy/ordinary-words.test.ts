/** Whole kinds of words that are nobody, in sentences in which they could be taken for somebody. Lists from elsewhere: CLDR, everyday Dutch. */
import { describe, expect, it } from 'vitest';
import { listOf } from '../../../lib/privacy/data/lijsten.ts';
import { isAmbiguousName, isCallName, isFirstName, isSurname } from '../../../lib/privacy/words.ts';
import { replaced } from '../../recall/ours.ts';

const damaged = (sentences: readonly string[], words: readonly string[]): string[] =>
  words.flatMap((word) => sentences.map((sentence) => sentence.replace('…', word)).filter((text) => replaced(text).length > 0));
const isOnlyWord = (word: string): boolean => !isFirstName(word) && !isCallName(word) && !isAmbiguousName(word) && !isSurname(word);
const capital = (word: string): string => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`;

/** All countries and regions that the runtime has a Dutch name for, but islands that are called as people are. */
function countries(): string[] {
  const names = new Intl.DisplayNames('nl', { type: 'region' });
  const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  const found = codes.flatMap((code) => names.of(code) ?? []).filter((name) => name.length > 2);
  return [...new Set(found)].filter((name) => !/^(?:Diego Garcia|Tristan da Cunha)$/.test(name));
}

describe('what is nobody', () => {
  it('stays when it is a country', () => {
    const found = countries();
    expect(found.length).toBeGreaterThan(200);
    const sentences = [
      'Ik vind de vergelijking met … wat kort door de bocht',
      '… heeft dit al jaren geregeld.',
      'En … dan?',
      'Wij gaan deze zomer naar … met het gezin',
    ];
    expect(damaged(sentences, found)).toEqual([]);
  });

  it('stays when it is an everyday word, alone or behind a greeting', () => {
    const words = listOf('everydayWords')
      .split(' ')
      .filter((word) => /^[a-z]{3,}$/.test(word) && isOnlyWord(word));
    expect(words.length).toBeGreaterThan(5_000);
    expect(damaged(['…', '…, dat is het'], words.map(capital))).toEqual([]);
    expect(damaged(['de groeten …', 'zoiets noemen ze …', 'bedankt …'], words)).toEqual([]);
  });

  it('stays when it is an abbreviation, a feast or a firm behind "met"', () => {
    const kinds =
      'NHG ZW IOAW BBZ TVL TOFA WSNP NVVK CJG DGA IKC SBO MVO RMC SEH EPD OCD HPV RSV BMR PMD BRP UBO GMO ICJ QR NFC LLM KPI Pasen Nowruz Songkran Asjoera Bopz Wgbo Kubernetes Zoloft Pantozol Carglass Santorini Zakynthos Efeze Bratwurst Börek Hokkaido';
    expect(damaged(['Dat gaat met … beter', 'zonder … of met …, dat maakt uit', 'Alleen met …'], kinds.split(' '))).toEqual([]);
  });

  it('stays when a word or a town ends as streets do, and a number stands behind it', () => {
    const ending = /(?:oord|hof|pad|erf|markt|burg|veld|kamp|haven|rijk|kwartier|baan|park|akker|tuin|wal|heuvel)$/;
    const words = listOf('everydayWords')
      .split(' ')
      .filter((word) => /^[a-z]{4,}$/.test(word) && ending.test(word));
    expect(words.length).toBeGreaterThan(50);
    expect(damaged(['… 2 klopt niet', 'Mijn … 3 is stuk', '…123 is een slecht begin'], words.map(capital))).toEqual([]);
    const towns = ['Hamburg', 'Barneveld', 'Brandenburg', 'Brouwershaven', 'Salzburg', 'Middelburg'];
    expect(damaged(['in … 3 keer geweest', '… 2 - 1'], towns)).toEqual([]);
  });

  it('is shown to a person when it stands behind a club or a school', () => {
    const heads = ['Korfbalvereniging', 'Basisschool', 'Zorgcentrum', 'Muziekschool', 'Voedselbank'];
    expect(heads.flatMap((head) => replaced(`${head} De Vinken zoekt nog een vrijwilliger`))).toEqual([]);
  });
});

describe('who is somebody all the same', () => {
  it.each(['met Sanne van der Kreek', 'de groeten Wouter', 'Bedankt Krelis Boom', 'Fenna', 'noemen ze Krelis'])(
    'goes: %s',
    (text) => {
      expect(replaced(text).length).toBeGreaterThan(0);
    },
  );
});
