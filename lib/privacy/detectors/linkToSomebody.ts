/** Back from a date, over names and small words, to somebody it is told of. */
import type { Folded } from '../fold.ts';
import { isEveryday, isFirstName, isSurname, isTown } from '../words.ts';
import { anybody, own } from './kin.ts';

const isSmall = /^(?:'?t|is|was|zijn|waren|de|den|der|ten|ter|het|en|ook|er|een|eentje|nu|al|nog|zelf|pas|dus|van|fan|el|ben|bin)$/;
const isKin = new RegExp(`^(?:${anybody})$`, 'u');
const isOwn = new RegExp(`^(?:${own}|de|een)$`, 'u');
const isTitle = /^(?:dhr|heer|meneer|mijnheer|mevr|mevrouw|mw|mej|fam)$/;
/** What is said about somebody or with them: "de brief van Fenna van …". */
const leadsTo = /^(?:van|aan|door|voor|met|bij|over|namens|tegen|uit|naar)$/;

interface Word {
  readonly text: string;
  readonly isCapital: boolean;
}

/**
 * What stands just before the date, a word or a sign, when somebody stands before that: "mijn man Fenna van der Kanarie is van …",
 * "en mijn dochter Fenna van …", "F. Kanarie, …".
 */
export function linkToSomebody({ text, capitals }: Folded, at: number): string | undefined {
  const start = Math.max(0, at - 90);
  const words: readonly Word[] = Array.from(text.slice(start, at).matchAll(/[\p{L}'-]+|[^\p{L}\s'-]|\n/gu), (found) => ({
    text: found[0],
    isCapital: capitals[start + found.index] === 1,
  })).toReversed();
  const textAt = (index: number): string => words[index]?.text ?? '';
  const first = /^den?$/.test(textAt(0)) ? 1 : 0;
  const link = textAt(first);
  const from = /^(?:van|fan|[,(:])$/.test(link) ? first + 1 : first;
  for (let i = textAt(from) === ',' ? from + 1 : from; i < Math.min(words.length, first + 9); i += 1) {
    if (isSomebody(words, i)) return leadsTo.test(textAt(isOwn.test(textAt(i + 1)) ? i + 2 : i + 1)) ? undefined : link;
    if (!mayStandBetween(words, i)) return undefined;
  }
  return undefined;
}

function isSomebody(words: readonly Word[], index: number): boolean {
  const { text, isCapital } = words[index] ?? { text: '', isCapital: false };
  if (isKin.test(text) || isTitle.test(text)) return true;
  const isInitial = text.length === 1 && words[index - 1]?.text === '.';
  return isCapital && (isInitial || (isFirstName(text) && !isTown(text)));
}

/** A name, a small word, or the point of "dhr." and "F.". */
function mayStandBetween(words: readonly Word[], index: number): boolean {
  const { text, isCapital } = words[index] ?? { text: '', isCapital: false };
  const next = words[index + 1]?.text ?? '';
  if (isFirstName(text) && !isEveryday(text)) return true; // "mijn moeder fenna de kanarie is van …"
  if (isSurname(text) && /^(?:van|de|der|den|ter|el)$/.test(next)) return true;
  return isCapital || isSmall.test(text) || (text === '.' && (next.length === 1 || isTitle.test(next)));
}
