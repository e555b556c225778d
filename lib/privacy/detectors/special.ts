/**
 * Special categories of personal data (AVG art. 9 and 10): pointed out to the reviewer where they are said of somebody, never
 * removed. Whether a thing said is about a person, and too much, takes a person to judge.
 */
import { tokens } from '../tokens.ts';
import { before } from './detector.ts';
import type { Detector } from './detector.ts';

const words: Readonly<Record<string, string>> = {
  gezondheid:
    'kanker|depressie|depressief|burn-?out|hiv|aids|psychose|psychotisch|schizofreen|schizofrenie|autisme|autistisch|adhd|verslaafd|verslaving|zwanger|miskraam|abortus|diabetes|epilepsie|dement|dementie|alzheimer|parkinson|handicap|gehandicapt|rolstoel|suicidaal|zelfmoord|chemo|long ?covid|ggz|psychiater|ptss|anorexia|chronisch ziek|ongeneeslijk|euthanasie|terminaal',
  geloof:
    'moslim|moslima|christen|katholiek|gereformeerd|joods|jood|hindoe|boeddhist|atheist|salafist|jehova|bekeerd|kerkelijk|moskee|synagoge',
  politiek:
    'lid van de (?:pvv|vvd|cda|d66|sp|bbb|fvd|pvda|denk|volt)|pvv-?er|vvd-?er|stem(?:t|de)? (?:altijd |al jaren )?(?:pvv|vvd|cda|d66|sp|bbb|fvd|pvda|denk|volt)|vakbondslid|lid van (?:de )?(?:vakbond|fnv|cnv)|communist|fascist',
  herkomst:
    'marokkaan|marokkaanse|turk|turkse|surinamer|surinaamse|antilliaan|antilliaanse|roma|sinti|zigeuner|donker getint|getint|allochtoon|vluchteling|asielzoeker|statushouder|illegaal',
  gerichtheid: 'homo|homoseksueel|lesbisch|lesbienne|biseksueel|transgender|transvrouw|transman|non-?binair|uit de kast',
  strafrecht:
    'veroordeeld|strafblad|gevangenis|vastgezeten|taakstraf|celstraf|tbs|verdachte|aangehouden|gearresteerd|ontucht|verkracht|mishandeld|gestolen|fraude gepleegd|oplichter|pedofiel',
};

/** Said of somebody: I am, my brother has, he was. */
const aboutSomebody =
  /(?<!\p{L})(?:ik(?: ben|'m| heb| was| had)?|ben ik|heb ik|hij|zij|ze|mijn|m'n|mn|me|onze?|zijn|haar|hun|die|mevrouw|meneer|buurman|buurvrouw|i am|i'm|my|he|she|has|was|is|heeft|had|werd|wordt)(?!\p{L})[^.!?\n]{0,40}$/u;
const REACH = 60;
const FOR_REVIEW = 0.2;

export const special: readonly Detector[] = Object.entries(words).map(([category, list]) => {
  const pattern = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${list})(?![\p{L}\p{N}])`, 'gu');
  return {
    id: `bijzonder.${category}`,
    kind: 'persoon-in-tekst',
    token: tokens.persoon,
    find: ({ text }) =>
      [...text.matchAll(pattern)].flatMap((match) =>
        aboutSomebody.test(before(text, match.index, REACH))
          ? [{ start: match.index, end: match.index + match[0].length, score: FOR_REVIEW }]
          : [],
      ),
  };
});
