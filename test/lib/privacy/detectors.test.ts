import { describe, expect, it } from 'vitest';
import { classify } from '../../../lib/privacy/classify.ts';
import { detectors } from '../../../lib/privacy/detectors/all.ts';
import { isElevenProof } from '../../../lib/privacy/detectors/numbers.ts';
import { sharedForms } from '../../../lib/privacy/identities.ts';
import { redactor } from '../../../lib/privacy/redactor.ts';
import { account, draft, person, policy } from './sample.ts';

// People and numbers are invented.
const page = draft([person({ name: 'Jan de Wit', handle: 'jan' }), person({ name: 'Aa Bb', handle: 'aaaaaaaaaa' })], []);
const roles = classify(page, policy, account);
const fresh = () => redactor({ forms: sharedForms(page, roles), roles, detectors, label: () => 'Reageerder 1' });
const redact = (text: string) => fresh().redact(text).text;

describe('detectors', () => {
  it.each([
    ['Groet, Sanneke', 'Groet, [persoon]'],
    ['Mevrouw Wezelaar van Handhaving belde', 'Mevrouw [persoon] van Handhaving belde'],
    ['van de Griendt heeft dat gezegd', '[persoon] heeft dat gezegd'],
    ['#JusticeForJolijn en #FreePalestine', '#JusticeFor[persoon] en #FreePalestine'],
    ['Danki Marelva, masha danki pa e informashon', 'Danki [persoon], masha danki pa e informashon'],
    ['Brak odpowiedzi z Urzędu Skarbowego', 'Brak odpowiedzi z Urzędu Skarbowego'],
    ['DSB, Kanarinex, Fortis: allemaal weg', 'DSB, Kanarinex, Fortis: allemaal weg'],
    ['Basisschool Sint Joris en het Fenna van Wezelaar College', 'Basisschool Sint Joris en het Fenna van Wezelaar College'],
    ['Prins Constantijn en Bloemendaal aan Zee', 'Prins Constantijn en Bloemendaal aan Zee'],
    ['zaak C/09/661847 / KG ZA 25-122 loopt', 'zaak [zaaknummer] loopt'],
    ['mijn zaaknummer is 932.523.058', 'mijn zaaknummer is [zaaknummer]'],
    ["Ons dossier is 1.200 pagina's", "Ons dossier is 1.200 pagina's"],
    ['Appen kan ook: 0612345678. Mvg, Jolijn', 'Appen kan ook: [telefoonnummer]. Mvg, [persoon]'],
    ['t.n.v. mevr. Wezelaar', 't.n.v. mevr. [persoon]'],
    ['Mijn naam is Teunis en ik woon hier', 'Mijn naam is [persoon] en ik woon hier'],
    ['U kunt mailen op h.brinkzaal@voorbeeld.example', 'U kunt mailen op [e-mailadres]'],
    ['Wij wonen op 1234 AB 56.', 'Wij wonen op [adres].'],
    ['bsn 999990019, zoek het op', 'bsn [bsn], zoek het op'],
    ['NL91ABNA0417164300 graag', '[iban] graag'],
    ['zie x.com/iemand_anders en x.com/minvoorbeeld/status/1', 'zie [profiel] en x.com/minvoorbeeld/status/1'],
    ['@iemand_anders en @MinVoorbeeld', '[profiel] en @MinVoorbeeld'],
    ['Minister Anna Voorbeeld en de Gemeente Voorbeelddam', 'Minister Anna Voorbeeld en de Gemeente Voorbeelddam'],
    ['Groet, Ministerie van Voorbeeld', 'Groet, Ministerie van Voorbeeld'],
    ['Marga uit Sas van Gent en Van den Bosch', '[persoon] uit Sas van Gent en [persoon]'],
    ['Emma van Houten wacht al jaren', '[persoon] wacht al jaren'],
    ['Onze Alie is 19', 'Onze [persoon] is 19'],
    ['Wiebrig lees je mee?', '[persoon] lees je mee?'],
    ['achternaam Dobbelsteen, voorletters P.R.', 'achternaam [persoon], voorletters [persoon].'],
    ['Mijn adres is Lange Wetering 73', 'Mijn adres is [adres]'],
    ['Van der Zwaanstraat 61', '[adres]'],
    ['Zaak heet bij jullie 725337/2021', 'Zaak heet bij jullie [zaaknummer]'],
    ['Vergunning Z2018/117718 en WOO-2023-9062', 'Vergunning [zaaknummer] en [zaaknummer]'],
    ['Ik woon 1e Wilgenkwartierstraat 110 b', 'Ik woon [adres]'],
    ['familie aan de Achter de Kanarie 167 b', 'familie aan de [adres]'],
    ['Groet\nJ. Brinkzaal\nAchter de Kanarie 54-II', 'Groet\n[persoon]\n[adres]'],
    ['Plein 1953 194, 4278 TJ', '[adres]'],
    ['Schoolpad 68 staat leeg', '[adres] staat leeg'],
    ['Mijn dochter is er een van 07/03/1998', 'Mijn dochter is er een van [geboortedatum]'],
    ['Fenna is van 3 mei 2014', '[persoon] is van [geboortedatum]'],
    ['Ik ben op 3 mei 1961 geboren', 'Ik ben op [geboortedatum] geboren'],
    ['mijn oude kaart is vervangen door NB9B0J292', 'mijn oude kaart is vervangen door [nummer]'],
    ['schoonzoon Navello regelde het', 'schoonzoon [persoon] regelde het'],
    ['ik heb gesproken met Navello', 'ik heb gesproken met [persoon]'],
    ['My date of birth is 14 July 1983', 'My date of birth is [geboortedatum]'],
    ['Ur. 21-11-1990, proszę', 'Ur. [geboortedatum], proszę'],
    ["geboren 11.06.'48 te Paramaribo", 'geboren [geboortedatum] te Paramaribo'],
    ['Hij heet ruben en is van 12 okt 2004', 'Hij heet [persoon] en is van [geboortedatum]'],
    ['Мій документ FE482917 втрачено', 'Мій документ [nummer] втрачено'],
    ['reist met BX41L87P6 als paspoortnummer', 'reist met [nummer] als paspoortnummer'],
    ['Kwelderpad 61, Den Helder', '[adres]'],
    ['op 9744 KD Groningen', 'op [adres]'],
    ['Meneer Chin A Kanarie belde', 'Meneer [persoon] belde'],
    ['Dat zei van Kesteren ook', 'Dat zei [persoon] ook'],
    ['vraag naar Navello', 'vraag naar [persoon]'],
    ['meld je aan bij Wietske', 'meld je aan bij [persoon]'],
    ['geb. 5-okt-1990', 'geb. [geboortedatum]'],
    ['mijn moeder van 3 mei 1961', 'mijn moeder van [geboortedatum]'],
    ["'t Hof 3, 8011 CX", '[adres]'],
    ['Laan van Meerdervoort 1234, 2563 AA Den Haag', '[adres]'],
    ['Dorpsstraat 1 te Ede', '[adres]'],
    ['klantnummer KL2024-123456', 'klantnummer [nummer]'],
    ['mijn zoon, geb 270199, wacht', 'mijn zoon, geb [geboortedatum], wacht'],
    ['Mijn vader (vierentwintig oktober 1950) wacht', 'Mijn vader ([geboortedatum]) wacht'],
    ['Born on July 8th, 1984', 'Born on [geboortedatum]'],
    ['op De Meent 15-II, 1218 BD', 'op [adres]'],
    ['staat voor 6196 TV 163-II', 'staat voor [adres]'],
    ['Nummer PL0600-2023-448120', 'Nummer [zaaknummer]'],
    ['UBN 2098174', 'UBN [nummer]'],
    ['Leerplichtambtenaar Wezelaar belde', 'Leerplichtambtenaar [persoon] belde'],
    ['met 1979-06-28 als geboortedatum', 'met [geboortedatum] als geboortedatum'],
    ['Geb. 19 febr. 1939 te Sneek', 'Geb. [geboortedatum] te Sneek'],
    ['Fenna Wezelaar, 7/8/1974, klantnummer 12345678', '[persoon], [geboortedatum], klantnummer [nummer]'],
    [
      'Mijn man Fenna van der Kanarie is van 1-2-1961 en mijn dochter Noor van 3-4-1990',
      'Mijn man [persoon] is van [geboortedatum] en mijn dochter [persoon] van [geboortedatum]',
    ],
    ['Ik, F. Kanarie, 12-03-1961, verklaar', 'Ik, [persoon], [geboortedatum], verklaar'],
    ['ik word 18 op 7 mei', 'ik word 18 op [geboortedatum]'],
    ['Mijn oma wordt 19 oktober 100', 'Mijn oma wordt [geboortedatum] 100'],
    ['Er staat 12-3-1961 terwijl ik 3-12-1961 geboren ben', 'Er staat [geboortedatum] terwijl ik [geboortedatum] geboren ben'],
    ['Zij is van januari 1933', 'Zij is van [geboortedatum]'],
    ['Hoera ik ben jarig! 12-3-1961', 'Hoera ik ben jarig! [geboortedatum]'],
    ['mijn moeder van 85 (12-3-1939)', 'mijn moeder van 85 ([geboortedatum])'],
    ['Moje auto WX 0482K stoi', 'Moje auto [kenteken] stoi'],
    ['over K-77310/2026', 'over [zaaknummer]'],
    ['我儿子李文浩在读书', '我儿子[persoon]在读书'],
    ['الأخ خالد العمراني قال', 'الأخ [persoon] قال'],
    ['Dat wou ik even kwijt.\nSjeng', 'Dat wou ik even kwijt.\n[persoon]'],
    ['mn naam is sandra ter braak en ik wacht', 'mn naam is [persoon] en ik wacht'],
    ['Dieudonnée en ik wachten', '[persoon] en ik wachten'],
    ['Bedankt Joke, Ben, Samira en Piotr', 'Bedankt [persoon], [persoon], [persoon] en [persoon]'],
    ['mail fenna@gmail,com of fenna.kanarie@hotmail', 'mail [e-mailadres] of [e-mailadres]'],
    ['fenna.kanarie(a)voorbeeld.nl en fenna at gmail', '[e-mailadres] en [e-mailadres]'],
    ['mijn kenteken is xr123k en xr 123 k is mijn kenteken', 'mijn kenteken is [kenteken] en [kenteken] is mijn kenteken'],
    ['app 6 12345678', 'app [telefoonnummer]'],
    ['Kanariestraat nr. 12, 1234 AB', '[adres], [adres]'],
    ['1234AB-12 en 1235 AB 12 hs', '[adres] en [adres]'],
    ['geboren op twaalf maart eenenzestig', 'geboren op [geboortedatum]'],
    ['geboortedatum 12 / 03 / 1961', 'geboortedatum [geboortedatum]'],
    ['gebortedatum: 19610312', 'gebortedatum: [geboortedatum]'],
    ['geboren op eerste kerstdag 1940', 'geboren op [geboortedatum]'],
    ['born in Leeds, 12 Maarso 1961', 'born in Leeds, [geboortedatum]'],
    ['родилася 12 марта 1961', 'родилася [geboortedatum]'],
    [
      '3-4-2011, 5-6-2012 en 7-8-2015 zijn de geboortedata',
      '[geboortedatum], [geboortedatum] en [geboortedatum] zijn de geboortedata',
    ],
    [
      'geboren op 3-4-2011, 5-6-2012, 7-8-2015 en 9-9-2017',
      'geboren op [geboortedatum], [geboortedatum], [geboortedatum] en [geboortedatum]',
    ],
    ['Kinderen: Fenna 12-03-2011 en Daan 14-05-2013', 'Kinderen: [persoon] [geboortedatum] en [persoon] [geboortedatum]'],
    ['Mijn moeder, 12-03-1931, woont alleen', 'Mijn moeder, [geboortedatum], woont alleen'],
    ['Ik ben 63 (12-03-1961)', 'Ik ben 63 ([geboortedatum])'],
    ['Op 17 augustus word ik negentig', 'Op [geboortedatum] word ik negentig'],
    ['ben jarig op 29 feb', 'ben jarig op [geboortedatum]'],
    ['Mijn moeder viert zondag 8 maart haar 85e verjaardag', 'Mijn moeder viert [geboortedatum] haar 85e verjaardag'],
    ['meneer de vries belde', 'meneer [persoon] belde'],
    ['mevrouw De Haan belde', 'mevrouw [persoon] belde'],
    ['Jan de Kanarie van Rijkswaterstaat', '[persoon] van Rijkswaterstaat'],
    ["johan van 't hof is ziek", '[persoon] is ziek'],
    ['Пані Маріанна допомогла', 'Пані [persoon] допомогла'],
    ['Stuur het maar naar Ereprijs 135, Haarlem', 'Stuur het maar naar [adres], Haarlem'],
    ['Het paspoort van mijn vader (nummer 5647192977) is weg', 'Het paspoort van mijn vader (nummer [nummer]) is weg'],
    ['Document 5455861571 en V-nummer V-284.119.0372', 'Document [nummer] en V-nummer [nummer]'],
  ])('makes of %j: %j', (text, expected) => {
    expect(redact(text)).toBe(expected);
  });

  it.each([
    'Bel 14070 of 0800-8051',
    'om 12:30 op 01-02-2026 12:30',
    'De wet van 1 januari 2024 is duidelijk',
    'De brief is van 3 mei 2014',
    'An de Amsterdamse grachten wonen expats',
    'Met de caravan bij Basel',
    'Ik ben hier geboren en sinds 1 januari 2020 zonder werk',
    'Mijn zoon is hier geboren. De wet van 1 januari 2024 is oneerlijk',
    'Utrecht, 12-3-2009, aan de raad',
    'Climate policy is more than banning straws',
    'De bus van De Lijn stopt niet meer',
    'Het 25-jarig bestaan is op 12 mei 2024 gevierd',
    'De polis van mijn man is van 12-3-1988',
    'De klacht van mijn moeder van 12-3-2009',
    'Voor 1-1-2013 keek niemand naar de geboortedatum',
    'In Kralendijk 77 leraren tekort',
    'Dat was het dan.\nOntluisterend',
    'Meteen ter plaatse, alles ter beschikking',
    'Eşim polis, her gece korkuyorum',
    'أنا مزارع من سوريا',
    'زوجتي حامل',
    'Nan ta manda karta tur luna',
    'Tack, vi har samma problem',
    'Moja žena ne radi',
    'We are at live tv, look at outlook',
    'De auto 12 km verderop op plaat 33 toeren',
    'Wie geboren is voor 1 januari 1948 krijgt AOW',
    'Mensen geboren tussen 1-1-1950 en 1-1-1955',
    'Iedereen geboren na 1-1-1955 valt buiten de boot',
    'De vordering verjaart op 3-4-2029',
    'Ik heb een brief, die is van 12-3-2024',
    'Die brief van mijn moeder is van 12-3-2024',
    'Ik ben van 1 mei 2024 tot 3 juni 2024 ziek geweest',
    'Willem Drees, geboren 5 juli 1886',
    'Mijn man 12-3-2014 ontslagen',
    'Kamerstuk 63, 12 maart 1961',
    'De koning viert op 27 april zijn verjaardag',
    'Op 12 maart werd ik drie keer gebeld',
    'NedCar in Born sluit op 1 maart 2024',
    'Geboren: 12 lammetjes 2024',
    'Abdij van Berne 12 maart 2024',
    'Meneer de minister luistert niet',
    'Meneer van de bus was boos',
    'Brief gestuurd naar Windows 11.',
    'Verhuisd naar Almere 3 jaar geleden',
    'Het nummer van een neef. Nu werk ik',
    'Kira artışı çok fazla',
    'أمي عمرها ٧٨ سنة',
    'Het geboorteverlof geldt sinds 1 juli 2020',
    'De vordering is verjaard op 12-03-2024',
    'Bloemetje voor de hele afdeling',
    'Een lening met NHG of met Pasen betalen',
    'Met vriendelijke groet uit de hele regio',
    'Petje af voor iedereen die hieraan heeft meegewerkt.',
    'Geachte mevrouw Voorbeeld, wanneer?',
    'Sayın Voorbeeld, bize yardım edin',
    'Goed zo, Anna!',
    'Bij Dirk is het goedkoper',
    'Volgens Berenschot is er een tekort',
    'Hey Siri, wanneer valt dit kabinet',
    'De Wet Vbar komt er toch niet',
    'Een houten Klaas achter de microfoon',
    'Koe Bertha heeft meer verstand',
    'Onze Renault Zoe is te duur',
    'Fenna Wezelaar koffie is 9 euro per pak',
    'Femicide moet een apart strafbaar feit worden',
    'Wezep, Lisse en Bakkeveen krijgen geld',
    'Tussen Beek en Donk en Wijk bij Duurstede rijdt niets',
    'De burgemeester van Andijk, inwoner van Sas van Gent',
    'Groetjes vanuit een winderig Nes!',
    'Gelezen in het Friesch Dagblad: extra voor Lisse. Waarvoor?',
    'Onze Willem Alexanderkazerne en het Anne Frankplein',
    'Bij Vivare zeggen ze dat ik bij Actiz moet zijn.',
    '@MinBZK en @gemeenteutrecht, kunnen jullie praten?',
    'W magazynie w Waalwijku nikt tego nie sprawdza.',
    'Школа в Амерсфорті не бере дітей',
    'Engels, Frans en Duits als examenvak?',
    'Zie Staatscourant 2024-12345, Stb. 2023-45678 en CVE-2024-12345',
    'Het staat in document 12 en bijlage 3.',
  ])('leaves %j as it is', (text) => {
    expect(redact(text)).toBe(text);
  });

  it('tells what the page wrote in our brackets from what we put there (A39)', () => {
    expect(redact('[naam] [Reageerder 3] [рersoon] ［persoon］ [video]')).toBe('(naam) (Reageerder 3) (рersoon) (persoon) [video]');
  });

  it('knows the 11-proef', () => {
    expect(isElevenProof('999990019')).toBe(true);
    expect(isElevenProof('999990018')).toBe(false);
  });

  it.each([
    '1 ',
    'a@',
    'a\u200b',
    'Jan ',
    'A. ',
    'aaaaaaaaaa ',
    '06 12345678 ',
    '[',
    'x.com/',
    '"a',
    'Groet, Jan. ',
    '12-',
    'Oude Jan van ',
  ])(
    'stays linear on a text of only %j (T29)',
    (unit) => {
      // processor time, not the clock: other work on the machine must not fail this; the least of three, because of the collector
      const once = (characters: number): number => {
        const text = unit.repeat(characters / unit.length);
        const subject = fresh();
        const start = process.cpuUsage();
        subject.redact(text);
        const { user, system } = process.cpuUsage(start);
        return (user + system) / 1_000;
      };
      const time = (characters: number): number => Math.min(once(characters), once(characters), once(characters));
      time(20_000); // warms up
      expect(time(120_000)).toBeLessThan(time(30_000) * 10 + 60); // four times the text; quadratic would be sixteen times
    },
    30_000,
  );
});
