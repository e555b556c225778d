/** Names in Arabic and Chinese: there are no capitals to go by, so only by what stands before them. */
import { firstGroups } from '../detector.ts';
import type { Match } from '../detector.ts';
import { span } from './span.ts';
import { isGivenName } from './words.ts';
import type { Reading } from './words.ts';

/** "My name is", "mister"; the first group "thanks" and "I am", the second "with regards", the third "my brother". */
const arabicCues =
  /(?<!\p{L})(?:اسمي|السيد|السيدة|الاخ|الاخت|الحاج|الحاجة|خانم|اقا[يی]|الاستاذ|الاستاذة|بالاخ|بالاخت|الدكتور|للسيدة|للسيد|للاستاذ|للاستاذة|للدكتور|للدكتورة|(شكرا(?: يا)?|انا|يا|من(?= [^ ]{2,16}(?: [^ ]{2,20})? هستم))|(مع تحياتي|تحياتي)|(اخي|اختي|ابني|ابنتي|زوجي|زوجتي|امي|ابي|جاري|جارتي|جارنا|جارتنا|ابنها|ابنه|ابنتها|ابنته|وابنها|وابنه|وابنتها|وابنته|وابني|وابنتي|زوجها|خواهرم|برادرم|مادرم|پدرم|همسرم|دوستم|پسرم|دخترم|همسايه ام))[ ،:]{1,3}/gu;
/** "Thanks to you", "I am from": no name behind it. */
const arabicWords =
  /^(?:[لا].*|على|جزيلا|كثيرا|جدا|من|في|هنا|مع|كنت|كل|بعض|نفس|مواطن|مواطنة|طالب|طالبة|موظف|موظفة|متاكد|متاكدة|غير|ضد|يا|معالي|سعادة|حضرة|طيب|هولندا|سوريا|العراق|المغرب|امستردام|روتردام|لاهاي|عربي|مسلم|سوري|هولندي|مغربي|عراقي|مولود|مولودة|سعيد|سعيدة|وحيد|وحيدة|امينة|حزين|فخور|شريف|متزوج|متزوجة|اعيش|اسكن|اعمل)$/u;

/** "The doctor refused", "mister of the counter": only a name of the lists may follow what somebody is. */
const isNobody = (cue: string, first: string): boolean =>
  office.test(first) ||
  between.test(first) ||
  (cue.startsWith('يا') && exclaimed.test(first)) ||
  (/^ال(?:دكتور|استاذ)/u.test(cue) && !isCalled(first));
const between = /^(?:في|من|على|مع|عن|الى|لا|لم|لن|هل|كل|هو|هي|ان|قال|قالت|يقول|تقول)$/u;

/** "O peace", "o generous one": called out, and names of people too. */
const exclaimed =
  /^(?:رب|الله|الهي|سلام|كريم|لطيف|رحيم|رحمن|عزيز|عزيزي|عزيزتي|جميل|امل|نور|حبيب.*|قمر|حلو.*|غالي.*|وطن.*|بلاد.*|شعب|عالم|امير|سيد|سيدي|ستي|معلم)$/u;

/** "Mister the minister". */
const office = /^(?:ال)?(?:وز[يی]ر|رييس|مدير|عمدة|محافظ|محترم|قاضي|طبيب)ة?$/u;

/** In the lists, or with what only names begin with. */
const isCalled = (text: string): boolean => isGivenName(text) || /^(?:عبد|ابو|ام)$/u.test(text);

/** One name, with what belongs to it, and one that is joined to it by "and". */
function arabic(reading: Reading): Match[] {
  const { words } = reading;
  const textAt = (index: number): string => words[index]?.text ?? '';
  return [...reading.folded.text.matchAll(arabicCues)].flatMap(({ 0: cue, 1: spoken, 2: signed, 3: kin, index }) => {
    const from = reading.at.get(index + cue.length);
    if (from === undefined) return [];
    const first = textAt(from);
    if (isNobody(cue, first)) return [];
    if ((spoken ?? kin) !== undefined && (arabicWords.test(first) || !isCalled(first))) return [];
    if (signed !== undefined && arabicWords.test(first)) return [];
    if (signed !== undefined) return span(words, from, Math.min(words.length, from + 3), 0.7);
    let end = from + (/^(?:عبد|ابو|ام|بن|ابن|دي|فان)$/.test(textAt(from)) ? 2 : 1);
    if (/^(?:ال|بن|ابو)|^(?!و)\p{L}{3,}[يی]$/u.test(textAt(end))) end += 1;
    const isJoined = textAt(end).startsWith('و') && isGivenName(textAt(end).slice(1));
    return span(words, from, Math.min(isJoined ? end + 1 : end, words.length), 0.7);
  });
}

/** "My son", "my name is", with a name of two or three signs, and what it is said to do. */
const chinese =
  /(?:我(?:的)?(?:儿子|女儿|母亲|父亲|妈妈|爸爸|丈夫|妻子|老公|老婆|朋友|哥哥|姐姐|弟弟|妹妹|邻居|名)?叫 ?|我(?:的)?(?:儿子|女儿|母亲|父亲|妈妈|爸爸|丈夫|妻子|老公|老婆|朋友|哥哥|姐姐|弟弟|妹妹|邻居))((?![是在很有没不要去来也今已的])\p{Script=Han}{2,3}?)(?=[在今说去来很是有没不要住也，,。！、 ]|$)/gu;

export const uncased = (reading: Reading): Match[] => [...arabic(reading), ...firstGroups(reading.folded.text, chinese, 0.7)];
