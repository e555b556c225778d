/** People we do not know, named in text: by what stands before them, by their capital, or by a list. Best effort, scored. */
import { sayings } from '../data/begrippen.ts';
import type { Folded } from '../fold.ts';
import { overlaps } from '../spans.ts';
import { tokens } from '../tokens.ts';
import { isEveryday } from '../words.ts';
import { matches } from './detector.ts';
import type { Detector, Match } from './detector.ts';
import { capitalised } from './names/capitals.ts';
import { accompanied, cued } from './names/cues.ts';
import { isMostlyThing, keptIn } from './names/keeps.ts';
import { camelled, initialled, tagged } from './names/marks.ts';
import { read } from './names/words.ts';

export const person: Detector = {
  id: 'patroon.persoon',
  kind: 'persoon-in-tekst',
  token: tokens.persoon,
  find(folded) {
    const reading = read(folded);
    const led = cued(reading);
    const found = [
      ...led,
      ...accompanied(reading),
      ...capitalised(reading),
      ...initialled(reading),
      ...camelled(reading),
      ...tagged(reading),
      ...beforeBirth(folded),
    ];
    const sayingsHere = matches(folded.text, saying);
    const isInSaying = overlaps(sayingsHere);
    // "Emma van Houten" begins before it
    const isSaying = (one: Match): boolean =>
      isInSaying(one) &&
      !sayingsHere.some(
        ({ start, end }) => end === one.end && start > one.start && !/^(?:de|het|een) $/.test(folded.text.slice(one.start, start)),
      );
    const isCued = new Set(led);
    const isKept = keptIn(reading);
    return found
      .filter((one) => !isSaying(one) && !isInAddress(folded, one) && !isKept(one))
      .map((one) => (isMostlyThing(reading, one, isCued.has(one)) ? { ...one, score: Math.min(one.score, 0.35) } : one));
  },
};

/** "Jan Modaal", "Jip en Janneke": nobody. */
const saying = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${sayings})(?![\p{L}\p{N}])`, 'gu');

/** A name in an account or a web address is the business of those rules. */
const isInAddress = ({ text }: Folded, { start, end }: Match): boolean =>
  !isBesideSlash(text, start, end) && isAddressAround(text, start, end);

/** "Frits/Ans": two names, and nothing of an address. */
const isBesideSlash = (text: string, start: number, end: number): boolean =>
  /(?:^|\s)(?:\p{L}+\/)?$/u.test(text.slice(Math.max(0, start - 20), start)) &&
  /^(?:\/\p{L}+)?(?:$|[\s:,!?])/u.test(text.slice(end, end + 20));

const isAddressAround = (text: string, start: number, end: number): boolean =>
  (/[@/._]/.test(text[start - 1] ?? '') && /[\p{L}\p{N}@/_]/u.test(text[start - 2] ?? ' ')) ||
  /^[@_/]|^\.\p{L}/u.test(text.slice(end, end + 2));

const birthAfter = /(?<![\p{L}\p{N}])[\p{L}'-]{2,30}(?= ?\((?:\d{1,2}[-./]\d{1,2}[-./](?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d)\))/gu;

/** "Fenna (1980-02-01)". */
function beforeBirth({ text, capitals }: Folded): Match[] {
  return matches(text, birthAfter, (found, at) => (capitals[at] === 1 && !isEveryday(found) ? 0.7 : undefined));
}
