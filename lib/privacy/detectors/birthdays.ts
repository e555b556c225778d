/** The day somebody has their birthday, or turns an age: no year stands with it. */
import { ofThing, told } from './birthwords.ts';
import { date, dayInFigures, dayOfYear, numberInWords } from './dates.ts';
import { before, matches } from './detector.ts';
import type { Match } from './detector.ts';
import { anybody, own } from './kin.ts';

const somebody = String.raw`(?:ik|hij|zij|ze|(?:${own}) (?:${anybody}))`;
const age = String.raw`(?:\d{1,3}(?!\d|[.,]\d|%)|(?!een )${numberInWords})(?! ?(?:euro|keer|maal|procent|dagen|weken|uur))`;
/** "Word ik negentig", "wordt mijn moeder 100", "65 geworden". */
const turns = new RegExp(
  String.raw`^,? (?:word|wordt|werd) ${somebody} (?:al |alweer )?${age}|^ (?:${age}) (?:jaar )?(?:geworden|worden)`,
  'u',
);
const whoTurns = new RegExp(String.raw`(?<!\p{L})${somebody}(?!\p{L})[^.!?\n]{0,24}$`, 'u');
/** "Ik word 18 op 7 mei". */
const turnsBefore = new RegExp(
  String.raw`(?<!\p{L})(?:${somebody} (?:word|wordt|werd)|(?:word|wordt|werd) ${somebody}|(?<=^|[.!?\n] ?)wordt?|(?:ik|${own} (?:${anybody})) (?=[\p{L}\d]+ werd)) ?(?:al |alweer )?${age}(?: jaar)?(?: werd)?,? (?:op )?$`,
  'u',
);
/** "Ik word op 7 mei 67". */
const becomes = new RegExp(
  String.raw`(?<!\p{L})(?:${somebody}(?: [\p{L}'-]{2,20}){0,2} (?:word|wordt|werd)|(?:word|wordt|werd) ${somebody}) (?:op )?$`,
  'u',
);
const isAge = new RegExp(
  String.raw`^ (?:(?:al|alweer|eindelijk|pas|dan|ook|toch|weer|precies|trots) ){0,2}${age}(?: jaar)?(?: ?[,.!?)]|$| (?:en|dan|maar|geworden|\p{Extended_Pictographic}))`,
  'u',
);
/** "Viert zondag 8 maart haar vijfentachtigste verjaardag"; not the one of our freedom. */
const celebrates = /^ (?:mijn|zijn|haar|hun) (?:[\p{L}\d]{2,24} )?verjaardag(?! van)/u;
/** "Jarig op 29 feb", not "geboren in Ede en op 3 mei". */
const near = /^[, (:]{0,2}(?:(?!en |maar |dus )\p{L}{2,10} ){0,3}$/u;

/** "Ik ben jarig op 31/12", "mijn verjaardag (3-5)". */
const isOwnDay = new RegExp(
  String.raw`(?<!\p{L})(?:(?:ben|bin|is|was) (?:\p{L}{2,10} ){0,2}jarig|${somebody} (?:\p{L}{2,10} )?jarig|(?:${own}) verjaardag)[^.!?\n]{0,12}$`,
  'u',
);

function isTurning(text: string, start: number, end: number): boolean {
  const behind = text.slice(end, end + 64);
  if (celebrates.test(behind)) return !ofThing.test(before(text, start, 64));
  const ahead = before(text, start, 64);
  if (turnsBefore.test(ahead) || (becomes.test(ahead) && isAge.test(behind))) return true;
  const found = turns.exec(behind);
  return found !== null && (/^,? w/.test(found[0]) || whoTurns.test(before(text, start, 64)));
}

export function birthdays(text: string): Match[] {
  const score = (found: string, at: number): number | undefined => (isTurning(text, at, at + found.length) ? 0.8 : undefined);
  return [
    // "werd op 3 november 80": an age where a year could stand
    ...matches(
      text,
      date,
      (found, at) => score(found, at) ?? (/ \d\d$/.test(found) && becomes.test(before(text, at, 64)) ? 0.8 : undefined),
    ),
    ...matches(text, dayInFigures, (found, at) =>
      isOwnDay.test(before(text, at, 64)) ? told(text, at, at + found.length, near) : undefined,
    ),
    ...matches(text, dayOfYear, (found, at) => score(found, at) ?? told(text, at, at + found.length, near)),
  ];
}
