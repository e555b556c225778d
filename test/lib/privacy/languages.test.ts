/** In another language: its words stay, and who is named goes. People are invented. */
import { describe, expect, it } from 'vitest';
import { languageOf } from '../../../lib/privacy/detectors/names/languages.ts';
import { read } from '../../../lib/privacy/detectors/names/words.ts';
import { fold } from '../../../lib/privacy/fold.ts';
import { isWordElsewhere } from '../../../lib/privacy/vocabulary.ts';
import { replaced } from '../../recall/ours.ts';

const found = (text: string): string[] => replaced(text).map(({ start, end }) => text.slice(start, end));
const tagsOf = (text: string): readonly string[] => languageOf(read(fold(text)).words, text).tags;

describe('the language of a comment', () => {
  it.each([
    ['Warum müssen wir darauf so lange warten?', 'de'],
    ['Une maman épuisée de Terneuzen', 'fr'],
    ['Abito qui da sei anni e non trovo una casa', 'it'],
    ['E gobièrnu mester yuda nos muchanan awor', 'pap'],
    ['A lanti musu yepi wi pikin noyaso', 'srn'],
    ['Чому ми так довго чекаємо на відповідь', 'uk'],
  ])('of "%s" is %s', (text, tag) => {
    expect(tagsOf(text)).toContain(tag);
  });

  it.each([
    'Ik wacht al zes weken op antwoord van de gemeente',
    'tessa en jennfer',
    'Us buorfrou wachtet al jierren op antwurd',
    'Nadia for president',
  ])('of "%s" is none of those', (text) => {
    expect(tagsOf(text)).toEqual([]);
  });
});

it('takes German words apart, and no others', () => {
  expect(isWordElsewhere('de', 'strompreise')).toBe(true);
  expect(isWordElsewhere('fr', 'strompreise')).toBe(false);
  expect(isWordElsewhere('de', 'wezelaar')).toBe(false);
});

it.each([
  'Das Erdgasfeld vor Borkum ist ein Verbrechen am Wattenmeer!',
  'Super Sache! Davon könnte sich Berlin eine Scheibe abschneiden.',
  'Herzliches Beileid an alle Angehörigen in Den Haag.',
  'Et nos retraites ? Rien, comme d’hab',
  'Gentile Ministero, potreste pubblicare il modulo anche in inglese?',
  'Feliz Dia do Rei!! Todo mundo de laranja no Vondelpark',
  'Cảm ơn chính phủ Hà Lan đã giúp đồng bằng sông Cửu Long chống ngập mặn',
  'Нехай Бог береже вас за вашу доброту',
  'يا سلام على هذا القرار',
  'الدكتور رفض تحويلي للمستشفى',
  'السيدة في البلدية ساعدتني',
  'Тарас Шевченко писав про волю',
  'E refineria a kontaminá Isla pa mas ku sen aña',
])('leaves "%s" as it is', (text) => {
  expect(found(text)).toEqual([]);
});

it.each([
  ['Meine Nachbarin Hannelore wartet seit Wochen auf eine Antwort', ['Hannelore']],
  ['Ma voisine Clémence Wezelaar attend toujours une réponse', ['Clémence Wezelaar']],
  ['Komşum Zeynep hala cevap bekliyor', ['Zeynep']],
  ['Mi bisiña Shurendy no a haña kontesta ainda', ['Shurendy']],
  ['شكرا للسيدة إيلس من منظمة اللاجئين', ['إيلس']],
  ['مبروك يا سلمى على الجنسية', ['سلمى']],
  ['Моя сусідка Оксана досі чекає на відповідь', ['Оксана']],
])('takes who is named out of "%s"', (text, names) => {
  expect(found(text)).toEqual(names);
});
