/** Names in Arabic script: there are no capitals to go by, so only by what stands before them. */
import type { Match } from '../detector.ts';
import { span } from './span.ts';
import type { Reading } from './words.ts';

/** "My name is", "mister", "my brother", "with regards". */
const arabicCues =
  /(?<!\p{L})(?:اسمي|السيد|السيدة|الاستاذ|الاستاذة|بالاخ|بالاخت|شكرا يا|الدكتور|اخي|اختي|ابني|ابنتي|زوجي|زوجتي|امي|ابي|جاري|شكرا(?= (?!يا ))|انا|(مع تحياتي|تحياتي))[ ،:]{1,3}/gu;
/** "Thanks to you", "I am from": no name behind it. */
const arabicWords =
  /^(?:ل\p{L}{1,3}|ل.*|ال.*|على|جزيلا|كثيرا|جدا|الله|من|في|هنا|ايضا|لا|لم|لن|مع|كنت|كل|بعض|نفس|مواطن|مواطنة|طالب|طالبة|موظف|موظفة|متاكد|متاكدة|سعيد جدا|غير|ضد|يا|ا.*)$/u;

/** One name, with what belongs to it. */
export function arabic(reading: Reading): Match[] {
  const { words } = reading;
  return [...reading.folded.text.matchAll(arabicCues)].flatMap((match) => {
    const from = reading.at.get(match.index + match[0].length);
    if (from === undefined) return [];
    if (/^(?:شكرا(?! يا)|انا)/.test(match[0]) && arabicWords.test(words[from]?.text ?? '')) return [];
    if (match[1] !== undefined) return span(words, from, Math.min(words.length, from + 3), 0.7);
    let end = from + (/^(?:عبد|ابو|ام|بن|ابن)$/.test(words[from]?.text ?? '') ? 2 : 1);
    if (/^(?:ال|بن|ابو)/.test(words[end]?.text ?? '')) end += 1;
    return span(words, from, Math.min(end, words.length), 0.7);
  });
}
