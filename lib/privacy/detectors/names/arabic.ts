/** Names in Arabic script: there are no capitals to go by, so only by what stands before them. */
import type { Match } from '../detector.ts';
import { span } from './span.ts';
import type { Reading } from './words.ts';

/** "My name is", "mister", "my brother"; the first group "thanks" and "I am", the second "with regards". */
const arabicCues =
  /(?<!\p{L})(?:اسمي|السيد|السيدة|الاستاذ|الاستاذة|بالاخ|بالاخت|شكرا يا|الدكتور|اخي|اختي|ابني|ابنتي|زوجي|زوجتي|امي|ابي|جاري|(شكرا(?= (?!يا ))|انا)|(مع تحياتي|تحياتي))[ ،:]{1,3}/gu;
/** "Thanks to you", "I am from": no name behind it. */
const arabicWords =
  /^(?:[لا].*|على|جزيلا|كثيرا|جدا|من|في|هنا|مع|كنت|كل|بعض|نفس|مواطن|مواطنة|طالب|طالبة|موظف|موظفة|متاكد|متاكدة|غير|ضد|يا)$/u;

/** One name, with what belongs to it. */
export function arabic(reading: Reading): Match[] {
  const { words } = reading;
  return [...reading.folded.text.matchAll(arabicCues)].flatMap((match) => {
    const from = reading.at.get(match.index + match[0].length);
    if (from === undefined) return [];
    if (match[1] !== undefined && arabicWords.test(words[from]?.text ?? '')) return [];
    if (match[2] !== undefined) return span(words, from, Math.min(words.length, from + 3), 0.7);
    let end = from + (/^(?:عبد|ابو|ام|بن|ابن)$/.test(words[from]?.text ?? '') ? 2 : 1);
    if (/^(?:ال|بن|ابو)/.test(words[end]?.text ?? '')) end += 1;
    return span(words, from, Math.min(end, words.length), 0.7);
  });
}
